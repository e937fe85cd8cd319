"""One of a few things to choose from, on a card: its name, what more there is to say, and which is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout

from reader.ui.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QButtonGroup, QWidget


class OptionCard(QFrame):
    """A radio button with a box around it and room for a sentence; a click anywhere in the box chooses it.

    Args:
        name: what it is called.
        sentence: what it is for.
        group: the buttons of which one is chosen.
        parent: the owner.
    """

    def __init__(self, name: str, sentence: str, group: QButtonGroup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("option")
        self.button = QRadioButton(name, self)
        group.addButton(self.button)
        self._sentence = WrappedLabel(self)
        self._sentence.setObjectName("sheetSoft")
        self._sentence.setText(sentence)
        self._aside = QLabel(self)
        self._aside.setObjectName("sheetSoft")
        self._aside.setTextFormat(Qt.TextFormat.PlainText)
        top = QHBoxLayout()
        top.addWidget(self.button, 1)
        top.addWidget(self._aside)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(12, 8, 12, 9)
        inside.setSpacing(2)
        inside.addLayout(top)
        inside.addWidget(self._sentence)
        self.button.toggled.connect(lambda chosen: self._mark("chosen", chosen))
        self.button.installEventFilter(self)
        self.say_aside("")

    def say_aside(self, text: str) -> None:
        """Say something short at the far end, such as a size; a screen reader hears it with the sentence."""
        self._aside.setText(text)
        self.button.setAccessibleDescription(" ".join(filter(None, (self._sentence.text(), text))))

    def _mark(self, what: str, so: bool) -> None:
        """Let the style sheet know."""
        self.setProperty(what, so)
        self.style().unpolish(self)
        self.style().polish(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Show on the whole box that its button has the keyboard."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._mark("focused", event.type() == QEvent.Type.FocusIn)
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)
            self.button.setChecked(True)
