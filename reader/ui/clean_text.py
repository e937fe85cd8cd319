"""A selection as text that can be pasted anywhere: letters as they stand, list numbers, line ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.direction import without_isolates

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCursor


def clean_text(cursor: QTextCursor) -> str:
    """Return what a cursor selects, without isolates and without markup.

    Args:
        cursor: holds the selection.
    """
    text = cursor.selection().toPlainText()
    return without_isolates(text).replace("\t", " ").replace("\u2028", "\n")
