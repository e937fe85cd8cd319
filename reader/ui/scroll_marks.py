"""A scroll bar that shows where the matches of a search lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QScrollBar

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

_THICK = 3
_INSET = 1


class ScrollMarks(QScrollBar):
    """A vertical scroll bar with short lines on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._marks: tuple[float, ...] = ()
        self._current: float | None = None
        self._colours = ("#000000", "#000000")

    @property
    def marks(self) -> tuple[float, ...]:
        """Where the marks lie, as parts of the whole document, 0-1."""
        return self._marks

    def show_marks(
        self, marks: tuple[float, ...], current: float | None = None, *, colours: tuple[str, str]
    ) -> None:
        """Show other marks.

        Args:
            marks: parts of the whole document, 0-1.
            current: the one that one stands on.
            colours: of an ordinary mark and of the current one, ``#rrggbb``.
        """
        self._marks, self._current, self._colours = marks, current, colours
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar, then the marks over it."""
        super().paintEvent(event)
        if not self._marks:
            return
        painter = QPainter(self)
        # Many matches fall on one pixel; each is painted once.
        lines = sorted({self._line(mark) for mark in self._marks})
        for y in lines:
            painter.fillRect(self._rect(y), QColor(self._colours[0]))
        if self._current is not None:
            painter.fillRect(self._rect(self._line(self._current)), QColor(self._colours[1]))
        painter.end()

    def _line(self, mark: float) -> int:
        return round(mark * (self.height() - _THICK))

    def _rect(self, y: int) -> QRectF:
        return QRectF(_INSET, y, self.width() - 2 * _INSET, _THICK)
