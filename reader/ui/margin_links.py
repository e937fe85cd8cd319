"""Links in the margin from a passage to what explains it: real buttons, beside the text and never in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from reader.ui.margin import NUMBER_GAP, number_line
from reader.ui.page_controls import PageControl

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QTextBlock

    from reader.library.document import Explanation, Passage
    from reader.ui.page_style import PageStyle
    from reader.ui.page_view import PageView
    from reader.ui.theme import Theme

_SIZE = 0.56
"""Height of the letters beside those of the text."""
_ROOM = 5
"""Pixels around the letters, for the ring of the focus."""
_BELOW = 3
"""Pixels from the foot of a number to the link under it."""
_FOLLOWING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select)


class MarginLink(QAbstractButton):
    """One link: the word where the margin has room for it, or else a small sheet of paper.

    Args:
        parent: what it lies on.

    Signals:
        followed: it was chosen; carries the ``href``.
        left: the keyboard is wanted elsewhere.
    """

    followed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.passage = ""
        self._explanations: Sequence[Explanation] = ()
        self._theme: Theme | None = None
        self._is_word = True
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._follow)

    def show_link(
        self, passage: Passage, explanations: Sequence[Explanation], style: PageStyle, *, right_to_left: bool
    ) -> None:
        """Stand for one passage.

        Args:
            passage: the passage.
            explanations: where it leads.
            style: how the page looks.
            right_to_left: whether the page runs leftwards.
        """
        self.passage, self._explanations, self._theme = passage.id, explanations, style.theme
        self.setFont(style.font(_SIZE))
        self.setText(explanations[0].part)
        between = "؛ " if right_to_left else "; "  # a title may hold commas
        name = f"{self.text()}: {between.join(each.title for each in explanations)}"
        self.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        )
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(passage.text)

    def size_within(self, width: float) -> QSize:
        """Return its size where the margin leaves so many pixels, and take that shape."""
        metrics = QFontMetricsF(self.font())
        height = round(metrics.height()) + 2
        word = round(metrics.horizontalAdvance(self.text())) + 2 * _ROOM
        self._is_word = word <= width
        return QSize(word if self._is_word else height, height)

    def _follow(self) -> None:
        if len(self._explanations) == 1:
            self.followed.emit(self._explanations[0].href)
            return
        menu = QMenu(self)
        menu.setAccessibleName(self.text())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for each in self._explanations:
            menu.addAction(each.title).triggered.connect(
                lambda _=False, href=each.href: self.followed.emit(href)
            )
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        menu.setActiveAction(menu.actions()[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow on Space and Enter, go back to the text on Esc; what is left scrolls the page."""
        if event.key() in _FOLLOWING:
            self.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            event.ignore()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go on to what follows in the window; the text view would go through its own links again."""
        return self.window().focusNextPrevChild(forward)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the word, or the sheet."""
        theme = self._theme
        if theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self.underMouse():
            painter.setBrush(QColor(theme.wash))
            painter.setPen(QPen(QColor(theme.accent), 1.5) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), 4, 4)
        painter.setPen(QColor(theme.accent))
        if self._is_word:
            painter.setFont(self.font())
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        else:
            self._paint_sheet(painter)

    def _paint_sheet(self, painter: QPainter) -> None:
        height = self.height() * 0.62
        sheet = QRectF(0, 0, height * 0.8, height)
        sheet.moveCenter(QRectF(self.rect()).center())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(sheet, 1.5, 1.5)
        for part in (0.3, 0.5, 0.7):
            y = sheet.top() + sheet.height() * part
            painter.drawLine(QPointF(sheet.left() + 2.5, y), QPointF(sheet.right() - 2.5, y))


class MarginLinks(PageControl):
    """The links of one page: only those in sight are there, so that Tab visits no others.

    Args:
        view: the page.
    """

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self._shown: dict[str, MarginLink] = {}
        self._spare: list[MarginLink] = []
        self.begin()

    def begin(self) -> None:
        """Begin with another page; what each link says must be said anew."""
        for link in self._shown.values():
            link.passage = ""
        super().begin()

    def place(self) -> None:
        """Put a link beside every passage that has one, where the whole link is in sight."""
        wanted = self._explained_in_sight()
        for name in self._shown.keys() - wanted.keys():
            self._put_away(self._shown.pop(name))
        before: QWidget = self.view
        for passage, block in wanted.values():
            is_new = passage.id not in self._shown
            link = self._link(passage)
            if not self._move(link, passage, block):
                self._put_away(self._shown.pop(passage.id))
                continue
            link.show()
            if is_new:
                QWidget.setTabOrder(before, link)
            before = link

    def step(self) -> None:
        """Give the keyboard to the next link of the page and scroll to it; after the last is the first."""
        dress, page = self.view.dress, self.view.page
        if dress is None or page is None:
            return
        passages = [each.id for each in page.edition.passages if each.id in dress.explained]
        if not passages:
            return
        current = next((name for name, link in self._shown.items() if link.hasFocus()), "")
        if current in passages:
            following = passages[(passages.index(current) + 1) % len(passages)]
        else:
            in_sight = [each for each in passages if each in self._shown]
            following = in_sight[0] if in_sight else passages[0]
        if following not in self._shown:
            self.view.go_to(following)
            self.place()
        if following in self._shown:
            self._shown[following].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _explained_in_sight(self) -> dict[str, tuple[Passage, QTextBlock]]:
        dress = self.view.dress
        if dress is None or not dress.explained:
            return {}
        return {
            passage.id: (passage, block)
            for passage, block in self.view.position.passages_in_sight()
            if passage.id in dress.explained
        }

    def _link(self, passage: Passage) -> MarginLink:
        link = self._shown.get(passage.id)
        if link is None:
            link = self._spare.pop() if self._spare else self._new()
            self._shown[passage.id] = link
        dress, page = self.view.dress, self.view.page
        if link.passage != passage.id and dress is not None and page is not None:
            link.show_link(
                passage, dress.explained[passage.id], dress.style, right_to_left=page.right_to_left
            )
        return link

    def _new(self) -> MarginLink:
        link = MarginLink(self.view.viewport())
        link.followed.connect(self.view.link_followed)
        link.left.connect(self.view.setFocus)
        return link

    def _put_away(self, link: MarginLink) -> None:
        if link.hasFocus():
            self.view.setFocus()
        link.passage = ""
        link.hide()
        self._spare.append(link)

    def _move(self, link: MarginLink, passage: Passage, block: QTextBlock) -> bool:
        document = self.view.document()
        frame = document.rootFrame().frameFormat()
        mirrored = block.blockFormat().layoutDirection() == Qt.LayoutDirection.RightToLeft
        margin = frame.rightMargin() if mirrored else frame.leftMargin()
        size = link.size_within(margin - NUMBER_GAP + _ROOM)
        line = number_line(passage, block)
        foot = document.documentLayout().blockBoundingRect(block).top() + line.y() + line.ascent()
        width = self.view.viewport().width()
        x = width - margin + NUMBER_GAP - _ROOM if mirrored else margin - NUMBER_GAP + _ROOM - size.width()
        y = (
            foot
            + (_BELOW if passage.number else -0.75 * size.height())
            - self.view.verticalScrollBar().value()
        )
        place = QRect(QPoint(round(x), round(y)), size)
        if link.geometry() != place:
            link.setGeometry(place)
        return self.view.viewport().rect().contains(place)
