"""Widens the spaces between passages so that a page and its twin in another language run level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock, QTextDocument, QTextTable

    from reader.ui.passage_map import PassageMap


class TwinGaps:
    """The spaces between the passages of one laid-out document.

    Args:
        document: the document.
        passages: its map.
    """

    def __init__(self, document: QTextDocument, passages: PassageMap) -> None:
        self._document = document
        self._firsts: dict[str, int] = {}
        for stand in passages.stands():
            self._firsts.setdefault(stand.passage.id, stand.block)
        self._natural: dict[int, float] = {}
        self._natural_tables: list[tuple[QTextTable, float]] = []
        self._natural_top: float | None = None
        self._natural_bottom: float | None = None

    def tops(self) -> dict[str, float]:
        """Return where each passage begins, in pixels from the top; the whole document is laid out for it."""
        layout = self._document.documentLayout()
        layout.documentSize()
        return {
            passage: layout.blockBoundingRect(self._document.findBlockByNumber(number)).top()
            for passage, number in self._firsts.items()
        }

    def reset(self) -> None:
        """Take every widening back."""
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        for number, margin in self._natural.items():
            _set_bottom(self._document.findBlockByNumber(number), margin)
        cursor.endEditBlock()
        self._natural.clear()
        for table, margin in self._natural_tables:
            _set_table_top(table, margin)
        self._natural_tables.clear()
        if self._natural_top is not None:
            self._set_edges(top=self._natural_top)
            self._natural_top = None
        if self._natural_bottom is not None:
            self._set_edges(bottom=self._natural_bottom)
            self._natural_bottom = None

    def widen(self, extra: dict[str, float]) -> None:
        """Add space above passages.

        Args:
            extra: pixels to add, by passage.
        """
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        above_all = 0.0
        for passage, pixels in extra.items():
            first = self._document.findBlockByNumber(self._firsts[passage])
            before = first.previous()
            if not before.isValid() or not before.layout().lineCount():
                above_all += pixels
                continue
            table = QTextCursor(first).currentTable()
            if table is not None and QTextCursor(before).currentTable() is None:
                # Above a table only the table's own margin counts.
                self._natural_tables.append((table, table.format().topMargin()))
                _set_table_top(table, table.format().topMargin() + pixels)
                continue
            self._natural.setdefault(before.blockNumber(), before.blockFormat().bottomMargin())
            # Of two margins that meet, Qt keeps the wider.
            present = max(before.blockFormat().bottomMargin(), first.blockFormat().topMargin())
            _set_bottom(before, present + pixels)
        cursor.endEditBlock()
        if above_all:
            shape = self._document.rootFrame().frameFormat()
            self._natural_top = shape.topMargin()
            self._set_edges(top=self._natural_top + above_all)

    def height(self) -> float:
        """Return the height of the laid-out document in pixels."""
        return self._document.documentLayout().documentSize().height()

    def lengthen(self, pixels: float) -> None:
        """Add space below the last passage."""
        self._natural_bottom = self._document.rootFrame().frameFormat().bottomMargin()
        self._set_edges(bottom=self._natural_bottom + pixels)

    def _set_edges(self, top: float | None = None, bottom: float | None = None) -> None:
        shape = self._document.rootFrame().frameFormat()
        shape.setTopMargin(shape.topMargin() if top is None else top)
        shape.setBottomMargin(shape.bottomMargin() if bottom is None else bottom)
        self._document.rootFrame().setFrameFormat(shape)


def level(one: TwinGaps, other: TwinGaps) -> None:
    """Widen the spaces of two pages so that every passage begins level with its twin.

    Args:
        one: the spaces of a page.
        other: those of the same document in another language.
    """
    for gaps in (one, other):
        gaps.reset()
    tops, others = one.tops(), other.tops()
    extra: dict[str, float] = {}
    extra_other: dict[str, float] = {}
    behind = 0.0
    for passage, top in tops.items():
        if passage not in others:
            continue
        # How far this page is above the other here, given what was widened so far.
        lack = others[passage] - top + behind
        if lack > 0:
            extra[passage] = lack
        elif lack < 0:
            extra_other[passage] = -lack
        behind -= lack
    one.widen(extra)
    other.widen(extra_other)
    # Of equal height, so that they end level too and scroll as one.
    lack = other.height() - one.height()
    (one if lack > 0 else other).lengthen(abs(lack))


def _set_table_top(table: QTextTable, margin: float) -> None:
    shape = table.format()
    shape.setTopMargin(margin)
    table.setFormat(shape)


def _set_bottom(block: QTextBlock, margin: float) -> None:
    shape = block.blockFormat()
    shape.setBottomMargin(margin)
    QTextCursor(block).setBlockFormat(shape)
