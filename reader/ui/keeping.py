"""Keeps bookmarks and reading places while one reads, and remembers them if the reader asked for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import ReaderError
from reader.memory.memory import Memory, Mode
from reader.memory.remembered import MOST_BOOKMARKS, Bookmark, Remembered, clean_note
from reader.ui.background import Lane

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.library.document import Place
    from reader.memory.memory import Kept
    from reader.security.verification import VerifiedFolder
    from reader.settings import Settings

REST = 5000
"""Milliseconds between a change and its being written; more changes in between are written with it."""


class Keeping(QObject):
    """Keeps bookmarks and reading places until the window closes, and remembers them where that is on.

    Args:
        kept: a memory that was opened at the start, and what it held; None if nothing is remembered.
        folder: where it would be remembered; None where it cannot be.
        settings: gives what is chosen now.
        parent: the window.

    Signals:
        changed: bookmarks, or whether anything is remembered.
        failed: something could not be written; carries the error. Nothing is remembered from then on.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        kept: Kept | None,
        folder: Path | None,
        settings: Callable[[], Settings],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._memory = kept[0] if kept else Memory(folder) if folder else None
        self._remembered = kept[1] if kept else Remembered()
        self._settings = settings
        self._lane: Lane | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._save)

    # Whether it is remembered

    @property
    def folder(self) -> Path | None:
        """Where it is or would be remembered; None where it cannot be."""
        return self._memory.folder if self._memory else None

    @property
    def is_on(self) -> bool:
        """Whether what changes is written."""
        return self._memory is not None and self._memory.mode is Mode.WRITING

    @property
    def only_reads(self) -> bool:
        """Whether there is a memory in which nothing can be changed now."""
        return self._memory is not None and self._memory.mode is Mode.READING

    @property
    def holds_something(self) -> bool:
        """Whether there is anything to erase."""
        return self._memory is not None and self._memory.holds_something

    def take_faults(self) -> list[ReaderError]:
        """Return what has to be told of the folder, once."""
        if self._memory is None:
            return []
        faults, self._memory.faults = self._memory.faults, []
        return faults

    def begin(self) -> None:
        """Begin to remember; what was remembered earlier and not erased is taken up again.

        Raises:
            ReaderError: it cannot be done.
        """
        if self._memory is not None:
            earlier = self._memory.begin()
            known = {_key(each.place) for each in earlier.bookmarks}
            new = tuple(each for each in self.bookmarks if _key(each.place) not in known)
            self._remembered = replace(
                self._remembered,
                reading={**earlier.reading, **self._remembered.reading},
                bookmarks=earlier.bookmarks + new,
            )
            self._save_now()
            self.changed.emit()

    def end(self) -> None:
        """Stop remembering; what was remembered stays until it is erased.

        Raises:
            ReaderError: it could not be written down that it is off.
        """
        if self._memory is not None:
            self._rest.stop()
            try:
                self._memory.end(self._settings())
            finally:
                self.changed.emit()

    def erase(self) -> None:
        """Erase all of it, here and in the folder; nothing is remembered then.

        Raises:
            ReaderError: something is still there.
        """
        self._rest.stop()
        self._remembered = Remembered()
        if self._memory is not None:
            try:
                self._memory.erase()
            finally:
                self.changed.emit()

    def keep_pack(self, pack: VerifiedFolder) -> None:
        """Keep a pack where the rest is remembered.

        Raises:
            ReaderError: it could not be written; what was there before still is.
        """
        if self._memory is not None and self.is_on:
            self._memory.shelf.keep(pack)

    # Reading places

    def note_reading(self, place: Place) -> None:
        """Note where one is reading."""
        if place != self._remembered.last:
            reading = {**self._remembered.reading, place.document: place}
            self._remembered = replace(self._remembered, last=place, reading=reading)
            self.save_soon()

    def resumed(self, place: Place) -> Place:
        """Return where to go on in a document that was left, if that is remembered and one is elsewhere.

        Args:
            place: the top of a document.
        """
        earlier = self._remembered.reading.get(place.document)
        last = self._remembered.last
        is_there = last is not None and last.document == place.document
        if earlier is None or place.passage or is_there or not (self.is_on or self.only_reads):
            return place
        return replace(place, passage=earlier.passage)

    # Bookmarks

    @property
    def bookmarks(self) -> tuple[Bookmark, ...]:
        """The bookmarks, in the order they were made."""
        return self._remembered.bookmarks

    def turn_bookmark(self, place: Place) -> bool:
        """Set a bookmark, or take away the one that is there; it stands in both languages.

        Returns:
            Whether there is one now.
        """
        others = tuple(each for each in self.bookmarks if _key(each.place) != _key(place))
        there = len(others) == len(self.bookmarks)
        self._set_bookmarks((*others, Bookmark(place))[-MOST_BOOKMARKS:] if there else others)
        return there

    def set_note(self, place: Place, note: str) -> None:
        """Write a note beside a bookmark."""
        note = clean_note(note)
        self._set_bookmarks(
            tuple(
                replace(each, note=note) if _key(each.place) == _key(place) else each
                for each in self.bookmarks
            )
        )

    def _set_bookmarks(self, bookmarks: tuple[Bookmark, ...]) -> None:
        if bookmarks != self.bookmarks:
            self._remembered = replace(self._remembered, bookmarks=bookmarks)
            self.save_soon()
            self.changed.emit()

    # Writing

    def save_soon(self) -> None:
        """Have what changed written soon, if it is remembered."""
        if self.is_on and not self._rest.isActive():
            self._rest.start()

    def _now(self) -> Remembered:
        return replace(self._remembered, settings=self._settings())

    def _save(self) -> None:
        if self._memory is None or not self.is_on:
            return
        if self._lane is None:
            self._lane = Lane("keeping", self)
        memory, now = self._memory, self._now()
        self._lane.run(lambda: memory.save(now), lambda _: None, self._tell)

    def _save_now(self) -> None:
        if self._memory is not None:
            try:
                self._memory.save(self._now())
            except ReaderError as fault:
                self._tell(fault)

    def _tell(self, fault: Exception) -> None:
        if not isinstance(fault, ReaderError):
            raise fault
        self.failed.emit(fault)
        self.changed.emit()

    def stop(self) -> None:
        """Write what is not written yet, and end."""
        self._rest.stop()
        if self._lane is not None:
            self._lane.stop()
        self._save_now()


def _key(place: Place) -> tuple[str, str]:
    return place.document, place.passage
