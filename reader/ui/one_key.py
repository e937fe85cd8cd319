"""The one key: from any screen and dialog the reader is gone at once; nothing is asked, nothing is saved."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QWindow

TIMES, WITHIN = 3, 800
"""How often Esc is pressed, and within how many milliseconds."""

_Q_KEY = 0x10 if sys.platform == "win32" else 24
"""The key that is Q on a Latin keyboard, as the system numbers it."""
_LATIN_Q = ord("Q")
"""What Qt calls that key; its own list of names is long, and made when the first is asked for."""
_LAST_LATIN = 0x7F
_FIRST_NAMED = 0x01000000
"""Keys from here on are not letters."""


class OneKey(QObject):
    """Watches every window that has the keyboard, menus and dialogs too.

    Ctrl+Shift+Q, whatever the layout makes of that key, or Esc three times in a row. Windows are watched,
    not the application: that would cost each event of the program a call.

    Args:
        persian: the Persian letter on the key of Q.
        leave: what is done then.
        parent: the window.
    """

    def __init__(self, persian: str, leave: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._letters = {_LATIN_Q, ord(persian)}
        self._leave = leave
        self._escapes: list[int] = []
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._watch)
        self._watch(QGuiApplication.focusWindow())

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look for the keys; before anything else does, and whatever else does with them."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
            and self._is_meant(event)
        ):
            self._leave()
            return True
        return False

    def _is_meant(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            return self._is_third(event)
        # Ctrl itself and Shift itself do not come between.
        if event.text() or event.key() < _FIRST_NAMED:
            self._escapes.clear()
        modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if event.modifiers() != modifiers:
            return False
        key = event.key()
        # Shift makes another sign of a letter than a capital where there are none.
        elsewhere = _LAST_LATIN < key < _FIRST_NAMED and event.nativeScanCode() == _Q_KEY
        return key in self._letters or elsewhere

    def _is_third(self, event: QKeyEvent) -> bool:
        moment = event.timestamp()
        if event.isAutoRepeat() or moment in self._escapes:
            return False  # held down, or the same press on its way through the window
        self._escapes = [each for each in self._escapes if moment - each <= WITHIN] + [moment]
        return len(self._escapes) >= TIMES


def leave_at_once() -> None:
    """Hide everything, clear what we put on the clipboard, and end the process without another word."""
    for window in QApplication.topLevelWidgets():
        window.hide()
    # What was never loaded put nothing there; and a stick may be gone from which it could be loaded.
    if "reader.ui.clipboard" in sys.modules:
        from reader.ui.clipboard import clear_ours

        clear_ours()
    # Nothing is closed in order: what was being written is old or new, whole (security/safe_write.py).
    os._exit(0)
