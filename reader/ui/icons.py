"""Draws the line icons of ``resources/icons`` in the theme's ink, without Qt's SVG module.

The files keep to a small part of SVG 1.1: paths of absolute M, L, C and Z, and circles.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QTransform

if TYPE_CHECKING:
    from pathlib import Path

_GRID = 24
_STROKE = 1.75
_STEP = re.compile(r"([MLCZ])|(-?\d+(?:\.\d+)?)")


def icon(folder: Path, name: str, colour: str, *, mirrored: bool = False) -> QIcon:
    """Draw an icon, crisp on every screen.

    Args:
        folder: where the SVG files are.
        name: file name without its ending.
        colour: ``#rrggbb`` of the strokes.
        mirrored: turn it left to right, for an icon whose direction has meaning.
    """
    strokes = _strokes(folder / f"{name}.svg")
    drawn = QIcon()
    for scale in (1, 2, 3):
        drawn.addPixmap(_pixmap(strokes, colour, _GRID * scale, mirrored, scale))
    return drawn


def _pixmap(
    strokes: list[tuple[QPainterPath, bool]], colour: str, pixels: int, mirrored: bool, scale: int
) -> QPixmap:
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    turn = QTransform().scale(pixels / _GRID, pixels / _GRID)
    if mirrored:
        turn = turn.translate(_GRID, 0).scale(-1, 1)
    painter.setTransform(turn)
    pen = QPen(QColor(colour), _STROKE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    for path, filled in strokes:
        if filled:
            painter.fillPath(path, QColor(colour))
        painter.strokePath(path, pen)
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap


def _strokes(path: Path) -> list[tuple[QPainterPath, bool]]:
    strokes = []
    for element in ET.parse(path).getroot():
        drawn = QPainterPath()
        if element.tag.endswith("circle"):
            radius = float(element.get("r", "0"))
            drawn.addEllipse(
                QPointF(float(element.get("cx", "0")), float(element.get("cy", "0"))), radius, radius
            )
        else:
            _follow(drawn, element.get("d", ""))
        strokes.append((drawn, element.get("fill") == "currentColor"))
    return strokes


def _follow(path: QPainterPath, steps: str) -> None:
    letter, numbers = "", list[float]()
    wanted = {"M": 2, "L": 2, "C": 6}
    for step in _STEP.finditer(steps):
        if step[1]:
            letter = step[1]
            if letter == "Z":
                path.closeSubpath()
            continue
        numbers.append(float(step[2]))
        if len(numbers) == wanted[letter]:
            if letter == "M":
                path.moveTo(*numbers)
            elif letter == "L":
                path.lineTo(*numbers)
            else:
                path.cubicTo(*numbers)
            numbers.clear()
