"""Tells when another size of text was chosen for the whole system, while the program runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.ui.surroundings import Surroundings


class SystemText(QObject):
    """Follows the size of the system's text: some systems tell of another font, some of another resolution.

    Args:
        around: takes the size.
        window: the top-level window; it is told of what changes in the system.

    Signals:
        changed: the interface has another size of text.
    """

    changed = Signal()

    def __init__(self, around: Surroundings, window: QWidget) -> None:
        super().__init__(window)
        self._around = around
        window.installEventFilter(self)
        screen = QGuiApplication.primaryScreen()
        if screen is not None:
            screen.logicalDotsPerInchChanged.connect(lambda _: self._follow())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the system's font when something of its looks has changed."""
        if event.type() == QEvent.Type.ThemeChange:
            self._follow()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        if self._around.follow_text_size():
            self.changed.emit()
