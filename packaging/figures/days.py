"""Writes days in both calendars, the reader's own first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.date_display import gregorian_words, hijri_words

if TYPE_CHECKING:
    from datetime import date

_SHORT = 3
"""Letters of an English month."""


def in_both(day: date, language: str) -> tuple[str, str]:
    """Return a day in the calendar of the language, then in the other one; English months are short."""
    if language == "fa":
        return hijri_words(day, language), gregorian_words(day, language)
    number, month, year = gregorian_words(day, language).split(" ")
    return f"{number} {month[:_SHORT]} {year}", hijri_words(day, language)


def day_and_month(day: date, language: str) -> tuple[str, str]:
    """Return the same without the years."""
    own, other = (words.rsplit(" ", 1)[0] for words in in_both(day, language))
    return own, other


def month_in_both(first: date, last: date, language: str) -> tuple[str, str]:
    """Return a Gregorian month in both calendars: the months of the other that it touches.

    Args:
        first: its first day.
        last: its last day.
        language: of the words; its calendar comes first.
    """
    month = gregorian_words(first, language).split(" ", 1)[1]
    begins, ends = (hijri_words(day, language).split(" ")[1:] for day in (first, last))
    touched = f"{begins[0]} {'و' if language == 'fa' else 'and'} {' '.join(ends)}"
    return (touched, month) if language == "fa" else (month, touched)


def span_in_both(first: date, last: date | None, language: str) -> tuple[str, str]:
    """Return a span of days in both calendars, without repeating a month or a year.

    Args:
        first: its first day.
        last: its last day; None if it had not ended.
        language: of the words; its calendar comes first.
    """
    begins = in_both(first, language)
    if last is None:
        since = "از {}" if language == "fa" else "from {}"
        return since.format(begins[0]), since.format(begins[1])
    own, other = (_span(*pair, language) for pair in zip(begins, in_both(last, language), strict=True))
    return own, other


def _span(first: str, last: str, language: str) -> str:
    begin, end = first.split(" "), last.split(" ")
    while begin and begin[-1] == end[-1]:
        begin.pop()
        end.pop()
    kept = last.split(" ")[len(end) :]
    joint = " تا " if language == "fa" else ("–" if len(begin) == 1 else " – ")
    return " ".join([" ".join(begin) + joint + " ".join(end), *kept])
