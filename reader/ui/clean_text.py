"""A selection as text that can be pasted anywhere, and the passage it is from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from reader.text.direction import without_isolates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextTable

    from reader.ui.passage_map import PassageMap

_NOTE_LINK = "#fn"
"""Begins the links to notes and back from them."""


def clean_text(cursor: QTextCursor, *, right_to_left: bool) -> str:
    """Return what a cursor selects: words, list markers and cells, and nothing that only the page needs.

    Isolates, numbers of notes and the ways back from them are left out. Cells stand in reading order,
    parted by tabs; a blank line parts paragraphs.

    Args:
        cursor: holds the selection.
        right_to_left: whether the page runs leftwards, so that its tables stand mirrored.
    """
    pieces: list[tuple[bool, str]] = []
    for block, table in _blocks(cursor):
        if table is None:
            text = _cleaned(_inside(block, cursor))
            pieces.append((block.blockFormat().textIndent() < 0, text))
        else:
            pieces += [(True, row) for row in _rows(table, cursor, right_to_left=right_to_left)]
    written = ""
    before_close = False
    for close, text in pieces:
        if text.strip():
            written += ("\n" if close and before_close else "\n\n") if written else ""
            written += text
            before_close = close
    return written


def passages_of(cursor: QTextCursor, passages: PassageMap) -> tuple[str, str]:
    """Return the ids of the passages a selection begins and ends in; empty if nothing is selected.

    Args:
        cursor: holds the selection.
        passages: the map of its document.
    """
    if not cursor.hasSelection():
        return "", ""
    document = cursor.document()
    end = cursor.selectionEnd()
    last = document.findBlock(end)
    if last.position() == end:
        last = last.previous()  # what ends where a passage begins holds nothing of it
    stands = [
        passages.at_or_before(block.blockNumber())
        for block in (document.findBlock(cursor.selectionStart()), last)
    ]
    first, final = (stand.passage.id if stand else "" for stand in stands)
    return first, final


def _blocks(cursor: QTextCursor) -> Iterator[tuple[QTextBlock, QTextTable | None]]:
    """Yield the blocks that are selected, and each table once, with its first block."""
    block = cursor.document().findBlock(cursor.selectionStart())
    passed: QTextTable | None = None
    while block.isValid() and block.position() <= cursor.selectionEnd():
        table: QTextTable | None = QTextCursor(block).currentTable()
        if table is None:
            yield block, None
        elif table is not passed:
            passed = table
            yield block, table
        block = block.next()


def _rows(table: QTextTable, cursor: QTextCursor, *, right_to_left: bool) -> Iterator[str]:
    """Yield the rows of a table that are selected, cells parted by tabs."""
    whole = cursor.selectionStart() < table.firstPosition() or cursor.selectionEnd() > table.lastPosition()
    rows, columns = range(table.rows()), range(table.columns())
    if not whole:
        if cursor.hasComplexSelection():
            selected: tuple[int, int, int, int] = cursor.selectedTableCells()  # type: ignore[assignment]
            row, count, column, width = selected
            rows, columns = range(row, row + count), range(column, column + width)
        else:
            cell = table.cellAt(cursor.selectionStart())
            rows, columns = range(cell.row(), cell.row() + 1), range(cell.column(), cell.column() + 1)
    for row in rows:
        cells = []
        for column in reversed(columns) if right_to_left else columns:
            cell = table.cellAt(row, column)
            inside = QTextCursor(cell.firstCursorPosition())
            inside.setPosition(cell.lastPosition(), QTextCursor.MoveMode.KeepAnchor)
            part = cursor if not whole and not cursor.hasComplexSelection() else inside
            cells.append(_cleaned(_inside(inside.block(), part)))
        yield "\t".join(cells)


def _inside(block: QTextBlock, cursor: QTextCursor) -> str:
    """Return the selected text of a block without what belongs to notes."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    pieces = []
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        first, last = fragment.position(), fragment.position() + fragment.length()
        if first < end and last > start and not fragment.charFormat().anchorHref().startswith(_NOTE_LINK):
            part = QTextCursor(block)
            part.setPosition(max(first, start))
            part.setPosition(min(last, end), QTextCursor.MoveMode.KeepAnchor)
            pieces.append(part.selectedText())
        iterator += 1
    return "".join(pieces)


def _cleaned(text: str) -> str:
    plain = without_isolates(text).replace("\t", " ").replace("\u2028", "\n")
    return plain.replace("\ufffc", "").strip(" \u00a0")
