"""One setting as a row: its name, and buttons of which one is pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from reader.ui.text_size import scaled
from reader.ui.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

_NAME = 172
"""Width of the names, pixels; they stand above the buttons where there is no room for both."""
_ROOM = 460


class ChoiceRow(QWidget):
    """Offers a few values: Tab comes to the row, the arrows go along it, Space chooses.

    Args:
        name: what is chosen.
        values: each value and what it is called.
        chosen: the present one.
        parent: the owner.

    Signals:
        picked: another value was chosen; carries it.
    """

    picked = Signal(object)

    def __init__(
        self, name: str, values: Sequence[tuple[Any, str]], chosen: object, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._values = [value for value, _ in values]
        self._name = WrappedLabel(self)
        self._name.setText(name)
        frame = QFrame(self)
        frame.setObjectName("segments")
        self._group = QButtonGroup(self)
        inside = QHBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        self.buttons: list[QToolButton] = []
        for number, (_, text) in enumerate(values):
            button = QToolButton(frame)
            button.setText(text)
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.setAccessibleName(f"{name}: {text}")
            self._group.addButton(button, number)
            inside.addWidget(button, 1)
            self.buttons.append(button)
        self.show_chosen(chosen)
        self._group.idClicked.connect(self._clicked)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.addWidget(self._name)
        self._row.addWidget(frame, 1)

    def show_chosen(self, chosen: object) -> None:
        """Show which value is the present one; none is pressed if it is not offered."""
        self._group.setExclusive(False)
        for value, button in zip(self._values, self.buttons, strict=True):
            button.setChecked(value == chosen)
        self._group.setExclusive(True)
        # Tab comes to the present value; the arrows lead to the others.
        stops = self._group.checkedButton() or self.buttons[0]
        for button in self.buttons:
            policy = Qt.FocusPolicy.StrongFocus if button is stops else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def _clicked(self, number: int) -> None:
        self.show_chosen(self._values[number])
        self.picked.emit(self._values[number])

    def take_focus(self) -> None:
        """Give the keyboard to the present value."""
        pressed = self._group.checkedButton() or self.buttons[0]
        pressed.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the name beside the buttons, or above them where it is narrow."""
        super().resizeEvent(event)
        buttons = len(self.buttons) * max(button.sizeHint().width() for button in self.buttons)
        beside = event.size().width() >= max(scaled(_ROOM), scaled(_NAME) + self._row.spacing() + buttons)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._name.setMinimumWidth(scaled(_NAME) if beside else 0)
        self._name.setMaximumWidth(scaled(_NAME) if beside else event.size().width())
