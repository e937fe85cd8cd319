"""One program at a time writes into a folder; a kill lets go by itself."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from pathlib import Path

_TAKEN = {errno.EAGAIN, errno.EACCES, errno.EDEADLK}


class FolderLock:
    """Holds a folder, from ``take`` to ``release`` or the end of the process.

    The folder itself is what is locked, so that no file of a lock can be stale, forged or broken; Windows
    cannot do that and gets a file of its own.
    """

    def __init__(self) -> None:
        self._descriptor = -1

    def take(self, folder: Path) -> bool:
        """Hold a folder, unless another program does.

        A file system that knows no locks lets everybody in: each file is written whole all the same.

        Args:
            folder: it is there.

        Returns:
            Whether it is held now.

        Raises:
            OSError: it is no folder, or cannot be opened.
        """
        if self._descriptor >= 0:
            return True
        if sys.platform == "win32":
            descriptor = os.open(folder / "lock", os.O_RDWR | os.O_CREAT)
        else:
            descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            if sys.platform == "win32":
                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as fault:
            if fault.errno in _TAKEN:
                os.close(descriptor)
                return False
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        """Let go."""
        if self._descriptor >= 0:
            with suppress(OSError):
                os.close(self._descriptor)
            self._descriptor = -1
