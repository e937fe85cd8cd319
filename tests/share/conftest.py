"""What tests of editions and copies stand on: the edition of this program, made once; a folder in memory."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.share.briefings import made, own_desk

if TYPE_CHECKING:
    from collections.abc import Iterator

MEMORY = Path("/dev/shm")


@pytest.fixture(scope="package")
def whole_desk():
    return own_desk()


@pytest.fixture(scope="package")
def edition(whole_desk):
    return made(whole_desk, "fa", "en")


@pytest.fixture
def in_memory(tmp_path) -> Iterator[Path]:
    """A folder on a disk in memory where there is one: syncing thousands of times takes no time there."""
    if not MEMORY.is_dir():
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        yield Path(folder)


@pytest.fixture
def reader(tmp_path):
    return tmp_path / "source" / "Reader"


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder
