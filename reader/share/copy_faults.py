"""What can go wrong with copying to a stick, in the words people see."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reader.errors import Bytes, CopyDiffers, CopyFault, CopyStopped, NoRoom, NotWritable, StorageFailed
from reader.security.held_folder import Blocked

if TYPE_CHECKING:
    from collections.abc import Iterator

_REFUSED = (errno.EACCES, errno.EPERM)


@contextmanager
def from_stick() -> Iterator[None]:
    """Say what the system says about reading a stick in a sentence.

    Raises:
        StorageFailed: it failed.
        NotWritable: it is somebody else's.
        CopyFault: a link, or a file, stands where a folder must be.
    """
    try:
        yield
    except Blocked as fault:
        raise in_the_way(str(fault)) from None
    except OSError as fault:
        if fault.errno in _REFUSED:
            raise NotWritable("What is there may not be read: it belongs to somebody else.") from fault
        raise _pulled_out() from fault


@contextmanager
def said_of_a_stick() -> Iterator[None]:
    """Say what went wrong with writing in words about the stick, and not about one file of it.

    Raises:
        WriteFailed: the stick is full, read-only, or failed.
    """
    try:
        yield
    except NoRoom as fault:
        if getattr(fault.__cause__, "errno", 0) == errno.EFBIG:
            raise NoRoom("A file is larger than this kind of stick can hold. Take one with exFAT.") from fault
        raise NoRoom(
            "The stick is full. What was there before is still there. Delete something of yours there, and "
            "copy again: it goes on from here."
        ) from fault
    except NotWritable as fault:
        raise NotWritable(
            "Nothing can be written there: it is read-only, or belongs to somebody else."
        ) from fault
    except StorageFailed as fault:
        raise _pulled_out() from fault


def _pulled_out() -> StorageFailed:
    return StorageFailed(
        "The stick failed, or was pulled out. Plug it in and copy again: what is on it already is not "
        "written twice."
    )


def stopped(left: int, *, older_is_gone: bool) -> CopyStopped:
    """Return the sentence about a copy that a person stopped.

    Args:
        left: bytes that are still to be written.
        older_is_gone: whether an older copy had to make room before.
    """
    if older_is_gone:
        return CopyStopped(
            "Stopped. There was no room for both, so the older copy is not whole any more. {left} are left "
            "to write; copy again, and it goes on from here.",
            left=Bytes(left),
        )
    return CopyStopped(
        "Stopped. What was there before is as it was. {left} are left to write; copy again, and it goes on "
        "from here.",
        left=Bytes(left),
    )


def unchecked() -> CopyStopped:
    """Return the sentence about a copy that was stopped while it was read back."""
    return CopyStopped(
        "Stopped. All of it was written, but not all of it was read back: do not pass it on yet. Copy again "
        "to check it; nothing is written twice."
    )


def differs(*names: str) -> CopyDiffers:
    """Return the sentence about a stick that does not give back what it was given.

    Args:
        names: of the files.
    """
    return CopyDiffers(
        "What was read back is not what was written ({files}). This stick is worn out or a fake: take "
        "another one, and do not pass this one on.",
        files=_few(names),
    )


def in_the_way(*names: str) -> CopyFault:
    """Return the refusal to touch what is not ours.

    Args:
        names: what has names that a copy needs.
    """
    return CopyFault(
        "“{files}” is in the way there: it is not from a copy of this program, or it is damaged. It was not "
        "touched. Move or delete it, then copy again.",
        files=_few(names),
    )


def source_changed(name: str) -> CopyFault:
    """Return the refusal to pass on what is not as it was signed."""
    return CopyFault(
        "“{file}” changed while it was copied: the copy that you are running is not genuine any more, and is "
        "not passed on.",
        file=name,
    )


def source_unreadable(name: str) -> CopyFault:
    """Return the sentence about a source that is gone."""
    return CopyFault(
        "“{file}” cannot be read from the copy that you are running: its stick failed, or was pulled out.",
        file=name,
    )


def _few(names: tuple[str, ...]) -> str:
    return ", ".join(names[:3]) + (" …" if len(names) > 3 else "")
