"""What is known of a copy, as a box: a mark, two or three words and a sentence, in a colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from reader.library import verdict_words
from reader.security.verdict import Standing
from reader.ui.icons import icon
from reader.ui.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QWidget

    from reader.security.verdict import Verdict
    from reader.ui.theme import Theme
    from reader.wording import Wording

TONES = {Standing.GENUINE: "good", Standing.CHANGED: "bad", Standing.UNREADABLE: "bad"}
"""Which colour it has; all others are plain. The mark and the words say the same."""
_MARKS = {
    Standing.GENUINE: "genuine",
    Standing.DEVELOPMENT: "development",
    Standing.SOURCE: "development",
    Standing.UNKNOWN: "unknown",
    Standing.UNSIGNED: "unknown",
    Standing.CHANGED: "changed",
    Standing.UNREADABLE: "changed",
}


def mark(standing: Standing, icons: Path, theme: Theme) -> QIcon:
    """Draw the mark of a verdict, of a shape and a colour for each.

    Args:
        standing: where the copy stands.
        icons: the folder of the icons.
        theme: the colours.
    """
    return toned_icon(_MARKS[standing], TONES.get(standing, "plain"), icons, theme)


def toned_icon(name: str, tone: str, icons: Path, theme: Theme) -> QIcon:
    """Draw an icon in the colour of a tone: ``good``, ``plain`` or ``bad``."""
    return icon(icons, name, {"good": theme.accent, "bad": theme.alarm}.get(tone, theme.ink))


class VerdictBox(QFrame):
    """Shows a verdict.

    Args:
        icons: the folder of the icons.
        theme: the colours.
        parent: the owner.
    """

    def __init__(self, icons: Path, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons, self._theme = icons, theme
        self.setObjectName("verdictBox")
        self._mark, self._name, self._sentence = QLabel(self), WrappedLabel(self), WrappedLabel(self)
        for label, name in (
            (self._mark, "verdictMark"),
            (self._name, "verdictName"),
            (self._sentence, "verdictSentence"),
        ):
            label.setObjectName(name)
            label.setTextFormat(Qt.TextFormat.PlainText)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._name)
        words.addWidget(self._sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 14, 18, 14)
        row.setSpacing(14)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def say(self, verdict: Verdict, wording: Wording, more: str = "") -> None:
        """Show what is known.

        Args:
            verdict: it.
            wording: the language of the window.
            more: another sentence after the verdict's own.
        """
        self.say_plainly(
            TONES.get(verdict.standing, "plain"),
            _MARKS[verdict.standing],
            verdict_words.name(verdict, wording),
            " ".join(filter(None, (verdict_words.sentence(verdict, wording), more))),
        )

    def say_plainly(self, tone: str, icon_name: str, name: str, sentence: str) -> None:
        """Show something else in the same form.

        Args:
            tone: ``good``, ``plain`` or ``bad``.
            icon_name: of the mark.
            name: two or three words.
            sentence: what it means.
        """
        self.setProperty("tone", tone)
        for widget in (self, self._mark, self._name, self._sentence):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self._mark.setPixmap(toned_icon(icon_name, tone, self._icons, self._theme).pixmap(QSize(24, 24)))
        self._name.setText(name)
        self._sentence.setText(sentence)
        self.setAccessibleName(f"{name}. {sentence}")
