"""Sets a loaded document like a book page: spacing, headings, lists, tables, per-block direction.

Recipes for what Qt's rich text does not do for right-to-left text; each was seen in a window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTable,
)

from reader.library.document import PassageKind

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QTextBlock

    from reader.render.html import Page
    from reader.ui.page_style import PageStyle
    from reader.ui.passage_map import PassageMap, Stand

QUOTE_BAR = QTextFormat.Property.UserProperty + 1
"""Block property: a bar is painted beside this block."""
JUSTIFIED = QTextFormat.Property.UserProperty + 2
"""Block property: the justifier may stretch this block's lines."""
INK = QTextFormat.Property.UserProperty + 3
"""Property of letters with a colour of their own: its name in the theme."""

_HEADING_SIZES = {1: 1.7, 2: 1.3, 3: 1.1}
"""Em, by level; deeper ones have the size of the text."""
_KICKER_GAP = 0.2
_ROOMY = 130
"""Percent of text size up to which headings have all of their size."""
_BULLETS = "•–·"
"""By depth; each is in every face."""
_FOOTNOTE = 0.85
"""Size of a footnote or a caption beside that of the text."""
_NARROW_CELL = 0.8
"""Size of the text in a table of a narrow column, beside that of the text."""
_MARKER_INDENT = 1.7
_GAP = 0.7
_GAP_BETWEEN_TWINS = 1.0
_PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def kicker_height(style: PageStyle, *, right_to_left: bool) -> float:
    """Return how much room the line above the title takes, in pixels.

    Args:
        style: how the page is to look.
        right_to_left: direction of the page.
    """
    return style.line(right_to_left=right_to_left) + _KICKER_GAP * style.em


def new_document(style: PageStyle, parent: QObject | None = None) -> QTextDocument:
    """Return an empty document that a page can be loaded into; it breaks no lines yet.

    Args:
        style: how the page is to look.
        parent: the owner.
    """
    document = QTextDocument(parent)
    document.setPageSize(QSizeF(0, 0))
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(style.font())
    document.setDefaultStyleSheet(style.style_sheet())
    document.setDocumentMargin(0)
    return document


def lay_out(
    document: QTextDocument, page: Page, passages: PassageMap, style: PageStyle, *, ends_level: bool = False
) -> None:
    """Format every block of a freshly loaded document.

    Args:
        document: as ``setHtml`` left it, its default style sheet being ``style.style_sheet()``.
        page: what was loaded.
        passages: the map of this document; it is told of the list markers put in.
        style: how the page is to look.
        ends_level: put an empty block at the end, whose margin can make the page as long as its twin.
    """
    option = QTextOption()
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if page.right_to_left else Qt.LayoutDirection.LeftToRight
    )
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    work = _Work(page, passages, style)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    block = document.begin()
    while block.isValid():
        work.block(block)
        block = block.next()
    work.set_paragraphs(document)
    work.put_markers(document)
    if ends_level:
        end = QTextBlockFormat()
        end.setLineHeight(1.0, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        end.setLayoutDirection(work.direction)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertBlock(end, QTextCharFormat())
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            work.table(frame)
    cursor.endEditBlock()


class _Work:
    """The formats of one page."""

    def __init__(self, page: Page, passages: PassageMap, style: PageStyle) -> None:
        self._style, self._em = style, style.em
        self._passages = passages
        self._right_to_left = page.right_to_left
        self.direction = (
            Qt.LayoutDirection.RightToLeft if page.right_to_left else Qt.LayoutDirection.LeftToRight
        )
        self._line = style.line(right_to_left=page.right_to_left)
        self._heading_height = 100 * (1.5 if page.right_to_left else 1.28) / style.face.natural
        self._gap = (_GAP if not style.narrow else _GAP_BETWEEN_TWINS) * style.em
        self._first = True
        self._markers: dict[int, tuple[str, float]] = {}
        self._paragraphs: list[tuple[int, int]] = []

        # Large letters leave a table no room for whole words.
        self._cell = _NARROW_CELL if style.narrow else min(1.0, _ROOMY / style.zoom)
        self._body = QTextBlockFormat()
        self._body.setLayoutDirection(self.direction)
        self._body.setBottomMargin(self._gap)
        self._body.setLineHeight(self._line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self._body.setProperty(JUSTIFIED, self._right_to_left)

    def block(self, block: QTextBlock) -> None:
        """Set spacing, direction and size of one block."""
        em = self._em
        stand = self._passages.stand(block.blockNumber())
        kind = stand.passage.kind if stand else None
        if stand is not None and kind is PassageKind.PARAGRAPH and not stand.passage.level:
            # Most of a text is this; a long one must not wait for what it does not need.
            start = block.position()
            if self._paragraphs and self._paragraphs[-1][1] + 1 == start:
                start = self._paragraphs.pop()[0]
            self._paragraphs.append((start, block.position() + block.length() - 1))
            self._first = False
            return
        cursor = QTextCursor(block)
        in_cell = cursor.currentTable() is not None
        shape = QTextBlockFormat(block.blockFormat())
        shape.setLayoutDirection(self.direction)
        shape.setTopMargin(0)
        shape.setLeftMargin(0)
        shape.setRightMargin(0)
        shape.setBottomMargin(0 if in_cell else self._gap)
        shape.setIndent(0)
        level = block.blockFormat().headingLevel()
        if level or kind in (PassageKind.TITLE, PassageKind.HEADING, PassageKind.SUBTITLE):
            self._heading(cursor, block, shape, kind, level)
        else:
            self._set_line(shape, kind, in_cell=in_cell)
            shape.setProperty(JUSTIFIED, self._right_to_left and not in_cell)
        if kind is PassageKind.QUOTE:
            self._set_start_margin(shape, 1.2 * em)
            shape.setProperty(QUOTE_BAR, True)
        if kind is PassageKind.FOOTNOTE:
            self._resize(block, _FOOTNOTE, "soft")
        if kind is PassageKind.CAPTION:
            self._resize(block, _FOOTNOTE, "soft")
            shape.setProperty(JUSTIFIED, False)
            shape.setTopMargin(0.6 * em)
            shape.setBottomMargin(1.2 * em)
        if stand is None and not in_cell and not level:
            self._between_passages(block, shape)
        if block.textList() is not None:
            self._list_item(block, shape, stand)
        if in_cell:
            # AlignAbsolute: "right" means left in a right-to-left block otherwise.
            side = Qt.AlignmentFlag.AlignRight if self._right_to_left else Qt.AlignmentFlag.AlignLeft
            shape.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
            if self._cell < 1.0:
                self._resize(block, self._cell)
        cursor.setBlockFormat(shape)
        self._first = False

    def set_paragraphs(self, document: QTextDocument) -> None:
        """Set the ordinary paragraphs, those that follow each other at once."""
        cursor = QTextCursor(document)
        for start, end in self._paragraphs:
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.setBlockFormat(self._body)

    def _set_line(self, shape: QTextBlockFormat, kind: PassageKind | None, *, in_cell: bool) -> None:
        types = QTextBlockFormat.LineHeightTypes
        if kind is PassageKind.CAPTION:
            shape.setLineHeight(100.0, types.ProportionalHeight.value)  # as high as its picture
        elif in_cell:
            shape.setLineHeight(105.0, types.ProportionalHeight.value)
        else:
            # Fixed, or a line with a letter of another font would stand apart, and twins would drift.
            scale = _FOOTNOTE if kind is PassageKind.FOOTNOTE else 1.0
            shape.setLineHeight(self._line * scale, types.FixedHeight.value)

    def _heading(
        self,
        cursor: QTextCursor,
        block: QTextBlock,
        shape: QTextBlockFormat,
        kind: PassageKind | None,
        level: int,
    ) -> None:
        em = self._em
        shape.setLineHeight(self._heading_height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if kind is PassageKind.SUBTITLE:
            shape.setBottomMargin(0.9 * em)
            size = 1.0 if self._style.narrow else 1.1
            self._resize(block, size, "soft", weight=QFont.Weight.Normal)
            return
        # Where the text itself is large, or its column narrow, a heading need not stand out by size so much.
        larger = (_HEADING_SIZES.get(level, 1.0) - 1) * min(1.0, _ROOMY / self._style.zoom)
        self._resize(block, 1 + larger * (0.5 if self._style.narrow else 1.0))
        if not self._first:
            shape.setTopMargin({1: 0.2, 2: 1.3, 3: 0.9}.get(level, 0.8) * em)
        shape.setBottomMargin({1: 0.35, 2: 0.5}.get(level, 0.4) * em)

    def _between_passages(self, block: QTextBlock, shape: QTextBlockFormat) -> None:
        if not block.text() and block.previous().isValid() and QTextCursor(block.previous()).currentTable():
            # Qt needs a block between a table and what follows; it takes no room.
            shape.setLineHeight(1.0, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
            shape.setBottomMargin(0)
        elif block.blockFormat().hasProperty(QTextFormat.Property.BlockTrailingHorizontalRulerWidth):
            shape.setBackground(QBrush(QColor(self._style.theme.line)))
            shape.setTopMargin(self._em)
        elif self._first:
            self._resize(block, 0.75, "accent")
            shape.setBottomMargin(_KICKER_GAP * self._em)
            shape.setProperty(JUSTIFIED, False)
            self._first = True

    def _list_item(self, block: QTextBlock, shape: QTextBlockFormat, stand: Stand | None) -> None:
        """Turn a list item into a hanging paragraph; its marker is put in by ``put_markers``.

        WORKAROUND(Qt 6.11): QTextList writes Latin digits with the dot on the wrong side and is lost to
        copying; tests/ui/test_page_layout.py::test_qt_still_numbers_lists_in_latin tells when to go back.
        """
        numbered = block.textList()
        depth = max(1, numbered.format().indent())
        indent = _MARKER_INDENT * self._em
        self._set_start_margin(shape, indent * depth)
        shape.setTextIndent(-indent)
        # In a right-to-left block LeftTab collapses to nothing, RightTab does what LeftTab should.
        tab = QTextOption.TabType.RightTab if self._right_to_left else QTextOption.TabType.LeftTab
        shape.setTabPositions([QTextOption.Tab(indent, tab)])
        shape.setObjectIndex(-1)
        shape.setBottomMargin(self._gap * 0.65 if not self._style.narrow else self._gap)
        marked = (PassageKind.ITEM, PassageKind.FOOTNOTE)
        ordered = stand.passage.marker if stand and stand.passage.kind in marked else None
        if not ordered:
            ordered = f"{numbered.itemNumber(block) + 1}."
        if ordered[0].isdigit():
            marker = ordered.translate(_PERSIAN_DIGITS) if self._right_to_left else ordered
        else:
            marker = _BULLETS[min(depth, len(_BULLETS)) - 1]
        note = stand is not None and stand.passage.kind is PassageKind.FOOTNOTE
        self._markers[block.blockNumber()] = (marker, _FOOTNOTE if note else 1.0)

    def put_markers(self, document: QTextDocument) -> None:
        """Put the markers of list items before their texts."""
        look = QTextCharFormat()
        look.setForeground(QColor(self._style.theme.soft))
        look.setProperty(INK, "soft")
        for number, (marker, scale) in reversed(self._markers.items()):
            look.setFont(self._style.font(scale))
            QTextCursor(document.findBlockByNumber(number)).insertText(f"{marker}\t", look)
            self._passages.shift(number, len(marker) + 1)

    def table(self, table: QTextTable) -> None:
        """Give a table the width of the measure and quiet lines."""
        shape = table.format()
        shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        shape.setBorder(1)
        shape.setBorderBrush(QBrush(QColor(self._style.theme.line)))
        shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        shape.setBorderCollapse(True)
        shape.setCellPadding((0.2 if self._style.narrow else 0.35 * self._cell) * self._em)
        shape.setCellSpacing(0)
        shape.setTopMargin(0.7 * self._em)
        shape.setBottomMargin(_GAP * self._em)
        table.setFormat(shape)

    def _set_start_margin(self, shape: QTextBlockFormat, pixels: float) -> None:
        if self._right_to_left:
            shape.setRightMargin(pixels)
        else:
            shape.setLeftMargin(pixels)

    def _resize(
        self, block: QTextBlock, scale: float, ink: str = "", weight: QFont.Weight | None = None
    ) -> None:
        """Give letters their size; without an ink they have the colour of all text."""
        fragments = []
        iterator = block.begin()
        while not iterator.atEnd():
            fragments.append(iterator.fragment())
            iterator += 1
        cursor = QTextCursor(block)
        for fragment in fragments:
            look = fragment.charFormat()
            # Qt enlarges headings by steps of its own, on top of any size in pixels.
            look.clearProperty(QTextFormat.Property.FontSizeAdjustment)
            look.setProperty(QTextFormat.Property.FontPixelSize, round(self._em * scale))
            if not look.anchorHref():
                look.clearForeground()
                if ink:
                    look.setForeground(QColor(getattr(self._style.theme, ink)))
                    look.setProperty(INK, ink)
            if weight is not None:
                look.setFontWeight(weight)
            cursor.setPosition(fragment.position())
            cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(look)
