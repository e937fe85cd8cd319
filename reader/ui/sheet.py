"""A card over the window: asks or tells one thing, and the window behind it waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QColor, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.ui.text_size import scaled
from reader.ui.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

WIDTH, MARGIN = 560, 24
"""Pixels: of the card at most, and between it and the window's edge."""
_SHADE = QColor(0, 0, 0, 80)


class Sheet(QWidget):
    """Covers a window with a shade and puts a card on it, in the manner of a dialog.

    It is no window of its own, so that it looks the same on every system and leaves no trace of one. Keys
    of the window behind it do nothing while it is open; Esc and a click beside the card leave it.

    Args:
        window: what is covered.

    Signals:
        left: it was closed, whichever way.
    """

    left = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self.setObjectName("sheet")
        self._card = QFrame(self)
        self._card.setObjectName("sheetCard")
        self._title = self._plain("sheetTitle")
        self._title.setAccessibleDescription(self.tr("Esc closes this"))
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(10)
        self._buttons.addStretch(1)
        inside = self._inside = QVBoxLayout(self._card)
        inside.setContentsMargins(28, 24, 28, 24)
        inside.setSpacing(16)
        inside.addWidget(self._title)
        inside.addLayout(self.body, 1)
        inside.addLayout(self._buttons)
        self._card.installEventFilter(self)
        self.hide()

    # What stands on it

    def set_title(self, text: str) -> None:
        """Say what it is about; a screen reader hears this first."""
        self._title.setText(text)
        self._card.setAccessibleName(text)

    def add_text(self, text: str, name: str = "sheetText") -> QLabel:
        """Add a paragraph.

        Args:
            text: plain text.
            name: which style it has.
        """
        label = self._plain(name)
        label.setText(text)
        self.body.addWidget(label)
        return label

    def add_button(self, text: str, done: Callable[[], None], *, main: bool = False) -> QPushButton:
        """Add a button; the last one stands at the end of the row.

        Args:
            text: what it does.
            done: called when it is pressed.
            main: whether it is what most people will want; Enter presses it.
        """
        button = QPushButton(text, self._card)
        button.setObjectName("main" if main else "other")
        button.setAutoDefault(False)
        button.clicked.connect(done)
        self._buttons.addWidget(button)
        return button

    def clear(self) -> None:
        """Take everything off it."""
        _empty(self.body)
        while self._buttons.count() > 1:
            _drop(self._buttons.takeAt(1).widget())

    def scrolling(self, widget: QWidget) -> QScrollArea:
        """Return an area that scrolls a part of the card which may be long."""
        area = QScrollArea(self._card)
        area.setObjectName("sheetScroll")
        area.setAccessibleName(self._title.text())
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(widget)
        return area

    # Opening and leaving

    def open(self, first: QWidget | None = None) -> None:
        """Show it over the window.

        Args:
            first: what has the keyboard then; the card itself if not given.
        """
        if not self.isVisible():
            self._before = self._window.focusWidget()
            self._window.installEventFilter(self)
            # Not the application: of whatever object there is, Qt's binding would look for the class, and
            # load all it has; on the first card that took longer than all else.
            for action in self._window.findChildren(QAction):
                action.installEventFilter(self)
        self.setGeometry(self._window.rect())
        self._place()
        self.show()
        self.raise_()
        target = first or self._card
        self._card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        target.show()  # what was just put on a card that is seen is shown only in the next turn
        target.setFocus(Qt.FocusReason.PopupFocusReason)
        # Once what stands on it has been laid out.
        QTimer.singleShot(0, target, lambda: _scroll_to(target))

    def leave(self) -> None:
        """Close it and give the keyboard back."""
        if not self.isVisible():
            return
        self._window.removeEventFilter(self)
        for action in self._window.findChildren(QAction):
            action.removeEventFilter(self)
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
            self._before = None
        self.left.emit()

    # Events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size, and keep its keys quiet."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
            self._place()
        elif watched is self._card and event.type() == QEvent.Type.LayoutRequest:
            self._place()
        elif event.type() == QEvent.Type.Shortcut and isinstance(watched, QAction):
            return True
        return False

    def _place(self) -> None:
        """Put the card in the middle, as high as what stands on it."""
        width = min(scaled(WIDTH), self.width() - 2 * MARGIN)
        inside = self._inside
        wanted = (
            inside.totalHeightForWidth(width)
            if inside.hasHeightForWidth()
            else inside.totalSizeHint().height()
        )
        height = max(min(wanted, self.height() - 2 * MARGIN), inside.totalMinimumSize().height())
        self._card.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def focusNextPrevChild(self, next_: bool) -> bool:
        """Let Tab go round on the card."""
        chain = [
            widget
            for widget in self._card.findChildren(QWidget)
            if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        if not chain:
            return True
        at = self.focusWidget()
        here = chain.index(at) if at in chain else (-1 if next_ else 0)
        target = chain[(here + (1 if next_ else -1)) % len(chain)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        _scroll_to(target)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc, press the main button with Enter, and let no other key reach the window."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            button = (
                focused if isinstance(focused, QPushButton) else self._card.findChild(QPushButton, "main")
            )
            if isinstance(button, QPushButton) and button.isEnabled():
                button.click()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave where the shade is pressed."""
        if not self._card.geometry().contains(event.position().toPoint()):
            self.leave()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lay the shade over the window."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), _SHADE)

    def _plain(self, name: str) -> QLabel:
        label = WrappedLabel(self._card)
        label.setObjectName(name)
        return label


def _scroll_to(widget: QWidget) -> None:
    """Bring what has the keyboard into sight where it stands in an area that scrolls."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()


def _empty(layout: QLayout) -> None:
    for _ in range(layout.count()):
        item = layout.takeAt(0)
        widget, inner = item.widget(), item.layout()
        # The stubs say that both are always there; one of them is None.
        if widget:
            _drop(widget)
        elif inner:
            _empty(inner)
            inner.deleteLater()


def _drop(widget: QWidget) -> None:
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
