"""A scroll bar that shows where the matches of a search lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QScrollBar

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

_THICK = 3
_CURRENT = 5
"""How thick the mark of the match is that one stands on."""
_INSET = 1


class ScrollMarks(QScrollBar):
    """A vertical scroll bar with short lines on it.

    Of two pages side by side only one shows its bar; the other lends it its marks.

    Signals:
        marked: other marks are shown; carries how many.
    """

    marked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._marks: tuple[float, ...] = ()
        self._current: float | None = None
        self._colours = ("#000000", "#000000")
        self._lender: ScrollMarks | None = None

    def borrow(self, lender: ScrollMarks | None) -> None:
        """Show the marks of another bar too.

        Args:
            lender: that bar; None for only the own marks.
        """
        if lender is self._lender:
            return
        if self._lender is not None:
            self._lender.marked.disconnect(self._repaint)
        self._lender = lender
        if lender is not None:
            lender.marked.connect(self._repaint)
        self.update()

    def _repaint(self, _: int) -> None:
        self.update()

    @property
    def shown(self) -> tuple[float, ...]:
        """Where lines are painted, parts of the whole document, 0-1: the marks and those lent."""
        lent = self._lender.marks if self._lender is not None else ()
        return (*self._marks, *lent)

    @property
    def shown_current(self) -> float | None:
        """Where the line of the match is that one stands on, here or on the page that lends its marks."""
        lent = self._lender.current if self._lender is not None else None
        return self._current if self._current is not None else lent

    @property
    def colours(self) -> tuple[str, str]:
        """Of an ordinary mark and of the current one."""
        return self._colours

    @property
    def current(self) -> float | None:
        """Where the match is that one stands on; None if it is not on this page."""
        return self._current

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
        self.marked.emit(len(marks))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar, then the marks over it."""
        super().paintEvent(event)
        shown, current = self.shown, self.shown_current
        if not shown:
            return
        colours = self._colours if self._marks or self._lender is None else self._lender.colours
        painter = QPainter(self)
        # Many matches fall on one pixel; each is painted once.
        for top in sorted({self._top(mark, _THICK) for mark in shown}):
            painter.fillRect(self._rect(top, _THICK), QColor(colours[0]))
        if current is not None:
            painter.fillRect(self._rect(self._top(current, _CURRENT), _CURRENT), QColor(colours[1]))
        painter.end()

    def _top(self, mark: float, thick: int) -> int:
        return round(mark * (self.height() - thick))

    def _rect(self, top: int, thick: int) -> QRectF:
        return QRectF(_INSET, top, self.width() - 2 * _INSET, thick)
