"""Folders that are held open while one works in them: no link and no exchanged name leads elsewhere."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Self

from reader.security import safe_write

if TYPE_CHECKING:
    from types import TracebackType

_HOW = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0)
_OWN = getattr(os, "O_NOFOLLOW", 0)
_DESCRIPTORS = Path("/proc/self/fd")
"""Where Linux shows what a program holds open; a path through it leads to the folder itself."""
_LINK_OF_WINDOWS = 0x400


class Blocked(Exception):
    """What has the name of a folder is none, perhaps a link to one; carries the name."""


class HeldTree:
    """A folder and those below it, each opened once, from the one above it, and never through a link.

    Where the system cannot name a folder that is held open (Windows, macOS), each is looked at before it
    is entered instead; there, who exchanges a folder for a link in between would not be noticed.

    Args:
        root: the folder; a link may lead to it, as a person named it.

    Raises:
        OSError: it is no folder, or cannot be opened.
    """

    def __init__(self, root: Path) -> None:
        self._names_held = _DESCRIPTORS.is_dir()
        self._held: dict[str, int] = {}
        self._plain = root.resolve()
        if self._names_held:
            self._held[""] = os.open(root, _HOW)
        elif not root.is_dir():
            raise NotADirectoryError(str(root))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of everything."""
        while self._held:
            os.close(self._held.popitem()[1])

    def folder(self, name: str) -> Path:
        """Return the path of a folder; it stays good while this is held.

        Args:
            name: below the root, its parts joined by ``/``; empty for the root itself.

        Raises:
            FileNotFoundError: it is not there.
            OSError: it is no folder, or a link.
        """
        if not self._names_held:
            return self._looked_at(name)
        if name not in self._held:
            above, _, last = name.rpartition("/")
            self._held[name] = os.open(self.folder(above) / last, _HOW | _OWN)
        return _DESCRIPTORS / str(self._held[name])

    def _looked_at(self, name: str) -> Path:
        path = self._plain
        for part in name.split("/") if name else ():
            path = path / part
            about = os.lstat(path)
            if not stat.S_ISDIR(about.st_mode) or getattr(about, "st_file_attributes", 0) & _LINK_OF_WINDOWS:
                raise NotADirectoryError(name)
        return path

    def file(self, name: str) -> Path:
        """Return the path of a file, whether or not it is there.

        Raises:
            OSError: its folder is not there, is none, or is a link.
        """
        above, _, last = name.rpartition("/")
        return self.folder(above) / last

    def look(self, name: str) -> os.stat_result | None:
        """Return what is known of whatever has a name; None if nothing has.

        Raises:
            Blocked: it lies behind a link, or behind what is no folder.
            OSError: the disk failed.
        """
        try:
            return os.lstat(self.file(name))
        except FileNotFoundError:
            return None
        except OSError as fault:
            if self._is_blocked(name.rpartition("/")[0]):
                raise Blocked(name.rpartition("/")[0]) from fault
            raise

    def enter(self, name: str) -> Path:
        """Return the path of a folder that is there, as ``folder`` does.

        Raises:
            Blocked: something else has its name.
            OSError: it is not there, or the disk failed.
        """
        try:
            return self.folder(name)
        except OSError as fault:
            if self._is_blocked(name):
                raise Blocked(name) from fault
            raise

    def make(self, name: str) -> Path:
        """Return the path of a folder; it is made where it is missing, and so are those above it.

        Raises:
            Blocked: something else has its name, or that of one above it.
            WriteFailed: it could not be made.
        """
        try:
            return self.enter(name)
        except FileNotFoundError:
            above, _, last = name.rpartition("/")
            safe_write.make_folder(self.make(above) / last)
        return self.enter(name)

    def _is_blocked(self, name: str) -> bool:
        """Whether a folder, or one above it, is something else."""
        parts = name.split("/")
        for end in range(1, len(parts) + 1):
            above = "/".join(parts[: end - 1])
            try:
                about = os.lstat(self.folder(above) / parts[end - 1])
            except OSError:
                return False
            if not stat.S_ISDIR(about.st_mode):
                return True
        return False

    def remove_folder(self, name: str) -> None:
        """Remove a folder if it is empty.

        Raises:
            WriteFailed: it is still there, and empty.
        """
        try:
            path = self.file(name)
        except FileNotFoundError:
            return
        if name in self._held:
            os.close(self._held.pop(name))
        safe_write.remove_folder(path)
