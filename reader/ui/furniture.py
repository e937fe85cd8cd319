"""Everything around the page: bar, contents, search, status; put in place after the first paint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.actions import make_actions, name_actions
from reader.ui.clipboard import QuietClipboard
from reader.ui.contents_rows import contents_rows
from reader.ui.contents_view import ContentsView
from reader.ui.copies_flow import CopiesFlow
from reader.ui.copying import Copying
from reader.ui.glosses import Glosses
from reader.ui.go_to_bar import GoToBar
from reader.ui.icons import icon
from reader.ui.keeping import Keeping
from reader.ui.keeping_flow import KeepingFlow
from reader.ui.notes import Notes
from reader.ui.notice_bar import NoticeBar
from reader.ui.one_key import leave_at_once
from reader.ui.page_menu import PageMenu
from reader.ui.search_flow import SearchFlow
from reader.ui.search_panel import SearchPanel
from reader.ui.search_session import SearchSession
from reader.ui.status_line import StatusLine
from reader.ui.take_away_flow import TakeAwayFlow
from reader.ui.top_bar import TopBar
from reader.ui.verdict_box import mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from reader.desk import Desk
    from reader.library.catalogue import Catalogue
    from reader.library.document import Place
    from reader.search.answer import Hit
    from reader.ui.background import Lane
    from reader.ui.choices import Choices
    from reader.ui.navigation import Navigation
    from reader.ui.reading_area import ReadingArea
    from reader.ui.surroundings import Surroundings
    from reader.ui.theme import Theme
    from reader.ui.translations import Speech

_ICONS = ("contents", "back", "forward", "theme", "more", "search")


class Furniture:
    """The parts of the window around the page, and what they do among themselves.

    Args:
        window: the owner.
        desk: what can be done.
        around: icons, keys, themes.
        lane: where searches run.
        area: the page.
        navigation: goes to places.
        theme: the colours to begin with.
        speech: gives the language of the window.
        choices: what is chosen.
    """

    def __init__(
        self,
        window: QWidget,
        desk: Desk,
        around: Surroundings,
        lane: Lane,
        area: ReadingArea,
        navigation: Navigation,
        theme: Theme,
        speech: Callable[[], Speech],
        choices: Choices,
    ) -> None:
        self._desk, self._around, self._speech, self._theme = desk, around, speech, theme
        self._table = around.actions()
        twins = around.twins()
        self.actions = make_actions(window, self._table, twins)
        self.actions["leave"].triggered.connect(leave_at_once)
        self.clipboard = QuietClipboard(window)
        self.bar = TopBar(self.actions, window)
        self.contents = ContentsView(theme, window)
        self.panel = SearchPanel(theme, speech(), self.where, self._part, self._part_titles, window)
        self.go_to = GoToBar(window)
        self.status = StatusLine(window)
        self.session = SearchSession(desk, lane, window)
        self.search = SearchFlow(desk, self.session, self.bar.search, self.panel, navigation, area, window)
        self.copying = Copying(desk, area, lambda: speech().wording, window)
        self.notes = Notes(area, navigation, window)
        self.glosses = Glosses(desk, lane, area, self.notes, lambda: speech().wording, window)
        area.menu_asked.connect(lambda view, where: PageMenu(view, self.actions).popup(where))
        navigation.page_changed.connect(lambda _: self.glosses.refresh())
        self.actions["meaning"].triggered.connect(self.glosses.tell)
        self.actions["terms"].toggled.connect(self.glosses.show)
        self.notices = NoticeBar(window)
        self.keeping = Keeping(around.kept, around.data, lambda: choices.settings, window)
        self.copies = CopiesFlow(
            desk, self.keeping, around, self.actions, self.notices, speech, theme, window
        )
        self.taking = TakeAwayFlow(desk, around, self.actions["take_away"], speech, theme, window)
        self.keeping_flow = KeepingFlow(
            self.keeping,
            choices,
            desk,
            self.where,
            area,
            self.actions,
            self.status,
            self.notices,
            speech,
            window,
        )
        self.copies.pack_taken.connect(
            lambda catalogue: self._take(catalogue, navigation, choices.settings.languages)
        )
        self.status.verdict_asked.connect(self.copies.tell_of_this_copy)
        self.panel.copy_asked.connect(lambda: self.copying.copy_hits(self.panel.hits, self.where))
        self.copying.copied.connect(self.status.say_copied)
        self.actions["twin"].triggered.connect(self.search.turn_twin)
        self.panel.follow(self.bar.search)

    def _take(self, catalogue: Catalogue, navigation: Navigation, languages: str) -> None:
        """Read another briefing, or another issue, from its beginning."""
        self.taking.give_up()
        self.search.stay()
        self._desk.take(catalogue)
        navigation.begin_anew(self._desk.opening("", languages))
        self.dress(self._theme)
        self.session.prepare_anew()

    def stop(self) -> None:
        """End all work in the background, and write what is to be kept."""
        self.copies.stop()
        self.taking.stop()
        self.keeping.stop()

    def dress(self, theme: Theme) -> None:
        """Put on a theme and the present language."""
        speech, self._theme = self._speech(), theme
        name_actions(self.actions, self._table)
        self.notes.hide()
        self.bar.measure()
        self.bar.retranslate()
        self.status.measure()
        self.go_to.retranslate()
        icons = self._around.icons
        self.bar.set_icons(
            {name: icon(icons, name, theme.ink, mirrored=speech.is_right_to_left) for name in _ICONS}
        )
        self.contents.set_theme(theme)
        self.contents.retranslate()
        self.panel.set_theme(theme)
        self.panel.describe_twin(self.actions["twin"].toolTip())
        verdict = self._desk.verdict
        self.status.say(
            self._desk.briefing,
            verdict,
            speech,
            mark(verdict.standing, icons, theme),
            old=self.copies.shows_old_issue,
        )
        self.copies.theme = self.taking.theme = theme
        self.keeping_flow.say_stored()

    def refresh(self, navigation: Navigation, section: str, *, side_is_shown: bool) -> None:
        """Let every control say what is so.

        Args:
            navigation: knows what is shown and where one can go.
            section: id of the heading one is under.
            side_is_shown: whether the side column is on the screen.
        """
        edition, interface = navigation.edition, self._speech().language
        language = edition.language if edition else interface
        briefing = self._desk.briefing
        self.contents.set_rows(contents_rows(briefing, interface, edition, section, {}, language=language))
        actions, both = self.actions, navigation.wants_both
        actions["back"].setEnabled(navigation.can_go_back)
        actions["forward"].setEnabled(navigation.can_go_forward)
        actions["contents"].setChecked(side_is_shown)
        actions["margin_link"].setEnabled(edition is not None and bool(self._desk.explanations(edition)))
        languages = self._desk.document(edition.document).languages if edition else ()
        actions["both"].setEnabled(len(languages) > 1)
        actions["both"].setChecked(both)
        for name, each in (("persian", "fa"), ("english", "en")):
            actions[name].setEnabled(each in languages)
            actions[name].setChecked(not both and edition is not None and language == each)

    def where(self, hit: Hit | Place) -> str:
        """Say where a hit is: «نامه ۶», "annex 4.2 · Persian"."""
        speech = self._speech()
        document = self._desk.document(hit.document)
        shown = speech.language if speech.language in document.titles else hit.language
        passage = self._desk.edition(hit.document, hit.language).passage(hit.passage)
        where = document.short(shown)
        if passage is not None and passage.number:
            where += " " + speech.number(passage.number)
        if hit.language != speech.language:
            where += " · " + speech.name_of(hit.language)
        return where

    def _part(self, hit: Hit) -> str:
        return self._desk.document(hit.document).kind

    def _part_titles(self) -> dict[str, str]:
        interface = self._speech().language
        parts = self._desk.briefing.parts
        return {part: titles.get(interface, next(iter(titles.values()))) for part, titles in parts.items()}
