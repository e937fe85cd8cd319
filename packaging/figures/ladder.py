"""The ladder: published counts of the dead by date, on a logarithmic scale; a shape says who was counted."""

from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING

from figures.canvas import WIDTH, Anchor, Canvas
from figures.days import day_and_month

if TYPE_CHECKING:
    from figures.data import Row, Sketch

NAME = "ladder"

APPEAL = date(2026, 1, 10)
LETTER_SOURCE = "src-ihrngo-2026-01-09"
"""The count that the letter gives."""

_TOP = 74
_ROW = 25
_DIVIDER = 30
_FIRST, _LAST = 10, 10_000
_AXIS, _AXIS_END = 294, 508
"""From the start edge: where the scale begins and ends; the numbers need room after it."""
_DATE, _OTHER_DATE, _WHO = 0, 82, 146
_PARTS = ("early-february",)
"""What is known of a date that is a month alone."""
_KINDS = ("protesters", "everyone", "state", "unsaid")


def draw(sketch: Sketch) -> Canvas:
    """Draw the figure."""
    bottom = _TOP + _ROW * len(sketch.rows) + _DIVIDER
    canvas = Canvas(bottom + 88, sketch.language)
    canvas.text(sketch.words["title"], 0, 22, size=18, bold=True)
    canvas.text(sketch.words["subtitle"], 0, 46, size=12.5, colour="soft")
    for power in range(round(math.log10(_FIRST)), round(math.log10(_LAST)) + 1):
        x = _place(10**power)
        canvas.line((x, _TOP - 12), (x, bottom))
        canvas.text(sketch.number(10**power), x, bottom + 17, size=11.5, colour="soft", anchor=Anchor.MIDDLE)
    y = float(_TOP)
    passed = False
    for row in sketch.rows:
        if not passed and row["date"] > APPEAL.isoformat():
            passed = True
            _appeal(canvas, y - _ROW / 2 + _DIVIDER / 2, sketch.words["appeal"])
            y += _DIVIDER
        _row(canvas, sketch, row, y)
        y += _ROW
    _legend(canvas, sketch, bottom + 46)
    return canvas


def _place(number: float) -> float:
    part = math.log10(number / _FIRST) / math.log10(_LAST / _FIRST)
    return _AXIS + part * (_AXIS_END - _AXIS)


def _row(canvas: Canvas, sketch: Sketch, row: Row, y: float) -> None:
    number, letters = int(row["killed"]), row["source"] == LETTER_SOURCE
    ink = "accent" if letters else "ink"
    own, other = dates_of(sketch, row)
    canvas.text(own, _DATE, y + 4.5, size=12.5, colour=ink, bold=letters)
    canvas.text(other, _OTHER_DATE, y + 4.5, size=10.5, colour="soft")
    canvas.text(sketch.word(row, "who"), _WHO, y + 4.5, size=12, colour=ink, bold=letters)
    x = _place(number)
    canvas.line((_AXIS, y), (x, y), "accent" if letters else "line", thickness=2 if letters else 1.5)
    _mark(canvas, row["counted"], x, y, "accent" if letters else "soft")
    said = sketch.words[(row["qualifier"] or "exactly").replace(" ", "-")]
    words = said.format(number=sketch.number(number))
    canvas.text(words, x + 11, y + 4.5, size=12.5, colour=ink, bold=letters, clear=True)


def dates_of(sketch: Sketch, row: Row) -> tuple[str, str]:
    """Return the day of a count in both calendars, or the part of a month, that of the language first."""
    if row["about"] in _PARTS:
        return sketch.words[row["about"]], sketch.words[f"{row['about']}-other"]
    own, other = day_and_month(date.fromisoformat(row["date"]), sketch.language)
    return sketch.words["about"].format(date=own) if row["about"] else own, other


def _mark(canvas: Canvas, counted: str, x: float, y: float, colour: str) -> None:
    if counted == "protesters":
        canvas.dot(x, y, 5, colour)
    elif counted == "everyone":
        canvas.polygon([(x - 6, y), (x, y - 6), (x + 6, y), (x, y + 6)], colour)
    elif counted == "state":
        canvas.box(x - 4.5, y - 4.5, 9, 9, colour)
    else:
        canvas.dot(x, y, 5, "paper", colour)


def _appeal(canvas: Canvas, y: float, words: str) -> None:
    width = canvas.text(words, 0, y + 4, size=11.5, colour="accent", clear=True)
    canvas.line((width + 10, y), (WIDTH, y), "accent", dashes=(4, 3))


def _legend(canvas: Canvas, sketch: Sketch, y: float) -> None:
    for place, kind in enumerate(_KINDS):
        x, row = (place % 2) * 260, place // 2
        _mark(canvas, kind, x + 6, y + row * 22, "soft")
        canvas.text(sketch.words[kind], x + 20, y + row * 22 + 4, size=11.5, colour="soft")
