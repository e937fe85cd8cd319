"""Puts a document that is set for paper on its pages: running heads, numbers, text and the notes below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from reader.text.digits import digits_of
from reader.text.direction import is_right_to_left
from reader.ui.margin import NUMBER_GAP
from reader.ui.pdf_breaks import Room, leaves
from reader.ui.pdf_ink import laid
from reader.ui.pdf_paper import FOOT, HEAD, HEIGHT, ROOM, TOP, WIDTH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reader.library.document import Language
    from reader.ui.page_style import PageStyle
    from reader.ui.pdf_breaks import Leaf
    from reader.ui.pdf_galley import Galley
    from reader.ui.pdf_ink import Ink
    from reader.ui.pdf_piece import Piece

_BAR = 4.0
_RULE = 0.8
_NOTES_RULE = 0.3
"""Part of the column that the line above the notes takes."""
_TITLE = 0.62
"""Part of the column that the title in a running head takes at most."""
_SMALL = 0.68
"""Size of running heads, page and passage numbers beside that of the text."""
_PIECES = 12
"""How many are drawn before others may do something."""
PAGE = Room(ROOM, above_notes=34.0, between_notes=4.0)


@dataclass(frozen=True, slots=True)
class Running:
    """What runs along on every page of a document.

    Attributes:
        document: its id.
        title: its title.
        language: its language.
        standing: what is said of it on every page, since pages are parted; empty for an original.
    """

    document: str
    title: str
    language: Language
    standing: str = ""

    @property
    def right_to_left(self) -> bool:
        """Direction of the document."""
        return is_right_to_left(self.language)

    def called(self, name: str) -> str:
        """Return what something of the document is called in the file: passages, notes and their calls."""
        own = "" if not name.startswith("fn") else f"{self.document}/"
        return f"{own}{name}.{self.language}"

    def target(self, href: str) -> str:
        """Return what a link of the text leads to in the file."""
        document, _, inside = href.partition("#")
        return self.called(inside) if inside else f"{document.removesuffix('.md')}.{self.language}"


class Pages:
    """Draws pages one after the other.

    Args:
        ink: what to draw with.
        style: how they look.
        number: of the first page that is drawn.
        rest: is called again and again meanwhile; may let a window live, and raises to give up.

    Attributes:
        number: of the page to be drawn next.
    """

    def __init__(
        self, ink: Ink, style: PageStyle, number: int, rest: Callable[[], None] = lambda: None
    ) -> None:
        self._ink, self._style, self._rest = ink, style, rest
        self.number = number
        self._small = style.font(_SMALL)
        self._metrics = QFontMetricsF(self._small)

    def draw(self, galley: Galley, running: Running, headings: list[tuple[str, str]]) -> Iterator[None]:
        """Draw a document, page by page.

        Args:
            galley: the document.
            running: what runs along.
            headings: is told of each heading: the name that leads to it, and its words.
        """
        notes = {name: [piece.slip.height for piece in pieces] for name, pieces in galley.notes.items()}
        section = ""
        for number, leaf in enumerate(leaves([piece.slip for piece in galley.pieces], notes, PAGE)):
            on_page = galley.pieces[leaf.start : leaf.end]
            self._ink.new_page()
            if not number:
                self._ink.place(f"{running.document}.{running.language}", TOP)
            begun = next((piece.heading for piece in on_page if piece.heading), "")
            if number:
                opens = on_page[0].heading if on_page else ""
                self._head(galley, running, opens or section or begun)
            self._text(galley, running, on_page, headings)
            self._notes(galley, running, leaf)
            self._foot(galley, running)
            self.number += 1
            for piece in on_page:
                if piece.heading and piece.heading != running.title and piece.names:
                    section = piece.heading
            yield

    def _text(
        self, galley: Galley, running: Running, on_page: Sequence[Piece], headings: list[tuple[str, str]]
    ) -> None:
        y = TOP
        for number, piece in enumerate(on_page):
            if number % _PIECES == _PIECES - 1:
                self._rest()
            if number == 0 and piece.head is not None:
                self._piece(galley, running, piece.head, y)
                y += piece.head.slip.height
            elif number:
                y += piece.slip.gap
            self._piece(galley, running, piece, y)
            if piece.heading and piece.names:
                headings.append((running.called(piece.names[0]), piece.heading))
            y += piece.slip.height

    def _piece(self, galley: Galley, running: Running, piece: Piece, y: float) -> None:
        ink, theme = self._ink, self._style.theme
        column = WIDTH - galley.left - galley.right
        for name in piece.names:
            ink.place(running.called(name), y)
        for name in piece.slip.notes:
            ink.place(running.called(f"fnref{name.removeprefix('fn')}"), y)
        if piece.bar:
            x = WIDTH - galley.right - _BAR if running.right_to_left else galley.left
            ink.fill(QRectF(x, y, _BAR, piece.slip.height + 0.5), theme.line)
        for box, image in piece.pictures:
            ink.picture(box.translated(0, y), image)
        for strip in piece.strips:
            origin = QPointF(strip.origin.x(), strip.origin.y() + y)
            ink.line(strip.layout.lineAt(strip.number), strip.text, origin, strip.spans, running.target)
        for rule in piece.rules:
            ink.fill(QRectF(galley.left, y + rule - _RULE / 2, column, _RULE), theme.line)
        shown, baseline = piece.number
        if shown:
            advance = self._metrics.horizontalAdvance(shown)
            x = (
                WIDTH - galley.right + NUMBER_GAP
                if running.right_to_left
                else galley.left - NUMBER_GAP - advance
            )
            at = QPointF(x, y + baseline - self._metrics.ascent())
            ink.text(shown, self._small, theme.pale, at, right_to_left=running.right_to_left)

    def _notes(self, galley: Galley, running: Running, leaf: Leaf) -> None:
        if not leaf.notes:
            return
        order = {name: number for number, name in enumerate(galley.notes)}
        # By their numbers; but what goes on from the page before is first, and what goes on is last.
        parts = sorted(
            leaf.notes,
            key=lambda part: (part.end < len(galley.notes[part.name]), part.start == 0, order[part.name]),
        )
        heights = [
            sum(piece.slip.height for piece in galley.notes[part.name][part.start : part.end])
            for part in parts
        ]
        y = HEIGHT - (HEIGHT - TOP - ROOM) - sum(heights) - PAGE.between_notes * (len(heights) - 1)
        wide = (WIDTH - galley.left - galley.right) * _NOTES_RULE
        x = WIDTH - galley.right - wide if running.right_to_left else galley.left
        self._ink.fill(QRectF(x, y - PAGE.above_notes * 0.35, wide, _RULE), self._style.theme.line)
        for part in parts:
            for piece in galley.notes[part.name][part.start : part.end]:
                self._piece(galley, running, piece, y)
                y += piece.slip.height
            y += PAGE.between_notes

    def _head(self, galley: Galley, running: Running, section: str) -> None:
        """Put the document's title above the side where lines begin, the section's above the other."""
        column = WIDTH - galley.left - galley.right
        start, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if running.right_to_left:
            start, end = end, start
        colour = self._style.theme.soft
        said = f" · {running.standing}" if running.standing else ""
        room = column * _TITLE - self._metrics.horizontalAdvance(said)
        title = self._shortened(running.title, room, right_to_left=running.right_to_left) + said
        left = QPointF(galley.left, HEAD)
        rtl = running.right_to_left
        self._ink.text(title, self._small, colour, left, width=column, side=start, right_to_left=rtl)
        rest = column - self._metrics.horizontalAdvance(title) - 40
        if section and section != running.title:
            shown = self._shortened(section, rest, right_to_left=rtl)
            self._ink.text(shown, self._small, colour, left, width=column, side=end, right_to_left=rtl)
        y = HEAD + self._metrics.height() + 3
        self._ink.fill(QRectF(galley.left, y, column, _RULE), self._style.theme.line)

    def _shortened(self, words: str, room: float, *, right_to_left: bool) -> str:
        """Return as many of the words as have room."""
        if self._metrics.horizontalAdvance(words) <= room:
            return words
        layout = laid(words, self._small, max(room - 20, 1.0), right_to_left=right_to_left)
        return words[: layout.lineAt(0).textLength()].rstrip(" ،,:;؛–-") + "…"

    def _foot(self, galley: Galley, running: Running) -> None:
        column = WIDTH - galley.left - galley.right
        shown = digits_of(str(self.number), running.language)
        at = QPointF(galley.left, HEIGHT - FOOT)
        middle = Qt.AlignmentFlag.AlignHCenter
        font, colour = self._style.font(0.8), self._style.theme.soft
        self._ink.text(
            shown, font, colour, at, width=column, side=middle, right_to_left=running.right_to_left
        )
