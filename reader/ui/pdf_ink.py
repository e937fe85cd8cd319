"""Draws on the pages of a PDF, and notes what Qt's writer does not tell it: letters of glyphs, and links.

Lines are drawn as runs of glyphs, each from its own line of a laid-out text: so exactly what belongs on a
page is on it, and it is known which letters every glyph stands for.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextLayout,
    QTextOption,
)

from reader.text.direction import ISOLATES
from reader.ui.pdf_paper import HEIGHT, SCALE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QFont, QGlyphRun, QImage, QTextLine

_RESOLUTION = 1200
_WANTED = (
    QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphIndexes
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphPositions
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes
)
_UNSEEN = {chr(each) for each in ISOLATES} | set("\t\u2028\ufffc\u200c\u200d\u200e\u200f")
"""What takes no ink. As glyphs without width, half-spaces would lead programs that read a PDF astray."""
_MIRRORED = str.maketrans("()[]{}<>", ")(][}{><")
"""What a bracket looks like in a leftward run. Brackets mostly hold dates and Latin names, which programs
that read a PDF copy as they stand; quotation marks hold Persian, which they turn round, marks and all."""
_LINK_EDGE = 2.0


@dataclass(frozen=True, slots=True)
class Span:
    """Letters of a block that look alike.

    Attributes:
        start: the first, counted in UTF-16 units as Qt does.
        end: one past the last.
        colour: ``#rrggbb``.
        ground: colour behind them; empty for none.
        href: where they lead; empty for nowhere.
        raised: pixels above the line.
    """

    start: int
    end: int
    colour: str
    ground: str = ""
    href: str = ""
    raised: float = 0.0


@dataclass(slots=True)
class FontUse:
    """Which glyphs of one font were drawn, in the order in which Qt's writer numbers them, from 1."""

    glyphs: defaultdict[int, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


@dataclass(frozen=True, slots=True)
class Link:
    """A link on a page: ``left, bottom, right, top`` in points, and the name of what it leads to."""

    page: int
    area: tuple[float, float, float, float]
    target: str


class Ink:
    """Writes a PDF into memory, page after page.

    Attributes:
        page: number of the page being drawn, from 0 in the order of drawing.
        links: those of all pages.
        places: name of what links lead to: its page and its height above the lower edge in points.
        fonts: which glyphs were drawn, by face, in the order in which the faces were first used.
    """

    def __init__(self) -> None:
        self._data = QByteArray()
        self._buffer = QBuffer(self._data)
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._writer = QPdfWriter(self._buffer)
        self._writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        self._writer.setPageMargins(QMarginsF(0, 0, 0, 0))
        self._writer.setResolution(_RESOLUTION)
        self._painter: QPainter | None = None
        self.page = -1
        self.links: list[Link] = []
        self.places: dict[str, tuple[int, float]] = {}
        self.fonts: dict[str, FontUse] = {}

    def new_page(self) -> None:
        """Begin a page."""
        if self._painter is None:
            self._painter = QPainter(self._writer)
            self._painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
            scale = _RESOLUTION / 72 * SCALE
            self._painter.scale(scale, scale)
        else:
            self._writer.newPage()
        self.page += 1

    def finish(self) -> bytes:
        """End the last page and return what Qt wrote."""
        self.close()
        return bytes(self._data.data())

    def close(self) -> None:
        """End drawing, whether or not the file is wanted: Qt's writer must not go before its painter."""
        if self._painter is not None:
            self._painter.end()
            self._painter = None
        self._buffer.close()

    def line(
        self,
        line: QTextLine,
        text: str,
        origin: QPointF,
        spans: Sequence[Span],
        target: Callable[[str], str] = str,
    ) -> None:
        """Draw one line of a laid-out text.

        Args:
            line: the line.
            text: of its whole block.
            origin: where its layout stands on the page.
            spans: how the letters look; letters in none are not drawn.
            target: gives the name of what a link of the text leads to.
        """
        assert self._painter is not None
        first, last = line.textStart(), line.textStart() + line.textLength()
        units = _units(text)
        for span in spans:
            start, end = max(first, span.start), min(last, span.end)
            if start >= end:
                continue
            runs = line.glyphRuns(start, end - start, _WANTED)
            if not runs:
                continue
            place = QPointF(origin.x(), origin.y() - span.raised)
            if span.ground:
                for run in runs:
                    box = run.boundingRect().adjusted(-1, -1, 1, 1).translated(place)
                    self._painter.fillRect(box, QColor(span.ground))
            self._painter.setPen(QColor(span.colour))
            begins = sorted({index for run in runs for index in run.stringIndexes()})
            ends = dict(zip(begins, [*begins[1:], end], strict=True))
            for run in runs:
                if self._note(run, units, ends):
                    self._painter.drawGlyphRun(place, run)
            if span.href:
                area = QRectF()
                for run in runs:
                    area = area.united(run.boundingRect().translated(place))
                self.link(area, target(span.href))

    def _note(self, run: QGlyphRun, units: list[str], ends: dict[int, int]) -> bool:
        """Keep of a run what is to be seen, and note which letters its glyphs are."""
        raw, indexes = run.rawFont(), run.stringIndexes()
        shared = Counter(indexes)
        told: Counter[int] = Counter()
        glyphs, positions, meanings = [], [], []
        for glyph, position, index in zip(run.glyphIndexes(), run.positions(), indexes, strict=True):
            letters = units[index : ends[index]]
            seen = [each for each in letters if each not in _UNSEEN]
            number = told[index]
            told[index] += 1
            if letters and not seen:
                continue
            if shared[index] == len(letters):
                # A letter and its marks: a glyph each.
                meaning = letters[number]
                if meaning in _UNSEEN:
                    continue
            else:
                meaning = "".join(seen) if number == 0 else ""
            glyphs.append(glyph)
            positions.append(position)
            meanings.append(meaning.translate(_MIRRORED) if run.isRightToLeft() else meaning)
        if glyphs:
            use = self.fonts.setdefault(f"{raw.familyName()}/{raw.styleName()}/{raw.weight()}", FontUse())
            for glyph, meaning in zip(glyphs, meanings, strict=True):
                if glyph:
                    use.glyphs[glyph][meaning] += 1
        run.setGlyphIndexes(glyphs)
        run.setPositions(positions)
        return bool(glyphs)

    def text(
        self,
        words: str,
        font: QFont,
        colour: str,
        at: QPointF,
        *,
        width: float = 0.0,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        right_to_left: bool = False,
        href: str = "",
    ) -> None:
        """Draw words on one line.

        Args:
            words: what to draw.
            font: in which face.
            colour: ``#rrggbb``.
            at: where the line's upper left corner is.
            width: of the room for them; 0 for as much as they take.
            side: left, right or in the middle of that room.
            right_to_left: direction of the line.
            href: where they lead.
        """
        layout = laid(words, font, width or 10_000.0, right_to_left=right_to_left)
        line = layout.lineAt(0)
        taken = line.naturalTextWidth()
        room = width or taken
        shift = {Qt.AlignmentFlag.AlignRight: room - taken, Qt.AlignmentFlag.AlignHCenter: (room - taken) / 2}
        x = at.x() + shift.get(side, 0.0)
        span = Span(0, len(words.encode("utf-16-le")) // 2, colour, href=href)
        self.line(line, words, QPointF(x, at.y()), [span])

    def fill(self, box: QRectF, colour: str) -> None:
        """Fill a box: a rule, a bar."""
        assert self._painter is not None
        self._painter.fillRect(box, QColor(colour))

    def picture(self, box: QRectF, image: QImage) -> None:
        """Draw a picture."""
        assert self._painter is not None
        self._painter.drawImage(box, image)

    def link(self, area: QRectF, target: str) -> None:
        """Let an area of the page lead somewhere."""
        left, right = area.left() - _LINK_EDGE, area.right() + _LINK_EDGE
        top, bottom = area.top() - _LINK_EDGE, area.bottom() + _LINK_EDGE
        points = (left * SCALE, (HEIGHT - bottom) * SCALE, right * SCALE, (HEIGHT - top) * SCALE)
        self.links.append(Link(self.page, points, target))

    def place(self, name: str, y: float) -> None:
        """Note where something stands that links lead to; the first place counts.

        Args:
            name: what it is called.
            y: pixels below the upper edge of the page.
        """
        self.places.setdefault(name, (self.page, (HEIGHT - y) * SCALE))


def laid(words: str, font: QFont, width: float, *, right_to_left: bool) -> QTextLayout:
    """Lay out words in lines that begin at the left edge, whatever their direction.

    Args:
        words: one paragraph.
        font: in which face.
        width: of the lines in pixels.
        right_to_left: their direction.
    """
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
    )
    option.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout


def _units(text: str) -> list[str]:
    """Return a text's letters by UTF-16 unit; the second unit of a letter is empty."""
    if text.isascii() or max(text, default="") <= "\uffff":
        return list(text)
    units: list[str] = []
    for letter in text:
        units += [letter, ""] if letter > "\uffff" else [letter]
    return units
