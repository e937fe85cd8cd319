"""What the card about copying is built of: the stick in a frame, and the steps with a mark each."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from reader.share import copy_words
from reader.ui.text_size import scaled
from reader.ui.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from reader.share.drives import Drive
    from reader.ui.theme import Theme
    from reader.wording import Wording

_SIDE = 20
"""Pixels of a mark."""


class Mark(Enum):
    """How a step stands."""

    DONE = "a tick"
    NOW = "a dot"
    LATER = "a ring"


class StepMark(QWidget):
    """The mark of a step, drawn: the faces of the program have no such signs.

    Args:
        mark: how it stands.
        theme: the colours.
        spoken: how it stands, for a screen reader.
    """

    def __init__(self, mark: Mark, theme: Theme, spoken: str) -> None:
        super().__init__()
        self._mark, self._theme = mark, theme
        self.setFixedSize(scaled(_SIDE), scaled(_SIDE))
        self.setAccessibleName(spoken)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self.width() / _SIDE
        painter.scale(side, side)
        colour = QColor(self._theme.soft if self._mark is Mark.LATER else self._theme.accent)
        painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        if self._mark is Mark.DONE:
            painter.drawPolyline([QPointF(5, 10.5), QPointF(8.5, 14), QPointF(15, 6.5)])
        elif self._mark is Mark.NOW:
            painter.setBrush(colour)
            painter.drawEllipse(QPointF(10, 10.5), 3.5, 3.5)
        else:
            painter.setPen(QPen(colour, 1.2))
            painter.drawEllipse(QPointF(10, 10.5), 3.5, 3.5)
        painter.end()


class StepRow(QWidget):
    """A step: its mark, and what it is.

    Args:
        mark: how it stands.
        theme: the colours.
        text: what it is.
        spoken: how it stands, for a screen reader.
    """

    def __init__(self, mark: Mark, theme: Theme, text: str, spoken: str) -> None:
        super().__init__()
        label = WrappedLabel(self)
        label.setObjectName("sheetSoft" if mark is Mark.LATER else "sheetText")
        label.setText(text)
        label.setAccessibleName(f"{text} ({spoken})")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(StepMark(mark, theme, spoken), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)


class DriveBox(QFrame):
    """The stick that is written to: its name, its file system, and what is free."""

    def __init__(self, drive: Drive, wording: Wording) -> None:
        super().__init__()
        self.setObjectName("driveBox")
        name, room = QLabel(self), QLabel(self)
        for label, style, text in (
            (
                name,
                "driveName",
                " · ".join(f"\u2068{fact}\u2069" for fact in (drive.name, drive.form) if fact),
            ),
            (room, "sheetSoft", copy_words.free(drive, wording)),
        ):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setObjectName(style)
            label.setText(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.addWidget(name)
        row.addStretch(1)
        row.addWidget(room)
