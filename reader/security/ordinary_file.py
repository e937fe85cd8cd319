"""Opens ordinary files and nothing else: a pipe is not waited for and no device is read."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from pathlib import Path


def open_ordinary(path: Path | str, *, follow: bool = False) -> BinaryIO:
    """Open an ordinary file for reading.

    Args:
        path: where it is.
        follow: whether a link may lead to it, as where a person named it.

    Raises:
        OSError: it is none, or cannot be opened.
    """
    names = ("O_NONBLOCK", "O_BINARY", "O_CLOEXEC", *(() if follow else ("O_NOFOLLOW",)))
    descriptor = os.open(path, os.O_RDONLY | sum(getattr(os, name, 0) for name in names))
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(path)
    return os.fdopen(descriptor, "rb")
