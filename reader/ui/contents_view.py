"""The contents as a list one can click or walk with the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView

from reader.ui.contents_delegate import ROW, Index, RowDelegate
from reader.ui.contents_rows import Row, RowKind
from reader.ui.own_viewport import take_viewport

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from reader.ui.theme import Theme


class ContentsModel(QAbstractListModel):
    """The rows of the contents."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def rows(self) -> list[Row]:
        """Return the rows, from the top."""
        return self._rows

    def set_rows(self, rows: list[Row]) -> None:
        """Show other rows; if only what is current changed, scroll and selection stay."""
        if rows == self._rows:
            return
        if [(row.kind, row.place) for row in rows] == [(row.kind, row.place) for row in self._rows]:
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return what a row says."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.text} — {row.note}" if row.note else row.text
        return row if role == ROW else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let everything but the parts be chosen."""
        if self._rows[index.row()].kind is RowKind.PART:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class ContentsView(QListView):
    """The contents.

    Signals:
        place_chosen: a row was clicked, or Enter pressed on it; carries its Place.
    """

    place_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        take_viewport(self)
        self._model = ContentsModel(self)
        self.setModel(self._model)
        self._delegate = RowDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.clicked.connect(self._choose)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._delegate.theme = theme
        self.viewport().update()

    def retranslate(self) -> None:
        """Speak the language of the window."""
        self.setAccessibleName(self.tr("Contents"))

    def rows(self) -> list[Row]:
        """Return what is listed, from the top."""
        return self._model.rows()

    def set_rows(self, rows: list[Row]) -> None:
        """Show the contents anew."""
        self._model.set_rows(rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows anew: at another width, or with a scroll bar, other titles need two lines."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _choose(self, index: QModelIndex) -> None:
        row: Row = index.data(ROW)
        if row.place is not None:
            self.place_chosen.emit(row.place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the row under the keyboard with Enter or Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.currentIndex().isValid():
                self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)
