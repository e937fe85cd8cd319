"""Shows one page: the only file that knows which widget the text stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from reader.ui.block_names import BlockNames
from reader.ui.justifier import Justifier
from reader.ui.margin import Margin
from reader.ui.own_viewport import put_on_palette, take_viewport
from reader.ui.page_controls import PageControls
from reader.ui.page_frame import set_margins
from reader.ui.page_layout import lay_out, new_document
from reader.ui.page_marks import PageMarks
from reader.ui.page_pointer import PagePointer
from reader.ui.page_position import PagePosition
from reader.ui.page_selection import PageSelection
from reader.ui.passage_map import PassageMap
from reader.ui.twin_gaps import TwinGaps

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import (
        QContextMenuEvent,
        QPaintEvent,
        QResizeEvent,
        QTextDocument,
        QWheelEvent,
    )

    from reader.render.html import Page
    from reader.ui.matches import Marks, Range
    from reader.ui.page_colours import PageColours
    from reader.ui.page_position import Noted
    from reader.ui.page_values import Dress, ReadingPoint
    from reader.ui.pictures import Pictures, PictureSource


class PageView(QTextBrowser):
    """The page.

    Attributes:
        controls: what lies on it as a widget.
        position: where one is on it, and what is in sight.

    Signals:
        first_painted: a page was painted for the first time.
        recoloured: the same lines have the colours of another theme.
        relaid: the lines broke anew, at another width or with another page.
        link_followed: a link was chosen; carries its ``href``.
        reading_moved: what stands at the top changed; carries a ReadingPoint.
        scrolled_by_reader: the reader scrolled; carries the pixels above the top edge.
        zoom_turned: the wheel was turned with Ctrl; carries +1 or -1.
        menu_asked: the menu is wanted; carries where on the screen.
    """

    first_painted = Signal()
    recoloured = Signal()
    relaid = Signal()
    link_followed = Signal(str)
    reading_moved = Signal(object)
    scrolled_by_reader = Signal(int)
    zoom_turned = Signal(int)
    menu_asked = Signal(object)

    def __init__(self, picture: PictureSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self._pictures: Pictures | None = None
        self._page: Page | None = None
        self._dress: Dress | None = None
        self._shown: QTextDocument | None = None
        self._passages: PassageMap | None = None
        self._justifier: Justifier | None = None
        self._colours: PageColours | None = None
        self._twin_gaps: TwinGaps | None = None
        self._names = BlockNames()
        self.position = PagePosition(self)
        self._reported: ReadingPoint | None = None
        self._was_painted = False
        # The text was to be measured for the widget that is gone now.
        self.document().documentLayout().setPaintDevice(take_viewport(self))
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setReadOnly(True)
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)
        self.setSearchPaths([])
        self.marks = PageMarks(self, self.position.line_top)
        self.selection = PageSelection(self)
        self.pointer = PagePointer(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.show_caret(False)
        self.anchorClicked.connect(lambda url: self.link_followed.emit(url.toString()))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        # How far one has read is told anew once it is known how long the page is.
        self.verticalScrollBar().rangeChanged.connect(lambda *_: QTimer.singleShot(0, self, self._report))
        self.horizontalScrollBar().rangeChanged.connect(self._hold_start_edge)
        self.controls = PageControls(self)

    # What is shown

    @property
    def page(self) -> Page | None:
        """The page shown, or None before the first."""
        return self._page

    @property
    def has_pictures(self) -> bool:
        """Whether it shows any."""
        return self._pictures is not None

    @property
    def dress(self) -> Dress | None:
        """How it looks, or None before the first."""
        return self._dress

    def show_page(self, page: Page, dress: Dress) -> None:
        """Load a page and set it; one is at its top then.

        Args:
            page: what to show.
            dress: how it is to look.
        """
        self._load(page, dress, keep=False)

    def _load(self, page: Page, dress: Dress, *, keep: bool) -> None:
        self._page, self._dress = page, dress
        self._reported = None
        # What belongs to the old document must not be asked while the new one is loaded.
        self._passages = self._justifier = self._colours = self._twin_gaps = self._pictures = None
        self.position.begin(None)
        self.marks.leave()
        style = dress.style
        # All is set before it is shown: in a document that is, each step would break the lines anew.
        document = new_document(style, self)
        document.documentLayout().setPaintDevice(self.viewport())
        names = self._names.load(document, page.html_with(dress.kicker, dress.back, dress.turns))
        passages = PassageMap(document, page.edition, names)
        lay_out(document, page, passages, style, ends_level=dress.ruled)
        if "<img" in page.html:
            self._open_pictures()
        put_on_palette(self, style.theme)
        bar, policies = self.verticalScrollBarPolicy(), Qt.ScrollBarPolicy
        with self.position.by_itself():
            # Most pages need the bar; were it to come only afterwards, the lines would break twice.
            if bar is policies.ScrollBarAsNeeded:
                self.setVerticalScrollBarPolicy(policies.ScrollBarAlwaysOn)
            self._set_margins(document, dress, new=True)
            self.setDocument(document)
            self.setVerticalScrollBarPolicy(bar)
        if self._shown is not None:
            self._shown.deleteLater()
        self._shown = document
        self._passages = passages
        self._justifier = Justifier(document, style.em)
        self._twin_gaps = TwinGaps(document, passages, dress.lead)
        self.position.begin(passages)
        self.pointer.passages = passages
        self.selection.begin(passages, right_to_left=page.right_to_left)
        self.marks.begin(passages, style.theme, keep=keep)
        self.position.scroll_to(0)
        self._report()
        self.relaid.emit()

    def restyle(self, dress: Dress) -> None:
        """Show the same page in another dress, keeping the line at the top and the marks."""
        if self._page is None or self._dress is None:
            return
        if dress.differs_in_colours_only(self._dress):
            self._recolour(dress)
            return
        noted = self.position.noted()
        self._load(self._page, dress, keep=True)
        self.position.resume(noted)

    def _recolour(self, dress: Dress) -> None:
        if self._passages is None or self._justifier is None:
            return
        if self._colours is None:
            # Here, not above: the first paint does not need it.
            from reader.ui.page_colours import PageColours

            self._colours = PageColours(self.document(), self._justifier)
        self._dress, theme = dress, dress.style.theme
        put_on_palette(self, theme)
        with self.position.by_itself():
            self._colours.change(theme)
            if self._pictures is not None:
                self._pictures = None
                self._open_pictures()
                self._set_margins(self.document(), dress)
        self.marks.begin(self._passages, theme, keep=True)
        self.recoloured.emit()

    def show_caret(self, shown: bool) -> None:
        """Let the arrow keys move a caret and select, or, without one, scroll."""
        flags, caret = Qt.TextInteractionFlag, Qt.TextInteractionFlag.TextSelectableByKeyboard
        browsing = flags.TextBrowserInteraction
        self.setTextInteractionFlags(browsing | caret if shown else browsing)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ANN401  what Qt declares
        """Give Qt a picture of the briefing, and nothing else from anywhere."""
        return self._open_pictures().resource(kind, QUrl(name).toString())

    def _open_pictures(self) -> Pictures:
        if self._pictures is None:
            # Here, not above: the first paint does not need it.
            from reader.ui.pictures import Pictures

            language = self._page.edition.language if self._page is not None else ""
            colours = self._dress.style.theme.colours if self._dress is not None else {}
            self._pictures = Pictures(self._picture, language, colours)
        return self._pictures

    # Going somewhere

    def go_to(self, passage_id: str, start: int = 0, end: int = 0) -> bool:
        """Scroll to a passage, or to characters of it, and put the caret there.

        Args:
            passage_id: the passage; empty for the top.
            start: first character within its text.
            end: one past the last; equal to ``start`` for the passage itself.

        Returns:
            Whether the passage is on this page.
        """
        return self.position.go_to(passage_id, start, end)

    def return_to(self, top: tuple[int, int]) -> None:
        """Scroll so that a line stands at the top edge again; ``top`` is what ``top`` was."""
        self.position.return_to(top)

    def run_along(self, y: int) -> None:
        """Scroll as another page does, so that this height of the document stands at the top edge."""
        self.position.run_along(y)

    def note_place(self, name: str) -> tuple[str, int, int] | None:
        """Return where a footnote stands, or the number that calls it: passage and characters of its text.

        Args:
            name: as links have it: ``fn:1`` for the note, ``fnref:1`` for where it is called.
        """
        return self._passages.note_place(name) if self._passages else None

    def mark(self, marks: Marks, current: tuple[str, Range] | None = None) -> None:
        """Mark matches on the page and on its scroll bar.

        Args:
            marks: ranges of characters by passage.
            current: the one that one stands on.
        """
        self.marks.mark(marks, current)

    @property
    def gaps(self) -> TwinGaps | None:
        """The spaces between passages, for a page that stands beside its twin; None before the first."""
        return self._twin_gaps

    def noted(self) -> Noted:
        """Return where one is, for ``resume``: to be asked before the spaces change."""
        return self.position.noted()

    def resume(self, noted: Noted | None) -> None:
        """Go back to where one was after the spaces changed.

        Args:
            noted: what ``noted`` returned before; None for a page that runs along with another.
        """
        if noted is not None:
            self.position.resume(noted)
        self.marks.show_on_bar()

    # Where one is

    @property
    def top(self) -> tuple[int, int]:
        """Block and character within it that stand at the top edge."""
        return self.position.top

    def passage_of(self, top: tuple[int, int]) -> str:
        """Return the id of the passage in which a line stands, or above which nothing does: empty then.

        Args:
            top: what ``top`` was.
        """
        stand = self._passages.at_or_before(top[0]) if self._passages else None
        return stand.passage.id if stand else ""

    def reading_point(self) -> ReadingPoint:
        """Return what stands at the top edge of the view."""
        return self.position.reading_point()

    def _scrolled(self) -> None:
        by_reader = not self.position.is_moving
        self.position.scrolled()
        self._report()
        if by_reader:
            self.scrolled_by_reader.emit(self.verticalScrollBar().value())

    def report(self) -> None:
        """Tell where one is, even if that did not change."""
        self._reported = None
        self._report()

    def _report(self) -> None:
        point = self.reading_point()
        if point != self._reported:
            self._reported = point
            self.reading_moved.emit(point)

    def _set_margins(self, document: QTextDocument, dress: Dress, *, new: bool = False) -> None:
        mirrored = self._page is not None and self._page.right_to_left
        column = set_margins(document, dress, self.viewport().width(), right_to_left=mirrored, new=new)
        if self._pictures is not None:
            self._pictures.fit(document, column, self.devicePixelRatioF())

    def changeEvent(self, event: QEvent) -> None:
        """Keep the font of the page when the interface gets another."""
        if event.type() not in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure and the line at the top."""
        if event.size().width() == event.oldSize().width():
            super().resizeEvent(event)
            return
        noted = self.position.noted()
        if self._justifier is not None:
            self._justifier.forget()
        with self.position.by_itself():
            super().resizeEvent(event)
            if self._dress is not None:
                self._set_margins(self.document(), self._dress)
            if noted[0] != (0, 0) or (noted[1] is not None and noted[1][0]):
                # Asking for its size has the whole document laid out, and the scroll bar's range is right.
                self.document().documentLayout().documentSize()
        self.position.resume(noted)
        self.marks.show_on_bar()
        self.relaid.emit()
        QTimer.singleShot(0, self, self._report)

    def _hold_start_edge(self, low: int, high: int) -> None:
        # WORKAROUND(Qt 6.11): a hanging right-to-left line widens the document by its indent, and a hidden
        # scroll shifts the text; tests/ui/test_page_view.py::test_qt_still_widens_hanging_lines tells.
        # The bar of a mirrored widget counts from its other end.
        self.horizontalScrollBar().setValue(high if self.isRightToLeft() else low)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page, then what stands beside the text: passage numbers and bars of quotes."""
        if self._justifier is not None:
            for block in self.position.blocks_in_sight():
                if self._colours is not None:
                    self._colours.put_on(block)
                self._justifier.justify(block)
        super().paintEvent(event)
        if self._passages is None or self._dress is None:
            return
        margin = Margin(self.document(), self._passages, self._dress)
        blocks, scrolled = self.position.blocks_in_sight(), self.verticalScrollBar().value()
        margin.paint_beside(blocks, self.viewport(), scrolled)
        if not self._was_painted:
            self._was_painted = True
            # Queued: what waits for this must not run inside the painting.
            QTimer.singleShot(0, self, self.first_painted.emit)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy clean text."""
        return self.selection.mime()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the window instead of Qt's own."""
        self.menu_asked.emit(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn the wheel with Ctrl into a wish for another text size."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_turned.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)
