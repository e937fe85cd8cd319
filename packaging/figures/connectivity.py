"""Connectivity on 8 January 2026: what was left when a number was published, and no line between."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from figures.canvas import WIDTH, Anchor, Canvas
from figures.days import day_and_month

if TYPE_CHECKING:
    from figures.data import Row, Sketch

NAME = "connectivity"

DAY = date(2026, 1, 8)
TEHRAN = timezone(timedelta(hours=3, minutes=30))

_FIRST, _LAST = 15, 22.5
"""Hours of the evening in Tehran."""
_LEFT, _RIGHT = 66, 460
"""From the start edge: where the evening begins and ends."""
_LATER = 550
"""Where the day after stands, apart from the scale of hours."""
_TOP, _FLOOR = 84, 244
"""From the top: all of it left, and nothing."""
_COLUMN = 26
_LABEL = 97


def draw(sketch: Sketch) -> Canvas:
    """Draw the figure."""
    canvas = Canvas(422, sketch.language)
    canvas.text(sketch.words["title"], 0, 22, size=18, bold=True)
    canvas.text(sketch.words["subtitle"], 0, 46, size=12.5, colour="soft")
    for percent in (0, 50, 100):
        y = _height(percent)
        canvas.line((_LEFT - 8, y), (WIDTH, y))
        words = sketch.words["percent"].format(number=sketch.number(percent))
        canvas.text(words, _LEFT - 16, y + 4, size=11.5, colour="soft", anchor=Anchor.END)
    _hours(canvas, sketch)
    for row in sketch.rows:
        _row(canvas, sketch, row)
    return canvas


def _height(percent: float) -> float:
    return _FLOOR - (_FLOOR - _TOP) * percent / 100


def _place(moment: datetime) -> float:
    local = moment.astimezone(TEHRAN)
    hours = local.hour + local.minute / 60
    return _LEFT + (_RIGHT - _LEFT) * (hours - _FIRST) / (_LAST - _FIRST)


def _hours(canvas: Canvas, sketch: Sketch) -> None:
    canvas.text(sketch.words["tehran"], 0, _FLOOR + 20, size=11.5)
    canvas.text(sketch.words["utc"], 0, _FLOOR + 38, size=11.5, colour="soft")
    for hour in range(_FIRST, int(_LAST) + 1):
        moment = datetime(DAY.year, DAY.month, DAY.day, hour, tzinfo=TEHRAN)
        x = _place(moment)
        canvas.line((x, _FLOOR), (x, _FLOOR + 5), "soft")
        canvas.text(sketch.number(hour), x, _FLOOR + 20, size=11.5, anchor=Anchor.MIDDLE)
        utc = moment.astimezone(UTC)
        words = sketch.digits(f"{utc:%-H:%M}")
        if (hour - _FIRST) % 2 == 0:
            canvas.text(words, x, _FLOOR + 38, size=11.5, colour="soft", anchor=Anchor.MIDDLE)
    own, other = day_and_month(DAY + timedelta(days=1), sketch.language)
    canvas.text(own, _LATER, _FLOOR + 20, size=11.5, anchor=Anchor.MIDDLE)
    canvas.text(other, _LATER, _FLOOR + 38, size=11.5, colour="soft", anchor=Anchor.MIDDLE)


def _row(canvas: Canvas, sketch: Sketch, row: Row) -> None:
    percent = float(row["percent"])
    left = 100 - percent if row["said"] == "fell by" else percent
    if "T" in row["start"]:
        begin = _place(datetime.fromisoformat(row["start"]))
        end = _place(datetime.fromisoformat(row["end"])) if row["end"] else begin
    else:
        begin = end = _LATER
    moment = begin == end
    if moment:
        begin, end = begin - _COLUMN / 2, end + _COLUMN / 2
    canvas.box(begin, _TOP, end - begin, _FLOOR - _TOP, "paper", "soft")
    before = left if moment else 100
    if before or left:
        canvas.polygon(
            [(begin, _height(before)), (end, _height(left)), (end, _FLOOR), (begin, _FLOOR)], "accent"
        )
    _label(canvas, sketch, row, (begin + end) / 2)


def _label(canvas: Canvas, sketch: Sketch, row: Row, x: float) -> None:
    y = float(_FLOOR + 72)
    canvas.text(_time(sketch, row), x, y, size=12, anchor=Anchor.MIDDLE)
    percent = float(row["percent"])
    said = sketch.words[f"{row['said']}-{row['qualifier']}".strip("-").replace(" ", "-")]
    number = sketch.number(int(percent) if percent.is_integer() else percent)
    y = canvas.paragraph(
        said.format(number=number),
        x,
        y + 21,
        _LABEL,
        size=13,
        bold=True,
        colour="accent",
        anchor=Anchor.MIDDLE,
    )
    y = canvas.paragraph(
        sketch.word(row, "measure"), x, y + 2, _LABEL, colour="ink", leading=17, anchor=Anchor.MIDDLE
    )
    day = day_and_month(date.fromisoformat(row["published"]), sketch.language)[0]
    who = sketch.words["published"].format(who=sketch.word(row, "who"), day=day)
    canvas.text(who, x, y + 2, size=11.5, colour="soft", anchor=Anchor.MIDDLE)


def _time(sketch: Sketch, row: Row) -> str:
    """Return when it was, in Tehran: a moment, a span, or the morning after."""
    if "T" not in row["start"]:
        return sketch.words["later"]
    moments = [datetime.fromisoformat(row[key]).astimezone(TEHRAN) for key in ("start", "end") if row[key]]
    return sketch.words["span"].join(sketch.digits(f"{moment:%H:%M}") for moment in moments)
