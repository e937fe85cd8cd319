"""Settings, bookmarks and remembering, from the keys that ask for them to what is told of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.errors import ReaderError
from reader.library.document import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from reader.desk import Desk
    from reader.ui.choices import Choices
    from reader.ui.keeping import Keeping
    from reader.ui.notice_bar import NoticeBar
    from reader.ui.reading_area import ReadingArea
    from reader.ui.status_line import StatusLine
    from reader.ui.translations import Speech


class KeepingFlow(QObject):
    """Opens the cards, notes where one reads, and says what is stored.

    Args:
        keeping: keeps it.
        choices: what is chosen.
        desk: knows the passages.
        where: says where a place is.
        area: the page.
        actions: what can be asked for, by name.
        status: says what is stored.
        notices: tells what went wrong.
        speech: gives the language of the window.
        window: what the cards are shown over.

    Signals:
        place_chosen: a bookmark was chosen; carries its Place.
    """

    place_chosen = Signal(object)

    def __init__(
        self,
        keeping: Keeping,
        choices: Choices,
        desk: Desk,
        where: Callable[[Place], str],
        area: ReadingArea,
        actions: Mapping[str, QAction],
        status: StatusLine,
        notices: NoticeBar,
        speech: Callable[[], Speech],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._keeping, self._choices, self._desk, self._where = keeping, choices, desk, where
        self._area, self._status, self._notices = area, status, notices
        self._speech, self._window = speech, window
        for name, done in (
            ("settings", self.open_settings),
            ("bookmarks", self.open_bookmarks),
            ("bookmark", self.turn_bookmark),
        ):
            actions[name].triggered.connect(done)
        area.reading_moved.connect(lambda _: self._note_reading())
        for chosen in (choices.page_restyled, choices.theme_turned, choices.interface_turned):
            chosen.connect(keeping.save_soon)
        keeping.changed.connect(self.say_stored)
        keeping.failed.connect(self._tell)

    def begin(self) -> None:
        """Say what is stored, and tell what was found wrong in the folder."""
        self.say_stored()
        for fault in self._keeping.take_faults():
            self._tell(fault)

    def open_settings(self) -> None:
        """Show the settings."""
        from reader.ui.settings_sheet import SettingsSheet

        sheet = SettingsSheet(self._choices, self._keeping, self._speech, self._window)
        sheet.left.connect(sheet.deleteLater)

    def open_bookmarks(self) -> None:
        """Show the bookmarks."""
        from reader.ui.bookmarks_sheet import BookmarksSheet

        sheet = BookmarksSheet(self._keeping, self._told_where, self._text, self._window)
        sheet.place_chosen.connect(self.place_chosen)
        sheet.left.connect(sheet.deleteLater)

    def turn_bookmark(self) -> None:
        """Set a bookmark at the passage that is selected or being read, or take it away."""
        place = self._here()
        if place is None:
            return
        is_set = self._keeping.turn_bookmark(place)
        said = self.tr("Bookmark set: %1") if is_set else self.tr("Bookmark taken away: %1")
        self._status.announce(said.replace("%1", self._where(place)))

    def say_stored(self) -> None:
        """Say in the line at the foot what is stored."""
        if self._keeping.is_on:
            folder = self._keeping.folder
            said = self.tr("Remembered in “%1”").replace("%1", folder.name if folder else "")
        elif self._keeping.only_reads:
            said = self.tr("Nothing new is remembered")
        else:
            said = self.tr("Nothing is being stored on this computer")
        self._status.say_stored(said + " · " + self.tr("Help: F1"))

    def _note_reading(self) -> None:
        page = self._area.page
        if page is not None and page.edition.document:
            edition = page.edition
            self._keeping.note_reading(
                Place(edition.document, edition.language, self._area.reading_point().passage)
            )

    def _here(self) -> Place | None:
        page = self._area.page
        if page is None or not page.edition.document:
            return None
        edition = page.edition
        passage = self._area.view.selection.passages()[0] or self._area.reading_point().passage
        return Place(edition.document, edition.language, passage or edition.passages[0].id)

    def _told_where(self, place: Place) -> str | None:
        try:
            passage = self._desk.edition(place.document, place.language).passage(place.passage)
            return self._where(place) if passage is not None else None
        except ReaderError:
            return None

    def _text(self, place: Place) -> str:
        passage = self._desk.edition(place.document, place.language).passage(place.passage)
        return passage.text.replace("\t", " ") if passage is not None else ""

    def _tell(self, fault: ReaderError) -> None:
        self._notices.say([self._speech().wording.error(fault)])
