"""The field one types a search into: debounced, and at home with the Persian half-space."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit

from reader.ui.text_size import scaled

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

DEBOUNCE = 120
"""Milliseconds after the last keystroke before a search is asked for."""
LONGEST = 500
"""Characters that can be typed; the search itself reads fewer."""

_ROOM_FOR_KEY = 180
"""Pixels of the field beside text of the ordinary size."""
_HALF_SPACE = "\u200c"


class SearchField(QFrame):
    """A line edit with a magnifier before it and the key that helps behind it.

    Signals:
        search_asked: the text changed and then rested; carries it.
        step_asked: up or down was pressed; carries -1 or +1.
        entered: Enter was pressed.
        left: Esc was pressed.
        focused: the field got the keyboard.
    """

    search_asked = Signal(str)
    step_asked = Signal(int)
    entered = Signal()
    left = Signal()
    focused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self._glass = QLabel(self)
        self._glass.setObjectName("glass")
        self._edit = QLineEdit(self)
        self._edit.setFrame(False)
        self._edit.setMaxLength(LONGEST)
        self._edit.installEventFilter(self)
        self._key = QLabel(self)
        self._key.setTextFormat(Qt.TextFormat.PlainText)
        self._is_scoped = False
        self._scope = QLabel(self)
        self._scope.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 8, 0)
        row.setSpacing(6)
        row.addWidget(self._glass)
        row.addWidget(self._scope)
        row.addWidget(self._edit, 1)
        row.addWidget(self._key)
        self.setFocusProxy(self._edit)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(DEBOUNCE)
        self._rest.timeout.connect(lambda: self.search_asked.emit(self.text()))
        self._edit.textChanged.connect(lambda: self._rest.start())
        self.measure()
        self.retranslate()

    def measure(self) -> None:
        """Be as high as the size of text asks for."""
        for label in (self._key, self._scope):
            label.setFixedHeight(scaled(22))
        self.setFixedHeight(scaled(38))

    def retranslate(self) -> None:
        """Speak the language of the window."""
        said = self.tr("Search this document") if self._is_scoped else self.tr("Search all documents")
        self._edit.setPlaceholderText(said)
        self._edit.setAccessibleName(said)
        self._scope.setText(self.tr("This document"))
        self._scope.setVisible(self._is_scoped)
        self._show_key()

    def set_scope(self, scoped: bool) -> None:
        """Say whether only the document that is open is searched."""
        self._is_scoped = scoped
        self.retranslate()

    def set_icon(self, icon: QIcon) -> None:
        """Show the magnifier."""
        self._glass.setPixmap(icon.pixmap(scaled(16), scaled(16)))

    def text(self) -> str:
        """Return what was typed."""
        return self._edit.text()

    def set_text(self, text: str) -> None:
        """Type for the reader; the search is asked for as after a keystroke."""
        self._edit.setText(text)

    def ask_now(self) -> None:
        """Ask at once for what waits to be asked for."""
        if self._rest.isActive():
            self._rest.stop()
            self.search_asked.emit(self.text())

    def ask_again(self) -> None:
        """Ask for what is typed once more, after the scope changed."""
        if self.text():
            self.search_asked.emit(self.text())

    def clear(self) -> None:
        """Empty the field without asking for anything."""
        self._edit.blockSignals(True)
        self._edit.clear()
        self._edit.blockSignals(False)
        self._rest.stop()

    @property
    def is_resting(self) -> bool:
        """Whether a search is about to be asked for."""
        return self._rest.isActive()

    def take_focus(self) -> None:
        """Put the keyboard here, with what was typed selected."""
        self._edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._edit.selectAll()

    def go_on(self) -> None:
        """Put the keyboard here, behind what is typed."""
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._edit.deselect()
        self._edit.end(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle the keys that are not letters."""
        kind = event.type()
        if kind in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.setProperty("focused", kind == QEvent.Type.FocusIn)
            self.style().unpolish(self)
            self.style().polish(self)
            self._show_key()
            if kind == QEvent.Type.FocusIn:
                self.focused.emit()
        if kind == QEvent.Type.KeyPress and self._key_pressed(event):  # type: ignore[arg-type]
            return True
        return super().eventFilter(watched, event)

    def _key_pressed(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Down:
            self.step_asked.emit(1)
        elif key == Qt.Key.Key_Up:
            self.step_asked.emit(-1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ask_now()
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self._rest.stop()
            self.left.emit()
        elif key == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self._edit.insert(_HALF_SPACE)
        else:
            return False
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the key out where the words need the room."""
        super().resizeEvent(event)
        self._key.setVisible(event.size().width() >= scaled(_ROOM_FOR_KEY))

    def _show_key(self) -> None:
        self._key.setText("Esc" if self._edit.hasFocus() else "Ctrl K")
