"""Writes dates out for a reader, in either calendar and either language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.calendar_hijri import HijriDate, in_hijri, weekday
from reader.text.digits import digits_of
from reader.text.months import GREGORIAN, HIJRI, date_words

if TYPE_CHECKING:
    from datetime import date


def hijri_words(day: date | HijriDate, language: str) -> str:
    """Return a day in the Solar Hijri calendar: «۱۸ دی ۱۴۰۴», "18 Dey 1404".

    Args:
        day: the day.
        language: ``fa``; any other language gets English names.

    Raises:
        ValueError: the day is outside the years the calendar is known for.
    """
    hijri = day if isinstance(day, HijriDate) else in_hijri(day)
    return _written(HIJRI, hijri, language)


def gregorian_words(day: date, language: str) -> str:
    """Return a day in the Gregorian calendar: «۸ ژانویه ۲۰۲۶», "8 January 2026".

    Args:
        day: the day.
        language: ``fa``; any other language gets English names.
    """
    return _written(GREGORIAN, day, language)


def weekday_words(day: date | HijriDate, language: str) -> str:
    """Return the name of the weekday: «پنجشنبه», "Thursday".

    Args:
        day: the day.
        language: ``fa``; any other language gets English names.
    """
    names = date_words().weekdays
    return names["fa" if language == "fa" else "en"][weekday(day)]


def _written(calendar: str, day: date | HijriDate, language: str) -> str:
    spoken = "fa" if language == "fa" else "en"
    name = date_words().shown[calendar, spoken][day.month - 1]
    return digits_of(f"{day.day} {name} {day.year}", spoken)
