"""G23: remembering and erasing, killed at any call, leave what was there or what was to be there."""

from __future__ import annotations

import itertools

import pytest

from reader.memory.memory import Memory, Mode
from reader.memory.remembered import Bookmark, Remembered
from reader.settings import Settings
from tests.memory.kept import MUCH
from tests.security.killing import kill_everywhere

pytestmark = pytest.mark.needs("strace")

NEXT = Remembered(Settings(), None, {}, (Bookmark(MUCH.bookmarks[1].place, "second"),))
IMPORTS = (
    "from reader.memory.memory import Memory\nfrom reader.memory.remembered import Bookmark, Remembered\n"
    "from reader.library.document import Place\nfrom reader.settings import Settings\n"
    "memory = Memory(folder / 'data')\n"
)


def folders(tmp_path, *, filled: bool):
    numbers = itertools.count()

    def prepare():
        folder = tmp_path / f"folder-{next(numbers)}"
        folder.mkdir()
        if filled:
            memory = Memory(folder / "data")
            memory.begin()
            memory.save(MUCH)
            memory._let_go()
        return folder

    return prepare


def test_saving(tmp_path):
    work = IMPORTS + (
        "memory.open()\n---\n"
        "memory.save(Remembered(Settings(), None, {}, (Bookmark(Place('annex', 'en', 'p31'), 'second'),)))"
    )
    seen = set()
    for _, folder in kill_everywhere("remembering", work, folders(tmp_path, filled=True)):
        memory = Memory(folder / "data")
        found = memory.open()
        assert memory.faults == []
        # Each file is the old or the new one, whole, and they are written one after the other.
        states = (found.settings, found.last, found.bookmarks)
        olds = (MUCH.settings, MUCH.last, MUCH.bookmarks)
        news = (NEXT.settings, NEXT.last, NEXT.bookmarks)
        assert states in [news[:count] + olds[count:] for count in range(4)]
        seen.add(states)
        assert {path.name for path in (folder / "data").iterdir()} == {
            "settings.json",
            "places.json",
            "bookmarks.json",
        }
        memory._let_go()
    assert len(seen) == 4


def test_beginning(tmp_path):
    for _, folder in kill_everywhere(
        "beginning to remember", IMPORTS + "---\nmemory.begin()", folders(tmp_path, filled=False)
    ):
        memory = Memory(folder / "data")
        assert memory.open() == Remembered()
        assert memory.faults == []


def test_erasing(tmp_path):
    for _, folder in kill_everywhere(
        "erasing", IMPORTS + "memory.open()\n---\nmemory.erase()", folders(tmp_path, filled=True)
    ):
        memory = Memory(folder / "data")
        found = memory.open()
        assert memory.faults == []
        assert found == (MUCH if memory.mode is Mode.WRITING else Remembered())
        memory.erase()
        assert list(folder.iterdir()) == []
