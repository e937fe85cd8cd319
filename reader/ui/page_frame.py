"""Where the column of the text stands on a page: the margins around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.margin import NUMBER_GAP
from reader.ui.page_position import TOP_SPACE

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from reader.ui.page_values import Dress

_SMALLEST_MARGIN = 56
"""Pixels beside the text that the passage numbers need."""
_LONGEST_NUMBER = 1.6
"""Em that a passage number takes at most."""


def set_margins(
    document: QTextDocument, dress: Dress, width: float, *, right_to_left: bool, new: bool = False
) -> float:
    """Put the column in the middle while there is room; numbers stand on the side the text begins at.

    Args:
        document: what is shown.
        dress: how it looks.
        width: of the view in pixels.
        right_to_left: whether the text runs leftwards.
        new: whether the document has no margins above and below yet; later they are not ours alone.

    Returns:
        The width of the column in pixels.
    """
    numbers = max(_SMALLEST_MARGIN, NUMBER_GAP + _LONGEST_NUMBER * dress.style.em)
    start = max(numbers, (width - dress.style.column) / 2)
    end = max(_SMALLEST_MARGIN / 2, width - dress.style.column - start)
    left, right = (end, start) if right_to_left else (start, end)
    shape = document.rootFrame().frameFormat()
    if new or (shape.leftMargin(), shape.rightMargin()) != (left, right):
        shape.setLeftMargin(left)
        shape.setRightMargin(right)
        if new:
            shape.setTopMargin(TOP_SPACE + dress.lead)
            shape.setBottomMargin(TOP_SPACE * 2)
        document.rootFrame().setFrameFormat(shape)
    column = width - left - right
    if document.rootFrame().childFrames():
        # Here, not above: most pages have no table.
        from reader.ui.table_fit import fit_tables

        fit_tables(document, column)
    return column
