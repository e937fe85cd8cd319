"""A small sheet over the page that says one thing about a word: a footnote, or what a word means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QUrl, Signal
from PySide6.QtGui import QFocusEvent, QTextOption
from PySide6.QtWidgets import QApplication, QFrame, QTextBrowser, QVBoxLayout

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from reader.ui.page_style import PageStyle

_EMS = 24
"""Width in em of the text."""
_EDGE = 12
"""Pixels to the edges of the area, and around the text."""
_SCALE = 0.85


class Bubble(QFrame):
    """The sheet; it goes with Esc, and when one turns to something else.

    Signals:
        link_followed: a link in it was chosen; carries its ``href``.
        closed: it went away with Esc; the page is to have the keyboard again.
    """

    link_followed = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._area = parent
        self.setObjectName("bubble")
        self._text = QTextBrowser(self)
        self._text.setOpenLinks(False)
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setSearchPaths([])
        self._text.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text.anchorClicked.connect(self._follow)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.addWidget(self._text)
        self.setFocusProxy(self._text)
        self._text.installEventFilter(self)
        self.hide()

    def say(self, html: str, name: str, style: PageStyle, beside: QRect, *, right_to_left: bool) -> None:
        """Show something.

        Args:
            html: sanitised; what is said.
            name: what a screen reader calls it.
            style: how the page looks.
            beside: the word it is about, in pixels of the parent; it stays free.
            right_to_left: direction of the text.
        """
        document = self._text.document()
        document.setDefaultFont(style.font(_SCALE))
        document.setDefaultStyleSheet(style.style_sheet() + "p { margin: 0 0 6px 0; }")
        document.setDocumentMargin(2)
        option = QTextOption()
        direction = Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        option.setTextDirection(direction)
        document.setDefaultTextOption(option)
        self._text.setPalette(style.theme.palette())
        self._text.setHtml(html)
        self._text.setAccessibleName(name)
        self.setAccessibleName(name)
        self._place(beside, round(_EMS * style.em * _SCALE))
        self.show()
        self.raise_()
        self._text.setFocus(Qt.FocusReason.PopupFocusReason)

    def text(self) -> str:
        """Return what is said, as plain text."""
        return self._text.toPlainText()

    def _place(self, beside: QRect, wished: int) -> None:
        area = self._area.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        width = min(wished, area.width() - 2 * _EDGE)
        measured = self._text.document().clone()  # its own is never less high than what shows it
        measured.setTextWidth(width)
        height = min(round(measured.size().height()) + 4, area.height() // 2)
        width, height = width + 2 * _EDGE + 4, height + 2 * _EDGE
        left = max(area.left(), min(beside.center().x() - width // 2, area.right() - width))
        below = beside.bottom() + 8
        top = below if below + height <= area.bottom() else max(area.top(), beside.top() - 8 - height)
        self.setGeometry(left, top, width, height)

    def _follow(self, url: QUrl) -> None:
        self.hide()
        self.closed.emit()
        self.link_followed.emit(url.toString())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go when the keyboard goes elsewhere in the window; leave Esc to the sheet."""
        if isinstance(event, QFocusEvent) and event.lostFocus():
            elsewhere = event.reason() != Qt.FocusReason.ActiveWindowFocusReason
            if elsewhere and QApplication.activePopupWidget() is None:
                self.hide()
        return super().eventFilter(watched, event)
