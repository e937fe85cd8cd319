"""A line at the top of the page where one types which passage to go to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget


class GoToBar(QFrame):
    """Asks for a reference such as "annex 4.2"; hidden until it is wanted.

    Signals:
        asked: Enter was pressed; carries what was typed.
        left: Esc was pressed, or the place was found.
    """

    asked = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("goTo")
        self._label, self._fault = QLabel(self), QLabel(self)
        self._fault.setObjectName("fault")
        self._edit = QLineEdit(self)
        self._edit.setMaxLength(120)
        self._label.setBuddy(self._edit)
        for label in (self._label, self._fault):
            label.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(10)
        row.addWidget(self._label)
        row.addWidget(self._edit, 1)
        row.addWidget(self._fault, 1)
        self._edit.returnPressed.connect(lambda: self.asked.emit(self._edit.text()))
        self._edit.textEdited.connect(lambda _: self._fault.setText(""))
        self.setFocusProxy(self._edit)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Speak the language of the window."""
        self._label.setText(self.tr("Go to:"))
        self._edit.setPlaceholderText(self.tr("annex 4.2 or letter 6"))
        self._edit.setAccessibleName(self.tr("Passage to go to"))

    def open(self) -> None:
        """Show the bar with what was typed last selected."""
        self._fault.setText("")
        self.show()
        self._edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._edit.selectAll()

    def say_not_found(self) -> None:
        """Say that there is no such place; what was typed stays."""
        sentence = self.tr(
            "There is no such passage. Type a document and the number in its margin: annex 4.2"
        )
        self._fault.setText(sentence)
        self._edit.setAccessibleDescription(sentence)

    def close_bar(self) -> None:
        """Hide the bar."""
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)
