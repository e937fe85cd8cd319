"""``verify``: its exit codes, what it prints where, and that a refusal is one sentence."""

import json

import pytest

from reader import __main__, paths
from reader.security.trusted_keys import TrustedKeys
from tests import packs
from tests.security.test_stick_root import stick


@pytest.fixture(autouse=True)
def keys(monkeypatch):
    monkeypatch.setattr(TrustedKeys, "load", lambda _folder: packs.KEYS)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture
def pack(tmp_path):
    path = tmp_path / "a.briefing"
    path.write_bytes(packs.pack())
    return path


def test_a_genuine_pack(pack, capsys):
    assert __main__.main(["verify", str(pack)]) == 0
    said = capsys.readouterr()
    assert "exactly what Sample Publisher packed on 2 January 2026" in said.out
    assert packs.PUBLISHER.public.number in said.out
    assert "not this program" in said.out
    assert said.err == ""


def test_in_persian(pack, capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "fa_IR.UTF-8")
    assert __main__.main(["verify", str(pack)]) == 0
    assert "«ناشر نمونه» در ۱۲ دی ۱۴۰۴" in capsys.readouterr().out


def test_a_changed_pack_is_one_sentence_that_names_the_file(pack, capsys):
    pack.write_bytes(packs.pack().replace(b"[g02]", b"[g03]", 1))
    assert __main__.main(["verify", str(pack)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "book/preface.en.md" in said.err


def test_from_source_it_is_a_development_copy(capsys):
    assert __main__.main(["verify"]) == 1
    assert "development copy" in capsys.readouterr().err


def test_a_bundle_checks_its_own_folder(tmp_path, capsys, monkeypatch):
    listed = packs.entries({"reader": b"\x7fELF"}, format="program-manifest-1", pack="briefing-reader")
    monkeypatch.setattr(paths, "is_bundle", lambda: True)
    program = packs.write_folder(tmp_path / "program", listed)
    monkeypatch.setattr(paths, "program", lambda: program)
    assert __main__.main(["verify"]) == 0
    (program / "reader").write_bytes(b"\x7fELg")
    assert __main__.main(["verify"]) == 1
    assert "reader" in capsys.readouterr().err


def test_json(pack, capsys):
    assert __main__.main(["verify", str(pack), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["genuine"] is True
    assert told["copies"][0] | {"copy_number": ""} == {
        "path": "a.briefing",
        "kind": "pack",
        "standing": "genuine",
        "changed": [],
        "missing": [],
        "extra": [],
        "alarms": [],
        "publisher": {"fa": "ناشر نمونه", "en": "Sample Publisher"},
        "key_number": packs.PUBLISHER.public.number,
        "copy_number": "",
        "id": "garden",
        "version": 2026010201,
        "issued": "2026-01-02",
        "next_issue_by": None,
        "title": "دفتر باغ",
        "total_bytes": sum(map(len, packs.files().values())),
    }
    pack.write_bytes(packs.pack(signer=packs.STRANGER))
    assert __main__.main(["verify", str(pack), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["copies"][0]["standing"] == "unknown-publisher"


@pytest.mark.parametrize("raw", [b"", b"x", packs.pack(signer=packs.STRANGER), packs.archive(packs.files())])
def test_whatever_is_refused_is_refused_in_one_sentence(pack, capsys, raw):
    pack.write_bytes(raw)
    assert __main__.main(["verify", str(pack)]) == 1
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)


def test_an_alarm_on_a_stick(pack, capsys):
    (pack.parent / "open me.exe").write_bytes(b"MZ")
    assert __main__.main(["verify", str(pack.parent)]) == 1
    assert "open me.exe" in capsys.readouterr().err


def test_a_leaflet_that_is_not_the_one_signed_is_not_called_a_program(tmp_path, capsys):
    (stick(tmp_path) / "READ-ME.html").write_bytes(b"<p>another")
    assert __main__.main(["verify", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert "Not as it was signed, beside the program: READ-ME.html" in said
    assert "run it" not in said
    __main__.main(["verify", "--json", str(tmp_path)])
    assert json.loads(capsys.readouterr().out)["posing"] == ["READ-ME.html"]


def test_names_from_outside_cannot_act_on_the_terminal(tmp_path, capsys):
    (tmp_path / "a\x1b[2J\u202e.exe").write_bytes(b"MZ")
    assert __main__.main(["verify", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert "\x1b" not in said
    assert "\u202e" not in said


def test_the_development_key_is_accepted_and_told(tmp_path, capsys, monkeypatch):
    (publisher, _) = packs.KEYS
    keys = TrustedKeys((type(publisher)(publisher.key, publisher.names, is_development=True),))
    monkeypatch.setattr(TrustedKeys, "load", lambda _folder: keys)
    (tmp_path / "a.briefing").write_bytes(packs.pack())
    assert __main__.main(["verify", str(tmp_path / "a.briefing")]) == 0
    said = capsys.readouterr().out
    assert "development key" in said
    assert "exactly" not in said
