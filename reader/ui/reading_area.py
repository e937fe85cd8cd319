"""Where one reads: one page, or a page and its twin in the other language, level with each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reader.ui.page_view import PageView
from reader.ui.scroll_marks import ScrollMarks
from reader.ui.twin_gaps import Levelling

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from reader.render.html import Page
    from reader.ui.matches import Marks, Range
    from reader.ui.page_values import Dress, ReadingPoint
    from reader.ui.pictures import PictureSource

SIDE_BY_SIDE = 700
"""Width in pixels from which twins stand beside each other; below it one stands above the other."""
SIDE_BY_SIDE_EM = 32
"""The same in em of the text: large letters need wider columns."""


class ReadingArea(QWidget):
    """One or two pages.

    Args:
        picture: gives the bytes of a picture by its name.
        parent: the window.

    Signals:
        link_followed: a link was chosen; carries its ``href``.
        reading_moved: what stands at the top changed; carries a ReadingPoint.
        zoom_turned: the wheel was turned with Ctrl; carries +1 or -1.
        menu_asked: the menu of a page is wanted; carries the page and where on the screen.
        first_painted: the first page stands on the screen.
    """

    first_painted = Signal()
    link_followed = Signal(str)
    reading_moved = Signal(object)
    zoom_turned = Signal(int)
    menu_asked = Signal(object, object)

    def __init__(self, picture: PictureSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("area")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._picture = picture
        self._views: list[PageView] = []
        self._views.append(self._view())
        self._views[0].first_painted.connect(self.first_painted)
        self._shown = 1
        self._primary = 0
        self._em = 0
        self._levelling = QTimer(self)
        self._levelling.setSingleShot(True)
        self._levelling.setInterval(0)
        self._levelling.timeout.connect(self._level)
        self._twins: Levelling | None = None
        self.setFocusProxy(self._views[0])

    def _view(self) -> PageView:
        view = PageView(self._picture, self)
        number = len(self._views)
        view.link_followed.connect(self.link_followed)
        view.reading_moved.connect(lambda point: self._moved(number, point))
        view.zoom_turned.connect(self.zoom_turned)
        view.menu_asked.connect(lambda where: self.menu_asked.emit(view, where))
        view.relaid.connect(self._relaid)
        view.scrolled_by_reader.connect(lambda _: self._follow(number))
        return view

    # What is shown

    @property
    def is_parallel(self) -> bool:
        """Whether two pages are shown."""
        return self._shown == 2

    @property
    def is_stacked(self) -> bool:
        """Whether the two stand one above the other for want of width."""
        return self.is_parallel and self.width() < max(SIDE_BY_SIDE, SIDE_BY_SIDE_EM * self._em)

    @property
    def is_level(self) -> bool:
        """Whether what is on the screen stands level; what is below may still be on its way."""
        return not self.is_parallel or self.is_stacked or self._twins is not None

    @property
    def views(self) -> tuple[PageView, ...]:
        """The pages shown."""
        return tuple(self._views[: self._shown])

    @property
    def view(self) -> PageView:
        """The page one reads in: the one with the keyboard, or else the one that was gone to."""
        return next((view for view in self.views if view.hasFocus()), self.views[self._primary])

    @property
    def page(self) -> Page | None:
        """The page one reads in."""
        return self.view.page

    def show_pages(self, pages: Sequence[Page], dress: Callable[[Page], Dress]) -> None:
        """Show one page, or two twins.

        Args:
            pages: the page that is gone to, then its twin if there is to be one.
            dress: says how each is to look.
        """
        had_focus = any(view.hasFocus() for view in self._views)
        ordered = sorted(pages, key=lambda page: not page.right_to_left)
        self._shown = len(ordered)
        self._primary = ordered.index(pages[0])
        while len(self._views) < self._shown:
            self._views.append(self._view())
        for view in self._views[self._shown :]:
            view.hide()
        for view, page in zip(self._views, ordered, strict=False):
            dressed = dress(page)
            self._em = dressed.style.em
            view.show_page(page, dressed)
            view.setAccessibleName(page.edition.title)
            view.show()
        self._arrange()
        self.setFocusProxy(self.views[self._primary])
        if had_focus:
            self.setFocus()

    def restyle(self, dress: Callable[[Page], Dress]) -> None:
        """Show the same in another dress, keeping the line at the top and the marks."""
        for view in self.views:
            if view.page is not None:
                dressed = dress(view.page)
                self._em = dressed.style.em
                view.restyle(dressed)
        self._arrange()

    def show_caret(self, shown: bool) -> None:
        """Let the arrow keys move a caret and select, or, without one, scroll."""
        for view in self._views:
            view.show_caret(shown)

    # Going somewhere

    def go_to(self, language: str, passage_id: str, start: int = 0, end: int = 0) -> None:
        """Scroll to a passage, or to characters of it.

        Args:
            language: the edition that is meant; the pages that run along follow.
            passage_id: the passage; empty for the top.
            start: first character within its text.
            end: one past the last; equal to ``start`` for the passage itself.
        """
        for number, view in enumerate(self.views):
            if view.page is not None and view.page.edition.language == language:
                self._primary = number
        self._level_through(passage_id)
        self.views[self._primary].go_to(passage_id, start, end)
        self._follow(self._primary)

    def return_to(self, top: tuple[int, int]) -> None:
        """Scroll so that a line stands at the top edge again; ``top`` is what ``top`` was."""
        self._level_through(self.views[self._primary].passage_of(top))
        self.views[self._primary].return_to(top)
        self._follow(self._primary)

    @property
    def top(self) -> tuple[int, int]:
        """Block and character within it that stand at the top edge of the page that was gone to."""
        return self.views[self._primary].top

    def step_margin_link(self) -> None:
        """Give the keyboard to the next link in the margin of the page one reads in."""
        self.view.controls.step()

    def note_place(self, name: str) -> tuple[str, int, int] | None:
        """Return where a footnote stands on the page one reads in, or the number that calls it."""
        return self.view.note_place(name)

    def standing(self) -> str:
        """Return the passage one stands in: the caret's while that is on the screen, or else the top one."""
        view = self.views[self._primary]
        caret = view.passage_of((view.textCursor().blockNumber(), 0))
        return caret if caret in view.position.passages_on_screen() else view.reading_point().passage

    def reading_point(self) -> ReadingPoint:
        """Return what stands at the top edge."""
        return self.views[self._primary].reading_point()

    def report(self) -> None:
        """Tell where one is, even if that did not change."""
        self.views[self._primary].report()

    def mark(self, marks: Mapping[str, Marks], current: tuple[str, str, Range] | None = None) -> None:
        """Mark matches.

        Args:
            marks: ranges by passage, for each language.
            current: language, passage and range that one stands on.
        """
        for view in self.views:
            if view.page is None:
                continue
            language = view.page.edition.language
            here = current[1:] if current is not None and current[0] == language else None
            view.mark(marks.get(language, {}), here)

    # Running along

    def _moved(self, number: int, point: ReadingPoint) -> None:
        if number == self._primary and number < self._shown:
            self.reading_moved.emit(point)

    def _follow(self, leader: int) -> None:
        """Bring the other page to where one page is."""
        if not self.is_parallel:
            return
        led, follower = self._views[leader], self._views[1 - leader]
        if self.is_stacked:
            # At the top there is more than the first passage: room, and a line above the title.
            follower.go_to(led.reading_point().passage if led.verticalScrollBar().value() else "")
            return
        value = led.verticalScrollBar().value()
        if self._twins is not None:
            self._twins.below(value + led.height())
        follower.run_along(value)

    def _relaid(self) -> None:
        self._twins = None
        if self.is_parallel:
            self._levelling.start()

    def _level_through(self, passage: str) -> None:
        if self._twins is not None and passage:
            self._twins.through(passage)

    def _level(self) -> None:
        """Bring the two level down to the end of the screen; what is below follows bit by bit."""
        if not self.is_parallel:
            return
        if self._twins is not None:
            self._twins.step()
        else:
            one, other = (view.gaps for view in self.views)
            if one is None or other is None:
                return
            primary = self.views[self._primary]
            noted = primary.noted()
            if self.is_stacked:
                one.reset()
                other.reset()
            else:
                self._twins = Levelling(one, other)
                self._twins.below(primary.height())
                self._level_through(noted[1][0] if noted[1] else primary.passage_of(noted[0]))
            for number, view in enumerate(self.views):
                view.resume(noted if number == self._primary else None)
            self._follow(self._primary)
        if self._twins is not None and not self._twins.is_done:
            self._levelling.start()

    # Placing

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the pages."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        self._share_marks(along_end=None)
        if not self.is_parallel:
            self._views[0].setGeometry(0, 0, width, height)
            self._views[0].setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
            return
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        first, second = self.views
        if self.is_stacked:
            first.setGeometry(0, 0, width, height // 2 - 1)  # a line of the area shows between them
            second.setGeometry(0, height // 2, width, height - height // 2)
        else:
            # The page that runs leftwards stands on the right, as in a bilingual book.
            second.setGeometry(0, 0, width // 2, height)
            first.setGeometry(width // 2, 0, width - width // 2, height)
        # One scroll bar, at the window's end side.
        for view, at_end in ((first, not mirrored), (second, mirrored)):
            always = at_end or self.is_stacked
            policy = Qt.ScrollBarPolicy
            view.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if always else policy.ScrollBarAlwaysOff)
        if not self.is_stacked:
            self._share_marks(along_end=second if mirrored else first)

    def _share_marks(self, *, along_end: PageView | None) -> None:
        """Have the one scroll bar of two pages side by side show the matches of both.

        Args:
            along_end: the page whose bar it is; None where every page has its own.
        """
        for view in self._views:
            bar = view.verticalScrollBar()
            others = (each.verticalScrollBar() for each in self.views if each is not view)
            lender = next(others, None) if view is along_end else None
            if isinstance(bar, ScrollMarks) and (lender is None or isinstance(lender, ScrollMarks)):
                bar.borrow(lender)
