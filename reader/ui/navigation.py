"""Goes to places: reads a page in the background lane, shows it, and remembers where one was."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.errors import ReaderError
from reader.library.document import Place
from reader.ui.history import History

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.desk import Desk
    from reader.library.document import Edition
    from reader.render.html import Page
    from reader.ui.background import Lane
    from reader.ui.reading_area import ReadingArea

Top = tuple[int, int]
BOTH = "both"
"""In place of a language: two editions side by side."""


class Navigation(QObject):
    """The one way to go to a place: contents entry, link, hit, history all come here.

    Args:
        desk: opens the places.
        lane: where pages are read.
        area: shows them.
        put: puts pages into the area, dressed in the window's theme and size.
        told: makes a page of an error, in the language of the window.
        parent: the window.

    Signals:
        page_changed: another page stands in the view; carries its Place.
        arrived: one stands at a place; carries it.
        note_asked: a footnote is to be shown where it is called; carries its name.
    """

    page_changed = Signal(object)
    arrived = Signal(object)
    note_asked = Signal(str)

    def __init__(
        self,
        desk: Desk,
        lane: Lane,
        area: ReadingArea,
        put: Callable[[Sequence[Page]], None],
        told: Callable[[ReaderError], Page],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._lane, self._area = desk, lane, area
        self._put, self._told = put, told
        self._history = History()
        self._pages: tuple[Page, ...] = ()
        self._wants_both = False

    @property
    def edition(self) -> Edition | None:
        """The edition gone to; None where an error is shown instead, or nothing yet."""
        return next(iter(self.editions), None)

    @property
    def editions(self) -> tuple[Edition, ...]:
        """The editions shown, the one gone to first."""
        return tuple(page.edition for page in self._pages if page.edition.document)

    @property
    def wants_both(self) -> bool:
        """Whether a document is shown in two languages side by side, where it is in two."""
        return self._wants_both

    @property
    def can_go_back(self) -> bool:
        """Whether there is somewhere to go back to."""
        return self._history.can_go_back

    @property
    def can_go_forward(self) -> bool:
        """Whether a return can be undone."""
        return self._history.can_go_forward

    def open_now(self, place: Place) -> None:
        """Read and show a place before returning: the first paint is the page itself."""
        try:
            self._show(self._read(place), place, None, note=True)
        except ReaderError as fault:
            self._show_fault(fault, place)

    def begin_anew(self, place: Place) -> None:
        """Show a place of another briefing; there is no way back into the one before."""
        self._lane.drop_pending()
        self._history = History()
        self.open_now(place)

    def go(self, place: Place) -> None:
        """Go to a place; one can come back from it."""
        self._leave()
        self._go(place)

    def look(self, place: Place) -> None:
        """Show a place in passing: the history does not notice."""
        self._go(place, note=False)

    def note(self) -> None:
        """Note the line one is at, before looking elsewhere in passing."""
        self._leave()

    def settle(self, place: Place) -> None:
        """Stay at a place one was looking at in passing; one can come back from it."""
        self._go(place)

    def restore(self) -> None:
        """Return from looking elsewhere in passing."""
        if (stop := self._history.here) is not None:
            self._go(stop.return_place, stop.top, note=False)

    def go_back(self) -> None:
        """Return to where one was before."""
        self._leave()
        if (stop := self._history.back()) is not None:
            self._go(stop.return_place, stop.top, note=False)

    def go_forward(self) -> None:
        """Undo a return."""
        self._leave()
        if (stop := self._history.forward()) is not None:
            self._go(stop.return_place, stop.top, note=False)

    def follow(self, link: str) -> None:
        """Follow a link of the page: to a note, a passage, another document.

        Args:
            link: its ``href``; whatever names nothing here is ignored.
        """
        name, _, passage = link.partition("#")
        shown = self.edition
        if shown is None:
            return
        if not name and passage.startswith("fn:"):
            self.note_asked.emit(passage)
            return
        if not name and passage.startswith("fnref"):
            self.go_to_note(passage)
            return
        announced = self._desk.briefing.document(name.removesuffix(".md") or shown.document)
        if announced is not None:
            language = shown.language if shown.language in announced.languages else announced.languages[0]
            self.go(Place(announced.id, language, passage))

    def go_to_note(self, name: str) -> None:
        """Go to a footnote, or back to where it is called; one can come back from it.

        Args:
            name: as links have it: ``fn:1``, ``fnref:1``.
        """
        # Here, not above: the first paint does not need it.
        from reader.render.sections import passage_of_note

        page = self._area.page
        if page is None:
            return
        found = self._area.note_place(name) or (passage_of_note(page.edition, name), 0, 0)
        if found[0]:
            self.go(Place(page.edition.document, page.edition.language, *found))

    def choose_languages(self, languages: str) -> None:
        """Show another edition at the same passage, or two side by side.

        Args:
            languages: a language, or ``both``.
        """
        shown = self.edition
        both = languages == BOTH
        if shown is None:
            self._wants_both = both
            return
        document = self._desk.document(shown.document)
        language = shown.language if both else languages
        if language not in document.languages or (both, language) == (self._wants_both, shown.language):
            return
        self._wants_both = both
        place = Place(document.id, language, self._area.reading_point().passage)
        self._leave()
        self._load(place, None, note=True)

    def step_heading(self, by: int) -> None:
        """Go to the next or previous heading of the document.

        Args:
            by: +1 or -1.
        """
        shown = self.edition
        if shown is None:
            return
        here = self._area.standing()
        ids = [passage.id for passage in shown.passages]
        at = ids.index(here) if here in ids else -1
        headings = [number for number, passage in enumerate(shown.passages) if passage.kind.is_heading]
        ahead = [number for number in headings if (number > at if by > 0 else number < at)]
        if ahead:
            self.look(Place(shown.document, shown.language, ids[ahead[0] if by > 0 else ahead[-1]]))

    def step_document(self, by: int) -> None:
        """Go to the next or previous document of the briefing.

        Args:
            by: +1 or -1.
        """
        shown = self.edition
        documents = self._desk.briefing.documents
        if shown is None:
            return
        at = next(number for number, document in enumerate(documents) if document.id == shown.document) + by
        if 0 <= at < len(documents):
            document = documents[at]
            same = shown.language in document.languages
            self.go(Place(document.id, shown.language if same else document.languages[0]))

    def _leave(self) -> None:
        """Note the line one is at, and the passage it is in: a very long document is not shown as a whole."""
        self._history.leave(self._area.top, self._area.reading_point().passage)

    def _is_shown(self, place: Place) -> bool:
        return any(
            (page.edition.document, page.edition.language) == (place.document, place.language)
            and page.holds(place.passage)
            for page in self._pages
        )

    def _go(self, place: Place, top: Top | None = None, *, note: bool = True) -> None:
        if self._is_shown(place):
            self._lane.drop_pending()
            self._arrive(place, top, note=note)
        else:
            self._load(place, top, note=note)

    def _load(self, place: Place, top: Top | None, *, note: bool) -> None:
        self._lane.run(
            lambda: self._read(place),
            lambda pages: self._show(pages, place, top, note=note),
            lambda fault: self._show_fault(fault, place),
            only_newest=True,
        )

    def _read(self, place: Place) -> tuple[Page, ...]:
        """Read what is to be shown for a place; runs in the lane."""
        languages = [place.language]
        if self._wants_both:
            others = self._desk.document(place.document).languages
            languages += [language for language in others if language != place.language][:1]
        first = self._desk.open(place)
        return (first, *(self._desk.open(replace(place, language=other)) for other in languages[1:]))

    def _show(self, pages: tuple[Page, ...], place: Place, top: Top | None, *, note: bool) -> None:
        self._pages = pages
        self._put(pages)
        self.page_changed.emit(place)
        self._arrive(place, top, note=note)

    def _arrive(self, place: Place, top: Top | None, *, note: bool) -> None:
        if note:
            self._history.arrive(place)
        if top is not None:
            self._area.return_to(top)
        else:
            self._area.go_to(place.language, place.passage, place.start, place.end)
        self.arrived.emit(place)

    def _show_fault(self, fault: Exception, place: Place) -> None:
        if not isinstance(fault, ReaderError):
            raise fault
        self._pages = (self._told(fault),)
        self._put(self._pages)
        self._history.arrive(place)
        self.page_changed.emit(place)
        self.arrived.emit(place)
