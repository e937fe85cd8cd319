"""Where one is in a page, and how one gets elsewhere in it: the line at the top, and what was aimed at."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor

from reader.ui.page_values import ReadingPoint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock
    from PySide6.QtWidgets import QTextEdit

    from reader.library.document import Passage
    from reader.ui.passage_map import PassageMap

Noted = tuple[tuple[int, int], tuple[str, int, int] | None]
"""The line at the top, and what is aimed at."""
TOP_SPACE = 44
"""Pixels above the text, and above a passage that was gone to."""


class PagePosition:
    """The scroll position of one view, said in what stands there rather than in pixels.

    A place that was gone to is aimed at until the reader scrolls: at another width, or when spaces
    between passages change, the view goes there again.

    Args:
        view: the text view.
    """

    def __init__(self, view: QTextEdit) -> None:
        self._view = view
        self._passages: PassageMap | None = None
        self._aim: tuple[str, int, int] | None = None
        self._moving = 0
        self.top: tuple[int, int] = (0, 0)

    def begin(self, passages: PassageMap | None) -> None:
        """Stand at the top of a document.

        Args:
            passages: the map of what is shown; None while it is loaded.
        """
        self._passages = passages
        self.top = (0, 0)

    @property
    def is_moving(self) -> bool:
        """Whether the view scrolls by itself, and not because the reader scrolls."""
        return self._moving > 0

    @contextmanager
    def by_itself(self) -> Iterator[None]:
        """Within this, scrolling is not the reader's doing."""
        self._moving += 1
        try:
            yield
        finally:
            self._moving -= 1

    def go_to(self, passage_id: str, start: int = 0, end: int = 0) -> bool:
        """Scroll to a passage, or to characters of it, and put the caret there.

        Args:
            passage_id: the passage; empty for the top.
            start: first character within its text.
            end: one past the last; equal to ``start`` for the passage itself.

        Returns:
            Whether the passage is on this page.
        """
        if self._passages is None:
            return False
        if not passage_id:
            self._aim = ("", 0, 0)
            with self.by_itself():
                self._view.moveCursor(QTextCursor.MoveOperation.Start)
            self.scroll_to(0)
            return True
        block = self._passages.first_block(passage_id)
        if block is None:
            return False
        self._aim = (passage_id, start, end)
        spans = self._passages.spans(passage_id, start, end) if end > start else []
        position = spans[0][0] if spans else block.position()
        cursor = QTextCursor(self._view.document())
        cursor.setPosition(position)
        top = self.line_top(position)
        shown = self._view.verticalScrollBar().value()
        height = self._view.viewport().height()
        with self.by_itself():
            self._view.setTextCursor(cursor)
        if not spans:
            self.scroll_to(top - TOP_SPACE)
        elif not shown + 40 <= top <= shown + height - 90:
            self.scroll_to(top - height * 0.33)
        else:
            self.scroll_to(shown)
        return True

    def scroll_to(self, y: float) -> None:
        """Scroll so that a height of the document stands at the top edge.

        Args:
            y: pixels from the document's top.
        """
        with self.by_itself():
            self._view.verticalScrollBar().setValue(round(y))

    def run_along(self, y: int) -> None:
        """Scroll as another page does.

        Args:
            y: pixels from the document's top.
        """
        self._aim = None
        self.scroll_to(y)

    def return_to(self, top: tuple[int, int]) -> None:
        """Scroll so that a line stands at the top edge again.

        Args:
            top: what ``top`` was.
        """
        self._aim = None
        self._restore(top)

    def noted(self) -> Noted:
        """Return where one is, for ``resume``: to be asked before the lines break anew."""
        return self.top, self._aim

    def resume(self, noted: Noted) -> None:
        """Go back to where one was after lines broke anew or spaces changed.

        Args:
            noted: what ``noted`` returned before.
        """
        top, aim = noted
        if aim is None or not self.go_to(*aim):
            self._restore(top)
        self._aim = aim

    def _restore(self, top: tuple[int, int]) -> None:
        block = self._view.document().findBlockByNumber(top[0])
        if top == (0, 0):
            self.scroll_to(0)
        elif block.isValid():
            self.scroll_to(self.line_top(block.position() + top[1]))
        self.top = top

    def scrolled(self) -> None:
        """Note what stands at the top edge now."""
        if not self.is_moving:
            self._aim = None
        cursor = self._view.cursorForPosition(QPoint(self._view.viewport().width() // 2, 2))
        at_top = self._view.verticalScrollBar().value() == 0
        self.top = (0, 0) if at_top else (cursor.block().blockNumber(), cursor.positionInBlock())

    def reading_point(self) -> ReadingPoint:
        """Return what stands at the top edge of the view."""
        stand = (
            self._passages.at_or_before(self.block_at(TOP_SPACE + 6).blockNumber())
            if self._passages
            else None
        )
        bar = self._view.verticalScrollBar()
        percent = round(100 * bar.value() / bar.maximum()) if bar.maximum() else 100
        if stand is None:
            return ReadingPoint("", "", percent)
        passage = stand.passage
        return ReadingPoint(passage.id, passage.id if passage.kind.is_heading else passage.section, percent)

    def block_at(self, y: int) -> QTextBlock:
        """Return the block at a height of the view, in pixels."""
        return self._view.cursorForPosition(QPoint(self._view.viewport().width() // 2, y)).block()

    def line_top(self, position: int) -> float:
        """Return where the line of a document position begins, in pixels from the document's top."""
        document = self._view.document()
        block = document.findBlock(position)
        rect = document.documentLayout().blockBoundingRect(block)
        line = block.layout().lineForTextPosition(position - block.position())
        return rect.top() + (line.y() if line.isValid() else 0.0)

    def blocks_in_sight(self) -> Iterator[QTextBlock]:
        """Yield the blocks of which something can be seen, from the top."""
        block = self.block_at(0)
        layout = self._view.document().documentLayout()
        bottom = self._view.verticalScrollBar().value() + self._view.viewport().height()
        while block.isValid() and layout.blockBoundingRect(block).top() <= bottom:
            yield block
            block = block.next()

    def passages_in_sight(self) -> Iterator[tuple[Passage, QTextBlock]]:
        """Yield the passages whose beginning can be seen, each with the block it begins in."""
        for block in self.blocks_in_sight():
            stand = self._passages.stand(block.blockNumber()) if self._passages is not None else None
            if stand is not None and not stand.column and block.layout().lineCount():
                yield stand.passage, block

    def passages_on_screen(self) -> list[str]:
        """Return the ids of the passages that are on the screen, from the top."""
        known = self._passages
        stands = [known.stand(each.blockNumber()) for each in self.blocks_in_sight()] if known else []
        return list(dict.fromkeys(stand.passage.id for stand in stands if stand is not None))
