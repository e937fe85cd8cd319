"""The card that picks a pack, a folder or a stick, in place of the system's dialog, which leaves traces."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate

from reader.ui.disk_rows import DiskRow, RowKind, places, rows_in
from reader.ui.icons import icon
from reader.ui.sheet import Sheet
from reader.ui.sizes import size_words

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from reader.ui.background import Lane
    from reader.ui.surroundings import Surroundings
    from reader.ui.theme import Theme
    from reader.ui.translations import Speech

_ROW = Qt.ItemDataRole.UserRole


class _LabelDelegate(QStyledItemDelegate):
    """Draws what a row is called in full: its name, kept apart from the text around it, and its size."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Take the label in place of the bare name."""
        super().initStyleOption(option, index)
        option.text = index.data(Qt.ItemDataRole.AccessibleTextRole)  # type: ignore[attr-defined]


class Sought(Enum):
    """What is to be picked."""

    PACK = auto()
    PACK_OR_FOLDER = auto()
    FOLDER = auto()


class PickerSheet(Sheet):
    """Lists drives, then folders and packs.

    Args:
        lane: where disks are read.
        around: icons.
        theme: the colours.
        speech: the language of the window.
        window: what it is shown over.
        title: what it is for.
        sought: what is to be picked; packs are listed unless only a folder is.

    Signals:
        picked: something was chosen; carries its Path.
        given_up: it was left, and nothing was chosen.
    """

    picked = Signal(object)
    given_up = Signal()
    _watched: QListWidget | None = None

    def __init__(
        self,
        lane: Lane,
        around: Surroundings,
        theme: Theme,
        speech: Speech,
        window: QWidget,
        title: str,
        *,
        sought: Sought,
    ) -> None:
        super().__init__(window)
        self._lane, self._speech, self._sought = lane, speech, sought
        self._icons = {kind: icon(around.icons, kind.value, theme.soft) for kind in RowKind}
        self._here: Path | None = None
        self._came_from: Path | None = None
        self.set_title(title)
        self._where = self.add_text("", "sheetSoft")
        self.list = QListWidget()
        self.list.setObjectName("disk")
        self.list.setIconSize(QSize(22, 22))
        self.list.setMinimumHeight(280)
        self.list.setItemDelegate(_LabelDelegate(self.list))
        self.list.setAccessibleName(
            self.tr("Drives and folders") if sought is Sought.FOLDER else self.tr("Drives, folders and packs")
        )
        self._watched = self.list
        self.list.installEventFilter(self)
        self.list.itemActivated.connect(lambda item: self._open(item.data(_ROW)))
        self.list.itemDoubleClicked.connect(lambda item: self._open(item.data(_ROW)))
        self.list.currentItemChanged.connect(lambda _now, _before: self._say_buttons())
        self.body.addWidget(self.list, 1)
        self._none = self.add_text("", "sheetSoft")
        self._none.hide()
        self._up = self.add_button(self.tr("Up"), self._go_up)
        self.add_button(self.tr("Cancel"), self.leave)
        self._this = self.add_button(self.tr("This folder"), self._pick_here)
        self._this.setVisible(sought is not Sought.PACK)
        self._main = self.add_button(self.tr("Open"), self._open_current, main=True)
        self.left.connect(self._stop_listing)
        self._show_places()
        self.open(self.list)

    # Where one is

    def go(self, folder: Path) -> None:
        """List a folder."""
        self._came_from, self._here = self._here, folder
        self._lane.run(
            lambda: rows_in(folder),
            lambda rows: self._fill(rows) if self._here == folder else None,
            lambda _fault: self._fail(folder),
            only_newest=True,
        )

    def _show_places(self) -> None:
        self._came_from, self._here = self._here, None
        self._lane.drop_pending()
        self._fill(places())

    def _stop_listing(self) -> None:
        """What is still being read is of no use any more."""
        self._here = None

    def _go_up(self) -> None:
        if self._here is None:
            return
        # Above a drive are the other drives, not the folders that the system hangs them in.
        if self._here == self._here.parent or any(row.path == self._here for row in places()):
            self._show_places()
        else:
            self.go(self._here.parent)

    def _fill(self, rows: list[DiskRow]) -> None:
        self.list.clear()
        if self._sought is Sought.FOLDER:
            rows = [row for row in rows if row.kind is not RowKind.PACK]
        for row in rows:
            # The bare name, so that typing its first letters finds it; the delegate writes the label.
            item = QListWidgetItem(self._icons[row.kind], row.name)
            item.setData(_ROW, row)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, self._label(row))
            item.setToolTip("")
            self.list.addItem(item)
            if row.path == self._came_from:
                self.list.setCurrentItem(item)
        if self.list.count() and self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self._none.setText(
            self.tr("There is no folder in here.")
            if self._sought is Sought.FOLDER
            else self.tr("There is no folder and no pack here.")
        )
        self._none.setVisible(not rows)
        self._say_where()

    def _fail(self, folder: Path) -> None:
        if self._here == folder:
            self._fill([])
            self._none.setText(self.tr("This folder cannot be read."))

    def _say_where(self) -> None:
        if self._here is None:
            self._where.setText(
                self.tr("Choose a drive or a folder.")
                if self._sought is Sought.FOLDER
                else self.tr("Where is it?")
            )
        else:
            # A path keeps its own direction.
            path = self._where.fontMetrics().elidedText(str(self._here), Qt.TextElideMode.ElideMiddle, 460)
            self._where.setText(f"\u2066{path}\u2069")
        self._up.setEnabled(self._here is not None)
        self._say_buttons()

    def _say_buttons(self) -> None:
        row = self._current()
        self._this.setEnabled(self._here is not None or (row is not None and row.kind is not RowKind.PACK))
        self._main.setEnabled(row is not None)

    def _label(self, row: DiskRow) -> str:
        name = self.tr("This computer") if row.path == Path("/") else f"\u2068{row.name}\u2069"
        if row.size < 0:
            return name
        size = size_words(row.size, self._speech)
        if row.kind is RowKind.DRIVE:
            size = self.tr("%1 free").replace("%1", size)
        return f"{name}   ·   {size}"

    # What is done

    def _current(self) -> DiskRow | None:
        item = self.list.currentItem()
        row = item.data(_ROW) if item else None
        return row if isinstance(row, DiskRow) else None

    def _open_current(self) -> None:
        row = self._current()
        if row is not None:
            self._open(row)

    def _open(self, row: DiskRow) -> None:
        if row.kind is RowKind.PACK:
            self._pick(row.path)
        else:
            self.go(row.path)

    def _pick_here(self) -> None:
        row = self._current()
        if self._here is not None:
            self._pick(self._here)
        elif row is not None:
            self._pick(row.path)

    def _pick(self, path: Path) -> None:
        super().leave()
        self.picked.emit(path)

    def leave(self) -> None:
        """Close it without a choice."""
        super().leave()
        self.given_up.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open with Enter and go up with Backspace while the list has the keyboard."""
        if watched is self._watched and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._open_current()
                return True
            if event.key() == Qt.Key.Key_Backspace:
                self._go_up()
                return True
        return super().eventFilter(watched, event)
