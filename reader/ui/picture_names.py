"""Says to a screen reader what a picture shows: the text view itself has no words for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPixmap, QTextCursor, QTextFormat
from PySide6.QtWidgets import QLabel

from reader.ui.page_controls import PageControl
from reader.ui.pictures import pictures_in

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock

    from reader.ui.page_view import PageView


class PictureNames(PageControl):
    """One label that nobody sees over every picture in sight, with the words that stand for it.

    Args:
        view: the page.
    """

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self._labels: list[QLabel] = []
        self.begin()

    def place(self) -> None:
        """Lay a label over every picture in sight."""
        named = [
            each
            for block in self.view.position.blocks_in_sight()
            for each in pictures_in(block)
            if self._words(each)
        ]
        while len(self._labels) < len(named):
            self._labels.append(self._new())
        for label in self._labels[len(named) :]:
            label.hide()
        for label, position in zip(self._labels, named, strict=False):
            label.setAccessibleName(self._words(position))
            label.setGeometry(self._rectangle(position) & self.view.viewport().rect())
            label.show()

    def _new(self) -> QLabel:
        label = QLabel(self.view.viewport())
        # With a picture of its own it has the role of one.
        empty = QPixmap(1, 1)
        empty.fill(Qt.GlobalColor.transparent)
        label.setPixmap(empty)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return label

    def _words(self, position: int) -> str:
        return str(self._cursor(position).charFormat().property(QTextFormat.Property.ImageAltText) or "")

    def _cursor(self, position: int) -> QTextCursor:
        cursor = QTextCursor(self.view.document())
        cursor.setPosition(position)
        cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _rectangle(self, position: int) -> QRect:
        shape = self._cursor(position).charFormat().toImageFormat()
        block: QTextBlock = self.view.document().findBlock(position)
        # The block is laid out by this; before, it may have no lines, and a line that is none has no place.
        top = self.view.document().documentLayout().blockBoundingRect(block).top()
        line = block.layout().lineForTextPosition(position - block.position())
        top += line.y() if line.isValid() else 0
        left = self.view.document().rootFrame().frameFormat().leftMargin()
        if block.blockFormat().layoutDirection() == Qt.LayoutDirection.RightToLeft:
            right = self.view.document().rootFrame().frameFormat().rightMargin()
            left = self.view.viewport().width() - right - shape.width()
        y = top - self.view.verticalScrollBar().value()
        return QRect(round(left), round(y), round(shape.width()), round(shape.height()))
