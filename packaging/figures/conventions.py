"""The fundamental conventions of the ILO: since when Iran has ratified each, or until when it had not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figures.canvas import Anchor, Canvas

if TYPE_CHECKING:
    from figures.data import Row, Sketch

NAME = "conventions"

_TOP, _ROW = 86, 29
_NUMBER, _SUBJECT = 28, 42
_AXIS, _AXIS_END = 246, 462
"""From the start edge; what is known of a convention is written after it."""
_FIRST, _LAST = 1955.0, 2026.0
_HIJRI = 621.2
"""From a year of the Solar Hijri calendar to the Gregorian year it begins in."""


def draw(sketch: Sketch) -> Canvas:
    """Draw the figure."""
    bottom = _TOP + _ROW * len(sketch.rows)
    canvas = Canvas(bottom + 30, sketch.language)
    canvas.text(sketch.words["title"], 0, 22, size=18, bold=True)
    canvas.text(sketch.words["subtitle"], 0, 46, size=12.5, colour="soft")
    own = sketch.language == "fa"
    for year in range(1340, 1401, 20) if own else range(1960, 2021, 20):
        x = _place(year + _HIJRI if own else year)
        canvas.line((x, _TOP - 18), (x, bottom - 8))
        words = sketch.number(year, separated=False)
        canvas.text(words, x, bottom + 10, size=11.5, colour="soft", anchor=Anchor.MIDDLE)
    for number, row in enumerate(sketch.rows):
        _row(canvas, sketch, row, _TOP + number * _ROW)
    return canvas


def _place(year: float) -> float:
    return _AXIS + (_AXIS_END - _AXIS) * (year - _FIRST) / (_LAST - _FIRST)


def _row(canvas: Canvas, sketch: Sketch, row: Row, y: float) -> None:
    x, has_it = _place(int(row["year"])), row["state"] == "ratified"
    number = sketch.digits(row["convention"])
    canvas.text(number, _NUMBER, y + 4.5, size=12.5, bold=True, anchor=Anchor.END)
    canvas.text(sketch.word(row, "subject"), _SUBJECT, y + 4.5, size=12.5, bold=not has_it)
    if has_it:
        canvas.line((x, y), (_AXIS_END, y), "accent", thickness=3)
        canvas.dot(x, y, 5.5, "accent")
    else:
        canvas.line((_AXIS, y), (x, y), "soft", thickness=1.5, dashes=(2, 4))
        canvas.line((x - 4, y - 4), (x + 4, y + 4), "ink", thickness=2)
        canvas.line((x - 4, y + 4), (x + 4, y - 4), "ink", thickness=2)
    said = sketch.words["inferred" if row["inferred"] else row["state"].replace(" ", "-")]
    years = {key: sketch.digits(row[key]) for key in ("year", "hijri_year")}
    canvas.text(said.format(**years), _AXIS_END + 14, y + 4.5, size=12, bold=not has_it)
