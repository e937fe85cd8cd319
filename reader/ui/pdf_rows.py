"""Cuts a table that is set for paper into rows; no page cuts through one that a page can hold."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from reader.ui.pdf_breaks import Slip
from reader.ui.pdf_paper import ROOM
from reader.ui.pdf_piece import Piece, Strip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextTable

    from reader.ui.pdf_blocks import Blocks

_HIGHEST_HEAD = 0.25
"""Part of a page that a head takes at most to be repeated."""
_BOLD = 600
_ROUNDING = 0.5


@dataclass(frozen=True, slots=True)
class _Row:
    """A row: where it begins and ends in the document, and the blocks of its cells."""

    top: float
    bottom: float
    blocks: tuple[QTextBlock, ...]


def rows(table: QTextTable, blocks: Blocks, above: float, *, tied: bool) -> tuple[list[Piece], float]:
    """Cut a table.

    Args:
        table: laid out.
        blocks: reads the blocks of its document.
        above: where what stands above it ends.
        tied: whether its first row must stand on the page of what is above it.

    Returns:
        Its rows from the top, and where it ends.
    """
    made = [_row(table, blocks, number) for number in range(table.rows())]
    has_head = len(made) > 1 and _is_head(made[0].blocks)
    pieces: list[Piece] = []
    head: Piece | None = None
    for number, row in enumerate(made):
        bottom = made[number + 1].top if number + 1 < len(made) else row.bottom
        gap = max(0.0, row.top - above) if number == 0 else 0.0
        held = tied if number == 0 else (number == 1 and has_head) or (number > 2 and number == len(made) - 1)
        pieces += _pieces(_Row(row.top, bottom, row.blocks), blocks, gap, held, head, first=number == 0)
        if number == 0 and has_head and bottom - row.top < ROOM * _HIGHEST_HEAD:
            # Repeated, it calls no note and nothing leads to it.
            head = Piece(Slip(bottom - row.top), pieces[0].strips, rules=pieces[0].rules)
    return pieces, made[-1].bottom


def _row(table: QTextTable, blocks: Blocks, row: int) -> _Row:
    padding = table.format().cellPadding()
    inside: list[QTextBlock] = []
    for column in range(table.columns()):
        cell = table.cellAt(row, column)
        block, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
        inside.append(block)
        while block != last:
            block = block.next()
            inside.append(block)
    rects = [blocks.rect(block) for block in inside]
    top = min(rect.top() for rect in rects) - padding
    return _Row(top, max(rect.bottom() for rect in rects) + padding, tuple(inside))


def _is_head(cells: tuple[QTextBlock, ...]) -> bool:
    """Whether a row names its columns: Qt keeps of HTML's ``th`` only that it is bold."""
    looks = [block.begin().fragment().charFormat() for block in cells if block.text()]
    return bool(looks) and all(look.fontWeight() >= _BOLD for look in looks)


def _pieces(
    row: _Row, blocks: Blocks, gap: float, held: bool, head: Piece | None, *, first: bool
) -> Iterator[Piece]:
    """Yield a row as one piece, or as several where it is higher than a page has room for."""
    lines = [
        (rect.top() + line.y(), rect.top() + line.y() + line.height(), block, at, rect)
        for block in row.blocks
        for rect in (blocks.rect(block),)
        for at in range(block.layout().lineCount())
        for line in (block.layout().lineAt(at),)
    ]
    repeated = head.slip.height if head is not None else 0.0
    cuts = [row.top, row.bottom]
    if row.bottom - row.top > ROOM - repeated:
        between = sorted((begin, end) for begin, end, *_ in lines)
        cuts = _cuts(between, row.top, row.bottom, ROOM - repeated)
    looks = {block.blockNumber(): blocks.spans(block) for block in row.blocks}
    for number, (begin, end) in enumerate(pairwise(cuts)):
        strips: list[Strip] = []
        names: list[str] = []
        called: list[str] = []
        shown = ("", 0.0)
        for y, _, block, at, rect in lines:
            if not begin - _ROUNDING <= y < end - _ROUNDING:
                continue
            line, spans = block.layout().lineAt(at), looks[block.blockNumber()]
            origin = QPointF(rect.left(), rect.top() - begin)
            strips.append(Strip(block.layout(), at, block.text(), origin, spans))
            called += blocks.calls(spans, line.textStart(), line.textStart() + line.textLength())
            if at == 0:
                names += blocks.named(block)
                said = blocks.number(blocks.stand(block))
                shown = (said, y + line.ascent() - begin) if said else shown
        yield Piece(
            Slip(end - begin, gap if number == 0 else 0.0, held and number == 0, tuple(called), repeated),
            tuple(strips),
            tuple(dict.fromkeys(names)),
            number=shown,
            rules=(
                *((0.0,) if first and number == 0 else ()),
                *((end - begin,) if end == row.bottom else ()),
            ),
            head=head,
        )


def _cuts(lines: list[tuple[float, float]], top: float, bottom: float, room: float) -> list[float]:
    """Return where a row that is higher than a page is cut: between lines, in all of its cells at once."""
    cuts, begin = [top], top
    reached = allowed = top
    for start, end in lines:
        if start >= reached - _ROUNDING:
            allowed = start
        if end - begin > room and allowed > begin:
            cuts.append(allowed)
            begin = allowed
        reached = max(reached, end)
    return [*cuts, bottom]
