"""Shares the width of a table among its columns, so that words stay whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetricsF, QTextLength, QTextTable

from reader.text.direction import without_isolates

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

_WORD = re.compile(r"[^\s/\u2013-]+[/\u2013-]?")
"""What stays on one line: a line may end after a hyphen or a stroke."""
_BORDERS = 3.0
"""Pixels that the borders of a cell take, and what rounding takes."""


def fit_tables(document: QTextDocument, width: float) -> None:
    """Give every column the room of its widest word, and share the rest: what is short stays on one line.

    WORKAROUND(Qt 6.11): where lines may break anywhere, Qt shares alike and breaks words; where they may
    not, an address runs over the edge. tests/ui/test_table_fit.py::test_qt_still_breaks_words_in_cells tells.

    Args:
        document: formatted, with its tables.
        width: of the text in pixels.
    """
    for frame in document.rootFrame().childFrames():
        if not isinstance(frame, QTextTable):
            continue
        shape = frame.format()
        padding = 2 * (shape.cellPadding() + shape.cellSpacing()) + _BORDERS
        columns = [_column(frame, column) for column in range(frame.columns())]
        needs = [word + padding for word, _ in columns]
        spare = width - sum(needs)
        constraints = []
        if spare >= 0:
            wishes = [max(0.0, min(text, width / 2) - word) for word, text in columns]
            shares = [need + more for need, more in zip(needs, shared(spare, wishes), strict=True)]
            percentage = QTextLength.Type.PercentageLength
            constraints = [QTextLength(percentage, 100 * share / sum(shares)) for share in shares]
        if [each.rawValue() for each in shape.columnWidthConstraints()] != [
            each.rawValue() for each in constraints
        ]:
            shape.setColumnWidthConstraints(constraints)
            frame.setFormat(shape)


def shared(spare: float, wishes: list[float]) -> list[float]:
    """Share room out: what asks for little gets all of it, and stays on one line; the rest by what is asked.

    Args:
        spare: pixels to share; none is left over.
        wishes: pixels that each asks for.
    """
    shares = [0.0] * len(wishes)
    small_first = sorted(range(len(wishes)), key=wishes.__getitem__)
    while small_first and wishes[small_first[0]] <= spare / len(small_first):
        modest = small_first.pop(0)
        shares[modest] = wishes[modest]
        spare -= wishes[modest]
    asking = small_first or range(len(wishes))
    total = sum(wishes[each] for each in asking)
    for each in asking:
        shares[each] += spare * wishes[each] / total if total else spare / len(wishes)
    return shares


def words_of(text: str) -> list[str]:
    """Return the pieces of a text that stay on one line each."""
    return _WORD.findall(text)


def _column(table: QTextTable, column: int) -> tuple[float, float]:
    """Return the width of the widest word in a column of a table, and of its widest cell on one line."""
    word = line = 0.0
    for row in range(table.rows()):
        block = table.cellAt(row, column).firstCursorPosition().block()
        iterator = block.begin()
        if iterator.atEnd():
            continue
        metrics = QFontMetricsF(iterator.fragment().charFormat().font())
        text = without_isolates(block.text())
        word = max(word, *(metrics.horizontalAdvance(each) for each in words_of(text)), 0.0)
        line = max(line, metrics.horizontalAdvance(text))
    return word, max(word, line)
