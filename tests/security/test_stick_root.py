"""What lies at a stick's root: signed inside the program folder, and an alarm where it is not the same."""

import pytest

from reader.security.manifest import PROGRAM_FORMAT
from reader.security.other_copy import check_copy
from tests import packs

ROOT_FILES = {
    "Start-Linux.sh": b"#!/bin/sh\n",
    "READ-ME.html": b"<p>read me",
    "Reader-Phone.html": b"<p>all of it",
}


def stick(folder, signer=packs.PUBLISHER, system="linux"):
    """A stick with a signed program and what belongs at its root."""
    contents = {"reader": b"\x7fELF", **{f"stick/{name}": content for name, content in ROOT_FILES.items()}}
    listed = packs.entries(contents, signer, format=PROGRAM_FORMAT, pack="reader")
    packs.write_folder(folder / "Reader" / system, listed)
    return packs.write_folder(folder, ROOT_FILES)


def test_the_files_at_the_root_are_those_that_were_signed(tmp_path):
    report = check_copy(stick(tmp_path), packs.KEYS)
    assert (report.is_good, report.posing) == (True, ())


@pytest.mark.parametrize("name", ROOT_FILES)
def test_one_that_was_changed_is_an_alarm(tmp_path, name):
    path = stick(tmp_path) / name
    for content in (ROOT_FILES[name] + b"!", b"", ROOT_FILES["Start-Linux.sh"][:-1]):
        path.write_bytes(content)
        report = check_copy(tmp_path, packs.KEYS)
        assert (report.is_good, report.posing) == (False, (name,))
    path.unlink()
    path.symlink_to(tmp_path / "Reader" / "linux" / "stick" / name)
    assert check_copy(tmp_path, packs.KEYS).posing == (name,)


def test_one_for_a_system_that_is_not_there_or_in_another_folder_is_an_alarm(tmp_path):
    stick(tmp_path)
    (tmp_path / "Start-Windows.bat").write_bytes(b"@echo off")
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "Start-Linux.sh").write_bytes(ROOT_FILES["Start-Linux.sh"])
    assert check_copy(tmp_path, packs.KEYS).alarms == ("Start-Windows.bat", "more/Start-Linux.sh")


def test_a_program_that_was_changed_vouches_for_nothing(tmp_path):
    (stick(tmp_path) / "Reader" / "linux" / "reader").write_bytes(b"\x7fELF other")
    assert check_copy(tmp_path, packs.KEYS).alarms == ("Start-Linux.sh",)


def test_nor_does_one_that_nobody_knows(tmp_path):
    assert check_copy(stick(tmp_path, packs.Signer(b"s" * 32, b"stranger")), packs.KEYS).alarms == (
        "Start-Linux.sh",
    )


def test_two_programs_may_bring_two_leaflets(tmp_path):
    stick(tmp_path)
    other = stick(tmp_path / "elsewhere", system="windows")
    (other / "Reader" / "windows").rename(tmp_path / "Reader" / "windows")
    for name in ROOT_FILES:
        (other / name).unlink()
    assert check_copy(tmp_path, packs.KEYS).is_good
