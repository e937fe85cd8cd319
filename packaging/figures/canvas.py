"""A sheet to draw one figure on: measured from the start edge, so that right-to-left figures are mirrored."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen, QPolygonF, QTextLayout, QTextOption

from figures.indexed_png import indexed_png
from reader.render.recolour import Shade, shade_colour
from reader.text.direction import is_right_to_left
from reader.text.foreign_runs import isolate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

WIDTH = 600
"""Width of a figure in pixels at 100 %: the measure of the page."""
SCALE = 2
"""Pixels of the picture for each of these."""
FAMILY = "Vazirmatn"

_INKS = {"paper": "#000000", "ink": "#ff0000", "soft": "#00ff00", "accent": "#0000ff", "line": "#ffff00"}
"""What stands for each colour of a theme while a figure is drawn: so far apart that a pixel tells its ink."""
_STEPS = {"ink": 4, "soft": 4, "accent": 4, "line": 2}
"""Shades between each ink and the paper. Sixteen in all fit into half a byte, and more add nothing to see."""


class Anchor(Enum):
    """Which part of a text stands at its place."""

    START = 0.0
    MIDDLE = 0.5
    END = 1.0


class Canvas:
    """One figure in one language and one theme. All lengths are in pixels at 100 %.

    Args:
        height: of the figure.
        language: of its words; gives the direction.
    """

    def __init__(self, height: int, language: str) -> None:
        self.language, self.height = language, height
        self._right_to_left = is_right_to_left(language)
        self._image = QImage(WIDTH * SCALE, height * SCALE, QImage.Format.Format_RGB32)
        self._image.fill(_colour("paper"))
        self._painter = QPainter(self._image)
        self._painter.scale(SCALE, SCALE)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    # Words

    def text(
        self,
        words: str,
        x: float,
        baseline: float,
        *,
        size: float = 13,
        colour: str = "ink",
        bold: bool = False,
        anchor: Anchor = Anchor.START,
        clear: bool = False,
    ) -> float:
        """Write one line.

        Args:
            words: what to write.
            x: from the start edge to the part of the text that ``anchor`` names.
            baseline: from the top.
            size: height of the letters.
            colour: name of a colour of the theme.
            bold: whether the heavy face is used.
            anchor: which part of the text stands at ``x``.
            clear: whether lines behind it are wiped out.

        Returns:
            Its width.
        """
        layout, width = self._laid_out(words, size, bold=bold)
        start = x - anchor.value * width
        if clear:
            self.box(start - 3, baseline - size, width + 6, size * 1.4, "paper")
        left = WIDTH - start - width if self._right_to_left else start
        self._painter.setPen(_colour(colour))
        self._painter.save()
        self._painter.resetTransform()
        top = baseline * SCALE - layout.lineAt(0).ascent()
        layout.draw(self._painter, QPointF(round(left * SCALE), round(top)))
        self._painter.restore()
        return width

    def paragraph(
        self,
        words: str,
        x: float,
        baseline: float,
        width: float,
        *,
        size: float = 12,
        colour: str = "soft",
        bold: bool = False,
        leading: float = 18,
        anchor: Anchor = Anchor.START,
    ) -> float:
        """Write lines as wide as they may be.

        Args:
            words: what to write.
            x: from the start edge to the part of each line that ``anchor`` names.
            baseline: of the first line, from the top.
            width: most of a line.
            size: height of the letters.
            colour: name of a colour of the theme.
            bold: whether the heavy face is used.
            leading: from one baseline to the next.
            anchor: which part of each line stands at ``x``.

        Returns:
            The baseline after the last line.
        """
        for line in self._lines(words, width, size, bold=bold):
            self.text(line, x, baseline, size=size, colour=colour, bold=bold, anchor=anchor)
            baseline += leading
        return baseline

    def _lines(self, words: str, width: float, size: float, *, bold: bool) -> list[str]:
        lines: list[str] = []
        for word in words.split(" "):
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self._laid_out(longer, size, bold=bold)[1] <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def _laid_out(self, words: str, size: float, *, bold: bool = False) -> tuple[QTextLayout, float]:
        font = QFont(FAMILY)
        # In pixels of the picture, which the painter then does not scale: letters are made for this size.
        font.setPixelSize(round(size * SCALE))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)
        font.setBold(bold)
        layout = QTextLayout(isolate(words, self.language), font)
        option = QTextOption()
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if self._right_to_left else Qt.LayoutDirection.LeftToRight
        )
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        width = 0.0
        for _ in range(2):
            # Once to measure; then at that width, or a right-to-left line would stand at its far end.
            layout.beginLayout()
            line = layout.createLine()
            line.setLineWidth(width or 1e5)
            layout.endLayout()
            width = width or line.naturalTextWidth()
        return layout, width / SCALE

    # Shapes

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        colour: str = "line",
        *,
        thickness: float = 1,
        dashes: tuple[float, ...] = (),
    ) -> None:
        """Draw a straight line between two points."""
        pen = QPen(_colour(colour), thickness)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dashes:
            pen.setDashPattern([length / thickness for length in dashes])
        self._painter.setPen(pen)
        self._painter.drawLine(self._point(*start), self._point(*end))

    def box(self, x: float, top: float, width: float, height: float, fill: str, edge: str = "") -> None:
        """Draw a rectangle.

        Args:
            x: from the start edge to the side of it that is nearer.
            top: from the top.
            width: its width.
            height: its height.
            fill: name of the colour inside.
            edge: name of the colour of its outline; empty for none.
        """
        left = WIDTH - x - width if self._right_to_left else x
        self._shape(fill, edge, lambda pen: self._painter.drawRect(_inset(left, top, width, height, pen)))

    def polygon(self, points: list[tuple[float, float]], fill: str, edge: str = "") -> None:
        """Draw a shape with straight sides."""
        shape = QPolygonF([self._point(*point) for point in points])
        self._shape(fill, edge, lambda _: self._painter.drawPolygon(shape))

    def dot(self, x: float, y: float, radius: float, fill: str, edge: str = "") -> None:
        """Draw a disc, or a ring if its fill is the paper and it has an edge."""
        centre = self._point(x, y)
        self._shape(fill, edge, lambda pen: self._painter.drawEllipse(centre, radius - pen, radius - pen))

    def _shape(self, fill: str, edge: str, draw: Callable[[float], None]) -> None:
        pen = QPen(_colour(edge), 1.5) if edge else QPen(Qt.PenStyle.NoPen)
        self._painter.setPen(pen)
        self._painter.setBrush(_colour(fill))
        draw(pen.widthF() / 2 if edge else 0)

    def _point(self, x: float, y: float) -> QPointF:
        return QPointF(WIDTH - x if self._right_to_left else x, y)

    # The picture

    def png(self, colours: Mapping[str, str]) -> bytes:
        """Finish and return the picture; it names its colours, so that those of a theme can take their place.

        Args:
            colours: those to be seen where nobody does, by name.
        """
        self._painter.end()
        shades = [Shade("paper", 0, 1)]
        shades += [Shade(ink, step + 1, steps) for ink, steps in _STEPS.items() for step in range(steps)]
        indexed = self._image.convertToFormat(
            QImage.Format.Format_Indexed8,
            [QColor(*shade_colour(shade, _INKS)).rgb() for shade in shades],
            Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither,
        )
        width, height = indexed.width(), indexed.height()
        pixels = b"".join(
            bytes(cast("memoryview", indexed.constScanLine(row)))[:width] for row in range(height)
        )
        return indexed_png(width, height, shades, colours, pixels)


def _colour(name: str) -> QColor:
    return QColor(_INKS[name])


def _inset(left: float, top: float, width: float, height: float, by: float) -> QRectF:
    return QRectF(left + by, top + by, width - 2 * by, height - 2 * by)
