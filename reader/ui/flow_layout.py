"""Lays widgets out in lines that wrap, in the direction of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator


class FlowLayout(QLayout):
    """Lines of widgets at their natural size; height follows width.

    Args:
        parent: the widget laid out.
        gap: pixels between widgets and between lines.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        """Give an item back, or None."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Whether the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels that the lines take at a width."""
        rects = [rect for _, rect in self._places(QRect(0, 0, width, 0))]
        last = max((rect.bottom() + 1 for rect in rects), default=0)
        return last + self.contentsMargins().bottom()

    def minimumSize(self) -> QSize:
        """Return the size of the widest item."""
        margins = self.contentsMargins()
        size = QSize(0, 0)
        for item in self._items:
            if item.isEmpty():
                continue
            size = size.expandedTo(item.minimumSize())
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def sizeHint(self) -> QSize:
        """Return the smallest size; the width decides the rest."""
        return self.minimumSize()

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        for item, place in self._places(rect):
            item.setGeometry(place)

    def _places(self, rect: QRect) -> Iterator[tuple[QLayoutItem, QRect]]:
        inside = rect.marginsRemoved(self.contentsMargins())
        owner = self.parentWidget()
        mirrored = owner is not None and owner.layoutDirection() == Qt.LayoutDirection.RightToLeft
        line: list[tuple[QLayoutItem, int, QSize]] = []
        x = y = height = 0
        for item in self._items:
            if item.isEmpty():  # its widget is hidden
                continue
            size = item.sizeHint().boundedTo(QSize(max(1, inside.width()), 10_000))
            if x and x + size.width() > inside.width():
                yield from self._line(line, y, height, inside, mirrored=mirrored)
                line, x, y, height = [], 0, y + height + self._gap, 0
            line.append((item, x, size))
            x += size.width() + self._gap
            height = max(height, size.height())
        yield from self._line(line, y, height, inside, mirrored=mirrored)

    @staticmethod
    def _line(
        line: list[tuple[QLayoutItem, int, QSize]], y: int, height: int, inside: QRect, *, mirrored: bool
    ) -> Iterator[tuple[QLayoutItem, QRect]]:
        """Place the items of one line, each in the middle of its height."""
        for item, x, size in line:
            left = inside.right() + 1 - x - size.width() if mirrored else inside.left() + x
            yield item, QRect(QPoint(left, inside.top() + y + (height - size.height()) // 2), size)
