"""Places the side column beside the page, or over it where the window is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from reader.ui.text_size import scaled

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

NARROW = 900
"""Window width in pixels below which the side column lies over the page."""
NARROW_FOR_TWO = 1240
"""The same while two languages stand side by side."""
_SIDE = 312
_SMALLEST_SIDE = 264


class Panes(QWidget):
    """Two panes that mirror with the window.

    Args:
        page: what is read.
        side: contents and search results, one at a time.
        parent: the window.
    """

    def __init__(self, page: QWidget, side: QStackedWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page, self._side = page, side
        self._edge = QWidget(self)
        self._edge.setObjectName("sideEdge")
        self._edge.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        page.setParent(self)
        side.setParent(self)
        side.setObjectName("side")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._wanted: bool | None = None
        self._roomy = False

    def set_roomy(self, needed: bool) -> None:
        """Tell whether the page needs more room than usual, for two columns of text."""
        self._roomy = needed
        self.arrange()

    @property
    def _narrow(self) -> int:
        return scaled(NARROW_FOR_TWO if self._roomy else NARROW)

    @property
    def is_narrow(self) -> bool:
        """Whether the side column would lie over the page."""
        return self.width() < self._narrow

    @property
    def side_is_shown(self) -> bool:
        """Whether the side column is on the screen."""
        return (not self.is_narrow) if self._wanted is None else self._wanted

    def show_side(self, shown: bool | None) -> None:
        """Show or hide the side column.

        Args:
            shown: whether to; None leaves it to the width of the window.
        """
        self._wanted = shown
        self.arrange()

    def arrange(self) -> None:
        """Place the panes for the present width and direction."""
        width, height = self.width(), self.height()
        side = min(scaled(_SIDE), max(scaled(_SMALLEST_SIDE), round(width * 0.27)))
        shown = self.side_is_shown
        room = 0 if self.is_narrow or not shown else side + 1
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._page.setGeometry(0 if mirrored else room, 0, width - room, height)
        self._side.setGeometry(width - side if mirrored else 0, 0, side, height)
        self._edge.setGeometry(width - side - 1 if mirrored else side, 0, 1, height)
        self._side.setVisible(shown)
        self._edge.setVisible(shown)
        if shown:
            self._side.raise_()
            self._edge.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the panes anew; a width that crosses the limit brings back the default."""
        if (event.oldSize().width() < self._narrow) != (event.size().width() < self._narrow):
            self._wanted = None
        self.arrange()
