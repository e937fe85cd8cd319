"""Durable writes: after a kill, a pulled stick or a full disk the old file or the new one is there, whole.

Everything the program writes goes through here. A file is written beside its place under a name of its
own (``.NAME.1a2b3c4d.part``), synced, renamed to say that it is whole (``.whole``), and only then renamed
over the old one, with the folder synced between the steps. FAT, which most sticks have, may forget the old
name before it knows the new one; then the whole file is still there, and ``sweep`` puts it in its place.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from reader.errors import NoRoom, NotWritable, StorageFailed, WriteFailed

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_UNFINISHED = re.compile(r"\.(?P<name>.+)\.[0-9a-f]{8}\.(?P<state>part|whole)", re.DOTALL)
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
_NOT_WRITABLE = {errno.EROFS, errno.EACCES, errno.EPERM}
_FAILED = {errno.EIO, errno.ENODEV, errno.ENXIO, errno.ENOENT, errno.ENOTDIR, errno.ESTALE}
_CANNOT_SYNC = {errno.EINVAL, getattr(errno, "ENOTSUP", errno.EINVAL)}
"""What a file system answers that has no way to sync a folder."""
_PLAIN = sum(getattr(os, name, 0) for name in ("O_BINARY", "O_CLOEXEC", "O_NOFOLLOW"))
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _PLAIN
_THERE = os.O_RDWR | _PLAIN


class Draft:
    """A file that is being written; its bytes are given in order, in as many parts as one likes."""

    def __init__(self, path: Path, written_as: Path, mode: int) -> None:
        self._path, self._at = path, written_as
        with _told(path):
            self._descriptor = os.open(written_as, _NEW, mode)
        if sys.platform != "win32":
            # Whoever sweeps meanwhile sees that somebody is at work; a kill lets go by itself.
            with suppress(OSError):
                fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def write(self, data: bytes | memoryview) -> int:
        """Write some bytes.

        Returns:
            How many: all of them.

        Raises:
            WriteFailed: they could not be written.
        """
        rest = memoryview(data)
        with _told(self._path):
            while rest:
                written = os.write(self._descriptor, rest)
                if written == 0:
                    raise OSError(errno.EIO, "nothing was taken")
                rest = rest[written:]
        return len(data)

    def sync(self) -> None:
        """Wait until what was written so far is on the disk.

        Raises:
            WriteFailed: it is not.
        """
        with _told(self._path):
            os.fsync(self._descriptor)

    def finish(self, *names: Path, synced: bool = True) -> None:
        """Sync the bytes and rename the file; ``replacing`` and ``creating`` call this.

        Args:
            names: one after the other; the last is its place.
            synced: whether to wait for the disk.

        Raises:
            WriteFailed: it does not stand in its place, or that is not on the disk yet.
        """
        with _told(self._path):
            if synced:
                os.fsync(self._descriptor)
            if sys.platform == "win32":
                self._close()  # what is open cannot be renamed there
            for name in names:
                _sync(self._path.parent)
                os.replace(self._at, name)
                self._at = name
            if names:
                _sync(self._path.parent)
            self._close()

    def discard(self) -> None:
        """Remove what was written, unless it stands in its place or nothing else does."""
        with suppress(OSError):
            self._close()
        with suppress(OSError):
            if self._at.suffix == ".whole":
                os.lstat(self._path)
            if self._at != self._path:
                os.unlink(self._at)

    def _close(self) -> None:
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            os.close(descriptor)


@contextmanager
def replacing(path: Path, *, private: bool = False) -> Iterator[Draft]:
    """Write a file anew: whatever happens, the old one or the new one is there, whole.

    Args:
        path: the file; its folder is there.
        private: nobody else on the computer may read it.

    Yields:
        Where to write. The file stands in its place, synced, when the block ends; if the block raises,
        the old one is untouched.

    Raises:
        WriteFailed: it could not be written.
    """
    token = os.urandom(4).hex()
    part, whole = (path.with_name(f".{path.name}.{token}.{state}") for state in ("part", "whole"))
    draft = Draft(path, part, 0o600 if private else 0o666)
    try:
        yield draft
        draft.finish(whole, path)
    except BaseException:
        draft.discard()
        raise


@contextmanager
def creating(path: Path, *, runs: bool = False, synced: bool = True) -> Iterator[Draft]:
    """Write a file that must not be there, under its own name, in a folder that does not count yet.

    A folder counts once its manifest is written, last, or once it is moved to its place; until then no
    file in it needs a second name. Its folder is not synced: ``sync_folder`` does that once for all.

    Args:
        path: the file.
        runs: whether a computer may run it.
        synced: whether it is waited for; otherwise ``sync_file`` does that, for many files at once.

    Yields:
        Where to write. The bytes are synced when the block ends; if it raises, the file is removed.

    Raises:
        WriteFailed: it could not be written, or is there already.
    """
    draft = Draft(path, path, 0o777 if runs else 0o666)
    try:
        yield draft
        draft.finish(synced=synced)
    except BaseException:
        draft.discard()
        with suppress(OSError):
            os.unlink(path)
        raise


def write_file(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write a file anew from bytes at hand, as ``replacing`` does."""
    with replacing(path, private=private) as draft:
        draft.write(data)


def make_folder(path: Path, *, private: bool = False) -> None:
    """Make a folder in one that is there; one that is there already is left as it is.

    Args:
        path: the folder.
        private: nobody else on the computer may look into it.

    Raises:
        WriteFailed: it could not be made, or something else has its name.
    """
    with _told(path):
        try:
            os.mkdir(path, 0o700 if private else 0o777)
        except FileExistsError:
            if not stat.S_ISDIR(os.stat(path).st_mode):
                raise
            return
        _sync(path.parent)


def move(path: Path, target: Path) -> None:
    """Give a finished file its place, in whatever folder of the disk; ``sync_folder`` makes that last.

    Args:
        path: the file.
        target: its place; a file that stands there is gone.

    Raises:
        WriteFailed: it still stands where it stood.
    """
    with _told(target):
        os.replace(path, target)


def remove(path: Path) -> None:
    """Remove a file; one that is not there is gone already.

    Raises:
        WriteFailed: it is still there.
    """
    with _told(path):
        with suppress(FileNotFoundError):
            os.unlink(path)
        _sync(path.parent)


def remove_folder(path: Path) -> None:
    """Remove an empty folder; one that is not there, or holds something, is left as it is.

    Raises:
        WriteFailed: it is still there, and empty.
    """
    with _told(path):
        try:
            os.rmdir(path)
        except OSError as fault:
            if fault.errno not in (errno.ENOENT, errno.ENOTEMPTY, errno.EEXIST):
                raise
        _sync(path.parent)


def set_aside(path: Path, aside: Path) -> None:
    """Give something that is no use another name in its folder; what had that name before is gone.

    Args:
        path: a file, link or folder.
        aside: its new name.

    Raises:
        WriteFailed: it still stands where it stood.
    """
    with _told(path):
        os.replace(path, aside)
        _sync(path.parent)


def sync_file(path: Path) -> None:
    """See to it that the bytes of a file are on the disk.

    Raises:
        WriteFailed: they could not be written.
    """
    with _told(path):
        descriptor = os.open(path, _THERE)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def sync_folder(path: Path) -> None:
    """See to it that the names in a folder are on the disk.

    Raises:
        WriteFailed: they could not be written.
    """
    with _told(path):
        _sync(path)


def sweep(folder: Path) -> None:
    """Finish or remove what a kill or a pulled stick left behind in a folder.

    A whole file whose place is empty is put there; anything else unfinished is removed, unless a running
    program is still at it. What cannot be done is left for another time.

    Args:
        folder: it need not be there.
    """
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return
    found = False
    for name in names:
        unfinished = _UNFINISHED.fullmatch(name)
        path = folder / name
        if unfinished is None or not _is_abandoned(path):
            continue
        found = True
        target = folder / unfinished["name"]
        with suppress(OSError):
            if unfinished["state"] == "whole" and not os.path.lexists(target):
                os.replace(path, target)
            else:
                os.unlink(path)
    if found:
        with suppress(OSError):
            _sync(folder)


def _is_abandoned(path: Path) -> bool:
    """Whether an unfinished file is a file, and nobody is writing it."""
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            return False
        if sys.platform == "win32":
            return True  # what somebody has open cannot be removed there
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    finally:
        os.close(descriptor)
    return True


def _sync(folder: Path) -> None:
    if sys.platform == "win32":
        return  # it has no such call
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    except OSError as fault:
        if fault.errno not in _CANNOT_SYNC:
            raise
    finally:
        os.close(descriptor)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Say what the system says in a sentence."""
    try:
        yield
    except OSError as fault:
        raise _sentence(fault, path) from fault


def _sentence(fault: OSError, path: Path) -> WriteFailed:
    if fault.errno in _NO_ROOM:
        return NoRoom("“{file}” could not be written: there is no room left.", file=path.name)
    if fault.errno == errno.EFBIG:
        return NoRoom(
            "“{file}” could not be written: it is larger than this kind of disk can hold.", file=path.name
        )
    if fault.errno in _NOT_WRITABLE:
        return NotWritable(
            "“{file}” could not be written: the disk is read-only, or its folder may not be written to.",
            file=path.name,
        )
    if fault.errno in _FAILED:
        return StorageFailed(
            "“{file}” could not be written: the disk or stick failed, or is no longer there.", file=path.name
        )
    return WriteFailed(
        "“{file}” could not be written (system error {code}).", file=path.name, code=fault.errno
    )
