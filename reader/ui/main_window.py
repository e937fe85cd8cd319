"""The window: places the panes and connects what they report to what the desk knows."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from reader.desk import HELP
from reader.errors import ReaderError
from reader.library.document import Place
from reader.render.html import notice
from reader.settings import LARGEST_ZOOM, SMALLEST_ZOOM, ZOOM_STEP
from reader.ui.actions import make_actions, name_actions
from reader.ui.background import Lane
from reader.ui.contents_rows import contents_rows
from reader.ui.contents_view import ContentsView
from reader.ui.copying import Copying
from reader.ui.go_to_bar import GoToBar
from reader.ui.icons import icon
from reader.ui.navigation import BOTH, Navigation
from reader.ui.page_layout import PageStyle
from reader.ui.page_values import Dress
from reader.ui.panes import Panes
from reader.ui.reading_area import ReadingArea
from reader.ui.search_flow import SearchFlow
from reader.ui.search_panel import SearchPanel
from reader.ui.search_session import SearchSession
from reader.ui.status_line import StatusLine
from reader.ui.top_bar import TopBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent

    from reader.desk import Desk
    from reader.render.html import Page
    from reader.search.finder import Hit
    from reader.settings import Settings
    from reader.ui.page_values import ReadingPoint
    from reader.ui.surroundings import Surroundings

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
        self._words: list[int] = []
        self._lane = Lane("reading", self)
        self._search_lane = Lane("searching", self)
        self._session = SearchSession(desk, self._search_lane, self)
        self._table = around.actions()
        self._actions = make_actions(self, self._table, around.twins())
        self._bar = TopBar(self._actions, self)
        self._page = ReadingArea(desk.picture, self)
        self._contents = ContentsView(self._theme, self)
        self._panel = SearchPanel(self._theme, self._speech, self._where, self._part, self._part_titles, self)
        self._side = QStackedWidget(self)
        self._side.addWidget(self._contents)
        self._side.addWidget(self._panel)
        self._panes = Panes(self._page, self._side, self)
        self._go_to = GoToBar(self)
        self._status = StatusLine(self)
        self._navigation = Navigation(desk, self._lane, self._page, self._put, self._told, self)
        self._search = SearchFlow(
            desk, self._session, self._bar.search, self._panel, self._navigation, self._page, self
        )
        self._copying = Copying(desk, self._page, lambda: self._speech.wording, self)
        self._assemble()
        self._connect()
        self._dress()
        if settings.languages == BOTH:
            self._navigation.choose_languages(BOTH)
        self._navigation.open_now(place)
        # The index is built when the first page has been painted, so that the two do not compete.
        self._page.first_painted.connect(self._session.prepare)

    # Building

    def _assemble(self) -> None:
        frame = QWidget(self)
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._go_to)
        column.addWidget(self._panes, 1)
        column.addWidget(self._status)
        self.setCentralWidget(frame)
        self.setMinimumSize(480, 360)
        self.resize(1180, 760)
        self._page.setFocus()

    def _connect(self) -> None:
        for name, done in {
            "search": lambda: self._search.search_in(""),
            "find": self._find_here,
            "go_to": self._go_to.open,
            "next_heading": lambda: self._navigation.step_heading(1),
            "previous_heading": lambda: self._navigation.step_heading(-1),
            "next_document": lambda: self._navigation.step_document(1),
            "previous_document": lambda: self._navigation.step_document(-1),
            "cite": self._copying.copy_citation,
            "copy_reference": self._copying.copy_reference,
            "next_hit": lambda: self._search.step(1),
            "previous_hit": lambda: self._search.step(-1),
            "back": self._navigation.go_back,
            "forward": self._navigation.go_forward,
            "contents": self._toggle_contents,
            "persian": lambda: self._choose_languages("fa"),
            "both": lambda: self._choose_languages(BOTH),
            "english": lambda: self._choose_languages("en"),
            "zoom_in": lambda: self._zoom(1),
            "zoom_out": lambda: self._zoom(-1),
            "zoom_reset": lambda: self._zoom(0),
            "caret": self._turn_caret,
            "theme": self._turn_theme,
            "interface": self._turn_interface,
            "full_screen": self._turn_full_screen,
            "help": lambda: self._go_from_contents(Place(HELP, self._speech.language)),
            "quit": self.close,
        }.items():
            self._actions[name].triggered.connect(done)
        self._contents.place_chosen.connect(self._go_from_contents)
        self._page.link_followed.connect(self._follow)
        self._page.reading_moved.connect(self._moved)
        self._page.zoom_turned.connect(self._zoom)
        self._navigation.page_changed.connect(self._page_changed)
        self._navigation.arrived.connect(lambda _: self._page.report())
        self._search.began.connect(lambda: self._turn_side(self._panel))
        self._search.stayed.connect(self._back_to_page)
        self._panel.copy_asked.connect(lambda: self._copying.copy_hits(self._panel.hits, self._where))
        self._copying.copied.connect(lambda: self._status.announce(self.tr("Copied")))
        self._go_to.asked.connect(self._go_to_reference)
        self._go_to.left.connect(self._page.setFocus)
        self._search.ended.connect(lambda: self._turn_side(self._contents))
        self._session.prepared.connect(lambda _: self._tell_settled())
        self._search.changed.connect(self._tell_settled)
        for lane in (self._lane, self._search_lane):
            lane.idle.connect(self._tell_settled)

    def _dress(self) -> None:
        """Put on the theme and the language of the settings."""
        speech, theme = self._speech, self._theme
        self.setWindowTitle(self.tr("Briefing Reader"))
        self.setLayoutDirection(speech.direction)
        name_actions(self._actions, self._table)
        self._bar.retranslate()
        self._go_to.retranslate()
        self._bar.set_icons(
            {
                name: icon(self._around.icons, name, theme.ink, mirrored=speech.is_right_to_left)
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

    # What stands in the page

    def search_for(self, words: str) -> None:
        """Search as if the words had been typed."""
        self._search.search_for(words)

    def _put(self, pages: Sequence[Page]) -> None:
        self._panes.set_roomy(len(pages) > 1)
        self._page.show_pages(pages, lambda page: self._dressed(page, parallel=len(pages) > 1))

    def _restyle(self) -> None:
        self._page.restyle(lambda page: self._dressed(page, parallel=self._page.is_parallel))

    def _told(self, fault: ReaderError) -> Page:
        return notice(self._speech.wording.error(fault), self._speech.language)

    def _dressed(self, page: Page, *, parallel: bool) -> Dress:
        edition = page.edition
        original = self._desk.document(edition.document).original if edition.document else ""
        kicker = ""
        if original and original != edition.language:
            # In the language of the page, not of the window: it is read there.
            kicker = self._around.say(
                edition.language, "MainWindow", "Unofficial translation from the Persian"
            )
        return Dress(
            replace(self._style(), narrow=parallel),
            kicker,
            lambda number: self._around.digits(edition.language, number),
            ruled=parallel,
        )

    def _page_changed(self, place: Place) -> None:
        edition = self._navigation.edition
        if edition is not None:
            languages = BOTH if self._navigation.wants_both else edition.language
            self._settings = replace(self._settings, languages=languages)
        self._words = [len(passage.text.split()) for passage in edition.passages] if edition else []
        self.page_shown.emit(place)

    def _go_from_contents(self, place: Place) -> None:
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
        self._refresh()

    def _back_to_page(self) -> None:
        """Give the keyboard to the page; over a narrow page the side column goes away."""
        self._page.setFocus()
        if self._panes.is_narrow:
            self._panes.show_side(False)
        self._refresh()

    def _turn_side(self, widget: QWidget) -> None:
        self._side.setCurrentWidget(widget)
        if widget is self._contents:
            self._back_to_page()
        elif self._panes.is_narrow or not self._panes.side_is_shown:
            self._panes.show_side(True)
        self._refresh()

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

    def _part(self, hit: Hit) -> str:
        return self._desk.document(hit.document).kind

    def _part_titles(self) -> dict[str, str]:
        interface = self._speech.language
        parts = self._desk.briefing.parts
        return {part: titles.get(interface, next(iter(titles.values()))) for part, titles in parts.items()}

    def _find_here(self) -> None:
        edition = self._navigation.edition
        self._search.search_in(edition.document if edition else "")

    def _go_to_reference(self, words: str) -> None:
        try:
            place = self._desk.place(words)
        except ReaderError as fault:
            self._go_to.say(self._speech.wording.error(fault))
            return
        self._go_to.close_bar()
        languages = self._desk.document(place.document).languages
        shown = self._navigation.edition
        if shown is not None and shown.language in languages:
            place = replace(place, language=shown.language)
        self._search.stay()
        self._navigation.go(place)

    # What is chosen

    def _zoom(self, by: int) -> None:
        zoom = self._settings.zoom + by * ZOOM_STEP if by else 100
        zoom = max(SMALLEST_ZOOM, min(LARGEST_ZOOM, zoom))
        if zoom != self._settings.zoom:
            self._settings = replace(self._settings, zoom=zoom)
            self._restyle()

    def _turn_caret(self) -> None:
        self._page.show_caret(self._actions["caret"].isChecked())

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
        shown = not self._panes.side_is_shown
        if not shown:
            # Before it goes, or Qt hands the keyboard to whatever comes next.
            self._page.setFocus()
        self._panes.show_side(shown)
        if shown:
            self._side.currentWidget().setFocus()
        self._refresh()

    # What the window says

    def _moved(self, point: ReadingPoint) -> None:
        self._refresh(point)
        left = sum(self._words) * (100 - point.percent) / 100
        self._status.say_progress(point.percent, math.ceil(left / WORDS_A_MINUTE), self._speech)

    def _refresh(self, point: ReadingPoint | None = None) -> None:
        """Let every control say what is so."""
        edition = self._navigation.edition
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
        self._actions["back"].setEnabled(self._navigation.can_go_back)
        self._actions["forward"].setEnabled(self._navigation.can_go_forward)
        self._actions["contents"].setChecked(self._panes.side_is_shown)
        languages = self._desk.document(edition.document).languages if edition else ()
        both = self._navigation.wants_both
        self._actions["both"].setEnabled(len(languages) > 1)
        self._actions["both"].setChecked(both)
        for name, language in (("persian", "fa"), ("english", "en")):
            self._actions[name].setEnabled(language in languages)
            self._actions[name].setChecked(not both and edition is not None and edition.language == language)

    @property
    def is_settled(self) -> bool:
        """Whether nothing is being read or searched for."""
        return self._lane.is_idle and self._search_lane.is_idle and not self._bar.search.is_resting

    def _tell_settled(self) -> None:
        if self.is_settled:
            self.settled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc end a search from anywhere, and the list of contents over a narrow page."""
        if event.key() == Qt.Key.Key_Escape and self._search.is_open:
            self._search.leave()
        elif event.key() == Qt.Key.Key_Escape and self._panes.is_narrow and self._panes.side_is_shown:
            self._toggle_contents()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """End the lanes."""
        self.stop()
        super().closeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go back and forward with the buttons a mouse has for that."""
        if event.button() == Qt.MouseButton.BackButton:
            self._navigation.go_back()
        elif event.button() == Qt.MouseButton.ForwardButton:
            self._navigation.go_forward()
        else:
            super().mousePressEvent(event)

    def stop(self) -> None:
        """End all work in the background; nothing is answered any more."""
        self._lane.stop()
        self._search_lane.stop()
