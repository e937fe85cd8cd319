"""The menu of the page: what one can do with the words under the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from reader.ui.key_menu import KeyMenu

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction

    from reader.ui.page_view import PageView

_NAMES = ("cite", "copy_reference", "", "meaning", "", "back", "forward", "")
"""Actions of the window; empty for a line."""


class PageMenu(KeyMenu):
    """The menu of a page; it is gone when it closes.

    WORKAROUND(Qt 6.11): Qt's own menu offers to copy the address of a link, which means nothing outside
    the briefing; tests/walks/test_notes_and_words.py::test_qts_own_menu_still_speaks_of_addresses tells.

    Args:
        view: the page.
        actions: the window's actions by name.
    """

    def __init__(self, view: PageView, actions: Mapping[str, QAction]) -> None:
        super().__init__(view)
        self.setAccessibleName(view.accessibleName())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = self.addAction(self.tr("Copy"))
        copy.setEnabled(view.textCursor().hasSelection())
        copy.triggered.connect(view.copy)
        for name in _NAMES:
            if name:
                self.addAction(actions[name])
            else:
                self.addSeparator()
        self.addAction(self.tr("Select all")).triggered.connect(view.selectAll)
