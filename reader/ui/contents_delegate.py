"""Paints one row of the contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from reader.text.direction import FSI, PDI
from reader.ui.alignment import end_side, start_side
from reader.ui.contents_rows import Row, RowKind
from reader.ui.text_size import scaled

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QStyleOptionViewItem

    from reader.ui.theme import Theme

ROW = Qt.ItemDataRole.UserRole + 1
"""Role of the Row itself."""
Index = QModelIndex | QPersistentModelIndex

_HEIGHT = {RowKind.PART: 34, RowKind.DOCUMENT: 38, RowKind.HEADING: 29}

_INSET, _END, _NOTE_GAP = 8, 14, 12
"""Pixels beside a row, after its text, before its note."""
_INDENT = {RowKind.PART: 14, RowKind.DOCUMENT: 14, RowKind.HEADING: 30}
_SECOND_LINE = 20


def _font(kind: RowKind, *, bold: bool) -> QFont:
    font = QFont()
    font.setPixelSize(scaled({RowKind.PART: 12, RowKind.DOCUMENT: 14, RowKind.HEADING: 13}[kind]))
    font.setBold(bold)
    return font


class RowDelegate(QStyledItemDelegate):
    """Paints a row of the contents."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._measured_at = (0, 0)
        self._long: dict[tuple[RowKind, str, str], bool] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row."""
        row: Row = index.data(ROW)
        top = 14 if row.kind is RowKind.PART and index.row() else 0
        width = option.widget.viewport().width() if option.widget else 0  # type: ignore[attr-defined]
        second = scaled(_SECOND_LINE) if width and self._is_long(row, width) else 0
        return QSize(100, scaled(_HEIGHT[row.kind]) + top + second)

    def _is_long(self, row: Row, width: int) -> bool:
        """Whether a row needs two lines; asked of bold letters, so that no row moves when one goes on."""
        if row.kind is RowKind.PART:
            return False
        # Asked for each row whenever anything about the list changes, and letters are slow to measure.
        if self._measured_at != (width, scaled(_HEIGHT[RowKind.DOCUMENT])):
            self._measured_at = (width, scaled(_HEIGHT[RowKind.DOCUMENT]))
            self._long.clear()
        key = (row.kind, row.text, row.note)
        if key not in self._long:
            metrics = QFontMetrics(_font(row.kind, bold=True))
            note = metrics.horizontalAdvance(row.note) + _NOTE_GAP if row.note else 0
            room = width - 2 * _INSET - _INDENT[row.kind] - _END - note
            self._long[key] = metrics.horizontalAdvance(row.text) > room
        return self._long[key]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        row: Row = index.data(ROW)
        theme = self.theme
        rect = QRect(option.rect).adjusted(_INSET, 0, -_INSET, 0)  # type: ignore[attr-defined]
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, row, rect, option.state, mirrored=mirrored)  # type: ignore[attr-defined]
        font = _font(row.kind, bold=row.current or row.kind is RowKind.PART)
        painter.setFont(font)
        colour = theme.soft
        if row.kind is RowKind.DOCUMENT:
            colour = theme.accent if row.current else theme.ink
        elif row.current:
            colour = theme.ink
        indent = _INDENT[row.kind]
        text = rect.adjusted(_END if mirrored else indent, 0, -(indent if mirrored else _END), 0)
        if row.kind is RowKind.PART:
            text.setTop(text.bottom() - scaled(26))
        centre = Qt.AlignmentFlag.AlignVCenter
        start = start_side(right_to_left=mirrored)
        if row.note:
            end = end_side(right_to_left=mirrored)
            small = QFont(font)
            small.setPixelSize(scaled(11))
            small.setBold(False)
            painter.setFont(small)
            painter.setPen(QColor(theme.soft))
            painter.drawText(text, end | centre | Qt.TextFlag.TextSingleLine, row.note)
            room = painter.fontMetrics().horizontalAdvance(row.note) + _NOTE_GAP
            text.adjust(room if mirrored else 0, 0, 0 if mirrored else -room, 0)
            painter.setFont(font)
        painter.setPen(QColor(colour))
        metrics = painter.fontMetrics()
        if rect.height() < scaled(_HEIGHT[row.kind]) + scaled(_SECOND_LINE):
            said = metrics.elidedText(f"{FSI}{row.text}{PDI}", Qt.TextElideMode.ElideRight, text.width())
            painter.drawText(text, start | centre | Qt.TextFlag.TextSingleLine, said)
        else:
            said = metrics.elidedText(
                f"{FSI}{row.text}{PDI}", Qt.TextElideMode.ElideRight, round(text.width() * 1.85)
            )
            # WORKAROUND(Qt 6.11): tests/ui/test_contents_rows.py::test_long_titles_begin_at_one_edge
            # A painter that runs leftwards sets the space at which a line breaks before the line.
            painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            painter.drawText(text, start | centre | Qt.TextFlag.TextWordWrap, said)
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
