"""The card of bookmarks: go to one, write a note beside it, take it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from reader.memory.remembered import LONGEST_NOTE
from reader.ui.bookmark_delegate import ROLE, BookmarkDelegate, BookmarkRow
from reader.ui.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from reader.library.document import Place
    from reader.memory.remembered import Bookmark
    from reader.ui.keeping import Keeping

_FSI, _PDI = "\u2068", "\u2069"
_BEGINNING = 200
"""Characters of the passage that are shown."""


class BookmarksSheet(Sheet):
    """Lists the bookmarks.

    Args:
        keeping: has them.
        where: says where a place is; None for one that is not in this briefing.
        beginning: returns the text of a place.
        window: what it is shown over.

    Signals:
        place_chosen: one wants to go there; carries the Place.
    """

    place_chosen = Signal(object)

    def __init__(
        self,
        keeping: Keeping,
        where: Callable[[Place], str | None],
        beginning: Callable[[Place], str],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._keeping, self._where, self._beginning = keeping, where, beginning
        self.list = QListWidget()
        self.list.setObjectName("bookmarks")
        self.list.setItemDelegate(BookmarkDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(72)
        self.list.setAccessibleName(self.tr("Bookmarks"))
        self.note = QLineEdit()
        self.note.setMaxLength(LONGEST_NOTE)
        self.note.setPlaceholderText(self.tr("A note to remember it by"))
        self.note.setAccessibleName(self.tr("Note"))
        self.set_title(self.tr("Bookmarks"))
        self._none = self.add_text(
            self.tr("There are none yet. F2 sets one at the passage you are reading, and takes it away.")
        )
        self._until = self.add_text(
            self.tr("They last until the window closes, unless you switch on remembering in the settings."),
            "sheetSoft",
        )
        for widget in (self.list, self.note):
            self.body.addWidget(widget)
        self._remove = self.add_button(self.tr("Take away"), self._take_away)
        self.add_button(self.tr("Close"), self.leave)
        self._go = self.add_button(self.tr("Go there"), self._go_there, main=True)
        self.list.currentItemChanged.connect(lambda now, _: self._chosen(now))
        self.list.itemDoubleClicked.connect(lambda _: self._go_there())
        self.list.installEventFilter(self)
        self.note.textEdited.connect(self._write)
        self.note.installEventFilter(self)
        self._fill(0)
        self.open(self.list if self._keeping.bookmarks else None)

    def _fill(self, row: int) -> None:
        bookmarks = self._keeping.bookmarks
        self.list.clear()
        for bookmark in bookmarks:
            item = QListWidgetItem()
            self._show(item, bookmark)
            item.setData(Qt.ItemDataRole.UserRole, bookmark.place)
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, len(bookmarks) - 1))
        some = bool(bookmarks)
        self._none.setVisible(not some)
        self._until.setVisible(some and not self._keeping.is_on)
        for widget in (self.list, self.note, self._remove, self._go):
            widget.setVisible(some)
        if not some:
            self.setFocus()

    def _row(self, bookmark: Bookmark) -> BookmarkRow:
        place = bookmark.place
        where = self._where(place)
        if where is None:
            name = f"{_FSI}{place.document} {place.passage}{_PDI}"
            where = self.tr("%1: not in this briefing").replace("%1", name)
            return BookmarkRow(where, "", place.language, bookmark.note)
        return BookmarkRow(where, self._beginning(place)[:_BEGINNING], place.language, bookmark.note)

    def _show(self, item: QListWidgetItem, bookmark: Bookmark) -> None:
        row = self._row(bookmark)
        item.setData(ROLE, row)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, str(row))

    def _current(self) -> Place | None:
        item: QListWidgetItem | None = self.list.currentItem()
        place: Place | None = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return place

    def _chosen(self, item: QListWidgetItem | None) -> None:
        place = self._current() if item is not None else None
        notes = [each.note for each in self._keeping.bookmarks if each.place == place]
        self.note.setText(notes[0] if notes else "")
        self._go.setEnabled(place is not None and self._where(place) is not None)

    def _write(self, text: str) -> None:
        place = self._current()
        if place is not None:
            self._keeping.set_note(place, text)
            (bookmark,) = [each for each in self._keeping.bookmarks if each.place == place]
            self._show(self.list.currentItem(), bookmark)

    def _take_away(self) -> None:
        place = self._current()
        if place is not None:
            row = self.list.currentRow()
            self._keeping.turn_bookmark(place)
            self._fill(row)

    def _go_there(self) -> None:
        place = self._current()
        if place is not None and self._where(place) is not None:
            self.leave()
            self.place_chosen.emit(place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go with Enter from the list and the note, take away with Delete from the list."""
        if event.type() == QEvent.Type.KeyPress and watched in (self.list, self.note):
            assert isinstance(event, QKeyEvent)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._go_there()
                return True
            if event.key() == Qt.Key.Key_Delete and watched is self.list:
                self._take_away()
                return True
        return super().eventFilter(watched, event)
