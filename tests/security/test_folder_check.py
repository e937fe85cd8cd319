"""Signed folders and sticks: every change is seen and named, and nothing of them is run or followed."""

import os
import shutil
import subprocess

import pytest

from reader.security.executables import can_run
from reader.security.folder_check import check_folder
from reader.security.other_copy import Kind, check_copy
from reader.security.verdict import Standing
from tests import packs


@pytest.fixture
def folder(tmp_path):
    return packs.write_folder(tmp_path / "copy", packs.entries())


@pytest.fixture
def program(tmp_path):
    contents = {"reader": b"\x7fELF", "_internal/lib/libA.so.1": b"\x7fELF", "content.briefing": packs.pack()}
    listed = packs.entries(contents, format="program-manifest-1", pack="briefing-reader")
    return packs.write_folder(tmp_path / "program", listed)


def standing(folder):
    return check_folder(folder, packs.KEYS).standing


def test_a_good_folder_is_genuine(folder, program):
    for each in (folder, program):
        verdict = check_folder(each, packs.KEYS)
        assert verdict.standing is Standing.GENUINE
        assert verdict.signed.publisher.names["en"] == "Sample Publisher"


def test_every_byte_of_a_folder_counts(tmp_path):
    listed = packs.entries({"a.md": b"one", "b/c.md": b"two two"})
    folder = packs.write_folder(tmp_path / "copy", listed)
    assert standing(folder) is Standing.GENUINE
    for name, content in listed.items():
        for position in range(len(content)):
            changed = bytearray(content)
            changed[position] ^= 1 << position % 8
            (folder / name).write_bytes(changed)
            verdict = check_folder(folder, packs.KEYS)
            if verdict.standing is Standing.UNKNOWN:
                # Six bits of a letter hold the end of the key's id and the beginning of the signature.
                assert name == "SHA256SUMS.minisig"
                continue
            assert verdict.standing is Standing.CHANGED, (name, position)
            assert name in verdict.differences.changed, (name, position)
        (folder / name).write_bytes(content)
    assert standing(folder) is Standing.GENUINE


def test_missing_extra_swapped_and_renamed_files_are_named(folder):
    guide, preface = folder / "book/guide.fa.md", folder / "book/preface.fa.md"
    guide.unlink()
    assert check_folder(folder, packs.KEYS).differences.missing == ("book/guide.fa.md",)
    guide.write_bytes(preface.read_bytes())
    preface.write_bytes(packs.files()["book/guide.fa.md"])
    assert check_folder(folder, packs.KEYS).differences.changed == ("book/guide.fa.md", "book/preface.fa.md")
    guide.write_bytes(packs.files()["book/guide.fa.md"])
    preface.rename(folder / "book/Preface.fa.md")
    found = check_folder(folder, packs.KEYS).differences
    assert (found.missing, found.extra) == (("book/preface.fa.md",), ("book/Preface.fa.md",))


def test_only_the_file_that_grew_is_named(folder):
    (folder / "briefing.toml").write_bytes(packs.files()["briefing.toml"] + b"#" * 100)
    found = check_folder(folder, packs.KEYS).differences
    assert (found.changed, found.missing, found.extra) == (("briefing.toml",), (), ())


def test_a_file_too_many_is_named_and_a_program_is_an_alarm(folder):
    (folder / "notes.txt").write_text("mine")
    found = check_folder(folder, packs.KEYS).differences
    assert (found.extra, found.alarms) == (("notes.txt",), ())
    (folder / "book" / "guide.pdf").write_bytes(b"MZ\x90")
    (folder / "start.lnk").write_bytes(b"")
    (folder / ".hidden.sh").write_bytes(b"#!/bin/sh\n")
    assert check_folder(folder, packs.KEYS).differences.alarms == (
        ".hidden.sh",
        "book/guide.pdf",
        "start.lnk",
    )


def test_what_a_reader_remembers_is_no_part_of_the_copy_but_programs_in_it_are_an_alarm(program):
    (program / "data").mkdir()
    (program / "data" / "settings.json").write_text("{}")
    assert standing(program) is Standing.GENUINE
    (program / "data" / "x.exe").write_bytes(b"MZ")
    assert check_folder(program, packs.KEYS).differences.alarms == ("data/x.exe",)
    assert standing(program) is Standing.CHANGED


def test_a_briefing_has_no_such_folder(folder):
    (folder / "data").mkdir()
    (folder / "data" / "settings.json").write_text("{}")
    assert standing(folder) is Standing.CHANGED


@pytest.mark.parametrize("name", ["SHA256SUMS", "SHA256SUMS.minisig"])
def test_a_folder_without_a_signature_says_so(folder, name):
    (folder / name).unlink()
    verdict = check_folder(folder, packs.KEYS)
    assert (verdict.standing, verdict.differences.missing) == (Standing.UNSIGNED, (name,))


def test_a_stranger_is_unknown_and_still_its_files_are_compared(tmp_path):
    folder = packs.write_folder(tmp_path / "copy", packs.entries(signer=packs.STRANGER))
    assert standing(folder) is Standing.UNKNOWN
    assert not check_folder(folder, packs.KEYS).differences
    (folder / "briefing.toml").write_text("other")
    verdict = check_folder(folder, packs.KEYS)
    assert (verdict.standing, verdict.differences.changed) == (Standing.UNKNOWN, ("briefing.toml",))


def test_links_and_pipes_are_neither_followed_nor_waited_for(folder, tmp_path):
    guide = folder / "book" / "guide.fa.md"
    outside = tmp_path / "outside.md"
    outside.write_bytes(guide.read_bytes())
    guide.unlink()
    guide.symlink_to(outside)
    assert check_folder(folder, packs.KEYS).differences.changed == ("book/guide.fa.md",)
    guide.unlink()
    os.mkfifo(guide)
    assert check_folder(folder, packs.KEYS).differences.changed == ("book/guide.fa.md",)
    guide.unlink()
    guide.write_bytes(outside.read_bytes())
    (folder / "more").symlink_to(tmp_path, target_is_directory=True)
    assert check_folder(folder, packs.KEYS).differences.extra == ("more",)
    for name in ("SHA256SUMS", "SHA256SUMS.minisig"):
        (folder / name).rename(tmp_path / name)
        (folder / name).symlink_to(tmp_path / name)
        assert standing(folder) is Standing.UNREADABLE
        (folder / name).unlink()
        (tmp_path / name).rename(folder / name)


def test_a_huge_file_in_place_of_a_small_one_is_not_read_to_its_end(folder):
    with (folder / "book/guide.fa.md").open("wb") as file:
        file.truncate(1 << 40)
    assert check_folder(folder, packs.KEYS).differences.changed == ("book/guide.fa.md",)


def test_a_stick_with_several_copies(tmp_path, folder, program):
    (tmp_path / "old.briefing").write_bytes(packs.pack(version=2026010101))
    (tmp_path / "holiday.jpg").write_bytes(b"\xff\xd8")
    report = check_copy(tmp_path, packs.KEYS)
    assert [(copy.name, copy.kind) for copy in report.copies] == [
        ("copy", Kind.FOLDER),
        ("program", Kind.FOLDER),
        ("old.briefing", Kind.PACK),
    ]
    assert report.is_good
    (tmp_path / "autorun.inf").write_text("")
    report = check_copy(tmp_path, packs.KEYS)
    assert report.alarms == ("autorun.inf",)
    assert not report.is_good


def test_one_bad_copy_among_good_ones_is_told_apart(tmp_path, folder):
    raw = packs.pack()
    (tmp_path / "a.briefing").write_bytes(raw[:-1])
    report = check_copy(tmp_path, packs.KEYS)
    assert [copy.verdict.standing for copy in report.copies] == [Standing.GENUINE, Standing.CHANGED]
    assert not report.is_good


def test_a_program_deep_in_a_stick_is_an_alarm_and_where_nobody_looked_is_told(tmp_path, folder, monkeypatch):
    deep = tmp_path / "/".join("abcdefgh")
    deep.mkdir(parents=True)
    (deep / "x.exe").write_bytes(b"MZ")
    report = check_copy(tmp_path, packs.KEYS)
    assert (report.alarms, report.unseen) == (("a/b/c/d/e/f/g/h/x.exe",), ())
    monkeypatch.setattr("reader.security.folder_check._DEEPEST", 8)
    assert check_copy(tmp_path, packs.KEYS).unseen == ("a/b/c/d/e/f/g/h",)
    monkeypatch.setattr("reader.security.folder_check._MOST_FOUND", 5)
    assert len(check_copy(tmp_path, packs.KEYS).unseen) == 1


def test_a_folder_in_a_copy_that_cannot_be_looked_into_is_a_change(folder, monkeypatch):
    closed = folder / "closed"
    closed.mkdir()
    assert standing(folder) is Standing.GENUINE
    scan = os.scandir

    def refusing(path):
        if str(path) == str(closed):
            raise PermissionError
        return scan(path)

    monkeypatch.setattr("reader.security.folder_check.os.scandir", refusing)
    assert check_folder(folder, packs.KEYS).differences.extra == ("closed",)


def test_nothing_to_check(tmp_path):
    (tmp_path / "empty").mkdir()
    for path, expected in ((tmp_path / "empty", Standing.UNSIGNED), (tmp_path / "none", Standing.UNREADABLE)):
        (copy,) = check_copy(path, packs.KEYS).copies
        assert copy.verdict.standing is expected


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("a.exe", b""),
        ("a.EXE", b""),
        ("a.exe.", b""),
        ("a.exe ", b""),
        ("letter.pdf.lnk", b""),
        ("letter.js.txt", b""),
        ("letter.pdf", b"MZ\x90\0"),
        ("letter", b"\x7fELF"),
        ("letter.txt", b"#!/bin/sh"),
        ("a.desktop", b""),
        ("a.AppImage", b""),
        ("a.\u202efdp.exe", b""),
    ],
)
def test_what_can_be_run(name, head):
    assert can_run(name, head)


@pytest.mark.parametrize(
    ("name", "head"), [("a.md", b"# A"), ("a.jpg", b"\xff\xd8\xff"), ("readme", b"exe"), ("exe", b"")]
)
def test_what_cannot_be_run(name, head):
    assert not can_run(name, head)


@pytest.mark.needs("minisign", "sha256sum")
def test_stock_tools_agree_on_folders(folder, tmp_path):
    key = tmp_path / "key.pub"
    key.write_text(packs.PUBLISHER.line())

    def agree() -> bool:
        commands = (
            [shutil.which("minisign"), "-Vm", "SHA256SUMS", "-p", str(key)],
            [shutil.which("sha256sum"), "--strict", "--status", "-c", "SHA256SUMS"],
        )
        return all(
            subprocess.run(each, cwd=folder, capture_output=True, check=False).returncode == 0
            for each in commands
        )

    assert agree()
    for name, content in packs.entries().items():
        (folder / name).write_bytes(content[:-2] + b"x\n")
        assert not agree(), name
        (folder / name).write_bytes(content)
    assert agree()
