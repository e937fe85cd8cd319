"""Finds the dates in a text, in either calendar, and names each so that all its spellings meet.

A name is a term of the index: ``@2026-01-08`` a day, ``@2026-01`` a month, ``@--01-08`` a day of any year,
``@0000-01-08`` a day whose year is not said; with ``h`` after the ``@`` in the Solar Hijri calendar.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from reader.text.calendar_hijri import FIRST_DAY, LAST_DAY, HijriDate, in_gregorian, in_hijri
from reader.text.date_numbers import numbers_at
from reader.text.date_phrases import PhraseReader
from reader.text.date_tokens import date_tokens
from reader.text.months import HIJRI, date_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.text.date_phrases import Phrase
    from reader.text.date_tokens import Token

_LONGEST_SPAN = 31


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text.

    Attributes:
        start: where it begins in the raw text.
        end: where it ends.
        asks: what a query with this date looks up, any one of them; the closest first.
        terms: what a text with this date is indexed under.
        days: the days it names, if it says their year.
    """

    start: int
    end: int
    asks: tuple[str, ...]
    terms: tuple[str, ...]
    days: tuple[date, ...] = ()


def is_said(term: str) -> bool:
    """Whether the term of a date says its year or means every year; false where a text leaves it unsaid."""
    return not term.startswith(("@0000", "@h0000"))


def find_dates(text: str) -> tuple[FoundDate, ...]:
    """Find every date in a text, from left to right; none overlaps another.

    A day found in one calendar is also indexed under the other. A year of two digits counts after the name of
    a Solar Hijri month only, and in 98/8/24: 50 to 99 as 13.., 00 to 09 as 14...

    Args:
        text: any text, unfolded.
    """
    return tuple(_dates(text))


def _dates(text: str) -> Iterator[FoundDate]:
    tokens = date_tokens(text)
    reader = PhraseReader(text, tokens, date_words())
    place = free = 0
    while place < len(tokens):
        phrase = numbers_at(tokens, place) if tokens[place].width else reader.at(place, free)
        found = _named(phrase, tokens) if phrase else None
        if phrase and found:
            yield found
            place = free = phrase.last + 1
        else:
            place += 1


def _named(phrase: Phrase, tokens: list[Token]) -> FoundDate | None:
    """Give a phrase its terms; None if there is no such date."""
    start, end = tokens[phrase.first].start, tokens[phrase.last].end
    mark = "@h" if phrase.calendar == HIJRI else "@"
    month = f"{phrase.month:02}"
    if phrase.year is None:
        if not all(_is_possible(phrase.calendar, phrase.month, day) for day in phrase.days):
            return None
        days = [f"{month}-{day:02}" for day in _spread(phrase.days, phrase.is_span)]
        asks = [f"{mark}--{day}" for day in days]
        return FoundDate(start, end, tuple(asks), (*asks, *(f"{mark}0000-{day}" for day in days)))
    if not phrase.days:
        name = f"{mark}{phrase.year}-{month}"
        return FoundDate(start, end, (name,), (name,))
    try:
        found = [_day(phrase.calendar, phrase.year, phrase.month, day) for day in phrase.days]
    except ValueError:
        return None
    ordinals = _spread(tuple(day.toordinal() for day in found), phrase.is_span)
    dates = tuple(date.fromordinal(ordinal) for ordinal in ordinals)
    return FoundDate(
        start,
        end,
        tuple(dict.fromkeys([*(f"@{day.isoformat()}" for day in dates), *_unsaid(dates)])),
        tuple(dict.fromkeys(term for day in dates for term in _terms(day))),
        dates,
    )


def _spread(numbers: tuple[int, ...], is_span: bool) -> tuple[int, ...]:
    """Fill a span: 15-19 is five days."""
    if not is_span:
        return numbers
    return tuple(range(numbers[0], min(numbers[-1], numbers[0] + _LONGEST_SPAN) + 1))


def _is_possible(calendar: str, month: int, day: int) -> bool:
    """Whether some year has this day; 1399 and 2000 are leap years."""
    try:
        _day(calendar, 1399 if calendar == HIJRI else 2000, month, day)
    except ValueError:
        return False
    return True


def _day(calendar: str, year: int, month: int, day: int) -> date:
    return in_gregorian(HijriDate(year, month, day)) if calendar == HIJRI else date(year, month, day)


def _terms(day: date) -> Iterator[str]:
    gregorian = day.isoformat()
    yield f"@{gregorian}"
    yield f"@{gregorian[:7]}"
    yield f"@--{gregorian[5:]}"
    if FIRST_DAY <= day <= LAST_DAY:
        hijri = in_hijri(day)
        yield f"@h{hijri.year}-{hijri.month:02}"
        yield f"@h--{hijri.month:02}-{hijri.day:02}"


def _unsaid(days: tuple[date, ...]) -> Iterator[str]:
    """Yield what finds the days where a text leaves their year unsaid."""
    for day in days:
        yield f"@0000-{day.isoformat()[5:]}"
        if FIRST_DAY <= day <= LAST_DAY:
            hijri = in_hijri(day)
            yield f"@h0000-{hijri.month:02}-{hijri.day:02}"
