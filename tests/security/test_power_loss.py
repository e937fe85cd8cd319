"""G24: when the power goes at any moment, the old file or the new one is found, whole."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from reader.errors import StorageFailed
from reader.security import safe_write
from tests.security.disk_model import ATOMIC, IN_PLACE, REMOVING_FIRST, Disk, disk_with

FOLDER = Path("/stick/data")
FILE = FOLDER / "notes"
OLD, NEW = b"what was there", [b"what ", b"is to be ", b"there now"]
RENAMINGS = [ATOMIC, IN_PLACE, REMOVING_FIRST]


def write() -> None:
    with safe_write.replacing(FILE) as draft:
        for part in NEW:
            draft.write(part)


def losses(disk_before: dict[str, bytes], renaming: str, work, monkeypatch):
    """Yield, for every call of some work, each disk that a loss of power there may leave; then the end."""
    fails_at = 0
    while True:
        fails_at += 1
        disk = disk_with(FOLDER, renaming, **disk_before)
        disk.fails_at = fails_at
        monkeypatch.setattr(safe_write, "os", disk)
        with suppress(StorageFailed, OSError):
            work()
        finished = disk.calls < fails_at
        for state in disk.states():
            yield state, finished
        if finished:
            return


def swept(disk: Disk, monkeypatch) -> dict[str, bytes]:
    monkeypatch.setattr(safe_write, "os", disk)
    safe_write.sweep(FOLDER)
    return disk.holds(FOLDER)


@pytest.mark.parametrize("renaming", RENAMINGS)
@pytest.mark.parametrize("before", [{"notes": OLD}, {}], ids=["over an old one", "a first one"])
def test_the_old_or_the_new_is_found_whole(renaming, before, monkeypatch):
    new = {"notes": b"".join(NEW)}
    count = 0
    for state, finished in losses(before, renaming, write, monkeypatch):
        count += 1
        found = swept(state, monkeypatch)
        assert found in ([new] if finished else [before, new])
    assert count > 25


@pytest.mark.parametrize("renaming", RENAMINGS)
def test_a_second_loss_while_sweeping_loses_nothing_either(renaming, monkeypatch):
    new = {"notes": b"".join(NEW)}
    before = {"notes": OLD}
    for state, _ in losses(before, renaming, write, monkeypatch):
        left = state.holds(FOLDER)
        for second, _ in losses(left, renaming, lambda: safe_write.sweep(FOLDER), monkeypatch):
            assert swept(second, monkeypatch) in [before, new]


def in_place() -> None:
    """Write over the old one: what nobody should do."""
    safe_write.os.unlink(FILE)
    descriptor = safe_write.os.open(FILE, safe_write._NEW)
    for part in NEW:
        safe_write.os.write(descriptor, part)
    safe_write.os.fsync(descriptor)


def without_syncing() -> None:
    part = FOLDER / ".notes.0000000a.part"
    descriptor = safe_write.os.open(part, safe_write._NEW)
    for each in NEW:
        safe_write.os.write(descriptor, each)
    safe_write.os.replace(part, FILE)


def without_saying_that_it_is_whole() -> None:
    part = FOLDER / ".notes.0000000a.part"
    descriptor = safe_write.os.open(part, safe_write._NEW)
    for each in NEW:
        safe_write.os.write(descriptor, each)
    safe_write.os.fsync(descriptor)
    safe_write.os.replace(part, FILE)


@pytest.mark.parametrize(
    ("work", "renaming"),
    [(in_place, ATOMIC), (without_syncing, ATOMIC), (without_saying_that_it_is_whole, REMOVING_FIRST)],
    ids=lambda each: getattr(each, "__name__", each),
)
def test_the_model_sees_what_careless_writing_loses(work, renaming, monkeypatch):
    allowed = [{"notes": OLD}, {"notes": b"".join(NEW)}]
    found = [swept(state, monkeypatch) for state, _ in losses({"notes": OLD}, renaming, work, monkeypatch)]
    assert any(each not in allowed for each in found)
