"""Reads dates that are written in numbers only, in either order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.date_phrases import Phrase, calendar_of
from reader.text.date_tokens import DASH, DOT, HYPHEN, SLASH, TIGHT
from reader.text.months import GREGORIAN

if TYPE_CHECKING:
    from reader.text.date_tokens import Token

_SIGNS = frozenset({HYPHEN, SLASH, DOT})


def numbers_at(tokens: list[Token], place: int) -> Phrase | None:
    """Read the date in numbers that begins at a token: 2026-01-08, 18/10/1404, 98/8/24 or 1404/10.

    Numbers are read day first (8/1/2026 is in January) unless only the other order is possible.

    Args:
        tokens: the tokens of a text.
        place: the token's place.
    """
    row = _row(tokens, place)
    if not 2 <= len(row) <= 3:
        return None
    last = place + len(row) - 1
    sign, numbers, widths = row[1].gap, [token.number for token in row], [token.width for token in row]
    if len(row) == 2:
        following = tokens[last + 1] if last + 1 < len(tokens) else None
        runs_on = following and (following.gap == TIGHT or (following.gap in _SIGNS and following.width))
        if widths == [4, 2] and sign != DOT and not runs_on:
            return _phrase(numbers[0], numbers[1], (), place, last)
        return None
    if widths[0] == 4 and max(widths[1:]) <= 2:
        return _phrase(numbers[0], numbers[1], (numbers[2],), place, last)
    if widths[2] == 4 and max(widths[:2]) <= 2:
        day, month, year = numbers
        if month > 12 and calendar_of(year) == GREGORIAN:
            day, month = month, day
        return _phrase(year, month, (day,), place, last)
    if max(widths) == widths[0] == 2 and numbers[0] >= 50 and sign == SLASH:
        return _phrase(1300 + numbers[0], numbers[1], (numbers[2],), place, last)
    return None


def _row(tokens: list[Token], place: int) -> list[Token]:
    """Return the numbers from a place on with the same sign between them, four at most; none within a row."""
    first, rest = tokens[place], tokens[place + 1 : place + 4]
    sign = rest[0].gap if rest else None
    if sign not in _SIGNS:
        return []
    if place and first.gap == TIGHT and tokens[place - 1].word.isascii():
        return []
    if place and tokens[place - 1].width and first.gap in {sign, DASH if sign == HYPHEN else sign}:
        return []
    row = [first]
    for token in rest:
        if not token.width or token.gap != sign:
            break
        row.append(token)
    return row


def _phrase(year: int, month: int, days: tuple[int, ...], first: int, last: int) -> Phrase | None:
    calendar = calendar_of(year)
    if calendar is None or not 1 <= month <= 12:
        return None
    return Phrase(calendar, year, month, days, False, first, last)
