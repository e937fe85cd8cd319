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
    """Give every column the room of its widest word, and share the rest by how much there is to say.

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
        padding = 2 * shape.cellPadding() + _BORDERS
        columns = [_column(frame, column) for column in range(frame.columns())]
        needs = [word + padding for word, _ in columns]
        spare = width - sum(needs)
        constraints = []
        if spare >= 0:
            wishes = [min(text, width / 2) - word for word, text in columns]
            total = sum(wishes) or 1.0
            shares = [need + spare * wish / total for need, wish in zip(needs, wishes, strict=True)]
            percentage = QTextLength.Type.PercentageLength
            constraints = [QTextLength(percentage, 100 * share / sum(shares)) for share in shares]
        if [each.rawValue() for each in shape.columnWidthConstraints()] != [
            each.rawValue() for each in constraints
        ]:
            shape.setColumnWidthConstraints(constraints)
            frame.setFormat(shape)


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
