"""Converts between the Solar Hijri and the Gregorian calendar.

The rule: a year is leap if it leaves 1, 5, 9, 13, 17, 22, 26 or 30 when divided by 33. From 1206 to 1498 it
gives the years of the calendar of Iran, which begin at the equinox (K. M. Borkowski, "The Persian calendar
for 3000 years", Earth, Moon, and Planets 74 (1996), 223-230: the cycle is unbroken from 1210 to 1635). Dates
before 1304, when the months got their lengths by law, are counted as if the law had held.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date

FIRST_YEAR = 1206
LAST_YEAR = 1498

_LEAPS = (1, 5, 9, 13, 17, 22, 26, 30)
_CYCLE = 33
_BEFORE_MONTH = (0, 31, 62, 93, 124, 155, 186, 216, 246, 276, 306, 336)


@dataclass(frozen=True, slots=True, order=True)
class HijriDate:
    """A day of the Solar Hijri calendar.

    Attributes:
        year: from 1206 to 1498.
        month: from 1, Farvardin.
        day: from 1.

    Raises:
        ValueError: there is no such day.
    """

    year: int
    month: int
    day: int

    def __post_init__(self) -> None:
        if not 1 <= self.day <= month_length(self.year, self.month):
            raise ValueError(f"no day {self.day} in month {self.month} of {self.year}")


def is_leap(year: int) -> bool:
    """Whether Esfand of a Solar Hijri year has 30 days."""
    return year % _CYCLE in _LEAPS


def month_length(year: int, month: int) -> int:
    """Return the number of days in a month of the Solar Hijri calendar.

    Raises:
        ValueError: the year is outside the years the rule holds for, or there is no such month.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"the rule does not hold for the year {year}")
    if not 1 <= month <= 12:
        raise ValueError(f"no month {month}")
    if month <= 6:
        return 31
    return 30 if month < 12 or is_leap(year) else 29


def _before_year(year: int) -> int:
    """Return the days from the beginning of year 0 to the beginning of a year."""
    cycles, place = divmod(year, _CYCLE)
    return year * 365 + cycles * len(_LEAPS) + bisect_left(_LEAPS, place)


_YEAR_ZERO = date(2025, 3, 21).toordinal() - _before_year(1404)
"""Ordinal of 1 Farvardin 0, counted back from 1 Farvardin 1404."""


def in_gregorian(day: HijriDate) -> date:
    """Return a Solar Hijri day as a Gregorian date."""
    return date.fromordinal(_YEAR_ZERO + _before_year(day.year) + _BEFORE_MONTH[day.month - 1] + day.day - 1)


FIRST_DAY = in_gregorian(HijriDate(FIRST_YEAR, 1, 1))
LAST_DAY = in_gregorian(HijriDate(LAST_YEAR, 12, month_length(LAST_YEAR, 12)))


def in_hijri(day: date) -> HijriDate:
    """Return a Gregorian date as a Solar Hijri day.

    Raises:
        ValueError: the date is outside ``FIRST_DAY`` to ``LAST_DAY``.
    """
    if not FIRST_DAY <= day <= LAST_DAY:
        raise ValueError(f"the rule does not hold for {day}")
    since_zero = day.toordinal() - _YEAR_ZERO
    year = day.year - 621
    if _before_year(year) > since_zero:
        year -= 1
    place = since_zero - _before_year(year)
    month = 12
    while _BEFORE_MONTH[month - 1] > place:
        month -= 1
    return HijriDate(year, month, place - _BEFORE_MONTH[month - 1] + 1)


def weekday(day: date | HijriDate) -> int:
    """Return the day of the week from 0, Saturday, on which the Iranian week begins, to 6, Friday."""
    gregorian = in_gregorian(day) if isinstance(day, HijriDate) else day
    return (gregorian.weekday() + 2) % 7
