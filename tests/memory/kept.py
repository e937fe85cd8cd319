"""What the tests of remembering stand on: much that was remembered, and a folder that holds it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.library.document import Place
from reader.memory.memory import Memory
from reader.memory.remembered import Bookmark, Remembered
from reader.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
HERE = Place("letter", "fa", "p12")
MUCH = Remembered(
    Settings("en", "both", "dark", 120, "Amiri", 115, 36),
    HERE,
    {"letter": HERE, "annex": Place("annex", "en", "p30")},
    (Bookmark(HERE, "برای فردا"), Bookmark(Place("annex", "en", "p31"))),
)
FILES = ("settings.json", "places.json", "bookmarks.json")


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def filled(folder) -> Path:
    memory = Memory(folder)
    memory.begin()
    memory.save(MUCH)
    memory._let_go()
    return folder


def opened(folder, **how) -> tuple[Memory, Remembered]:
    memory = Memory(folder)
    return memory, memory.open(**how)


def bytes_of(folder) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
