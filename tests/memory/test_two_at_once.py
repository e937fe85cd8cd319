"""G27: two programs at once do not harm what is remembered; the second one reads."""

from __future__ import annotations

import random
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from reader.errors import MemoryFault
from reader.memory.memory import Memory, Mode
from reader.memory.remembered import Remembered
from tests.memory.kept import FILES, MUCH, ROOT, filled, folder, opened

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["filled", "folder"]


def test_the_second_one_reads_and_changes_nothing(filled):
    first, _ = opened(filled)
    second, remembered = opened(filled)
    assert (first.mode, second.mode, remembered) == (Mode.WRITING, Mode.READING, MUCH)
    assert "Another window" in str(second.faults[0])
    second.save(Remembered())
    for work in (second.erase, second.begin):
        with pytest.raises(MemoryFault):
            work()
    assert first.mode is Mode.WRITING
    first._let_go()
    assert opened(filled)[1] == MUCH


WORKS = {
    "save": "memory.open(); memory.save(Remembered(bookmarks=(Bookmark(Place('a', 'fa', 'p1')),) * 900))",
    "begin": "memory.begin()",
    "end": "memory.open(); memory.end(Settings())",
    "erase": "memory.erase()",
    "open": "memory.open()",
}


def test_any_two_at_once_leave_it_whole(tmp_path):
    pairs = random.Random(23)
    for number in range(20):
        folder = tmp_path / str(number)
        memory = Memory(folder)
        memory.begin()
        memory.save(MUCH)
        memory._let_go()
        started = [started_in(folder, pairs.choice(list(WORKS))) for _ in range(2)]
        for each in started:
            _, told = each.communicate(timeout=60)
            assert each.returncode == 0, told
        memory, _ = opened(folder)
        assert memory.faults == []
        memory._let_go()
        assert not folder.exists() or {path.name for path in folder.iterdir()} <= set(FILES)


def started_in(folder: Path, work: str) -> subprocess.Popen[str]:
    code = (
        "import sys\nfrom pathlib import Path\nfrom reader.errors import ReaderError\n"
        "from reader.library.document import Place\nfrom reader.memory.memory import Memory\n"
        "from reader.memory.remembered import Bookmark, Remembered\nfrom reader.settings import Settings\n"
        "memory = Memory(Path(sys.argv[1]))\n"
        f"try:\n  {WORKS[work]}\nexcept ReaderError as fault:\n  print(fault)\n"
    )
    return subprocess.Popen(
        [sys.executable, "-B", "-c", code, str(folder)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def test_a_file_system_without_locks(filled, monkeypatch):
    import fcntl

    def refuse(*given):
        raise OSError(38, "no such thing")

    monkeypatch.setattr(fcntl, "flock", refuse)
    memory, remembered = opened(filled)
    assert (memory.mode, remembered) == (Mode.WRITING, MUCH)
    memory.save(Remembered())
    assert opened(filled)[1] == Remembered()
