"""The card about another copy: how far its check is, and what was found, file by file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.library import verdict_words
from reader.ui.verdict_box import VerdictBox
from reader.ui.working_sheet import WorkingSheet
from reader.ui.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from reader.security.other_copy import CheckedCopy, Report
    from reader.ui.surroundings import Surroundings
    from reader.ui.theme import Theme
    from reader.ui.translations import Speech

_MOST_SHOWN = 30
"""Copies; a stick has one or two."""


class CheckSheet(WorkingSheet):
    """Shows the progress of a check, then its report.

    Args:
        name: what is checked.
        around: icons.
        theme: the colours.
        speech: the language of the window.
        window: what it is shown over.
    """

    def __init__(
        self, name: str, around: Surroundings, theme: Theme, speech: Speech, window: QWidget
    ) -> None:
        super().__init__(around, theme, speech, window)
        self._name = f"\u2068{name}\u2069"
        self.begin_work(
            self.tr("Checking “%1”").replace("%1", self._name),
            self.tr("Every file is compared with what was signed. Nothing of it is run."),
        )

    def say_progress(self, _step: str, done: int, total: int) -> None:
        """Say how far the check of the copy at hand is."""
        self.say_bytes(done, total)

    def tell(self, report: Report) -> None:
        """Show what was found."""
        wording = self._speech.wording
        self.end_work(self.tr("What “%1” holds").replace("%1", self._name))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for title, names, warning in (
            (self.tr("Not as it was signed"), report.posing, verdict_words.posing),
            (self.tr("Programs that nobody signed"), report.alarms, verdict_words.alarm),
        ):
            if names:
                box = VerdictBox(self._around.icons, self._theme, inside)
                box.say_plainly("bad", "changed", title, warning(names, wording))
                column.addWidget(box)
        for copy in report.copies[:_MOST_SHOWN]:
            self._add(copy, column, alone=len(report.copies) == 1)
        if report.unseen:
            self._line(verdict_words.unseen(report.unseen, wording), column, "sheetText")
        column.addStretch(1)
        area = self.scrolling(inside)
        area.setMinimumHeight(min(inside.heightForWidth(500), 420))
        self.body.addWidget(area, 1)
        self.add_text(verdict_words.scope(wording), "sheetSoft")
        self.add_button(self.tr("Close"), self.leave, main=True)
        self.open()

    def _add(self, copy: CheckedCopy, column: QVBoxLayout, *, alone: bool) -> None:
        wording, verdict = self._speech.wording, copy.verdict
        if not alone:
            self._line(f"\u2068{copy.name}\u2069", column, "sheetText")
        box = VerdictBox(self._around.icons, self._theme)
        box.say(verdict, wording)
        column.addWidget(box)
        lines = verdict_words.differing(verdict, wording)
        if verdict.differences.alarms:
            lines.append(verdict_words.alarm(verdict.differences.alarms, wording))
        if verdict.signed is not None:
            name = wording.say("Verdict", "Key number")
            lines.append(f"{name}: \u2066{verdict.signed.publisher.key.number}\u2069")
            name = wording.say("Verdict", "Copy number")
            lines.append(f"{name}: \u2066{verdict.signed.copy_number}\u2069")
        for line in lines:
            self._line(line, column, "sheetSoft")

    def _line(self, text: str, column: QVBoxLayout, name: str) -> None:
        label = WrappedLabel()
        label.setText(text)
        label.setObjectName(name)
        column.addWidget(label)
