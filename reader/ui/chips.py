"""A row of small buttons: filters of which one is chosen, or words that can be searched for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QWidget

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
        quiet: whether it steps back behind the others.
        name: what a screen reader says instead of the text; empty for the text.
    """

    key: str
    text: str
    chosen: bool = False
    description: str = ""
    quiet: bool = False
    name: str = ""


class ChipRow(QWidget):
    """Small buttons in lines that wrap; hidden while there are none.

    Args:
        name: object name, for the style sheet.
        parent: the owner.
        margins: pixels at the sides, and above and below.

    Signals:
        chosen: one was pressed; carries its key.
        grew: there are more buttons than ever before.
    """

    chosen = Signal(str)
    grew = Signal()

    def __init__(
        self, name: str, parent: QWidget | None = None, *, margins: tuple[int, int] = (14, 4)
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow = FlowLayout(self)
        sides, ends = margins
        self._flow.setContentsMargins(sides, ends, sides, ends)
        self._lead = QLabel(self)
        self._lead.setTextFormat(Qt.TextFormat.PlainText)
        self._lead.hide()
        self._flow.addWidget(self._lead)
        self._chips: tuple[Chip, ...] = ()
        self._buttons: list[QToolButton] = []
        self.hide()

    @property
    def chips(self) -> tuple[Chip, ...]:
        """What is shown."""
        return self._chips

    @property
    def buttons(self) -> tuple[QToolButton, ...]:
        """Every button that was ever needed, in order; those not needed now are hidden."""
        return tuple(self._buttons)

    @property
    def lead(self) -> str:
        """What stands before the buttons."""
        return self._lead.text()

    def show_chips(self, chips: Iterable[Chip], lead: str = "") -> None:
        """Show other buttons; the keyboard stays on the one that has it, if it is still there.

        Args:
            chips: the buttons.
            lead: what stands before them.
        """
        chips = tuple(chips)
        if chips == self._chips and lead == self.lead:
            return
        self._chips = chips
        self._lead.setText(lead)
        self._lead.setVisible(bool(lead))
        if len(self._buttons) < len(chips):
            self._buttons += [self._button(number) for number in range(len(self._buttons), len(chips))]
            self.grew.emit()
        for button, chip in zip(self._buttons, chips, strict=False):
            button.setText(f"{FSI}{chip.text}{PDI}")
            button.setCheckable(chip.chosen)
            button.setChecked(chip.chosen)
            button.setAccessibleName(chip.name or chip.text)
            button.setAccessibleDescription(chip.description)
            if button.property("quiet") is not chip.quiet:
                button.setProperty("quiet", chip.quiet)
                button.style().unpolish(button)
                button.style().polish(button)
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
        button.installEventFilter(self)
        self._flow.addWidget(button)
        return button

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter press a button, as the space bar does."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and isinstance(watched, QToolButton)
        ):
            watched.click()
            return True
        return super().eventFilter(watched, event)

    def _press(self, number: int) -> None:
        chip = self._chips[number]
        self._buttons[number].setChecked(chip.chosen)
        self.chosen.emit(chip.key)
