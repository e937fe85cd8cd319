"""The line at the foot: what this copy is, that nothing is stored, and how far one has read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from reader.library import verdict_words
from reader.ui.announcing import announce
from reader.ui.text_size import STATUS_HEIGHT, scaled
from reader.ui.verdict_box import TONES

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon, QResizeEvent

    from reader.library.document import Briefing
    from reader.security.verdict import Verdict
    from reader.ui.translations import Speech

_MARGIN, _GAP = 16, 14
PASSING = 2500
"""Milliseconds that something said in passing stays."""


class StatusLine(QWidget):
    """Four short texts; the verdict's icon, word and colour say the same thing three times.

    Signals:
        verdict_asked: more is to be told of this copy.
    """

    verdict_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.measure()
        self._issue, self._stored, self._read = (QLabel(self) for _ in range(3))
        self._verdict = QPushButton(self)
        self._verdict.setObjectName("verdict")
        self._verdict.setFlat(True)
        self._verdict.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._verdict.setCursor(Qt.CursorShape.PointingHandCursor)
        self._verdict.clicked.connect(self.verdict_asked)
        self._standing = ""
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.setInterval(PASSING)
        self._passing.timeout.connect(lambda: self._stored.setText(self._standing))
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        row.setSpacing(_GAP)
        for label in (self._issue, self._stored, self._read):
            label.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(self._verdict)
        row.addWidget(self._issue)
        row.addStretch(1)
        row.addWidget(self._stored)
        row.addWidget(self._read)

    def measure(self) -> None:
        """Be as high as the size of text asks for."""
        self.setFixedHeight(scaled(STATUS_HEIGHT))

    def say(
        self, briefing: Briefing, verdict: Verdict, speech: Speech, mark: QIcon, *, old: bool = False
    ) -> None:
        """Say what this copy is.

        Args:
            briefing: the briefing shown.
            verdict: what is known of the copy it is read from.
            speech: the language of the window.
            mark: the verdict's.
            old: whether one has a newer issue.
        """
        name = verdict_words.name(verdict, speech.wording)
        self._verdict.setText(name)
        self._verdict.setIcon(mark)
        self._verdict.setProperty("tone", TONES.get(verdict.standing, "plain"))
        self._verdict.style().unpolish(self._verdict)
        self._verdict.style().polish(self._verdict)
        self._verdict.setAccessibleName(name)
        self._verdict.setAccessibleDescription(self.tr("Tells more of this copy"))
        self._verdict.setToolTip(self.tr("About this copy"))
        issue = (self.tr("Old issue %1 · %2") if old else self.tr("Issue %1 · %2")).replace(
            "%1", speech.number(briefing.version)
        )
        self._issue.setText(issue.replace("%2", speech.date(briefing.issued)))
        self._fit()

    def say_stored(self, sentence: str) -> None:
        """Say what is being stored.

        Args:
            sentence: stays until another is said; what is said in passing hides it for a moment.
        """
        self._standing = sentence
        if not self._passing.isActive():
            self._stored.setText(sentence)
        self._fit()

    def say_progress(self, percent: int, minutes: int, speech: Speech) -> None:
        """Say how far one has read.

        Args:
            percent: of the document, 0-100.
            minutes: left, at an ordinary pace.
            speech: the language of the window.
        """
        said = self.tr("%1%").replace("%1", str(percent))
        if minutes:
            said += " · " + self.tr("%n min left", "", minutes)
        self._read.setText(speech.number(said))
        self._fit()

    def say_copied(self) -> None:
        """Say that something was put on the clipboard."""
        self.announce(self.tr("Copied"))

    def announce(self, sentence: str) -> None:
        """Say something in passing, in place of what is being stored; a screen reader is told too.

        Args:
            sentence: a word or two.
        """
        self._stored.setText(sentence)
        self._passing.start()
        announce(self._stored, sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show what has room beside the verdict, which is never left out; the last of these goes first."""
        room = self.width() - 2 * _MARGIN - self._verdict.sizeHint().width()
        for label in (self._read, self._stored, self._issue):
            room -= label.sizeHint().width() + _GAP
            label.setVisible(room >= 0)
