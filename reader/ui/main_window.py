"""The window: places the panes and connects what they report to what the desk knows."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from reader.render.html import notice
from reader.settings import FACES
from reader.ui.background import Lane
from reader.ui.choices import Choices
from reader.ui.dressing import Dressing
from reader.ui.navigation import BOTH, Navigation
from reader.ui.one_key import OneKey, leave_at_once
from reader.ui.panes import Panes
from reader.ui.reading_area import ReadingArea
from reader.ui.text_size import BAR_HEIGHT, STATUS_HEIGHT, scaled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QMouseEvent, QShowEvent

    from reader.desk import Desk
    from reader.errors import ReaderError
    from reader.library.document import Place
    from reader.render.html import Page
    from reader.settings import Settings
    from reader.ui.contents_view import ContentsView
    from reader.ui.copying import Copying
    from reader.ui.furniture import Furniture
    from reader.ui.go_to_bar import GoToBar
    from reader.ui.page_values import ReadingPoint
    from reader.ui.search_flow import SearchFlow
    from reader.ui.search_panel import SearchPanel
    from reader.ui.search_session import SearchSession
    from reader.ui.status_line import StatusLine
    from reader.ui.surroundings import Surroundings
    from reader.ui.system_text import SystemText
    from reader.ui.top_bar import TopBar
    from reader.ui.wayfinding import Wayfinding

PAINTING = 30
"""Milliseconds left to paint the whole window before the indexing begins."""
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
        furnished: everything around the page is in place.
        page_shown: another page stands in the window; carries its Place.
        prepared: the index is ready; carries whether it could be built.
        settled: nothing is being read or searched for any more.
    """

    _actions: dict[str, QAction]
    _bar: TopBar
    _contents: ContentsView
    _panel: SearchPanel
    _go_to: GoToBar
    _status: StatusLine
    _session: SearchSession
    _search: SearchFlow
    _copying: Copying
    _way: Wayfinding
    _system_text: SystemText
    furnished = Signal()
    page_shown = Signal(object)
    prepared = Signal(bool)
    settled = Signal()

    def __init__(self, desk: Desk, around: Surroundings, settings: Settings, place: Place) -> None:
        super().__init__()
        self._desk, self._around = desk, around
        self._choices = Choices(settings, self)
        self._speech = around.speak(settings.interface)
        self.one_key = OneKey(around.twins()["Q"], leave_at_once, self)
        self._dressing = Dressing(desk, around, self._choices, around.theme(settings.theme))
        self._words: list[int] = []
        self._furniture: Furniture | None = None
        self._lane = Lane("reading", self)
        self._search_lane = Lane("searching", self)
        self._page = ReadingArea(desk.picture, self)
        self._side = QStackedWidget(self)
        self._panes = Panes(self._page, self._side, self)
        self._navigation = Navigation(desk, self._lane, self._page, self._put, self._told, self)
        self._assemble()
        if settings.languages == BOTH:
            self._navigation.choose_languages(BOTH)
        self._opening: Place | None = place
        # The first paint is the page itself; what is around it follows at once, and then the index.
        self._page.first_painted.connect(self._furnish)

    # Building

    def _assemble(self) -> None:
        frame = QWidget(self)
        self._column = QVBoxLayout(frame)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        # Kept free for what is put in place after the first paint.
        for name, height in (("bar", BAR_HEIGHT), ("status", STATUS_HEIGHT)):
            stand_in = QWidget(frame)
            stand_in.setObjectName(name)
            stand_in.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            stand_in.setFixedHeight(scaled(height))
            self._column.addWidget(stand_in)
        self._column.insertWidget(1, self._panes, 1)
        self.setCentralWidget(frame)
        self.setWindowTitle(self.tr("Briefing Reader"))
        self.setLayoutDirection(self._speech.direction)
        self.setMinimumSize(480, 360)
        self.resize(1180, 760)
        self._page.setFocus()

    def _furnish(self) -> None:
        """Build what stands around the page, and begin to index."""
        # Imported here: it would only delay the first paint.
        from reader.ui.furniture import Furniture
        from reader.ui.system_text import SystemText
        from reader.ui.wayfinding import Wayfinding

        furniture = Furniture(
            self,
            self._desk,
            self._around,
            self._search_lane,
            self._page,
            self._navigation,
            self._dressing.theme,
            lambda: self._speech,
            self._choices,
        )
        for place, widget in ((0, furniture.bar), (2, furniture.status)):
            stand_in = self._column.itemAt(place).widget()
            self._column.replaceWidget(stand_in, widget)
            stand_in.deleteLater()
        self._column.insertWidget(1, furniture.go_to)
        self._column.insertWidget(1, furniture.notices)
        self._side.addWidget(furniture.contents)
        self._side.addWidget(furniture.panel)
        self._furniture = furniture
        self._actions, self._bar, self._contents = furniture.actions, furniture.bar, furniture.contents
        self._panel, self._go_to, self._status = furniture.panel, furniture.go_to, furniture.status
        self._session, self._search, self._copying = furniture.session, furniture.search, furniture.copying
        self._way = Wayfinding(
            self._desk,
            self._navigation,
            self._page,
            self._panes,
            self._side,
            furniture,
            lambda: self._speech,
            self,
        )
        self._system_text = SystemText(self._around, self)
        self._connect()
        self._dress()
        self._count_words()
        self._page.report()
        furniture.keeping_flow.begin()
        self.furnished.emit()
        # Not while the whole window is painted: each would wait for the other.
        QTimer.singleShot(PAINTING, self, self._session.prepare)

    def _connect(self) -> None:
        choices = self._choices
        for name, done in {
            "cite": self._copying.copy_citation,
            "copy_reference": self._copying.copy_reference,
            "zoom_in": lambda: choices.zoom(1),
            "zoom_out": lambda: choices.zoom(-1),
            "zoom_reset": lambda: choices.zoom(0),
            "face": choices.turn_face,
            "line_spacing": choices.turn_line_spacing,
            "measure": choices.turn_measure,
            "caret": self._turn_caret,
            "theme": choices.turn_theme,
            "interface": choices.turn_interface,
            "full_screen": self._turn_full_screen,
            "quit": self.close,
        }.items():
            self._actions[name].triggered.connect(done)
        self._page.reading_moved.connect(self._moved)
        self._page.zoom_turned.connect(choices.zoom)
        self._way.turned.connect(self._refresh)
        # Lengths are in the style sheet of a theme, too.
        self._system_text.changed.connect(lambda: self._turn_theme(choices.settings.theme))
        choices.page_restyled.connect(self._restyle)
        choices.theme_turned.connect(self._turn_theme)
        choices.interface_turned.connect(self._turn_interface)
        choices.said.connect(lambda said: self._status.announce(self._speech.number(said)))
        self._navigation.page_changed.connect(self._page_changed)
        self._navigation.arrived.connect(lambda _: self._page.report())
        self._session.prepared.connect(self.prepared)
        self._session.prepared.connect(self._tell_settled)
        self._search.changed.connect(self._tell_settled)
        for lane in (self._lane, self._search_lane):
            lane.idle.connect(self._tell_settled)

    def _dress(self) -> None:
        """Put on the theme and the language of the settings."""
        speech, theme = self._speech, self._dressing.theme
        self.setWindowTitle(self.tr("Briefing Reader"))
        self.setLayoutDirection(speech.direction)
        if self._furniture is not None:
            self._furniture.dress(theme)
        self._panes.arrange()
        self._refresh()

    # What stands in the page

    def search_for(self, words: str) -> None:
        """Search as if the words had been typed."""
        self._search.search_for(words)

    def _put(self, pages: Sequence[Page]) -> None:
        self._panes.set_roomy(len(pages) > 1)
        self._page.show_pages(pages, lambda page: self._dressing.dress(page, parallel=len(pages) > 1))

    def _restyle(self) -> None:
        self._refresh()
        self._page.restyle(lambda page: self._dressing.dress(page, parallel=self._page.is_parallel))

    def _told(self, fault: ReaderError) -> Page:
        return notice(self._speech.wording.error(fault), self._speech.language)

    def _page_changed(self, place: Place) -> None:
        edition = self._navigation.edition
        if edition is not None:
            languages = BOTH if self._navigation.wants_both else edition.language
            self._choices.choose(languages=languages)
        self._count_words()
        self.page_shown.emit(place)

    def _count_words(self) -> None:
        edition = self._navigation.edition
        self._words = [len(passage.text.split()) for passage in edition.passages] if edition else []

    # What is chosen

    def _turn_caret(self) -> None:
        self._page.show_caret(self._actions["caret"].isChecked())

    def _turn_theme(self, name: str) -> None:
        self._dressing.theme = self._around.theme(name)
        self._dress()
        self._restyle()

    def _turn_interface(self, language: str) -> None:
        self._speech = self._around.speak(language)
        self._panel.set_speech(self._speech)
        self._dress()
        self._page.report()

    def _turn_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    # What the window says

    def _moved(self, point: ReadingPoint) -> None:
        self._refresh(point)
        left = sum(self._words) * (100 - point.percent) / 100
        self._status.say_progress(point.percent, math.ceil(left / WORDS_A_MINUTE), self._speech)

    def _refresh(self, point: ReadingPoint | None = None) -> None:
        """Let every control say what is so."""
        if self._furniture is not None:
            section = (point or self._page.reading_point()).section
            self._furniture.refresh(self._navigation, section, side_is_shown=self._panes.side_is_shown)
            self._actions["face"].setChecked(self._choices.settings.face != FACES[0])

    @property
    def is_settled(self) -> bool:
        """Whether the window is whole and nothing is being read or searched for."""
        if self._furniture is None:
            return False
        return self._lane.is_idle and self._search_lane.is_idle and not self._bar.search.is_resting

    def _tell_settled(self) -> None:
        if self.is_settled:
            self.settled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc end a search from anywhere, and the list of contents over a narrow page."""
        if self._furniture is None or event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._search.is_open:
            self._search.leave()
        elif self._panes.is_narrow and self._panes.side_is_shown:
            self._way.toggle_side()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the first page: only now is it known how wide the lines are."""
        super().showEvent(event)
        if self._opening is not None:
            place, self._opening = self._opening, None
            self._navigation.open_now(place)

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
        if self._furniture is not None:
            self._furniture.stop()
