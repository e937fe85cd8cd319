"""A card over long work: how far it is, a way to call it off, and in the end what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar

from reader.ui.announcing import announce
from reader.ui.sheet import Sheet
from reader.ui.sizes import size_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel, QWidget

    from reader.ui.surroundings import Surroundings
    from reader.ui.theme import Theme
    from reader.ui.translations import Speech

_STEPS = 1000
_ANNOUNCED = 25
"""Per cent after which a screen reader is told again how far it is."""


class WorkingSheet(Sheet):
    """Shows work under way; leaving the card calls it off.

    Args:
        around: icons.
        theme: the colours.
        speech: the language of the window.
        window: what it is shown over.

    Signals:
        called_off: the work is not wanted any more.
    """

    called_off = Signal()
    _step: QLabel
    _amount: QLabel
    _bar: QProgressBar

    def __init__(self, around: Surroundings, theme: Theme, speech: Speech, window: QWidget) -> None:
        super().__init__(window)
        self._around, self._theme, self._speech = around, theme, speech
        self._busy = False
        self._announced = 0
        self.left.connect(self._off)

    def begin_work(self, title: str, step: str) -> None:
        """Show that work begins; how much it is nobody knows yet.

        Args:
            title: what it is about.
            step: what is being done.
        """
        self.clear()
        self.set_title(title)
        self._step = self.add_text(step)
        self.add_bar()
        self.add_button(self.tr("Cancel"), self.leave)
        self._busy = True
        self.open()
        announce(self._step, step)

    def add_bar(self) -> None:
        """Put a bar on the card, over the line that says how much is done."""
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self.body.addWidget(self._bar)
        self._amount = self.add_text("", "sheetSoft")
        self._announced = 0

    def say_step(self, step: str) -> None:
        """Say what is being done now."""
        if self._busy and self._step.text() != step:
            self._step.setText(step)
            self._announced = 0
            announce(self._step, step)

    def say_part(self, done: int, total: int) -> None:
        """Show how much of it is done."""
        if not self._busy:
            return
        self._bar.setRange(0, _STEPS)
        self._bar.setValue(_STEPS * done // max(total, 1))
        per_cent = 100 * done // max(total, 1)
        if self._announced + _ANNOUNCED <= per_cent < 100:
            self._announced = per_cent - per_cent % _ANNOUNCED
            announce(self._bar, self._speech.number(self.tr("%1% done").replace("%1", str(self._announced))))

    def say_bytes(self, done: int, total: int, *beside: str) -> None:
        """Show how many bytes of it are done.

        Args:
            done: bytes.
            total: bytes.
            beside: what else stands in that line.
        """
        self.say_part(done, total)
        self._say_amount(size_words(done, self._speech), size_words(total, self._speech), *beside)

    def say_count(self, done: int, total: int) -> None:
        """Show how many of them are done."""
        self.say_part(done, total)
        self._say_amount(self._speech.number(done), self._speech.number(total))

    def _say_amount(self, done: str, total: str, *beside: str) -> None:
        if self._busy:
            amount = self.tr("%1 of %2").replace("%1", done).replace("%2", total)
            self._amount.setText(" · ".join((amount, *beside)))

    def end_work(self, title: str) -> None:
        """Take the work off the card, for what came of it."""
        self._busy = False
        self.clear()
        self.set_title(title)

    def _off(self) -> None:
        if self._busy:
            self._busy = False
            self.called_off.emit()
