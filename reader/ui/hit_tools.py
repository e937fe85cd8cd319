"""The line above the hits: which of them it is, the other language, the exact form, copying them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from reader.ui.flow_layout import FlowLayout

if TYPE_CHECKING:
    from reader.ui.translations import Speech


class HitTools(QWidget):
    """A line of small buttons above the list.

    Args:
        parent: the panel.

    Signals:
        twin_asked: the hit one stands on is to be shown in its other language, or in its own again.
        exact_turned: only the exact form is wanted, or every form again; carries which.
        copy_asked: the hits listed are to be copied.
    """

    twin_asked = Signal()
    exact_turned = Signal(bool)
    copy_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = QLabel(self)
        self._place.setTextFormat(Qt.TextFormat.PlainText)
        self._place.setContentsMargins(4, 0, 4, 0)
        self._twin, self._exact, self._copy = (self._button() for _ in range(3))
        self._exact.setCheckable(True)
        self._twin.hide()
        row = FlowLayout(self, gap=1)
        row.setContentsMargins(14, 0, 14, 0)
        for tool in (self._place, self._twin, self._exact, self._copy):
            row.addWidget(tool)
        self._twin.clicked.connect(self.twin_asked)
        self._exact.toggled.connect(self.exact_turned)
        self._copy.clicked.connect(self.copy_asked)
        self.retranslate()

    def _button(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("small")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def retranslate(self) -> None:
        """Speak the language of the window."""
        self._exact.setText(self.tr("Exact form"))
        self._exact.setToolTip(self.tr("Find only the words as they are typed, not their other forms"))
        self._copy.setText(self.tr("Copy all"))
        self._copy.setToolTip(self.tr("Copy the passages found, each with its place"))

    def describe_twin(self, description: str) -> None:
        """Say what the button for the other language does, with its key."""
        self._twin.setToolTip(description)

    @property
    def buttons(self) -> tuple[QToolButton, ...]:
        """The buttons, in order."""
        return (self._twin, self._exact, self._copy)

    @property
    def is_exact(self) -> bool:
        """Whether only the exact form is wanted."""
        return self._exact.isChecked()

    def want_every_form(self) -> None:
        """Want every form again."""
        self._exact.setChecked(False)

    @property
    def place(self) -> str:
        """Which of the hits one stands on."""
        return self._place.text()

    def say_place(self, at: int, total: int, speech: Speech) -> None:
        """Say which of the hits one stands on.

        Args:
            at: its number, from 1; 0 for none.
            total: how many there are.
            speech: gives the digits.
        """
        said = self.tr("%1 of %2") if at else self.tr("%n passage(s)", "", total)
        said = said.replace("%1", str(at)).replace("%2", str(total))
        self._place.setText(speech.number(said) if total else "")
        self._copy.setVisible(bool(total))

    @property
    def twin(self) -> str:
        """What the button for the other language says; empty if there is none."""
        return self._twin.text() if not self._twin.isHidden() else ""

    def offer_twin(self, language: str) -> None:
        """Offer to show the hit in a language.

        Args:
            language: its name; empty if it is in no other.
        """
        self._twin.setText(self.tr("In %1").replace("%1", language))
        self._twin.setVisible(bool(language))
