"""One document set for paper: every line of it in order, ready to be parted into pages and drawn.

The page of the window sets it (``page_layout``, ``table_fit``, ``justifier``), so paper shows the same.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPointF, QRectF, QSizeF, QUrl
from PySide6.QtGui import QTextCursor, QTextDocument, QTextFormat

from reader.render.html import without_ways_back
from reader.ui.block_names import take_marks, without_names
from reader.ui.justifier import Justifier
from reader.ui.margin import number_line
from reader.ui.page_frame import set_margins
from reader.ui.page_layout import QUOTE_BAR, lay_out, new_document
from reader.ui.passage_map import PassageMap
from reader.ui.pdf_blocks import NOTE, Blocks
from reader.ui.pdf_breaks import Slip
from reader.ui.pdf_columns import lower_rows
from reader.ui.pdf_paper import ROOM, WIDTH
from reader.ui.pdf_piece import Piece, Strip
from reader.ui.pdf_rows import rows
from reader.ui.pictures import Pictures, picture_positions, pictures_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QImage, QTextBlock, QTextLine, QTextTable

    from reader.render.html import Page
    from reader.ui.page_values import Dress
    from reader.ui.pictures import PictureSource

_BLOCKS = 40
"""How many are justified or cut before others may do something."""
_HIGHEST_PICTURE = 0.8
"""Part of a page's height that a picture takes at most."""


class Galley:
    """A document in one language, set at the width of the paper.

    Args:
        page: what to set.
        dress: how it is to look.
        picture: gives the bytes of its pictures.
        rest: is called again and again meanwhile; may let a window live, and raises to give up.

    Attributes:
        pieces: the text from top to bottom.
        notes: the lines of each note by its name (``fn:1``).
        left: pixels from the left edge of the sheet to the column.
        right: pixels from the column to the right edge.
    """

    def __init__(
        self, page: Page, dress: Dress, picture: PictureSource, rest: Callable[[], None] = lambda: None
    ) -> None:
        self._page, self._dress, self._rest = page, dress, rest
        style = dress.style
        self._document = document = new_document(style)
        html, names = without_names(without_ways_back(page.html_with(dress.kicker)))
        document.setHtml(html)
        rest()
        named = take_marks(document, names)
        passages = PassageMap(document, page.edition, named)
        self._blocks = Blocks(document, named, passages, dress)
        rest()
        lay_out(document, page, passages, style)
        rest()
        column = set_margins(document, dress, WIDTH, right_to_left=page.right_to_left, new=True)
        rest()
        frame = document.rootFrame().frameFormat()
        self.left, self.right = frame.leftMargin(), frame.rightMargin()
        lower_rows(document, column)
        rest()
        self._pictures = Pictures(picture, page.edition.language, style.theme.colours)
        self._fit_pictures(column)
        document.setTextWidth(WIDTH)
        for block in self._each_block():
            document.documentLayout().blockBoundingRect(block)  # which lays it out
        document.documentLayout().documentSize()
        rest()
        justifier = Justifier(document, style.em)
        for block in self._each_block():
            justifier.justify(block)
        document.documentLayout().documentSize()
        rest()
        self.pieces: list[Piece] = []
        self.notes: dict[str, list[Piece]] = {}
        self._cut()

    def _fit_pictures(self, column: float) -> None:
        if "<img" not in self._page.html:
            return
        self._pictures.fit(self._document, column, 1.0)
        for position in picture_positions(self._document):
            cursor = QTextCursor(self._document)
            cursor.setPosition(position)
            cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
            shape = cursor.charFormat().toImageFormat()
            too_high = shape.height() / (ROOM * _HIGHEST_PICTURE)
            if too_high > 1:
                shape.setWidth(shape.width() / too_high)
                shape.setHeight(shape.height() / too_high)
                cursor.setCharFormat(shape)

    def _each_block(self) -> Iterator[QTextBlock]:
        block = self._document.begin()
        while block.isValid():
            if block.blockNumber() % _BLOCKS == _BLOCKS - 1:
                self._rest()
            yield block
            block = block.next()

    # Cutting

    def _cut(self) -> None:
        note = ""
        above = 0.0
        done: set[int] = set()
        tied = True
        for block in self._each_block():
            table = cast("QTextTable | None", QTextCursor(block).currentTable())
            if table is not None:
                if table.firstPosition() not in done:
                    done.add(table.firstPosition())
                    pieces, above = rows(table, self._blocks, above, tied=tied)
                    self.pieces += pieces
                    tied = False
                continue
            if not block.layout().lineCount() or not (block.text() or self._is_rule(block)):
                continue
            note = next((name for name in self._blocks.named(block) if name.startswith(NOTE)), note)
            pieces, above = self._lines(block, above, note, tied=tied)
            into = self.notes.setdefault(note, []) if note else self.pieces
            into += pieces
            # What is named, or announced with a colon, follows on the same page.
            kicker = self._blocks.stand(block) is None and len(self.pieces) == len(pieces)
            tied = bool(pieces[-1].heading) or kicker or block.text().rstrip().endswith(":")
        self._drop_rule_above_notes()
        self._add_uncalled_notes()

    def _lines(self, block: QTextBlock, above: float, note: str, *, tied: bool) -> tuple[list[Piece], float]:
        """Cut a block into its lines; return them, and where the block ends."""
        layout, text, rect = block.layout(), block.text(), self._blocks.rect(block)
        stand = self._blocks.stand(block)
        kind = stand.passage.kind if stand is not None else None
        count = layout.lineCount()
        shift = layout.lineAt(0).y()
        tops = [rect.top(), *(rect.top() + layout.lineAt(at).y() - shift for at in range(1, count))]
        bottoms = [*tops[1:], rect.bottom()]
        spans = self._blocks.spans(block)
        if note and note in self._blocks.named(block):
            # The number before a note leads back to where it is called.
            spans = (replace(spans[0], href=f"#fnref{note.removeprefix('fn')}"), *spans[1:])
        heading = bool(block.blockFormat().headingLevel()) or (kind is not None and kind.is_heading)
        whole = heading or bool(pictures_in(block))
        said = self._blocks.number(stand)
        beside = number_line(stand.passage, block).lineNumber() if stand is not None and said else -1
        pieces: list[Piece] = []
        for at in range(count):
            line, top, bottom = layout.lineAt(at), tops[at], bottoms[at]
            called = self._blocks.calls(spans, line.textStart(), line.textStart() + line.textLength())
            # Neither the first line of a paragraph stands alone, nor its last.
            held = tied if at == 0 else whole or at in (1, count - 1)
            pieces.append(
                Piece(
                    Slip(bottom - top, max(0.0, top - above), held, called),
                    (Strip(layout, at, text, QPointF(rect.left(), rect.top() - top), spans),),
                    self._blocks.named(block) if at == 0 else (),
                    text.replace("\u2028", " ") if heading and at == 0 else "",
                    (said, rect.top() + line.y() - top + line.ascent()) if at == beside else ("", 0.0),
                    bool(block.blockFormat().property(QUOTE_BAR)),
                    ((bottom - top) / 2,) if self._is_rule(block) else (),
                    self._pictures_on(block, line, rect, top),
                )
            )
            above = bottom
        return pieces, bottoms[-1]

    def _is_rule(self, block: QTextBlock) -> bool:
        return bool(block.blockFormat().hasProperty(QTextFormat.Property.BlockTrailingHorizontalRulerWidth))

    def _pictures_on(
        self, block: QTextBlock, line: QTextLine, rect: QRectF, top: float
    ) -> tuple[tuple[QRectF, QImage], ...]:
        found = []
        for position in pictures_in(block):
            at = block.layout().lineForTextPosition(position - block.position())
            if at.lineNumber() != line.lineNumber():
                continue
            cursor = QTextCursor(self._document)
            cursor.setPosition(position + 1)
            shape = cursor.charFormat().toImageFormat()
            size = QSizeF(shape.width(), shape.height())
            image = self._pictures.resource(
                QTextDocument.ResourceType.ImageResource.value, QUrl(shape.name()).toString()
            )
            x = rect.left() + at.x()
            if self._page.right_to_left:
                x = WIDTH - self.right - size.width()
            y = rect.top() + at.y() + at.ascent() - size.height() - top
            found.append((QRectF(QPointF(x, y), size), image))
        return tuple(found)

    # Notes

    def _drop_rule_above_notes(self) -> None:
        if self.notes and self.pieces and self.pieces[-1].rules and not self.pieces[-1].strips[0].text:
            self.pieces.pop()

    def _add_uncalled_notes(self) -> None:
        """Put notes that nothing calls after the text: nothing that was written is lost."""
        for name in [name for name in self.notes if name not in self._blocks.called]:
            self.pieces += self.notes.pop(name)
