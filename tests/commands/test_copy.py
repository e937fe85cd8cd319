"""``copy``: its exit codes, what it says, and that a refusal is one sentence."""

import json
import os
import signal
from pathlib import Path

import pytest

from reader import __main__, paths
from reader.security.trusted_keys import TrustedKeys
from reader.share.drives import Drive
from tests import packs
from tests.share.sticks import NEW, OLD, bring, expected, held, program


@pytest.fixture(autouse=True)
def own(monkeypatch, tmp_path):
    own = program(tmp_path / "source" / "Reader")
    monkeypatch.setattr(TrustedKeys, "load", lambda _folder: packs.KEYS)
    monkeypatch.setattr(paths, "is_bundle", lambda: True)
    monkeypatch.setattr(paths, "program", lambda: own)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return own


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_it_says_what_is_copied_and_that_the_copy_is_genuine(own, stick, capsys):
    assert __main__.main(["copy", str(stick)]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert "The program for Linux, the documents, the leaflet and the file for phones." in said.out
    assert "to write, and all of it is read back" in said.out
    assert "not copied" in said.out
    last = said.out.splitlines()[-1]
    assert last.startswith("✓ The copy is genuine: every byte was read back and compared. Eject")
    assert held(stick) == expected(own)
    assert __main__.main(["copy", str(stick)]) == 0
    assert "is there already" in capsys.readouterr().out


def test_in_persian(stick, capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "fa_IR.UTF-8")
    assert __main__.main(["copy", str(stick)]) == 0
    assert "رونوشت درست است" in capsys.readouterr().out


def test_json(own, stick, capsys, tmp_path):
    program(own.parent, "windows", OLD)
    bring(program(tmp_path / "old", version=OLD), stick)
    assert __main__.main(["copy", str(stick), "--json"]) == 0
    said = capsys.readouterr()
    found = json.loads(said.out)
    assert (found["standing"], found["version"], found["replaced"]) == ("genuine", NEW, OLD)
    assert [each["name"] for each in found["forms"]] == ["linux"]
    assert found["left_out"] == [{"name": "windows", "reason": "another issue"}]
    assert found["written"] + found["kept"] == sum(map(len, expected(own).values()))
    assert "Left out: Windows" in said.err


def test_without_a_target_the_sticks_are_listed(stick, capsys, monkeypatch):
    listed = [Drive("KINGSTON", stick, "vfat", 3_100_000_000, is_removable=True)]
    monkeypatch.setattr("reader.commands.copy.mounted", lambda: [*listed, Drive("/", Path("/"), "ext4", 5)])
    assert __main__.main(["copy"]) == 0
    assert f"{stick}: KINGSTON · FAT32 · 3.1 GB free\n" == capsys.readouterr().out
    assert __main__.main(["copy", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["name"] == "KINGSTON"
    listed.clear()
    assert __main__.main(["copy"]) == 1
    assert "No stick was found" in capsys.readouterr().err


@pytest.mark.parametrize(
    "case", ["source", "changed", "missing", "itself", "full", "in the way", "read-only"]
)
def test_a_refusal_is_said_and_nothing_is_written(own, stick, capsys, monkeypatch, case):
    target = stick
    if case == "source":
        monkeypatch.setattr(paths, "is_bundle", lambda: False)
    elif case == "changed":
        (own / "reader").write_bytes(b"\x7fELF other")
    elif case == "missing":
        target = stick / "none"
    elif case == "itself":
        target = own
    elif case == "full":
        monkeypatch.setattr("reader.share.copy_plan._room", lambda _tree, _drive: (1000, 512))
    elif case == "in the way":
        (stick / "READ-ME.html").write_bytes(b"mine")
    else:
        listed = Drive("KINGSTON", stick, "vfat", 10**9, is_read_only=True)
        monkeypatch.setattr("reader.commands.copy.drive_of", lambda _path: listed)
    before = held(stick)
    assert __main__.main(["copy", str(target)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == (2 if case == "changed" else 1)
    assert held(stick) == before


def test_a_development_copy_says_so(stick, own, capsys, monkeypatch, tmp_path):
    from tests.packs import Publisher, TrustedKeys

    keys = TrustedKeys((Publisher(packs.OTHER.public, {"fa": "آ", "en": "A"}, is_development=True),))
    other = program(tmp_path / "other" / "Reader", signer=packs.OTHER)
    monkeypatch.setattr(TrustedKeys, "load", lambda _folder: keys)
    monkeypatch.setattr(paths, "program", lambda: other)
    assert __main__.main(["copy", str(stick)]) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert "genuine" not in last
    assert "signed by no publisher" in last


def test_ctrl_c_stops_it_in_order(stick, capsys, monkeypatch, own):
    from reader.commands import copy as command

    real = command.copy

    def interrupted(plan, keys, tell):
        def told(moment):
            if moment.done:
                os.kill(os.getpid(), signal.SIGINT)
            tell(moment)

        return real(plan, keys, told)

    monkeypatch.setattr(command, "copy", interrupted)
    assert __main__.main(["copy", str(stick)]) == 1
    assert "Stopped." in capsys.readouterr().err
    monkeypatch.undo()
    bring(own, stick)
    assert held(stick) == expected(own)


def test_at_a_terminal_the_progress_is_one_line(stick, capsys, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    assert __main__.main(["copy", str(stick)]) == 0
    shown = capsys.readouterr().err
    assert shown.startswith("\rWritten: ")
    assert shown.count("\n") == 1
    assert "Read back" in shown
