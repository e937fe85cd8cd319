"""What is asked and told about copies: this one, and later others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from reader.desk import Desk
    from reader.ui.surroundings import Surroundings
    from reader.ui.theme import Theme
    from reader.ui.translations import Speech


class CopiesFlow(QObject):
    """Opens the cards about copies.

    Args:
        desk: knows what is open.
        around: icons.
        actions: what can be asked for, by name.
        speech: gives the language of the window.
        theme: the colours to begin with; another may be set.
        window: what the cards are shown over.
    """

    def __init__(
        self,
        desk: Desk,
        around: Surroundings,
        actions: dict[str, QAction],
        speech: Callable[[], Speech],
        theme: Theme,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk, self._around, self._speech, self._window = desk, around, speech, window
        self.theme = theme
        actions["about_copy"].triggered.connect(self.tell_of_this_copy)

    def tell_of_this_copy(self) -> None:
        """Show what is known of the copy that is open."""
        # Imported here and made late: most readers never ask, and all of them start.
        from reader.ui.copy_details import CopyDetails

        details = CopyDetails(self._around, self.theme, self._window)
        details.left.connect(details.deleteLater)
        details.tell(self._desk.briefing, self._desk.verdict, self._speech())
