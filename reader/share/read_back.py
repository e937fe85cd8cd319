"""Reads from the stick itself what was written to it, and not from what the computer remembers of it."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from reader.security.ordinary_file import open_ordinary

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PIECE = 1 << 20
"""Bytes read or written between two moments at which one may stop."""


def forget(path: Path) -> None:
    """Have the system forget what it holds of a file in memory, so that the disk is read next.

    Only what is synced is forgotten; where the system knows no such call (Windows, macOS), nothing is.

    Args:
        path: an ordinary file.

    Raises:
        OSError: it cannot be opened.
    """
    if not hasattr(os, "posix_fadvise"):
        return
    with open_ordinary(path) as file, suppress(OSError):
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def digest_on_disk(path: Path, step: Callable[[int], None]) -> str:
    """Return the SHA-256 of a file in hex, as the disk gives it.

    Args:
        path: an ordinary file.
        step: told the bytes of each piece; may raise to stop.

    Raises:
        OSError: it cannot be read.
    """
    forget(path)
    hashed = hashlib.sha256()
    with open_ordinary(path) as file:
        while piece := file.read(PIECE):
            hashed.update(piece)
            step(len(piece))
    return hashed.hexdigest()
