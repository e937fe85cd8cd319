"""Paints one search hit: where it is, and its words in the direction of its own language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from reader.search.snippet import snippet
from reader.text.direction import FSI, PDI, is_right_to_left
from reader.text.foreign_runs import isolate
from reader.ui.alignment import end_side, start_side
from reader.ui.text_size import scaled

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QStyleOptionViewItem

    from reader.search.answer import Hit
    from reader.ui.theme import Theme

HIT = Qt.ItemDataRole.UserRole + 1
"""Role of the Hit of a row."""
WHERE = Qt.ItemDataRole.UserRole + 2
"""Role of the text that says where the hit is."""
COUNT = Qt.ItemDataRole.UserRole + 3
"""Role of the text that says how many matches the passage has."""
ABOVE = Qt.ItemDataRole.UserRole + 4
"""Role of the text that stands above the row, where another kind of hits begins; empty for none."""

_PADDING = 12
_MARGIN = 6
_MOST_LINES = 4
_ABOVE = 34
_LONGEST, _SHORTER, _SHORTEST = 150, 12, 40
"""Characters of a snippet: at first, less each time that its lines are too many, and at least."""


@dataclass(slots=True)
class _Block:
    layout: QTextLayout
    height: float


def _font(pixels: int) -> QFont:
    font = QFont()
    font.setPixelSize(scaled(pixels))
    return font


class HitDelegate(QStyledItemDelegate):
    """Paints the rows of the result list.

    Args:
        theme: the colours.
        parent: the list.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of a row at the list's present width."""
        width = option.widget.viewport().width() if option.widget else option.rect.width()  # type: ignore[attr-defined]
        block = self._snippet(index.data(HIT), width - 2 * (_PADDING + _MARGIN))
        above = scaled(_ABOVE) if index.data(ABOVE) else 0
        return QSize(width, above + round(block.height) + scaled(24) + 2 * _PADDING)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a row."""
        theme = self.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(option.rect).adjusted(_MARGIN, 3, -_MARGIN, -3)  # type: ignore[attr-defined]
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft  # type: ignore[attr-defined]
        start = start_side(right_to_left=mirrored)
        if above := str(index.data(ABOVE) or ""):
            self._paint_above(painter, card, above, start)
            card.setTop(card.top() + scaled(_ABOVE))
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.setBrush(QColor(theme.paper))
            painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), 10, 10)
        inside = card.adjusted(_PADDING, _PADDING - 4, -_PADDING, -_PADDING)
        painter.setFont(_font(12))
        painter.setPen(QColor(theme.soft))
        line = QRectF(inside.left(), inside.top(), inside.width(), scaled(20))
        end = end_side(right_to_left=mirrored)
        centre = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        count = str(index.data(COUNT) or "")
        room = painter.fontMetrics().horizontalAdvance(count) + 10
        painter.drawText(line, end | centre, count)
        where = f"{FSI}{index.data(WHERE)}{PDI}"
        elided = painter.fontMetrics().elidedText(
            where, Qt.TextElideMode.ElideRight, int(line.width() - room)
        )
        painter.drawText(line, start | centre, elided)
        hit: Hit = index.data(HIT)
        block = self._snippet(hit, inside.width())
        painter.setPen(QColor(theme.ink))
        painter.setClipRect(QRectF(option.rect))  # type: ignore[attr-defined]
        block.layout.draw(painter, QPointF(inside.left(), inside.top() + scaled(23)))
        painter.restore()

    def _paint_above(self, painter: QPainter, card: QRectF, text: str, start: Qt.AlignmentFlag) -> None:
        """Paint a rule, and under it what the hits that follow have in common."""
        inside = card.adjusted(_PADDING, 0, -_PADDING, 0)
        painter.setPen(QPen(QColor(self.theme.line), 1))
        painter.drawLine(inside.topLeft() + QPointF(0, 4), inside.topRight() + QPointF(0, 4))
        painter.setFont(_font(12))
        painter.setPen(QColor(self.theme.accent))
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(inside.width()))
        line = QRectF(inside.left(), inside.top() + 8, inside.width(), scaled(_ABOVE) - 10)
        painter.drawText(line, start | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, elided)

    def _snippet(self, hit: Hit, width: float) -> _Block:
        """Return the part of a passage that shows its matches best, in lines of which none is left out."""
        for longest in range(_LONGEST, _SHORTEST, -_SHORTER):
            block = self._set(hit, width, longest)
            if block is not None:
                return block
        return self._set(hit, width, _SHORTEST, every_line=False) or _Block(QTextLayout(), 0)

    def _set(self, hit: Hit, width: float, longest: int, *, every_line: bool = True) -> _Block | None:
        """Set a snippet in lines; None if they are too many."""
        cut = snippet(hit.text, hit.ranges, longest=longest)
        text, shifts = _isolated(cut.text, hit.language)
        layout = QTextLayout(text, _font(14))
        option = QTextOption()
        right_to_left = is_right_to_left(hit.language)
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        )
        option.setAlignment(start_side(right_to_left=right_to_left))
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        look = QTextCharFormat()
        look.setBackground(QColor(self.theme.hit))
        look.setForeground(QColor(self.theme.hit_ink))
        formats = []
        for start, end in cut.ranges:
            marked = QTextLayout.FormatRange()
            marked.start = shifts[start]  # type: ignore[attr-defined]
            marked.length = shifts[end - 1] + 1 - shifts[start]  # type: ignore[attr-defined]
            marked.format = look  # type: ignore[attr-defined]
            formats.append(marked)
        layout.setFormats(formats)
        layout.beginLayout()
        height, set_ = 0.0, 0
        for _ in range(_MOST_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(width, 40))
            line.setPosition(QPointF(0, height))
            height += line.height() * 1.12
            set_ = line.textStart() + line.textLength()
        layout.endLayout()
        is_whole = set_ >= len(text.encode("utf-16-le")) // 2
        return _Block(layout, height) if is_whole or not every_line else None


def _isolated(text: str, language: str) -> tuple[str, list[int]]:
    """Isolate a snippet's foreign runs and say where each of its characters went (in UTF-16 units)."""
    shown = isolate(text, language)
    shifts: list[int] = []
    position = cursor = 0
    for letter in shown:
        if cursor < len(text) and letter == text[cursor]:
            shifts.append(position)
            cursor += 1
        position += 2 if ord(letter) > 0xFFFF else 1
    return shown, shifts
