"""A label of plain text on several lines, each of which begins at its side.

WORKAROUND(Qt 6.11): a QLabel of plain text shifts a right-to-left line by the space at which it was broken,
and cuts off what then has no room: a full stop. When it can go is told by
``tests/ui/test_wrapped_label.py::test_the_work_around_is_still_needed``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QStyle

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget


class WrappedLabel(QLabel):
    """A label that takes its text as it is, and wraps it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text."""
        direction = self.layoutDirection()
        option = QTextOption(QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeading))
        option.setTextDirection(direction)
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font(), self)
        layout.setTextOption(option)
        area, height = self.contentsRect(), 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(area.width())
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        layout.draw(painter, QPointF(area.left(), area.top() + max(0.0, (area.height() - height) / 2)))
        painter.end()
