"""The timeline: waves of protest above two rulers of years, one for each calendar, and shutdowns below."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from figures.canvas import WIDTH, Anchor, Canvas
from figures.days import in_both, month_in_both, span_in_both
from reader.text.calendar_hijri import HijriDate, in_gregorian

if TYPE_CHECKING:
    from figures.data import Row, Sketch

NAME = "timeline"

_FIRST, _LAST = date(2017, 9, 1), date(2026, 4, 1)
_RULERS = 196
"""From the top to the upper ruler."""
_RULER = 24
"""Height of each."""
_LABEL = 128
"""Widest label."""
_ROOM = 36
"""Width a year needs for its number."""
_LINE = 18
_MONTH = len("2025-06")
"""Letters of a date that is a whole month."""


def draw(sketch: Sketch) -> Canvas:
    """Draw the figure."""
    canvas = Canvas(452, sketch.language)
    canvas.text(sketch.words["title"], 0, 22, size=18, bold=True)
    canvas.text(sketch.words["subtitle"], 0, 46, size=12.5, colour="soft")
    waves = [row for row in sketch.rows if row["kind"] == "wave"]
    cuts = [row for row in sketch.rows if row["kind"] == "shutdown"]
    canvas.text(sketch.words["waves"], 0, 84, size=12, colour="accent", bold=True)
    for row in waves:
        _wave(canvas, sketch, row)
    _rulers(canvas, sketch)
    canvas.text(sketch.words["shutdowns"], 0, _RULERS + 2 * _RULER + 36, size=12, colour="accent", bold=True)
    for number, row in enumerate(cuts):
        _shutdown(canvas, sketch, row, low=number == len(cuts) - 1)
    return canvas


def _place(day: date) -> float:
    return WIDTH * (day - _FIRST).days / (_LAST - _FIRST).days


def _rulers(canvas: Canvas, sketch: Sketch) -> None:
    hijri = [(year, in_gregorian(HijriDate(year, 1, 1))) for year in range(1396, 1406)]
    gregorian = [(year, date(year, 1, 1)) for year in range(2017, 2028)]
    both = [hijri, gregorian] if sketch.language == "fa" else [gregorian, hijri]
    for number, years in enumerate(both):
        top = _RULERS + number * _RULER
        for (year, begins), (_, ends) in pairwise(years):
            left, right = max(0.0, _place(begins)), min(float(WIDTH), _place(ends))
            if left > 0:
                canvas.line((left, top), (left, top + _RULER))
            if right - left > _ROOM:
                canvas.text(
                    sketch.number(year, separated=False),
                    (left + right) / 2,
                    top + 16.5,
                    size=12,
                    colour="soft" if number else "ink",
                    anchor=Anchor.MIDDLE,
                    clear=True,
                )
    for edge in range(3):
        canvas.line((0, _RULERS + edge * _RULER), (WIDTH, _RULERS + edge * _RULER))


def _anchored(x: float) -> tuple[float, Anchor]:
    """Return where a label stands that belongs to a place, so that it stays on the sheet."""
    if x < _LABEL / 2:
        return 0, Anchor.START
    if x > WIDTH - _LABEL / 2:
        return WIDTH, Anchor.END
    return x, Anchor.MIDDLE


def _wave(canvas: Canvas, sketch: Sketch, row: Row) -> None:
    day = date.fromisoformat(row["start"])
    x = _place(day)
    at, anchor = _anchored(x)
    top = 112
    canvas.text(sketch.word(row, "name"), at, top, size=14, bold=True, anchor=anchor)
    own, other = in_both(day, sketch.language)
    canvas.text(own, at, top + _LINE + 2, size=12, anchor=anchor)
    canvas.text(other, at, top + 2 * _LINE + 2, size=12, colour="soft", anchor=anchor)
    canvas.line((x, top + 2 * _LINE + 12), (x, _RULERS + 2 * _RULER), "accent", thickness=1.5)
    canvas.dot(x, _RULERS - 8, 5.5, "accent")


def dates_of(row: Row, language: str) -> tuple[str, str]:
    """Return the days of a shutdown in both calendars, that of the language first."""
    first, last = _days(row)
    if last is not None and len(row["start"]) == _MONTH:
        return month_in_both(first, last, language)
    return span_in_both(first, last, language)


def _days(row: Row) -> tuple[date, date | None]:
    """Return the first and the last day; None for one that had not ended."""
    if len(row["start"]) == _MONTH:
        first = date.fromisoformat(f"{row['start']}-01")
        return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return date.fromisoformat(row["start"]), date.fromisoformat(row["end"]) if row["end"] else None


def _shutdown(canvas: Canvas, sketch: Sketch, row: Row, *, low: bool) -> None:
    top = _RULERS + 2 * _RULER
    first, last = _days(row)
    dates = dates_of(row, sketch.language)
    left = _place(first)
    width = max(4.0, _place(last) - left) if last is not None else 4.0
    canvas.box(left, top, width, 12, "ink")
    if last is None:
        canvas.polygon([(left + 4, top), (left + 11, top + 6), (left + 4, top + 12)], "ink")
    x = left + 2
    y = top + 62 + (92 if low else 0)
    canvas.line((x, top + 12), (x, y - 16), "soft")
    at, anchor = _anchored(x)
    if not low and x > WIDTH - 1.5 * _LABEL:
        # The one after it hangs lower, and its line passes here.
        at, anchor = x + 4, Anchor.END
    canvas.text(dates[0], at, y, size=12, bold=True, anchor=anchor)
    canvas.text(dates[1], at, y + _LINE, size=11.5, colour="soft", anchor=anchor)
    y += 2 * _LINE
    canvas.paragraph(
        sketch.word(row, "extent"), at, y, _LABEL, size=11.5, colour="ink", leading=16, anchor=anchor
    )
