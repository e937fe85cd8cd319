"""What is under the mouse on a page: the link that was chosen, and the word that can be explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QEvent

    from reader.ui.page_view import PageView
    from reader.ui.passage_map import PassageMap


class PagePointer(QObject):
    """The mouse over one view.

    Args:
        view: the text view.
    """

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self._view = view
        self._pressed = QPoint()
        self.passages: PassageMap | None = None
        self.explain: Callable[[str, int], str] | None = None
        # Every event of the page will pass through here: not before the first page stands there.
        view.first_painted.connect(lambda: view.viewport().installEventFilter(self))

    def link_rect(self) -> QRect:
        """Return where the link stands that was chosen last, in pixels of the view."""
        cursor = self._view.textCursor()
        if not cursor.charFormat().anchorHref():
            cursor = self._view.cursorForPosition(self._pressed)
        return self._view.cursorRect(cursor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note where the mouse is pressed; tell in passing what a word means, where that is asked for."""
        if isinstance(event, QMouseEvent) and event.type() == event.Type.MouseButtonPress:
            self._pressed = event.position().toPoint()
        elif isinstance(event, QHelpEvent) and event.type() == event.Type.ToolTip:
            place = None
            if self.explain is not None and self.passages is not None:
                place = self.passages.place_at(self._view.cursorForPosition(event.pos()).position())
            said = self.explain(*place) if self.explain is not None and place is not None else ""
            QToolTip.showText(event.globalPos(), said, self._view)
            return True
        return False
