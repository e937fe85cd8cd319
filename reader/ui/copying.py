"""Puts words of the briefing on the clipboard, with where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from reader.library.document import Place
from reader.ui.clipboard import quiet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reader.desk import Desk
    from reader.search.answer import Hit
    from reader.ui.reading_area import ReadingArea
    from reader.wording import Wording


class Copying(QObject):
    """Copies citations, references and lists of hits.

    Args:
        desk: quotes passages.
        area: says what is selected, or stands at the top.
        wording: gives the language of the window.
        parent: the window.

    Signals:
        copied: something was put on the clipboard.
    """

    copied = Signal()

    def __init__(
        self, desk: Desk, area: ReadingArea, wording: Callable[[], Wording], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._area, self._wording = desk, area, wording

    def copy_citation(self) -> None:
        """Copy the words selected, or the passage at the top, with their source."""
        place, last, words = self._quoted()
        if place is not None:
            self._copy(str(self._desk.quote(place, words, self._wording(), last)))

    def copy_reference(self) -> None:
        """Copy the name of the passage, which "go to" understands."""
        place, _, _ = self._quoted()
        if place is not None:
            self._copy(self._desk.reference(place, self._wording()))

    def copy_hits(self, hits: Iterable[Hit], where: Callable[[Hit], str]) -> None:
        """Copy passages that were found.

        Args:
            hits: what was found.
            where: says where a hit is.
        """
        self._copy("\n\n".join(f"{where(hit)}\n{hit.text}" for hit in hits).replace("\t", " "))

    def _quoted(self) -> tuple[Place | None, str, str]:
        """Return the first passage selected, or else the one read, the last one selected, and the words."""
        view = self._area.view
        if view.page is None or not view.page.edition.document:
            return None, "", ""
        edition = view.page.edition
        first, last = view.selection.passages()
        caret = view.selection.caret()
        passage = first or (caret[0] if caret else "") or self._area.reading_point().passage
        place = Place(edition.document, edition.language, passage) if passage else None
        return place, last, view.selection.text().strip()

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setMimeData(quiet(text))
        self.copied.emit()
