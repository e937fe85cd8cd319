"""Puts the colours of another theme on a page that is shown: no line is broken anew that one does not see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QTextCursor, QTextTable

from reader.ui.page_layout import INK

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock, QTextDocument

    from reader.ui.justifier import Justifier
    from reader.ui.theme import Theme

_NONE = Qt.BrushStyle.NoBrush


class PageColours:
    """The colours of one document; text without any of its own has that of the palette.

    Qt breaks the lines of a block anew whose colours change, so each block gets them as it comes into sight.

    Args:
        document: set by ``page_layout.lay_out``.
        justifier: stretches its lines.
    """

    def __init__(self, document: QTextDocument, justifier: Justifier) -> None:
        self._document, self._justifier = document, justifier
        self._theme: Theme | None = None
        self._worn: set[int] = set()

    def change(self, theme: Theme) -> None:
        """Take the colours of another theme.

        Args:
            theme: the theme.
        """
        self._theme = theme
        self._worn.clear()
        for frame in self._document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                shape = frame.format()
                shape.setBorderBrush(QBrush(QColor(theme.line)))
                frame.setFormat(shape)

    def put_on(self, block: QTextBlock) -> None:
        """Give a block that is about to be seen the colours it should have.

        Args:
            block: the block.
        """
        number = block.blockNumber()
        if self._theme is None or number in self._worn:
            return
        self._worn.add(number)
        cursor = QTextCursor(block)
        shape = block.blockFormat()
        if shape.background().style() != _NONE:
            shape.setBackground(QBrush(QColor(self._theme.line)))
            cursor.setBlockFormat(shape)
        fragments = []
        iterator = block.begin()
        while not iterator.atEnd():
            fragment = iterator.fragment()
            look = fragment.charFormat()
            if look.foreground().style() != _NONE or look.background().style() != _NONE:
                fragments.append((fragment.position(), fragment.length(), look))
            iterator += 1
        if not fragments:
            return
        self._justifier.release(block)
        cursor.beginEditBlock()
        for position, length, look in fragments:
            if look.foreground().style() != _NONE:
                # What has no name for its colour got it from the style sheet of the page.
                look.setForeground(QColor(getattr(self._theme, look.property(INK) or "accent")))
            if look.background().style() != _NONE:
                look.setBackground(QColor(self._theme.desk))
            cursor.setPosition(position)
            cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(look)
        cursor.endEditBlock()
