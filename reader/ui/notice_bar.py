"""A line above the page that tells one thing and stays until it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from reader.ui.announcing import announce
from reader.ui.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class NoticeBar(QFrame):
    """Says what the reader should know and need not do anything about; hidden until then."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._label = WrappedLabel(self)
        self._close = QPushButton(self)
        self._close.setObjectName("closeNotice")
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(10)
        row.addWidget(self._label, 1)
        row.addWidget(self._close)
        self.hide()

    def say(self, sentences: list[str]) -> None:
        """Say something; what was said before and not closed stays above it.

        Args:
            sentences: plain text, each on a line of its own.
        """
        if not sentences:
            return
        said = self._label.text().splitlines() if not self.isHidden() else []
        self._label.setText("\n".join(dict.fromkeys(said + sentences)))
        self._close.setText(self.tr("Understood"))
        self.show()
        announce(self._label, " ".join(sentences))

    @property
    def text(self) -> str:
        """What it says; empty while it is hidden."""
        return self._label.text() if not self.isHidden() else ""
