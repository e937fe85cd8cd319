"""Durable writes, and every way in which a disk refuses (G25)."""

from __future__ import annotations

import errno
import fcntl
import os
import stat

import pytest

from reader.errors import NoRoom, NotWritable, StorageFailed, WriteFailed
from reader.security import safe_write

CALLS = ["open", "write", "fsync", "close", "replace"]
REFUSALS = {
    errno.ENOSPC: NoRoom,
    errno.EFBIG: NoRoom,
    errno.EROFS: NotWritable,
    errno.EACCES: NotWritable,
    errno.EIO: StorageFailed,
    errno.ENODEV: StorageFailed,
    errno.ENAMETOOLONG: WriteFailed,
}


class Refusing:
    """The system's calls, of which one fails: the ``at``-th of its name."""

    def __init__(self, call: str, at: int, code: int, *, then_too: bool = False) -> None:
        self._call, self._at, self._code, self._then_too = call, at, code, then_too
        self.reached = 0

    def __getattr__(self, name: str):
        real = getattr(os, name)
        if name != self._call:
            return real

        def call(*given):
            self.reached += 1
            if self.reached == self._at or (self._then_too and self.reached > self._at):
                if name == "close":
                    real(*given)
                raise OSError(self._code, "refused")
            return real(*given)

        return call


def write(path, parts=(b"ne", b"w")):
    with safe_write.replacing(path) as draft:
        for part in parts:
            draft.write(part)


def refused(path) -> WriteFailed | None:
    """Write, and return what was said against it."""
    try:
        write(path)
    except WriteFailed as fault:
        return fault
    return None


def half(path):
    with safe_write.replacing(path) as draft:
        draft.write(b"half")
        raise KeyboardInterrupt


def half_of_a_new_one(path):
    with safe_write.creating(path) as draft:
        draft.write(b"half")
        raise KeyboardInterrupt


def held(folder) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("before", [{}, {"notes": b"old"}], ids=["a first file", "over an old one"])
@pytest.mark.parametrize("code", REFUSALS, ids=errno.errorcode.get)
@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("then_too", [False, True], ids=["once", "from then on"])
def test_a_refusal_at_any_call_is_said_and_loses_nothing(tmp_path, monkeypatch, call, code, before, then_too):
    for at in range(1, 20):
        folder = tmp_path / str(at)
        folder.mkdir()
        for name, text in before.items():
            (folder / name).write_bytes(text)
        system = Refusing(call, at, code, then_too=then_too)
        monkeypatch.setattr(safe_write, "os", system)
        fault = refused(folder / "notes")
        monkeypatch.undo()
        assert type(fault) is (REFUSALS[code] if system.reached >= at else type(None))
        assert all((folder / name).read_bytes() in (text, b"new") for name, text in before.items())
        safe_write.sweep(folder)
        assert held(folder) in (before, {"notes": b"new"})
        if system.reached < at:
            assert held(folder) == {"notes": b"new"}
            return
    pytest.fail("it never came to its end")


def test_a_disk_that_takes_one_byte_at_a_time(tmp_path, monkeypatch):
    class Slow:
        def __getattr__(self, name):
            return getattr(os, name) if name != "write" else lambda to, data: os.write(to, data[:1])

    monkeypatch.setattr(safe_write, "os", Slow())
    write(tmp_path / "notes", [b"every byte", b" counts"])
    assert held(tmp_path) == {"notes": b"every byte counts"}


def test_a_disk_that_takes_nothing(tmp_path, monkeypatch):
    class Deaf:
        def __getattr__(self, name):
            return getattr(os, name) if name != "write" else lambda to, data: 0

    monkeypatch.setattr(safe_write, "os", Deaf())
    with pytest.raises(StorageFailed):
        write(tmp_path / "notes")
    assert held(tmp_path) == {}


def test_what_fails_in_between_leaves_the_old_one(tmp_path):
    (tmp_path / "notes").write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt):
        half(tmp_path / "notes")
    assert held(tmp_path) == {"notes": b"old"}


def test_a_reading_fault_of_the_caller_is_not_called_a_writing_fault(tmp_path):
    with pytest.raises(FileNotFoundError), safe_write.replacing(tmp_path / "notes") as draft:
        draft.write((tmp_path / "missing").read_bytes())


def test_a_link_is_replaced_and_what_it_leads_to_is_left_alone(tmp_path):
    (tmp_path / "elsewhere").write_bytes(b"not ours")
    (tmp_path / "notes").symlink_to("elsewhere")
    write(tmp_path / "notes")
    assert (tmp_path / "elsewhere").read_bytes() == b"not ours"
    assert not (tmp_path / "notes").is_symlink()


def test_what_is_private_is_nobody_elses(tmp_path):
    safe_write.make_folder(tmp_path / "data", private=True)
    safe_write.write_file(tmp_path / "data" / "notes", b"mine", private=True)
    assert (tmp_path / "data").stat().st_mode & 0o077 == 0
    assert (tmp_path / "data" / "notes").stat().st_mode & 0o077 == 0


def test_a_new_file_must_not_be_there(tmp_path):
    (tmp_path / "there").write_bytes(b"old")
    with pytest.raises(WriteFailed), safe_write.creating(tmp_path / "there") as draft:
        draft.write(b"new")
    assert held(tmp_path) == {"there": b"old"}
    with pytest.raises(KeyboardInterrupt):
        half_of_a_new_one(tmp_path / "half")
    assert held(tmp_path) == {"there": b"old"}


def test_folders(tmp_path):
    safe_write.make_folder(tmp_path / "one")
    safe_write.make_folder(tmp_path / "one")
    (tmp_path / "file").write_bytes(b"")
    for impossible in (tmp_path / "file", tmp_path / "no" / "such"):
        with pytest.raises(WriteFailed):
            safe_write.make_folder(impossible)


def test_sweeping_finishes_removes_and_touches_nothing_else(tmp_path):
    kept = {
        "settings": b"s",
        ".hidden": b"h",
        ".settings.part": b"not ours",
        ".x.0000000g.part": b"not ours",
        "y.00000001.part": b"not ours",
    }
    for name, text in {
        **kept,
        ".settings.00000001.part": b"half",
        ".settings.00000002.whole": b"older or newer, but the place is taken",
        ".notes.00000003.whole": b"whole",
        ".places.00000004.part": b"half",
    }.items():
        (tmp_path / name).write_bytes(text)
    (tmp_path / ".folder.00000005.part").mkdir()
    (tmp_path / ".link.00000006.part").symlink_to("settings")
    safe_write.sweep(tmp_path)
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {*kept, "notes", ".folder.00000005.part", ".link.00000006.part"}
    assert (tmp_path / "notes").read_bytes() == b"whole"
    assert (tmp_path / "settings").read_bytes() == b"s"


def test_sweeping_leaves_what_another_is_writing(tmp_path):
    (tmp_path / ".notes.00000001.part").write_bytes(b"ha")
    with (tmp_path / ".notes.00000001.part").open("rb") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        safe_write.sweep(tmp_path)
        assert held(tmp_path) == {".notes.00000001.part": b"ha"}
    safe_write.sweep(tmp_path)
    assert held(tmp_path) == {}


def test_while_a_file_is_written_no_one_sweeps_it_away(tmp_path):
    with safe_write.replacing(tmp_path / "notes") as draft:
        draft.write(b"new")
        safe_write.sweep(tmp_path)
    assert held(tmp_path) == {"notes": b"new"}


def test_sweeping_a_folder_that_is_not_there(tmp_path):
    safe_write.sweep(tmp_path / "no")
    (tmp_path / "file").write_bytes(b"")
    safe_write.sweep(tmp_path / "file")


def test_removing(tmp_path):
    (tmp_path / "notes").write_bytes(b"old")
    safe_write.remove(tmp_path / "notes")
    safe_write.remove(tmp_path / "notes")
    assert held(tmp_path) == {}
    with pytest.raises(WriteFailed):
        safe_write.remove(tmp_path)


def test_a_file_system_that_cannot_sync_a_folder(tmp_path, monkeypatch):
    class Fat:
        def __getattr__(self, name):
            if name != "fsync":
                return getattr(os, name)

            def fsync(descriptor):
                if stat.S_ISDIR(os.fstat(descriptor).st_mode):
                    raise OSError(errno.EINVAL, "no such thing here")
                os.fsync(descriptor)

            return fsync

    monkeypatch.setattr(safe_write, "os", Fat())
    write(tmp_path / "notes")
    assert held(tmp_path) == {"notes": b"new"}
