"""The window: places the panes and connects what they report to what the desk knows."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from reader.errors import ReaderError
from reader.library.document import Place
from reader.render.html import notice
from reader.settings import LARGEST_ZOOM, SMALLEST_ZOOM, ZOOM_STEP
from reader.ui.actions import make_actions, name_actions
from reader.ui.background import Lane
from reader.ui.contents_rows import contents_rows
from reader.ui.contents_view import ContentsView
from reader.ui.history import History
from reader.ui.icons import icon
from reader.ui.page_layout import PageStyle
from reader.ui.page_view import PageView, ReadingPoint
from reader.ui.panes import Panes
from reader.ui.search_panel import SearchPanel
from reader.ui.search_session import SearchSession
from reader.ui.status_line import StatusLine
from reader.ui.top_bar import TopBar

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent

    from reader.desk import Desk
    from reader.render.html import Page
    from reader.search.finder import Answer, Hit
    from reader.settings import Settings
    from reader.ui.surroundings import Surroundings

Range = tuple[int, int]
WORDS_A_MINUTE = 180
"""An ordinary pace for attentive reading."""


class MainWindow(QMainWindow):
    """The reader's window.

    Args:
        desk: what can be done.
        around: fonts, themes, languages: what the window stands in.
        settings: what the reader chose.
        place: where to open.

    Signals:
        page_shown: another page stands in the window; carries its Place.
        settled: nothing is being read or searched for any more.
    """

    page_shown = Signal(object)
    settled = Signal()

    def __init__(self, desk: Desk, around: Surroundings, settings: Settings, place: Place) -> None:
        super().__init__()
        self._desk, self._around, self._settings = desk, around, settings
        self._speech = around.speak(settings.interface)
        self._theme = around.theme(settings.theme)
        self._history = History()
        self._shown: Page | None = None
        self._before_search: Place | None = None
        self._stands_on: tuple[str, str, str, Range] | None = None
        self._words: list[int] = []
        self._lane = Lane("reading", self)
        self._search_lane = Lane("searching", self)
        self._search = SearchSession(desk, self._search_lane, self)
        self._actions = make_actions(self, around.twins())
        self._bar = TopBar(self._actions, self)
        self._page = PageView(desk.picture, self)
        self._contents = ContentsView(self._theme, self)
        self._panel = SearchPanel(self._theme, self._speech, self._where, self)
        self._side = QStackedWidget(self)
        self._side.addWidget(self._contents)
        self._side.addWidget(self._panel)
        self._panes = Panes(self._page, self._side, self)
        self._status = StatusLine(self)
        self._assemble()
        self._connect()
        self._dress()
        self._open_first(place)

    # Building

    def _assemble(self) -> None:
        frame = QWidget(self)
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._panes, 1)
        column.addWidget(self._status)
        self.setCentralWidget(frame)
        self.setMinimumSize(480, 360)
        self.resize(1180, 760)
        self._page.setFocus()

    def _connect(self) -> None:
        for name, done in {
            "search": self._bar.search.take_focus,
            "next_hit": lambda: self._step(1),
            "previous_hit": lambda: self._step(-1),
            "back": self.go_back,
            "forward": self.go_forward,
            "contents": self._toggle_contents,
            "persian": lambda: self.choose_language("fa"),
            "english": lambda: self.choose_language("en"),
            "zoom_in": lambda: self._zoom(1),
            "zoom_out": lambda: self._zoom(-1),
            "zoom_reset": lambda: self._zoom(0),
            "theme": self._turn_theme,
            "interface": self._turn_interface,
            "full_screen": self._turn_full_screen,
            "quit": self.close,
        }.items():
            self._actions[name].triggered.connect(done)
        self._contents.place_chosen.connect(self._leave_search_for)
        self._page.link_followed.connect(self._follow)
        self._page.reading_moved.connect(self._moved)
        self._page.zoom_turned.connect(self._zoom)
        field, search = self._bar.search, self._search
        field.search_asked.connect(self._ask)
        field.step_asked.connect(self._panel.step)
        field.entered.connect(self._enter)
        field.left.connect(self._leave_search)
        field.focused.connect(self._begin_search)
        search.prepared.connect(self._prepared)
        search.answered.connect(self._answered)
        search.failed.connect(self._search_failed)
        self._panel.hit_selected.connect(self._preview)
        self._panel.hit_chosen.connect(self._choose_hit)
        for lane in (self._lane, self._search_lane):
            lane.idle.connect(self._tell_settled)

    def _dress(self) -> None:
        """Put on the theme and the language of the settings."""
        speech, theme = self._speech, self._theme
        self.setWindowTitle(self.tr("Briefing Reader"))
        self.setLayoutDirection(speech.direction)
        name_actions(self._actions)
        self._bar.retranslate()
        icons = self._around.icons
        self._bar.set_icons(
            {
                name: icon(icons, name, theme.ink, mirrored=speech.is_right_to_left)
                for name in ("contents", "back", "forward", "theme", "more", "search")
            }
        )
        self._contents.set_theme(theme)
        self._contents.setAccessibleName(self.tr("Contents"))
        self._panel.set_theme(theme)
        self._status.say(self._desk.briefing, speech)
        self._panes.arrange()
        self._refresh()

    def _style(self) -> PageStyle:
        return PageStyle(self._theme, self._settings.zoom)

    # Going to a place

    def _open_first(self, place: Place) -> None:
        # Read at once, not in the lane: the first paint is the page itself.
        try:
            self._show(self._desk.open(place), place)
        except ReaderError as fault:
            self._show_fault(fault, place)
        QTimer.singleShot(0, self, self._search.prepare)

    def go(self, place: Place) -> None:
        """Go to a place, by whatever it was chosen: contents, link, hit."""
        self._history.leave(self._page.top)
        self._go(place)

    def _go(self, place: Place, top: tuple[int, int] | None = None, *, note: bool = True) -> None:
        shown = self._shown.edition if self._shown else None
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

    def _show(
        self, page: Page, place: Place, top: tuple[int, int] | None = None, *, note: bool = True
    ) -> None:
        self._shown = page
        edition = page.edition
        self._words = [len(passage.text.split()) for passage in edition.passages]
        self._settings = replace(self._settings, languages=edition.language)
        self._page.setAccessibleName(edition.title)
        self._page.show_page(page, self._style(), kicker=self._kicker(), number=self._page_number)
        self._mark()
        self._arrive(place, top, note=note)
        self.page_shown.emit(place)

    def _arrive(self, place: Place, top: tuple[int, int] | None, *, note: bool) -> None:
        if note:
            self._history.arrive(place)
        if top is not None:
            self._page.return_to(top)
        else:
            self._page.go_to(place.passage, place.start, place.end)
        self._refresh()
        self._moved(self._page.reading_point())

    def _show_fault(self, fault: Exception, place: Place) -> None:
        if not isinstance(fault, ReaderError):
            raise fault
        language = self._settings.interface
        self._shown = notice(self._speech.wording.error(fault), language)
        self._page.show_page(self._shown, self._style())
        self._history.arrive(place)
        self._refresh()
        self.page_shown.emit(place)

    def go_back(self) -> None:
        """Return to where one was before."""
        self._history.leave(self._page.top)
        if (stop := self._history.back()) is not None:
            self._go(stop.place, stop.top, note=False)

    def go_forward(self) -> None:
        """Undo a return."""
        self._history.leave(self._page.top)
        if (stop := self._history.forward()) is not None:
            self._go(stop.place, stop.top, note=False)

    def _follow(self, link: str) -> None:
        name, _, passage = link.partition("#")
        shown = self._shown.edition if self._shown else None
        document = name.removesuffix(".md") or (shown.document if shown else "")
        announced = self._desk.briefing.document(document)
        if announced is None or shown is None:
            return
        if not name and self._page.scroll_to_note(passage):
            return
        language = shown.language if shown.language in announced.languages else announced.languages[0]
        self.go(Place(document, language, passage))

    def choose_language(self, language: str) -> None:
        """Show the edition in another language, at the same passage."""
        shown = self._shown.edition if self._shown else None
        if shown is not None and shown.document:
            document = self._desk.document(shown.document)
            if language in document.languages and language != shown.language:
                self.go(Place(document.id, language, self._page.reading_point().passage))
        self._refresh()

    # Searching

    def search_for(self, words: str) -> None:
        """Search as if the words had been typed."""
        self._bar.search.take_focus()
        self._bar.search.set_text(words)

    def _begin_search(self) -> None:
        if self._before_search is None:
            self._history.leave(self._page.top)
            self._before_search = self._history.here.place if self._history.here else None
            self._panel.say_how()
        self._side.setCurrentWidget(self._panel)
        if self._panes.is_narrow:
            self._panes.show_side(True)
        self._refresh()

    def _ask(self, query: str) -> None:
        if not query.strip():
            self._search.end()
            self._panel.say_how()
            self._mark()
            self._tell_settled()
            return
        if not self._desk.can_search:
            self._panel.say_preparing()
        self._search.ask(query)

    def _prepared(self) -> None:
        self._tell_settled()

    def _answered(self, answer: Answer) -> None:
        answer = self._preferring_shown(answer)
        self._search.answer = answer
        self._panel.show_answer(answer, len(self._desk.briefing.documents))
        self._stands_on = None
        if answer.hits:
            self._panel.select(0)
        else:
            self._mark()

    def _preferring_shown(self, answer: Answer) -> Answer:
        """Put hits in the language one reads before the others; among themselves they keep their rank."""
        shown = self._settings.languages
        return replace(answer, hits=tuple(sorted(answer.hits, key=lambda hit: hit.language != shown)))

    def _search_failed(self, fault: Exception) -> None:
        if not isinstance(fault, ReaderError):
            raise fault

    def _preview(self, hit: Hit) -> None:
        self._stand_on(hit, hit.ranges[0] if hit.ranges else (0, 0), note=False)

    def _choose_hit(self, hit: Hit) -> None:
        self._stand_on(hit, hit.ranges[0] if hit.ranges else (0, 0), note=True)
        self._settle_search()

    def _stand_on(self, hit: Hit, range_: Range, *, note: bool) -> None:
        self._stands_on = (hit.document, hit.language, hit.passage, range_)
        self._go(Place(hit.document, hit.language, hit.passage, *range_), note=note)
        self._mark()

    def _enter(self) -> None:
        hit = self._panel.selected()
        if hit is not None:
            self._choose_hit(hit)

    def _settle_search(self) -> None:
        """Stay where the hit is; the marks and the list remain until the search is left."""
        self._before_search = None
        self._page.setFocus()
        if self._panes.is_narrow:
            self._panes.show_side(False)

    def _leave_search(self) -> None:
        """End the search; without an Enter, return to where it began."""
        back = self._before_search
        self._leave_search_for(None)
        here = self._history.here
        if back is not None and here is not None:
            self._go(here.place, here.top, note=False)
        self._page.setFocus()

    def _leave_search_for(self, place: Place | None) -> None:
        self._search.end()
        self._bar.search.clear()
        self._before_search = None
        self._stands_on = None
        self._side.setCurrentWidget(self._contents)
        if self._panes.is_narrow:
            self._panes.show_side(False)
        self._mark()
        self._refresh()
        if place is not None:
            self.go(place)
            self._page.setFocus()

    def _step(self, by: int) -> None:
        found = self._search.beside(self._stands_on, by, self._desk.briefing)
        if found is not None:
            self._stand_on(*found, note=False)

    def _mark(self) -> None:
        if self._shown is None or not self._shown.edition.document:
            return
        edition = self._shown.edition
        current = None
        if self._stands_on is not None and self._stands_on[:2] == (edition.document, edition.language):
            current = (self._stands_on[2], self._stands_on[3])
        self._page.mark(self._search.marks(edition.document, edition.language), current)

    def _where(self, hit: Hit) -> str:
        document = self._desk.document(hit.document)
        shown = self._speech.language if self._speech.language in document.titles else hit.language
        passage = self._desk.edition(hit.document, hit.language).passage(hit.passage)
        where = document.short(shown)
        if passage is not None and passage.number:
            where += " " + self._speech.number(passage.number)
        if hit.language != self._speech.language:
            where += " · " + {"fa": self.tr("Persian"), "en": self.tr("English")}.get(hit.language, "")
        return where

    # What is chosen

    def _kicker(self) -> str:
        edition = self._shown.edition if self._shown else None
        if edition is None or not edition.document:
            return ""
        original = self._desk.document(edition.document).original
        if not original or original == edition.language:
            return ""
        # In the language of the page, not of the window: it is read there.
        return self._around.say(edition.language, "MainWindow", "Unofficial translation from the Persian")

    def _page_number(self, number: str) -> str:
        language = self._shown.edition.language if self._shown else "en"
        return self._around.digits(language, number)

    def _restyle(self) -> None:
        self._page.restyle(self._style(), kicker=self._kicker(), number=self._page_number)

    def _zoom(self, by: int) -> None:
        zoom = self._settings.zoom + by * ZOOM_STEP if by else 100
        zoom = max(SMALLEST_ZOOM, min(LARGEST_ZOOM, zoom))
        if zoom != self._settings.zoom:
            self._settings = replace(self._settings, zoom=zoom)
            self._restyle()

    def _turn_theme(self) -> None:
        following = {"light": "dark", "dark": "contrast"}.get(self._settings.theme, "light")
        self._settings = replace(self._settings, theme=following)
        self._theme = self._around.theme(following)
        self._dress()
        self._restyle()

    def _turn_interface(self) -> None:
        following = "en" if self._settings.interface == "fa" else "fa"
        self._settings = replace(self._settings, interface=following)
        self._speech = self._around.speak(following)
        self._panel.set_speech(self._speech)
        self._dress()

    def _turn_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _toggle_contents(self) -> None:
        self._panes.show_side(not self._panes.side_is_shown)
        if self._panes.side_is_shown:
            self._side.currentWidget().setFocus()
        self._refresh()

    # What the window says

    def _moved(self, point: ReadingPoint) -> None:
        edition = self._shown.edition if self._shown else None
        if edition is None:
            return
        self._refresh(point)
        left = sum(self._words) * (100 - point.percent) / 100
        self._status.say_progress(point.percent, math.ceil(left / WORDS_A_MINUTE), self._speech)

    def _refresh(self, point: ReadingPoint | None = None) -> None:
        """Let every control say what is so."""
        edition = self._shown.edition if self._shown else None
        point = point or self._page.reading_point()
        self._contents.set_rows(
            contents_rows(
                self._desk.briefing,
                self._settings.interface,
                edition,
                point.section,
                {},
                language=self._settings.languages,
            )
        )
        self._actions["back"].setEnabled(self._history.can_go_back)
        self._actions["forward"].setEnabled(self._history.can_go_forward)
        self._actions["contents"].setChecked(self._panes.side_is_shown)
        languages = self._desk.document(edition.document).languages if edition and edition.document else ()
        for name, language in (("persian", "fa"), ("english", "en")):
            self._actions[name].setEnabled(language in languages)
            self._actions[name].setChecked(edition is not None and edition.language == language)

    @property
    def is_settled(self) -> bool:
        """Whether nothing is being read or searched for."""
        return self._lane.is_idle and self._search_lane.is_idle and not self._bar.search.is_resting

    def _tell_settled(self) -> None:
        if self.is_settled:
            self.settled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc end a search from anywhere, and the list of contents over a narrow page."""
        if event.key() == Qt.Key.Key_Escape and self._side.currentWidget() is self._panel:
            self._leave_search()
        elif event.key() == Qt.Key.Key_Escape and self._panes.is_narrow and self._panes.side_is_shown:
            self._toggle_contents()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """End the lanes."""
        self._lane.stop()
        self._search_lane.stop()
        super().closeEvent(event)
