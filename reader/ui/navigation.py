"""Goes to places: reads a page in the background lane, shows it, and remembers where one was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.errors import ReaderError
from reader.library.document import Place
from reader.ui.history import History

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.desk import Desk
    from reader.library.document import Edition
    from reader.render.html import Page
    from reader.ui.background import Lane
    from reader.ui.page_view import PageView

Top = tuple[int, int]


class Navigation(QObject):
    """The one way to go to a place: contents entry, link, hit, history all come here.

    Args:
        desk: opens the places.
        lane: where pages are read.
        view: shows them.
        put: puts a page into the view, dressed in the window's theme and size.
        told: makes a page of an error, in the language of the window.
        parent: the window.

    Signals:
        page_changed: another page stands in the view; carries its Place.
        arrived: one stands at a place; carries it.
    """

    page_changed = Signal(object)
    arrived = Signal(object)

    def __init__(
        self,
        desk: Desk,
        lane: Lane,
        view: PageView,
        put: Callable[[Page], None],
        told: Callable[[ReaderError], Page],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._lane, self._view = desk, lane, view
        self._put, self._told = put, told
        self._history = History()
        self._page: Page | None = None

    @property
    def edition(self) -> Edition | None:
        """The edition shown; None where an error is shown instead, or nothing yet."""
        return self._page.edition if self._page is not None and self._page.edition.document else None

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
            self._show(self._desk.open(place), place, None, note=True)
        except ReaderError as fault:
            self._show_fault(fault, place)

    def go(self, place: Place) -> None:
        """Go to a place; one can come back from it."""
        self._history.leave(self._view.top)
        self._go(place)

    def look(self, place: Place) -> None:
        """Show a place in passing: the history does not notice."""
        self._go(place, note=False)

    def note(self) -> None:
        """Note the line one is at, before looking elsewhere in passing."""
        self._history.leave(self._view.top)

    def settle(self, place: Place) -> None:
        """Stay at a place one was looking at in passing; one can come back from it."""
        self._go(place)

    def restore(self) -> None:
        """Return from looking elsewhere in passing."""
        if (stop := self._history.here) is not None:
            self._go(stop.place, stop.top, note=False)

    def go_back(self) -> None:
        """Return to where one was before."""
        self._history.leave(self._view.top)
        if (stop := self._history.back()) is not None:
            self._go(stop.place, stop.top, note=False)

    def go_forward(self) -> None:
        """Undo a return."""
        self._history.leave(self._view.top)
        if (stop := self._history.forward()) is not None:
            self._go(stop.place, stop.top, note=False)

    def follow(self, link: str) -> None:
        """Follow a link of the page: to a note, a passage, another document.

        Args:
            link: its ``href``; whatever names nothing here is ignored.
        """
        name, _, passage = link.partition("#")
        shown = self.edition
        if shown is None or (not name and self._view.scroll_to_note(passage)):
            return
        announced = self._desk.briefing.document(name.removesuffix(".md") or shown.document)
        if announced is not None:
            language = shown.language if shown.language in announced.languages else announced.languages[0]
            self.go(Place(announced.id, language, passage))

    def choose_language(self, language: str) -> None:
        """Show the edition in another language, at the same passage."""
        shown = self.edition
        if shown is not None and language != shown.language:
            document = self._desk.document(shown.document)
            if language in document.languages:
                self.go(Place(document.id, language, self._view.reading_point().passage))

    def _go(self, place: Place, top: Top | None = None, *, note: bool = True) -> None:
        shown = self.edition
        if shown is not None and (shown.document, shown.language) == (place.document, place.language):
            self._lane.drop_pending()
            self._arrive(place, top, note=note)
            return
        self._lane.run(
            lambda: self._desk.open(place),
            lambda page: self._show(page, place, top, note=note),
            lambda fault: self._show_fault(fault, place),
            only_newest=True,
        )

    def _show(self, page: Page, place: Place, top: Top | None, *, note: bool) -> None:
        self._page = page
        self._put(page)
        self.page_changed.emit(place)
        self._arrive(place, top, note=note)

    def _arrive(self, place: Place, top: Top | None, *, note: bool) -> None:
        if note:
            self._history.arrive(place)
        if top is not None:
            self._view.return_to(top)
        else:
            self._view.go_to(place.passage, place.start, place.end)
        self.arrived.emit(place)

    def _show_fault(self, fault: Exception, place: Place) -> None:
        if not isinstance(fault, ReaderError):
            raise fault
        self._page = self._told(fault)
        self._put(self._page)
        self._history.arrive(place)
        self.page_changed.emit(place)
        self.arrived.emit(place)
