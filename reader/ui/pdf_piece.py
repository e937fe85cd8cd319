"""What a document that is set for paper is cut into: pieces that are drawn as a whole, made of lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF, QRectF
    from PySide6.QtGui import QImage, QTextLayout

    from reader.ui.pdf_breaks import Slip
    from reader.ui.pdf_ink import Span


@dataclass(frozen=True, slots=True)
class Strip:
    """A line of a block.

    Attributes:
        layout: of its block.
        number: which line of it.
        text: of the whole block.
        origin: where the layout stands: from the left edge of the sheet, and from the top of the piece.
        spans: how its letters look.
    """

    layout: QTextLayout
    number: int
    text: str
    origin: QPointF
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """What is drawn as a whole: a line, a row of a table.

    Attributes:
        slip: how the breaking into pages sees it.
        strips: its lines.
        names: passages and notes that begin in it.
        heading: text of the heading it is, or begins.
        number: of the passage that begins in it, and where: pixels below the top of the piece.
        bar: whether the bar of a quotation stands beside it.
        rules: where lines go across the column: pixels below the top of the piece.
        pictures: each with where it stands.
        head: the row that is repeated above it where it begins a page.
    """

    slip: Slip
    strips: tuple[Strip, ...]
    names: tuple[str, ...] = ()
    heading: str = ""
    number: tuple[str, float] = ("", 0.0)
    bar: bool = False
    rules: tuple[float, ...] = ()
    pictures: tuple[tuple[QRectF, QImage], ...] = ()
    head: Piece | None = None
