"""The list of hits one walks through."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView

from reader.ui.hit_delegate import ABOVE, COUNT, HIT, WHERE, HitDelegate

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from reader.search.answer import Hit
    from reader.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
MOST_LISTED = 200
"""Hits in the list; the counts tell of all."""


class HitModel(QAbstractListModel):
    """Hits as rows."""

    def __init__(
        self, where: Callable[[Hit], str], count: Callable[[Hit], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._where = where
        self._count = count
        self.hits: tuple[Hit, ...] = ()
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
        self._first_bridged = next((row for row, hit in enumerate(hits) if hit.bridged), -1)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Return how many hits there are."""
        return 0 if parent.isValid() else len(self.hits)

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
            hits: what is to be listed; of very many the first.
            through: says of hits that were found by way of other words which words those are.
        """
        self._model.show(hits[:MOST_LISTED], through)
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
        self.setCurrentIndex(self._model.index(max(0, min(row, len(self.hits) - 1))))

    def selected(self) -> Hit | None:
        """Return the hit one stands on."""
        index = self.currentIndex()
        return index.data(HIT) if index.isValid() else None

    def _moved(self, current: QModelIndex) -> None:
        if current.isValid():
            self.stood_on.emit(current.data(HIT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the rows find their new height."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
