"""What can be typed, by example: queries one can try at a touch, each with what it does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QWidget

from reader.ui.chips import Chip, ChipRow
from reader.ui.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QToolButton

    from reader.ui.translations import Speech

_LEAST = 4
"""Em of text in which a meaning can be read beside its query; where less is left, it stands under it."""
_INDENT = 16
"""Pixels from the edge of a button to its text."""


@dataclass(frozen=True, slots=True)
class Example:
    """A query and what it does.

    Attributes:
        query: as it is typed.
        meaning: in the language of the window.
    """

    query: str
    meaning: str


class Examples(QScrollArea):
    """Examples under one another; hidden while there are none.

    Signals:
        chosen: one was pressed; carries its query.
        grew: there are more buttons than ever before.
    """

    chosen = Signal(str)
    grew = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("examples")
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget(self)
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(8, 0, 8, 8)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)
        self._lead = QLabel(inside)
        self._lead.setTextFormat(Qt.TextFormat.PlainText)
        self._lead.setContentsMargins(10, 4, 10, 2)
        self._grid.addWidget(self._lead, 0, 0, 1, 2)
        self.setWidget(inside)
        self._examples: tuple[Example, ...] = ()
        self._rows: list[tuple[ChipRow, QLabel]] = []
        self._stacked = False
        self.hide()

    @property
    def examples(self) -> tuple[Example, ...]:
        """What is shown."""
        return self._examples

    @property
    def buttons(self) -> tuple[QToolButton, ...]:
        """Every button that was ever needed, in order."""
        return tuple(button for chips, _ in self._rows for button in chips.buttons)

    def show_examples(self, examples: tuple[Example, ...], lead: str = "") -> None:
        """Show other examples.

        Args:
            examples: one for each line.
            lead: what stands above them.
        """
        self._examples = examples
        self._lead.setText(lead)
        self._lead.setVisible(bool(lead))
        grew = len(self._rows) < len(examples)
        while len(self._rows) < len(examples):
            self._rows.append(self._row(len(self._rows)))
        for number, (chips, meaning) in enumerate(self._rows):
            example = examples[number] if number < len(examples) else None
            chips.show_chips(
                [Chip(example.query, example.query, description=example.meaning)] if example else []
            )
            meaning.setText(example.meaning if example else "")
            meaning.setVisible(example is not None)
        self._grid.setRowStretch(2 * len(self._rows) + 1, 1)
        self.setVisible(bool(examples))
        self._arrange()
        if grew:
            self.grew.emit()

    def _row(self, number: int) -> tuple[ChipRow, QLabel]:
        self._grid.setRowStretch(2 * number + 1, 0)
        chips, meaning = ChipRow("example", self, margins=(4, 0)), WrappedLabel(self)
        chips.chosen.connect(self.chosen)
        self._grid.addWidget(chips, 2 * number + 1, 0)
        self._place(meaning, number)
        return chips, meaning

    def _place(self, meaning: QLabel, number: int) -> None:
        if self._stacked:
            self._grid.addWidget(meaning, 2 * number + 2, 0, 1, 2)
        else:
            self._grid.addWidget(meaning, 2 * number + 1, 1)
        side = _INDENT if self._stacked else 0
        meaning.setContentsMargins(side, 0, side, side // 2)

    def _arrange(self) -> None:
        """Put the meanings beside the queries, or under them where that leaves them no room."""
        widest = max((chips.sizeHint().width() for chips, _ in self._rows), default=0)
        stacked = widest + _LEAST * self.fontMetrics().height() > self.width()
        if stacked != self._stacked:
            self._stacked = stacked
            for number, (_, meaning) in enumerate(self._rows):
                self._grid.removeWidget(meaning)
                self._place(meaning, number)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange what is shown for another width."""
        self._arrange()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Arrange what is shown: only now is it known how wide the buttons are."""
        super().showEvent(event)
        self._arrange()


class QueryLanguage(QObject):
    """Says by example what can be asked, in the language of the window."""

    def examples(self, speech: Speech) -> tuple[Example, ...]:
        """Return the examples.

        Args:
            speech: gives the digits.
        """
        pairs = (
            (self.tr("strike"), self.tr("in all its forms")),
            (self.tr("“internet shutdown”"), self.tr("these words in this order")),
            (self.tr("internet -shutdown"), self.tr("without this word")),
            (self.tr("union*"), self.tr("whatever begins so")),
            (self.tr("in:annex internet"), self.tr("only in the annex")),
            (self.tr("lang:en strike"), self.tr("only in English texts")),
            (self.tr("18 Dey 1404"), self.tr("in either calendar")),
            ("etesab", self.tr("Persian in Latin letters")),
        )
        return tuple(Example(speech.number(query), meaning) for query, meaning in pairs)
