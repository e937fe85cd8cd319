"""The card about the copy that is open: what is known of it, and the numbers that name it, whole."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from reader.library import verdict_words
from reader.ui.sheet import Sheet
from reader.ui.verdict_box import VerdictBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.library.document import Briefing
    from reader.security.verdict import Verdict
    from reader.ui.surroundings import Surroundings
    from reader.ui.theme import Theme
    from reader.ui.translations import Speech


class CopyDetails(Sheet):
    """Tells what this copy is.

    Args:
        around: icons.
        theme: the colours.
        window: what it is shown over.
    """

    def __init__(self, around: Surroundings, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._around, self._theme = around, theme
        self.numbers: list[str] = []

    def tell(self, briefing: Briefing, verdict: Verdict, speech: Speech) -> None:
        """Show it.

        Args:
            briefing: what is open.
            verdict: what is known of the copy it is read from.
            speech: the language of the window.
        """
        wording = speech.wording
        self.set_title(self.tr("This copy"))
        box = VerdictBox(self._around.icons, self._theme, self)
        box.say(verdict, wording, verdict_words.scope(wording) if verdict.signed else "")
        self.body.addWidget(box)
        issue = self.tr("Issue %1 · %2").replace("%1", speech.number(briefing.version))
        self.add_text(issue.replace("%2", speech.date(briefing.issued)))
        age = verdict_words.age(verdict, datetime.date.today(), wording)
        if age:
            self.add_text(age)
        if verdict.signed is not None:
            self._number(wording.say("Verdict", "Key number"), verdict.signed.publisher.key.number)
            self.add_text(
                self.tr("Compare all eight groups with what the publisher has printed or read out."),
                "sheetSoft",
            )
            self._number(wording.say("Verdict", "Copy number"), verdict.signed.copy_number)
            self.add_text(self.tr("Two copies with the same number hold the same text."), "sheetSoft")
        self.add_button(self.tr("Close"), self.leave, main=True)
        self.open()

    def _number(self, name: str, number: str) -> None:
        self.add_text(name, "sheetSoft")
        # Latin digits in every language: they are compared with paper, and read out to others.
        label = self.add_text("\u2066" + number.replace(" ", "\u2003") + "\u2069", "sheetNumber")
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        # A text that can be selected no longer follows the window's direction by itself.
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        label.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        label.setAccessibleName(f"{name}: {number}")
        self.numbers.append(number)
