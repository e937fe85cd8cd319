"""Takes the person where they ask to go, by contents, link, key or written place; the side column yields."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.desk import HELP
from reader.errors import NotFound
from reader.library.document import Place
from reader.ui.navigation import BOTH

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QStackedWidget, QWidget

    from reader.desk import Desk
    from reader.ui.furniture import Furniture
    from reader.ui.navigation import Navigation
    from reader.ui.panes import Panes
    from reader.ui.reading_area import ReadingArea
    from reader.ui.translations import Speech


class Wayfinding(QObject):
    """What going somewhere does to the window.

    Args:
        desk: knows what a written place means.
        navigation: goes to places.
        page: what is read.
        panes: places the side column.
        side: holds contents and search results, one at a time.
        furniture: where the wishes come from.
        speech: gives the language of the window.
        parent: the window.

    Signals:
        turned: the side column or the languages are others; what the controls say may be old.
    """

    turned = Signal()

    def __init__(
        self,
        desk: Desk,
        navigation: Navigation,
        page: ReadingArea,
        panes: Panes,
        side: QStackedWidget,
        furniture: Furniture,
        speech: Callable[[], Speech],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._navigation, self._page = desk, navigation, page
        self._panes, self._side, self._speech = panes, side, speech
        self._contents, self._search, self._go_to = furniture.contents, furniture.search, furniture.go_to
        for name, done in {
            "search": lambda: self._search.search_in(""),
            "find": self._find_here,
            "go_to": self._go_to.open,
            "margin_link": page.step_margin_link,
            "next_heading": lambda: navigation.step_heading(1),
            "previous_heading": lambda: navigation.step_heading(-1),
            "next_document": lambda: navigation.step_document(1),
            "previous_document": lambda: navigation.step_document(-1),
            "next_hit": lambda: self._search.step(1),
            "previous_hit": lambda: self._search.step(-1),
            "back": navigation.go_back,
            "forward": navigation.go_forward,
            "contents": self.toggle_side,
            "persian": lambda: self._choose_languages("fa"),
            "both": lambda: self._choose_languages(BOTH),
            "english": lambda: self._choose_languages("en"),
            "help": lambda: self._go(Place(HELP, speech().language)),
        }.items():
            furniture.actions[name].triggered.connect(done)
        self._contents.place_chosen.connect(lambda place: self._go(furniture.keeping.resumed(place)))
        furniture.keeping_flow.place_chosen.connect(self._go)
        page.link_followed.connect(self._follow)
        self._search.began.connect(lambda: self._turn_side(furniture.panel))
        self._search.stayed.connect(self._back_to_page)
        self._search.ended.connect(lambda: self._turn_side(self._contents))
        self._go_to.asked.connect(self._go_to_reference)
        self._go_to.left.connect(page.setFocus)

    def toggle_side(self) -> None:
        """Show the side column, or hide it."""
        shown = not self._panes.side_is_shown
        if not shown:
            # Before it goes, or Qt hands the keyboard to whatever comes next.
            self._page.setFocus()
        self._panes.show_side(shown)
        if shown:
            self._side.currentWidget().setFocus()
        self.turned.emit()

    def _go(self, place: Place) -> None:
        if self._search.is_open:
            self._search.leave_for(place)
        else:
            self._navigation.go(place)
        self._back_to_page()

    def _follow(self, link: str) -> None:
        self._search.stay()
        self._navigation.follow(link)

    def _choose_languages(self, languages: str) -> None:
        self._search.stay()
        self._navigation.choose_languages(languages)
        self.turned.emit()

    def _find_here(self) -> None:
        edition = self._navigation.edition
        self._search.search_in(edition.document if edition else "")

    def _go_to_reference(self, words: str) -> None:
        try:
            place = self._desk.place(words)
        except NotFound:
            self._go_to.say_not_found()
            return
        self._go_to.close_bar()
        languages = self._desk.document(place.document).languages
        shown = self._navigation.edition
        if shown is not None and shown.language in languages:
            place = replace(place, language=shown.language)
        self._search.stay()
        self._navigation.go(place)

    def _back_to_page(self) -> None:
        """Give the keyboard to the page; over a narrow page the side column goes away."""
        self._page.setFocus()
        if self._panes.is_narrow:
            self._panes.show_side(False)
        self.turned.emit()

    def _turn_side(self, widget: QWidget) -> None:
        self._side.setCurrentWidget(widget)
        if widget is self._contents:
            self._back_to_page()
        elif self._panes.is_narrow or not self._panes.side_is_shown:
            self._panes.show_side(True)
        self.turned.emit()
