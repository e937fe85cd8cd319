"""Widens the columns of a table that have most to say, so that on paper its rows are as low as can be."""

from __future__ import annotations

from itertools import permutations
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetricsF, QTextLength, QTextTable

from reader.text.direction import without_isolates
from reader.ui.table_fit import words_of

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

_STEP = 0.02
"""Part of the table's width that a column gives to another at a time."""
_RAGGED = 1.06
"""How much longer a text is in lines than on one line: no line is quite full."""


def lower_rows(document: QTextDocument, width: float) -> None:
    """Move room between the columns of every table as long as that makes the table lower.

    Args:
        document: its tables were fitted by ``table_fit``: every column holds its widest word.
        width: of the text in pixels.
    """
    for frame in document.rootFrame().childFrames():
        if not isinstance(frame, QTextTable):
            continue
        shape = frame.format()
        shares = [each.rawValue() / 100 for each in shape.columnWidthConstraints()]
        if len(shares) != frame.columns():
            continue  # too narrow for whole words
        cells = [
            [_cell(frame, row, column) for column in range(frame.columns())] for row in range(frame.rows())
        ]
        padding = 2 * shape.cellPadding() / width + 0.005
        least = [max(row[column][0] for row in cells) / width + padding for column in range(frame.columns())]
        texts = [[cell[1] / width for cell in row] for row in cells]
        found = _lowest(shares, least, texts, padding)
        percentage = QTextLength.Type.PercentageLength
        shape.setColumnWidthConstraints([QTextLength(percentage, 100 * share) for share in found])
        frame.setFormat(shape)


def _lowest(shares: list[float], least: list[float], texts: list[list[float]], padding: float) -> list[float]:
    """Return the shares of the columns with which the table has the fewest lines.

    Args:
        shares: to begin with, together 1.
        least: what each must have.
        texts: how wide the text of each cell is on one line, row by row, as a part of the table's width.
        padding: of a cell, as a part of the table's width.
    """
    best, height = shares, _lines(shares, texts, padding)
    while True:
        tried = [
            moved
            for giver, taker in permutations(range(len(best)), 2)
            for step in (_STEP, 3 * _STEP)
            if (moved := _moved(best, giver, taker, step))[giver] >= least[giver]
        ]
        lower = min(tried, key=lambda each: _lines(each, texts, padding), default=best)
        if _lines(lower, texts, padding) >= height - 0.01:
            return best
        best, height = lower, _lines(lower, texts, padding)


def _moved(shares: list[float], giver: int, taker: int, step: float) -> list[float]:
    moved = list(shares)
    moved[giver] -= step
    moved[taker] += step
    return moved


def _lines(shares: list[float], texts: list[list[float]], padding: float) -> float:
    """Return how many lines the table has, and a little more for what is nearly one more."""
    total = 0.0
    for row in texts:
        needs = [text * _RAGGED / (share - padding) for text, share in zip(row, shares, strict=True)]
        total += max(ceil(need) + need * 0.05 for need in needs)
    return total


def _cell(table: QTextTable, row: int, column: int) -> tuple[float, float]:
    """Return how wide the widest word of a cell is, and its text on one line, in pixels."""
    block = table.cellAt(row, column).firstCursorPosition().block()
    iterator = block.begin()
    if iterator.atEnd():
        return 0.0, 0.0
    metrics = QFontMetricsF(iterator.fragment().charFormat().font())
    text = without_isolates(block.text())
    word = max((metrics.horizontalAdvance(each) for each in words_of(text)), default=0.0)
    return word, metrics.horizontalAdvance(text)
