"""A selection as text that can be pasted anywhere, and the passage it is from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.direction import without_isolates

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCursor

    from reader.ui.passage_map import PassageMap


def clean_text(cursor: QTextCursor) -> str:
    """Return what a cursor selects, without isolates and without markup.

    Args:
        cursor: holds the selection.
    """
    text = cursor.selection().toPlainText()
    text = without_isolates(text).replace("\t", " ").replace("\u2028", "\n")
    # A picture goes, and the end of its line with it.
    return text.replace("\ufffc\n", "").replace("\ufffc", "")


def first_passage(cursor: QTextCursor, passages: PassageMap) -> str:
    """Return the id of the passage a selection begins in; empty if nothing is selected.

    Args:
        cursor: holds the selection.
        passages: the map of its document.
    """
    if not cursor.hasSelection():
        return ""
    stand = passages.at_or_before(cursor.document().findBlock(cursor.selectionStart()).blockNumber())
    return stand.passage.id if stand else ""
