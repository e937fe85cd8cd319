"""A row of small buttons: filters of which one is chosen, or words that can be searched for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from reader.text.direction import FSI, PDI
from reader.ui.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Chip:
    """One small button.

    Attributes:
        key: what it stands for.
        text: what it says.
        chosen: whether it is the one that is chosen.
        description: what a screen reader adds.
    """

    key: str
    text: str
    chosen: bool = False
    description: str = ""


class ChipRow(QWidget):
    """Small buttons in lines that wrap; hidden while there are none.

    Args:
        name: object name, for the style sheet.
        parent: the owner.

    Signals:
        chosen: one was pressed; carries its key.
    """

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow = FlowLayout(self)
        self._flow.setContentsMargins(14, 4, 14, 4)
        self._chips: tuple[Chip, ...] = ()
        self._buttons: list[QToolButton] = []
        self.hide()

    @property
    def chips(self) -> tuple[Chip, ...]:
        """What is shown."""
        return self._chips

    def show_chips(self, chips: Iterable[Chip]) -> None:
        """Show other buttons; the keyboard stays on the one that has it, if it is still there."""
        chips = tuple(chips)
        if chips == self._chips:
            return
        self._chips = chips
        while len(self._buttons) < len(chips):
            self._buttons.append(self._button(len(self._buttons)))
        for button, chip in zip(self._buttons, chips, strict=False):
            button.setText(f"{FSI}{chip.text}{PDI}")
            button.setCheckable(chip.chosen)
            button.setChecked(chip.chosen)
            button.setAccessibleName(chip.text)
            button.setAccessibleDescription(chip.description)
            button.show()
        for button in self._buttons[len(chips) :]:
            button.hide()
        self.setVisible(bool(chips))
        self._flow.invalidate()
        self.updateGeometry()

    def _button(self, number: int) -> QToolButton:
        button = QToolButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.clicked.connect(lambda: self._press(number))
        self._flow.addWidget(button)
        return button

    def _press(self, number: int) -> None:
        chip = self._chips[number]
        self._buttons[number].setChecked(chip.chosen)
        self.chosen.emit(chip.key)
