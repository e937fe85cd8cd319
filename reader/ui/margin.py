"""Paints what stands beside the text: passage numbers, bars of quotes, lines between twins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from reader.library.document import PassageKind
from reader.ui.page_layout import QUOTE_BAR

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine
    from PySide6.QtWidgets import QWidget

    from reader.library.document import Passage
    from reader.ui.page_values import Dress
    from reader.ui.passage_map import PassageMap

NUMBER_GAP = 22
"""Pixels between a number and its passage."""
_BAR = 4
_RULE = 0.3
"""Em from a line between twins to the passage below it."""


class Margin:
    """The margin of one document.

    Args:
        document: the laid-out document.
        passages: which passage stands in which block.
        dress: how the page looks.
    """

    def __init__(self, document: QTextDocument, passages: PassageMap, dress: Dress) -> None:
        self._document, self._passages = document, passages
        self._dress, self._style = dress, dress.style
        self._font = dress.style.font(0.62)
        self._metrics = QFontMetricsF(self._font)
        frame = document.rootFrame().frameFormat()
        self._left, self._right = frame.leftMargin(), frame.rightMargin()

    def paint_beside(self, blocks: Iterable[QTextBlock], sheet: QWidget, scrolled: int) -> None:
        """Paint what stands beside some blocks.

        Args:
            blocks: the blocks.
            sheet: what is painted on: as wide as the view.
            scrolled: pixels of the document above it.
        """
        painter = QPainter(sheet)
        painter.translate(0, -scrolled)
        for block in blocks:
            self.paint(painter, block, sheet.width())
        painter.end()

    def paint(self, painter: QPainter, block: QTextBlock, width: float) -> None:
        """Paint what stands beside one block.

        Args:
            painter: in coordinates of the document.
            block: the block.
            width: of the view in pixels.
        """
        rect = self._document.documentLayout().blockBoundingRect(block)
        mirrored = block.blockFormat().layoutDirection() == Qt.LayoutDirection.RightToLeft
        if block.blockFormat().property(QUOTE_BAR):
            x = width - self._right - _BAR if mirrored else self._left
            painter.fillRect(QRectF(x, rect.top(), _BAR, rect.height()), QColor(self._style.theme.line))
        stand = self._passages.stand(block.blockNumber())
        if stand is None or not stand.passage.number or stand.column or block.layout().lineCount() == 0:
            return
        if self._dress.ruled:
            y = round(rect.top() - _RULE * self._style.em)
            painter.fillRect(
                QRectF(self._left, y, width - self._left - self._right, 1), QColor(self._style.theme.line)
            )
        line = number_line(stand.passage, block)
        text = self._dress.number(stand.passage.number)
        painter.setFont(self._font)
        painter.setPen(QColor(self._style.theme.pale))
        advance = self._metrics.horizontalAdvance(text)
        x = width - self._right + NUMBER_GAP if mirrored else self._left - NUMBER_GAP - advance
        painter.drawText(round(x), round(rect.top() + line.y() + line.ascent()), text)


def number_line(passage: Passage, block: QTextBlock) -> QTextLine:
    """Return the line a passage's number stands beside: the first, or that below a picture.

    Args:
        passage: the passage.
        block: where it begins.
    """
    below = passage.kind is PassageKind.CAPTION and block.layout().lineCount() > 1
    return block.layout().lineAt(1 if below else 0)
