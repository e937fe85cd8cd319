"""Remembering: off until asked for, whole whatever happens, gone when erased (G28)."""

from __future__ import annotations

import dataclasses
import json
import os
import random
import stat
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import MemoryFault, NotWritable, WriteFailed
from reader.memory.kept_file import LARGEST
from reader.memory.memory import Memory, Mode
from reader.memory.remembered import Remembered, clean_note
from reader.security import safe_write
from reader.settings import ALLOWED, Settings
from tests.memory.kept import FILES, MUCH, bytes_of, filled, folder, opened

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["filled", "folder"]


def test_off_until_asked_for(folder):
    memory, remembered = opened(folder)
    memory.save(MUCH)
    assert (memory.mode, remembered, memory.faults) == (Mode.OFF, Remembered(), [])
    assert not folder.exists()


def test_what_was_remembered_comes_back(filled):
    memory, remembered = opened(filled)
    assert (memory.mode, remembered, memory.faults) == (Mode.WRITING, MUCH, [])


def test_what_is_kept_is_the_persons_alone_and_says_no_time(filled):
    assert stat.S_IMODE(filled.stat().st_mode) == 0o700
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in filled.iterdir())
    assert sorted(bytes_of(filled)) == sorted(FILES)
    assert set(json.loads((filled / "bookmarks.json").read_text("utf-8"))["bookmarks"][0]) == {
        "document",
        "language",
        "passage",
        "note",
    }


def test_a_folder_named_on_the_command_line_is_asked_for(folder):
    memory = Memory(folder, chosen=True)
    memory.open()
    assert memory.mode is Mode.WRITING
    assert sorted(bytes_of(folder)) == ["settings.json"]


def test_a_picture_reads_and_writes_nothing(filled):
    before = bytes_of(filled)
    memory, remembered = opened(filled, writing=False)
    memory.save(Remembered())
    assert (memory.mode, remembered) == (Mode.READING, MUCH)
    assert bytes_of(filled) == before


def test_a_picture_makes_no_folder(folder):
    memory = Memory(folder, chosen=True)
    memory.open(writing=False)
    assert not folder.exists()


def test_nothing_is_written_again_that_did_not_change(filled, monkeypatch):
    memory, remembered = opened(filled)
    monkeypatch.setattr(safe_write, "write_file", lambda *given, **named: pytest.fail("it wrote"))
    memory.save(remembered)


def test_off_stays_off_and_what_was_kept_can_be_taken_up_again(filled):
    memory, remembered = opened(filled)
    memory.end(remembered.settings)
    again, nothing = opened(filled)
    assert (again.mode, nothing, again.holds_something) == (Mode.OFF, Remembered(), True)
    assert again.begin() == MUCH
    assert opened(filled)[1] == MUCH


def test_erased_is_gone(filled):
    memory, _ = opened(filled)
    (filled / "places.broken").write_text("x")
    memory.erase()
    assert not filled.exists()
    assert memory.mode is Mode.OFF
    memory.erase()
    assert opened(filled)[0].mode is Mode.OFF


def test_erasing_touches_nothing_else(filled):
    (filled / "photo.jpg").write_bytes(b"mine")
    (filled / "places.broken").mkdir()
    opened(filled)[0].erase()
    assert sorted(path.name for path in filled.iterdir()) == ["photo.jpg", "places.broken"]


def test_a_folder_of_somebody_else_is_not_taken_for_ours(folder):
    folder.mkdir()
    (folder / "photo.jpg").write_bytes(b"mine")
    memory, _ = opened(folder)
    assert (memory.mode, memory.faults) == (Mode.OFF, [])


def test_a_link_beside_the_program_leads_nowhere(filled, tmp_path):
    link = tmp_path / "link"
    link.symlink_to(filled)
    memory, remembered = opened(link)
    assert (memory.mode, remembered) == (Mode.OFF, Remembered())
    (fault,) = memory.faults
    assert "link" in str(fault)
    with pytest.raises(MemoryFault):
        memory.begin()
    assert Memory(link, chosen=True).open() == MUCH


@pytest.mark.parametrize("chosen", [False, True])
def test_a_file_in_place_of_the_folder(folder, chosen):
    folder.write_text("x")
    memory = Memory(folder, chosen=chosen)
    assert memory.open() == Remembered()
    assert (memory.mode, len(memory.faults)) == (Mode.OFF, 1)
    with pytest.raises(MemoryFault):
        memory.begin()
    assert folder.read_text() == "x"


# Broken, foreign and newer files

BROKEN = {
    "empty": b"",
    "random": random.Random(7).randbytes(3000),
    "half": b'{"format": 1, "zoom": 1',
    "deep": b"[" * 100_000,
    "long number": b'{"format": 1' + b"0" * 5000 + b"}",
    "a list": b"[1, 2]",
    "foreign": b'{"theme": "dark"}',
    "other format": b'{"format": "one"}',
    "true": b'{"format": true}',
    "not utf-8": b'{"format": 1, "theme": "\xff"}',
    "nul": b"\0" * 4096,
}


def replaced(path: Path, how: str) -> None:
    path.unlink()
    if how == "folder":
        path.mkdir()
        (path / "inside").write_text("x")
    elif how == "link":
        path.symlink_to("/etc/hostname")
    elif how == "dangling":
        path.symlink_to("nowhere")
    elif how == "loop":
        path.symlink_to(path.name)
    elif how == "pipe":
        os.mkfifo(path)
    elif how == "sparse":
        with path.open("wb") as file:
            file.truncate(1_000_000_000)
    else:
        path.write_bytes(BROKEN[how])


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("how", [*BROKEN, "folder", "link", "dangling", "loop", "pipe", "sparse"])
def test_a_broken_file_is_told_and_set_aside_and_the_rest_comes_back(filled, name, how):
    replaced(filled / name, how)
    memory, remembered = opened(filled)
    assert memory.mode is Mode.WRITING
    (fault,) = memory.faults
    assert name in str(fault)
    expected = {
        "settings.json": dataclasses.replace(MUCH, settings=Settings()),
        "places.json": dataclasses.replace(MUCH, last=None, reading={}),
        "bookmarks.json": dataclasses.replace(MUCH, bookmarks=()),
    }
    assert remembered == expected[name]
    memory.save(MUCH)
    memory._let_go()
    aside = (filled / name).with_suffix(".broken")
    assert os.path.lexists(aside)
    if how in BROKEN:
        assert aside.read_bytes() == BROKEN[how]
    again, remembered = opened(filled)
    assert (remembered, again.faults) == (MUCH, [])


@pytest.mark.parametrize("name", FILES)
def test_a_newer_file_is_left_as_it_is(filled, name):
    newer = b'{"format": 2, "of": ["what we cannot know"]}'
    (filled / name).write_bytes(newer)
    memory, _ = opened(filled)
    (fault,) = memory.faults
    assert "newer" in str(fault)
    memory.save(MUCH)
    assert (filled / name).read_bytes() == newer


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("interface", "de"),
        ("theme", "../../etc/passwd"),
        ("theme", 7),
        ("zoom", 10**9),
        ("zoom", True),
        ("zoom", "120"),
        ("languages", None),
        ("languages", ["fa"]),
    ],
)
def test_an_impossible_setting_is_left_out_alone(filled, name, value):
    path = filled / "settings.json"
    told = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps({**told, name: value}), "utf-8")
    memory, remembered = opened(filled)
    assert len(memory.faults) == 1
    default = getattr(Settings(), name)
    assert remembered.settings == dataclasses.replace(MUCH.settings, **{name: default})


@pytest.mark.parametrize(
    "bookmark",
    [
        7,
        {},
        {"document": "../x", "language": "fa", "passage": "p1"},
        {"document": "letter", "language": "FA!", "passage": "p1"},
        {"document": "letter", "language": "fa", "passage": "<img>"},
        {"document": ["letter"], "language": "fa", "passage": "p1"},
        {"document": "letter", "language": "fa", "passage": "p1", "note": 7},
    ],
)
def test_an_impossible_bookmark_is_left_out_alone(filled, bookmark):
    path = filled / "bookmarks.json"
    told = json.loads(path.read_text("utf-8"))
    told["bookmarks"].insert(1, bookmark)
    path.write_text(json.dumps(told), "utf-8")
    memory, remembered = opened(filled)
    assert remembered.bookmarks == MUCH.bookmarks
    assert len(memory.faults) == 1


def test_every_setting_is_checked_and_every_default_allowed():
    defaults = dataclasses.asdict(Settings())
    assert set(defaults) == set(ALLOWED)
    assert all(value in ALLOWED[name] for name, value in defaults.items())


@given(st.text())
def test_a_note_is_one_printable_line(text):
    note = clean_note(text)
    assert note == clean_note(note)
    assert "\n" not in note
    note.encode("utf-8")


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(
                st.sampled_from(["format", "bookmarks", "last", "reading", "document", "theme"]), inner
            )
        ),
    )
)
def test_no_content_stops_the_program(tmp_path_factory, value):
    folder = tmp_path_factory.mktemp("data")
    for name in FILES:
        (folder / name).write_text(json.dumps(value), "utf-8")
    memory = Memory(folder)
    memory.open()
    memory.save(MUCH)
    memory._let_go()


def test_a_file_far_too_large_is_not_read(filled):
    (filled / "settings.json").write_bytes(b" " * (LARGEST + 1))
    assert len(opened(filled)[0].faults) == 1


# Where one may not write


def test_a_folder_that_may_not_be_written_to_is_read(filled, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *given: False)
    memory, remembered = opened(filled)
    (fault,) = memory.faults
    assert isinstance(fault, NotWritable)
    assert (memory.mode, remembered) == (Mode.READING, MUCH)
    memory.save(Remembered())
    with pytest.raises(NotWritable):
        memory.erase()


def test_a_folder_that_cannot_be_made(tmp_path):
    memory = Memory(tmp_path / "no" / "data", chosen=True)
    assert memory.open() == Remembered()
    assert len(memory.faults) == 1
    with pytest.raises(WriteFailed):
        memory.begin()


def test_a_disk_that_fails_is_told_once_and_what_was_there_stays(filled, monkeypatch):
    memory, _ = opened(filled)

    def refuse(*given, **named):
        raise WriteFailed("“{file}” could not be written (system error {code}).", file="x", code=5)

    monkeypatch.setattr(safe_write, "write_file", refuse)
    with pytest.raises(WriteFailed):
        memory.save(Remembered())
    memory.save(Remembered())
    memory._let_go()
    monkeypatch.undo()
    assert opened(filled)[1] == MUCH
