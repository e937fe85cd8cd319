"""What is selected on a page, or where its caret stands, said in words and passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QRect, Qt
from PySide6.QtGui import QTextCursor

from reader.ui.clean_text import clean_text, passages_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit

    from reader.ui.passage_map import PassageMap


class PageSelection:
    """The selection of one view.

    Args:
        view: the text view.
    """

    def __init__(self, view: QTextEdit) -> None:
        self._view = view
        self._passages: PassageMap | None = None
        self._mirrored = False

    def begin(self, passages: PassageMap, *, right_to_left: bool) -> None:
        """Speak of another document.

        Args:
            passages: its map.
            right_to_left: direction of the page.
        """
        self._passages, self._mirrored = passages, right_to_left

    @property
    def _has_caret(self) -> bool:
        return bool(self._view.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard)

    def text(self) -> str:
        """Return the selection as clean text."""
        return clean_text(self._view.textCursor(), right_to_left=self._mirrored)

    def mime(self) -> QMimeData:
        """Return the selection for the clipboard: no isolates, list numbers kept, no markup."""
        data = QMimeData()
        data.setText(self.text())
        return data

    def passages(self) -> tuple[str, str]:
        """Return the ids of the passages the selection begins and ends in; empty if nothing is selected."""
        return passages_of(self._view.textCursor(), self._passages) if self._passages else ("", "")

    def caret(self) -> tuple[str, int] | None:
        """Return the passage and the character the caret or the selection stands at; None without either."""
        if self._passages is None or not (self._has_caret or self._view.textCursor().hasSelection()):
            return None
        return self._passages.place_at(self._view.textCursor().selectionStart())

    def rect_of(self, passage: str, start: int, end: int) -> QRect:
        """Return where characters of a passage stand, in pixels of the view."""
        spans = self._passages.spans(passage, start, end) if self._passages else []
        rect = QRect()
        for position in spans[0] if spans else ():
            cursor = QTextCursor(self._view.document())
            cursor.setPosition(position)
            rect = rect.united(self._view.cursorRect(cursor))
        return rect
