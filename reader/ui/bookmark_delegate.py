"""Paints a bookmark: where it is, how the passage begins, and the note, a line each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.text.foreign_runs import isolate
from reader.ui.alignment import start_side
from reader.ui.text_size import scaled

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

ROLE = Qt.ItemDataRole.UserRole + 1
"""Role of the ``BookmarkRow``."""
_PADDING, _LEADING, _CORNER = 9, 3, 7


@dataclass(frozen=True, slots=True)
class BookmarkRow:
    """What a row says.

    Attributes:
        where: «نامه ۶».
        text: the passage's first words; may be empty.
        language: language of the text.
        note: what one wrote beside it; may be empty.
    """

    where: str
    text: str
    language: str
    note: str

    def __str__(self) -> str:
        return ", ".join(part for part in (self.where, self.text, self.note) if part)


class BookmarkDelegate(QStyledItemDelegate):
    """Paints the rows in the colours of the list's palette."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._body = QFont("Vazirmatn")
        self._body.setPixelSize(scaled(14))
        self._bold = QFont(self._body)
        self._bold.setBold(True)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of the lines there are."""
        row: BookmarkRow = index.data(ROLE)
        lines = sum(bool(part) for part in (row.where, row.text, row.note))
        height = lines * (QFontMetrics(self._body).height() + _LEADING) - _LEADING + 2 * _PADDING
        return QSize(100, height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a row."""
        row: BookmarkRow = index.data(ROLE)
        palette: QPalette = option.palette  # type: ignore[attr-defined]
        rect: QRect = option.rect  # type: ignore[attr-defined]
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.highlight())
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), _CORNER, _CORNER)
        how = start_side(right_to_left=mirrored) | Qt.AlignmentFlag.AlignVCenter
        top = rect.top() + _PADDING
        roles = QPalette.ColorRole
        for text, font, role in (
            (row.where, self._bold, roles.Link),
            (isolate(row.text, row.language), self._body, roles.Text),
            (row.note, self._body, roles.PlaceholderText),
        ):
            if not text:
                continue
            metrics = QFontMetrics(font)
            line = QRect(rect.left() + _PADDING, top, rect.width() - 2 * _PADDING, metrics.height())
            painter.setFont(font)
            painter.setPen(palette.color(role))
            painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
            elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, how | Qt.TextFlag.TextSingleLine, elided)
            top += metrics.height() + _LEADING
        painter.restore()
