"""Paints one row of the contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from reader.text.direction import FSI, PDI
from reader.ui.contents_rows import Row, RowKind

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QStyleOptionViewItem

    from reader.ui.theme import Theme

ROW = Qt.ItemDataRole.UserRole + 1
"""Role of the Row itself."""
Index = QModelIndex | QPersistentModelIndex

_HEIGHT = {RowKind.PART: 34, RowKind.DOCUMENT: 38, RowKind.HEADING: 29}


class RowDelegate(QStyledItemDelegate):
    """Paints a row of the contents."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row."""
        row: Row = index.data(ROW)
        top = 14 if row.kind is RowKind.PART and index.row() else 0
        return QSize(100, _HEIGHT[row.kind] + top)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        row: Row = index.data(ROW)
        theme = self.theme
        rect = QRect(option.rect).adjusted(8, 0, -8, 0)  # type: ignore[attr-defined]
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, row, rect, option.state, mirrored=mirrored)  # type: ignore[attr-defined]
        font = QFont()
        font.setPixelSize({RowKind.PART: 12, RowKind.DOCUMENT: 14, RowKind.HEADING: 13}[row.kind])
        font.setBold(row.current or row.kind is RowKind.PART)
        painter.setFont(font)
        colour = theme.soft
        if row.kind is RowKind.DOCUMENT:
            colour = theme.accent if row.current else theme.ink
        elif row.current:
            colour = theme.ink
        indent = 30 if row.kind is RowKind.HEADING else 14
        text = rect.adjusted(14 if mirrored else indent, 0, -(indent if mirrored else 14), 0)
        if row.kind is RowKind.PART:
            text.setTop(text.bottom() - 26)
        centre = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        start = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        if row.note:
            end = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
            small = QFont(font)
            small.setPixelSize(11)
            small.setBold(False)
            painter.setFont(small)
            painter.setPen(QColor(theme.soft))
            painter.drawText(text, end | centre, row.note)
            room = painter.fontMetrics().horizontalAdvance(row.note) + 12
            text.adjust(room if mirrored else 0, 0, 0 if mirrored else -room, 0)
            painter.setFont(font)
        painter.setPen(QColor(colour))
        said = painter.fontMetrics().elidedText(
            f"{FSI}{row.text}{PDI}", Qt.TextElideMode.ElideRight, text.width()
        )
        painter.drawText(text, start | centre, said)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, row: Row, rect: QRect, state: QStyle.StateFlag, *, mirrored: bool
    ) -> None:
        theme = self.theme
        painter.setPen(Qt.PenStyle.NoPen)
        if row.kind is RowKind.PART:
            return
        if row.kind is RowKind.DOCUMENT and row.current:
            painter.setBrush(QColor(theme.wash))
            painter.drawRoundedRect(rect, 8, 8)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(theme.desk))
            painter.drawRoundedRect(rect, 8, 8)
        if row.kind is RowKind.HEADING and row.current:
            x = rect.right() - 14 if mirrored else rect.left() + 12
            painter.fillRect(QRectF(x, rect.top() + 2, 2, rect.height() - 4), QColor(theme.accent))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(theme.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
