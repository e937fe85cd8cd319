"""The folder of what is remembered: whether there is one, who may write into it, and what it says."""

from __future__ import annotations

import os
import stat
import threading
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from reader.errors import MemoryFault, NotWritable, ReaderError, StorageFailed
from reader.memory.kept_file import KeptFile
from reader.memory.remembered import (
    Remembered,
    bookmarks_read,
    bookmarks_written,
    places_read,
    places_written,
    settings_read,
    settings_written,
)
from reader.security import safe_write
from reader.security.folder_lock import FolderLock
from reader.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.library.shelf import Shelf


Kept: TypeAlias = "tuple[Memory, Remembered]"
"""A memory that was opened, and what it held."""


class Mode(Enum):
    """What is done with the folder."""

    OFF = "off"
    READING = "reading"
    WRITING = "writing"


class Memory:
    """Remembers in one folder, or does not.

    It is on where the folder holds files of ours that do not say otherwise. Nothing here stops the
    program: what cannot be read or written is told once, in ``faults``, and the reader goes on.

    Args:
        folder: where; it need not be there.
        chosen: the person named it on the command line, and so asked for it to be used; a folder beside
            the program is used only if it is a folder itself, not a link to somewhere else.
    """

    def __init__(self, folder: Path, *, chosen: bool = False) -> None:
        self.folder = folder
        self.mode = Mode.OFF
        self.faults: list[ReaderError] = []
        self._chosen = chosen
        self._lock = FolderLock()
        self._gate = threading.Lock()
        self._settings = KeptFile(folder / "settings.json")
        self._places = KeptFile(folder / "places.json")
        self._bookmarks = KeptFile(folder / "bookmarks.json")
        self._files = (self._settings, self._places, self._bookmarks)

    @cached_property
    def shelf(self) -> Shelf:
        """The packs that are kept in the folder."""
        # Here, not above: what verifies packs takes 4 MiB, and most windows open none.
        from reader.library.shelf import Shelf

        return Shelf(self.folder / "packs")

    @property
    def holds_something(self) -> bool:
        """Whether there is anything of ours in the folder."""
        files = any(os.path.lexists(path) for file in self._files for path in (file.path, file.aside))
        return files or self.shelf.holds_something

    def open(self, *, writing: bool = True) -> Remembered:
        """Read what is remembered, at the start of the program.

        Args:
            writing: whether anything may be written this time.

        Returns:
            What was remembered; the defaults where nothing was.
        """
        if not os.path.lexists(self.folder):
            if self._chosen and writing:
                self._try(self._begin)
            return Remembered()
        try:
            self._check()
        except ReaderError as fault:
            self.faults.append(fault)
            return Remembered()
        self.mode = Mode.READING
        if writing:
            self._try(self._take)
        remembered, on = self._read()
        there = any(os.path.lexists(file.path) for file in self._files)
        if not (self._chosen or (on and there)):
            self._lock.release()
            self.mode = Mode.OFF
            self.faults.clear()
            return Remembered()
        return remembered

    def begin(self) -> Remembered:
        """Begin to remember, because the person asked for it.

        Returns:
            What was remembered before, if anything was.

        Raises:
            ReaderError: it cannot be done there; nothing has changed.
        """
        with self._gate:
            return self._begin()

    def _begin(self) -> Remembered:
        self.faults.clear()
        if os.path.lexists(self.folder):
            self._check()
        else:
            safe_write.make_folder(self.folder, private=True)
        self._take()
        remembered, _ = self._read()
        try:
            self._settings.write({"remember": True, **settings_written(remembered.settings)})
        except ReaderError:
            self._let_go()
            raise
        return remembered

    def save(self, remembered: Remembered) -> None:
        """Write what changed; may be called from any thread. Does nothing unless the mode is ``WRITING``.

        Args:
            remembered: everything that is to be remembered.

        Raises:
            WriteFailed: something could not be written; the mode is ``READING`` from now on.
        """
        with self._gate:
            if self.mode is not Mode.WRITING:
                return
            try:
                self._settings.write({"remember": True, **settings_written(remembered.settings)})
                self._places.write(places_written(remembered))
                self._bookmarks.write(bookmarks_written(remembered.bookmarks))
            except ReaderError:
                self.mode = Mode.READING
                raise

    def end(self, settings: Settings) -> None:
        """Stop remembering; what was remembered stays until it is erased.

        Args:
            settings: as they are.

        Raises:
            WriteFailed: that it is off could not be written.
        """
        with self._gate:
            if self.mode is Mode.WRITING:
                self._settings.write({"remember": False, **settings_written(settings)})
            self._let_go()

    def erase(self) -> None:
        """Remove everything of ours from the folder, and the folder if nothing else is in it; it is off then.

        Raises:
            ReaderError: something is still there.
        """
        with self._gate:
            if not os.path.lexists(self.folder):
                self._let_go()
                return
            self._check()
            self._take()
            try:
                # First of all that it is off: whatever happens then, nothing comes back to life.
                self._settings.write({"remember": False})
                self.shelf.erase()
                for file in reversed(self._files):
                    file.erase()
                safe_write.remove_folder(self.folder)
            finally:
                self._let_go()

    # How it is done

    def _try(self, work: Callable[[], object]) -> None:
        try:
            work()
        except ReaderError as fault:
            self.faults.append(fault)

    def _check(self) -> None:
        try:
            mode = (self.folder.stat() if self._chosen else self.folder.lstat()).st_mode
        except OSError:
            mode = 0
        if not stat.S_ISDIR(mode):
            raise MemoryFault(
                "“{folder}” is not a folder; nothing is remembered there.", folder=self.folder.name
            )

    def _take(self) -> None:
        """Become the one who writes, and tidy up after whoever was."""
        if self.mode is Mode.WRITING:
            return
        if not os.access(self.folder, os.W_OK | os.X_OK):
            raise NotWritable(
                "The folder “{folder}” may not be written to; nothing new is remembered.",
                folder=self.folder.name,
            )
        try:
            taken = self._lock.take(self.folder)
        except OSError as fault:
            raise StorageFailed(
                "The folder “{folder}” cannot be used; nothing is remembered there.", folder=self.folder.name
            ) from fault
        if not taken:
            raise MemoryFault(
                "Another window is remembering in “{folder}”; this one changes nothing there.",
                folder=self.folder.name,
            )
        self.mode = Mode.WRITING
        safe_write.sweep(self.folder)

    def _let_go(self) -> None:
        self._lock.release()
        self.mode = Mode.OFF

    def _read(self) -> tuple[Remembered, bool]:
        """Read the files; returns what they say, and whether they say that it is on."""
        told = self._settings.read()
        on = told.pop("remember", True) is not False
        settings, whole = settings_read(told, Settings())
        if not whole:
            self._settings.doubt()
        last, reading, whole = places_read(self._places.read())
        if not whole:
            self._places.doubt()
        bookmarks, whole = bookmarks_read(self._bookmarks.read())
        if not whole:
            self._bookmarks.doubt()
        self.faults += [fault for file in self._files if (fault := file.fault()) is not None]
        return Remembered(settings, last, reading, bookmarks), on
