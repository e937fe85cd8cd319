"""The list of hits one walks through."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView

from reader.ui.hit_delegate import ABOVE, COUNT, HIT, WHERE, HitDelegate
from reader.ui.own_viewport import take_viewport

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from reader.search.answer import Hit
    from reader.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_AT_ONCE = 24
"""Rows that are there at first, and that are added each time the end comes near: setting hundreds of
snippets in lines would take longer than a keystroke may."""


class HitModel(QAbstractListModel):
    """Hits as rows."""

    def __init__(
        self, where: Callable[[Hit], str], count: Callable[[Hit], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._where = where
        self._count = count
        self.hits: tuple[Hit, ...] = ()
        self._rows = 0
        self._through = ""
        self._first_bridged = -1

    def show(self, hits: tuple[Hit, ...], through: str) -> None:
        """Show other hits.

        Args:
            hits: what is to be listed.
            through: says of hits that were found by way of other words which words those are.
        """
        self.beginResetModel()
        self.hits, self._through = hits, through
        self._rows = min(_AT_ONCE, len(hits))
        self._first_bridged = next((row for row, hit in enumerate(hits) if hit.bridged), -1)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Return how many hits there are rows for by now."""
        return 0 if parent.isValid() else self._rows

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are hits without a row."""
        return not parent.isValid() and self._rows < len(self.hits)

    def fetchMore(self, parent: Index) -> None:
        """Add rows."""
        if self.canFetchMore(parent):
            last = min(self._rows + _AT_ONCE, len(self.hits)) - 1
            self.beginInsertRows(QModelIndex(), self._rows, last)
            self._rows = last + 1
            self.endInsertRows()

    def reach(self, row: int) -> None:
        """See to it that there is a row, and one more to go on to."""
        while row + 1 >= self._rows < len(self.hits):
            self.fetchMore(QModelIndex())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return what a row says."""
        hit = self.hits[index.row()]
        if role == HIT:
            return hit
        if role == WHERE:
            return self._where(hit)
        if role == COUNT:
            return self._count(hit)
        if role == ABOVE:
            return self._through if index.row() == self._first_bridged else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(hit)
        return None

    def spoken(self, hit: Hit) -> str:
        """Return what a screen reader says of a hit."""
        through = f" ({self._through})" if hit.bridged and self._through else ""
        return f"{self._where(hit)}{through}: {hit.text}"


class HitList(QListView):
    """Hits with their snippets.

    Args:
        theme: the colours.
        where: says where a hit is.
        count: says how many matches it has; empty for one.
        parent: the panel.

    Signals:
        stood_on: another row is the current one; carries its Hit.
        opened: a row was clicked or entered; carries its Hit.
    """

    stood_on = Signal(object)
    opened = Signal(object)

    def __init__(
        self,
        theme: Theme,
        where: Callable[[Hit], str],
        count: Callable[[Hit], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        take_viewport(self)
        self._model = HitModel(where, count, self)
        self.setModel(self._model)
        self._delegate = HitDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.clicked.connect(lambda index: self.opened.emit(index.data(HIT)))
        self.activated.connect(lambda index: self.opened.emit(index.data(HIT)))
        self.selectionModel().currentChanged.connect(self._moved)

    @property
    def hits(self) -> tuple[Hit, ...]:
        """What is listed."""
        return self._model.hits

    @property
    def row(self) -> int:
        """Which row one stands on, from 0; -1 for none."""
        return self.currentIndex().row()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._delegate.theme = theme
        self.viewport().update()

    def show_hits(self, hits: tuple[Hit, ...], through: str = "") -> None:
        """List other hits, the first at the top.

        Args:
            hits: what is to be listed.
            through: says of hits that were found by way of other words which words those are.
        """
        self._model.show(hits, through)
        self.scrollToTop()

    def spoken(self, hit: Hit) -> str:
        """Return what a screen reader says of a hit."""
        return self._model.spoken(hit)

    def step(self, by: int) -> None:
        """Stand on another row.

        Args:
            by: rows, negative for up.
        """
        if self.hits:
            self.select(self.row + by if self.row >= 0 else 0)

    def select(self, row: int) -> None:
        """Stand on a row, or on the nearest there is."""
        row = max(0, min(row, len(self.hits) - 1))
        self._model.reach(row)
        self.setCurrentIndex(self._model.index(row))

    def selected(self) -> Hit | None:
        """Return the hit one stands on."""
        index = self.currentIndex()
        return index.data(HIT) if index.isValid() else None

    def _moved(self, current: QModelIndex) -> None:
        if current.isValid():
            self._model.reach(current.row())
            self.stood_on.emit(current.data(HIT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the rows find their new height."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
