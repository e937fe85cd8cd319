"""Widens the spaces above passages so that a page and its twin in another language run level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument, QTextTable

    from reader.ui.passage_map import PassageMap

CHUNK = 40
"""Passages that are levelled at a time: about two screens, in a few hundredths of a second."""
_LEVEL = 0.5
"""Pixels; what is less apart is level."""


class TwinGaps:
    """The spaces above the passages of one document.

    Args:
        document: the document.
        passages: its map.
        lead: pixels that are there above the first passage already, for the line above its twin's title.
    """

    def __init__(self, document: QTextDocument, passages: PassageMap, lead: float = 0.0) -> None:
        self._document = document
        self._firsts: dict[str, int] = {}
        for stand in passages.stands():
            self._firsts.setdefault(stand.passage.id, stand.block)
        self._order = {passage: number for number, passage in enumerate(self._firsts)}
        self._numbers = list(self._firsts.values())
        self._added: dict[str, float] = {}
        self._natural: dict[str, float] = {}
        self._end = 0.0
        if lead and self._firsts:
            first = next(iter(self._firsts))
            self._added[first] = lead
            self._natural[first] = document.rootFrame().frameFormat().topMargin() - lead

    @property
    def passages(self) -> list[str]:
        """Ids of the passages, from the top."""
        return list(self._firsts)

    def __contains__(self, passage: str) -> bool:
        return passage in self._firsts

    def top(self, passage: str) -> float:
        """Return where a passage begins, in pixels from the top of what is laid out."""
        block = self._document.findBlockByNumber(self._firsts[passage])
        return self._document.documentLayout().blockBoundingRect(block).top()

    def tops(self) -> dict[str, float]:
        """Return where each passage begins; the whole document is laid out for it."""
        self._document.documentLayout().documentSize()
        return {passage: self.top(passage) for passage in self._firsts}

    def added(self, passage: str) -> float:
        """Return the pixels that were added above a passage."""
        return self._added.get(passage, 0.0)

    def lay(self, first: str, last: str) -> None:
        """Have the lines of some passages broken; Qt does not do it by itself after spaces above changed.

        Args:
            first: the first passage.
            last: the last one.
        """
        start = 0 if not self._order[first] else self._numbers[self._order[first]]
        after = self._order[last] + 1
        begin = self._document.findBlockByNumber(start).position()
        end = (
            self._document.findBlockByNumber(self._numbers[after]).position()
            if after < len(self._numbers)
            else self._document.characterCount() - 1
        )
        self._document.markContentsDirty(begin, max(0, end - begin))

    def widen(self, extra: dict[str, float]) -> None:
        """Set the space that is added above passages.

        Args:
            extra: pixels, by passage; passages that are not named keep theirs.
        """
        changed = {passage: pixels for passage, pixels in extra.items() if pixels != self.added(passage)}
        if not changed:
            return
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        for passage, pixels in changed.items():
            self._widen(passage, pixels)
        cursor.endEditBlock()

    def _widen(self, passage: str, pixels: float) -> None:
        first = self._document.findBlockByNumber(self._firsts[passage])
        before = first.previous()
        table: QTextTable | None = QTextCursor(first).currentTable()
        met = before.blockFormat().bottomMargin()
        if table is None and not before.isValid():
            # Above the first block Qt heeds the document's own margin alone, and lays all of it out anew.
            root = self._document.rootFrame().frameFormat()
            root.setTopMargin(self._natural.setdefault(passage, root.topMargin()) + pixels)
            self._document.rootFrame().setFrameFormat(root)
        elif table is None:
            shape = first.blockFormat()
            natural = self._natural.setdefault(passage, shape.topMargin())
            # Of two margins that meet, Qt keeps the wider.
            shape.setTopMargin(max(natural, met) + pixels if pixels else natural)
            QTextCursor(first).setBlockFormat(shape)
        elif before.isValid() and QTextCursor(before).currentTable() is not None:
            # Within a table: below the row above, or the cells of this row would part.
            shape = before.blockFormat()
            shape.setBottomMargin(self._natural.setdefault(passage, met) + pixels)
            QTextCursor(before).setBlockFormat(shape)
        else:
            # Above a table only the table's own margin counts.
            frame = table.format()
            frame.setTopMargin(self._natural.setdefault(passage, frame.topMargin()) + pixels)
            table.setFormat(frame)
        self._added[passage] = pixels

    def reset(self) -> None:
        """Take every widening back."""
        self.widen(dict.fromkeys(self._added, 0.0))
        self.lengthen(0.0)

    def height(self) -> float:
        """Return the height of the laid-out document in pixels, without what was added at its end."""
        return self._document.documentLayout().documentSize().height() - self._end

    def lengthen(self, pixels: float) -> None:
        """Set the space that is added below the last passage: above the empty block that ends a twin."""
        if pixels != self._end:
            self._end = pixels
            last = self._document.lastBlock()
            shape = last.blockFormat()
            met = last.previous().blockFormat().bottomMargin()
            shape.setTopMargin(met + pixels if pixels else 0.0)
            QTextCursor(last).setBlockFormat(shape)


class Levelling:
    """Brings two pages level, from the top, some passages at a time.

    Args:
        one: the spaces of a page.
        other: those of the same document in another language.
    """

    def __init__(self, one: TwinGaps, other: TwinGaps) -> None:
        self._pair = (one, other)
        self._common = [passage for passage in one.passages if passage in other]
        self._order = {passage: number for number, passage in enumerate(self._common)}
        self._next = 0
        self._cumulated = [0.0, 0.0]
        self.is_done = not self._common

    def step(self) -> None:
        """Level the next passages."""
        if self.is_done:
            return
        chunk = self._common[self._next : self._next + CHUNK]
        extras: tuple[dict[str, float], dict[str, float]] = ({}, {})
        was = list(self._cumulated)
        for gaps in self._pair:
            gaps.lay(chunk[0], chunk[-1])
        for passage in chunk:
            # Where it would stand without what was added above passages of this chunk so far.
            tops = []
            for side, gaps in enumerate(self._pair):
                was[side] += gaps.added(passage)
                tops.append(gaps.top(passage) - was[side] + self._cumulated[side])
            lack = tops[1] - tops[0]
            for side, pixels in ((0, lack), (1, -lack)):
                there = self._pair[side].added(passage)
                near = abs(pixels - there) <= _LEVEL
                extras[side][passage] = there if near else pixels if pixels > _LEVEL else 0.0
                self._cumulated[side] += extras[side][passage]
        for gaps, extra in zip(self._pair, extras, strict=True):
            gaps.widen(extra)
        self._next += len(chunk)
        if self._next >= len(self._common):
            self._finish()

    def _finish(self) -> None:
        self.is_done = True
        for gaps in self._pair:
            gaps.lay(gaps.passages[-1], gaps.passages[-1])
        one, other = self._pair
        # Of equal height, so that they end level too and scroll as one.
        lack = other.height() - one.height()
        one.lengthen(max(0.0, lack))
        other.lengthen(max(0.0, -lack))

    def through(self, passage: str) -> None:
        """Level everything down to a passage, and a screen or two beyond."""
        number = self._order.get(passage, len(self._common))
        while not self.is_done and self._next <= number + CHUNK // 2:
            self.step()

    def below(self, y: float) -> None:
        """Level everything down to a height.

        Args:
            y: pixels from the top.
        """
        while not self.is_done and (self._next == 0 or self._pair[0].top(self._common[self._next - 1]) < y):
            self.step()
