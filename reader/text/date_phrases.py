"""Reads the numbers and words around the name of a month as its days and its year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.text.calendar_hijri import FIRST_YEAR, LAST_YEAR
from reader.text.date_days import WITHIN, DayReader
from reader.text.date_tokens import COMMA, DOT, JOINED, LOOSE, STOP
from reader.text.months import GREGORIAN, HIJRI

if TYPE_CHECKING:
    from reader.text.date_days import Days
    from reader.text.date_tokens import Token
    from reader.text.months import DateWords, Month

_GREGORIAN_YEARS = range(1500, 2200)
_HIJRI_YEARS = range(FIRST_YEAR, LAST_YEAR + 1)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A date as it is written; it may be impossible.

    Attributes:
        calendar: ``HIJRI`` or ``GREGORIAN``.
        year: the year, if it is said.
        month: from 1 to 12.
        days: the days in their order, none for a month.
        is_span: whether the days are the ends of a span.
        first: its first token.
        last: its last token.
    """

    calendar: str
    year: int | None
    month: int
    days: tuple[int, ...]
    is_span: bool
    first: int
    last: int


def calendar_of(year: int) -> str | None:
    """Return the calendar in which a year of four digits is meant, if in any."""
    if year in _HIJRI_YEARS:
        return HIJRI
    return GREGORIAN if year in _GREGORIAN_YEARS else None


class PhraseReader:
    """Reads dates with a month's name out of the tokens of a text.

    Args:
        text: the text.
        tokens: its tokens.
        words: the words of dates.
    """

    def __init__(self, text: str, tokens: list[Token], words: DateWords) -> None:
        self._text = text
        self._tokens = tokens
        self._words = words
        self._days = DayReader(tokens, words)

    def at(self, place: int, free: int) -> Phrase | None:
        """Read the date whose month's name is a certain token.

        Args:
            place: the token's place.
            free: the first token that belongs to no earlier date.
        """
        month = self._words.months.get(self._tokens[place].word)
        if month is None or self._is_cut(place, free) or self._is_spoilt(place, free):
            return None
        before = self._days.before(place, free)
        name_end = place
        if self._word(place + 1) in self._words.month and self._tokens[place + 1].gap in LOOSE:
            name_end += 1
        after = None if before else self._days_after(name_end, month)
        year = self._year_after(name_end, month)
        if year is None and after:
            year = self._year_after(after.edge, month)
        elif year:
            after = None
        days = before or after
        first, last = before.edge if before else place, after.edge if after else name_end
        if year:
            last = year[1]
        elif not before and self._has_year_before(place, free, month):
            first = place - 1
            year = (self._tokens[first].number, first)
        stands_out = not month.ordinary or last == (year or (None, -1))[1] or self._stands_out(place, last)
        if not stands_out or not (days or year):
            return None
        if after and not year and self._is_counted(after.edge):
            return None
        return Phrase(
            calendar=month.calendar,
            year=year[0] if year else None,
            month=month.number,
            days=days.days if days else (),
            is_span=bool(days and days.is_span),
            first=first,
            last=last,
        )

    def _days_after(self, name_end: int, month: Month) -> Days | None:
        if not month.latin:
            return None
        return self._days.after(name_end, month.short, lambda last: self._year_after(last, month) is not None)

    def _word(self, place: int) -> str:
        return self._tokens[place].word if 0 <= place < len(self._tokens) else ""

    def _is_cut(self, place: int, free: int) -> bool:
        """Whether the name is only a part of a longer word with a half-space, as in «می‌شود»."""
        tokens, between = self._tokens, self._words.between
        if place + 1 < len(tokens) and tokens[place + 1].gap == JOINED:
            following = tokens[place + 1]
            if following.word and following.word not in between:
                return True
        if place == 0 or tokens[place].gap != JOINED or tokens[place - 1].width:
            return False
        return tokens[place - 1].word not in between and self._days.ending(place - 1, free) is None

    def _is_spoilt(self, place: int, free: int) -> bool:
        """Whether a number stands where the day should, but is none."""
        if place <= free or self._tokens[place].gap not in LOOSE:
            return False
        token = self._tokens[place - 1]
        return 0 < token.width <= 2 and not token.part and not 1 <= token.number <= 31

    def _stands_out(self, place: int, last: int) -> bool:
        """Whether an ordinary word is clearly the name of a month."""
        tokens = self._tokens
        ends = last + 1 == len(tokens) or tokens[last + 1].gap not in LOOSE
        return ends or tokens[place].capital or self._word(place - 1) in self._words.month

    def _is_year(self, place: int, month: Month) -> bool:
        token = self._tokens[place] if 0 <= place < len(self._tokens) else None
        if token is None or token.width != 4 or token.part:
            return False
        return calendar_of(token.number) == month.calendar

    def _has_year_before(self, place: int, free: int, month: Month) -> bool:
        return place > free and self._is_year(place - 1, month) and self._tokens[place].gap in WITHIN

    def _is_counted(self, place: int) -> bool:
        """Whether a number is followed by what it counts."""
        if self._text[self._tokens[place].end : self._tokens[place].end + 1] in {"%", "٪"}:
            return True
        return self._word(place + 1) in self._words.counted and self._tokens[place + 1].gap in LOOSE

    def _year_after(self, last: int, month: Month) -> tuple[int, int] | None:
        """Return the year after a token, and its place."""
        place = self._days.skip(last + 1)
        if place >= len(self._tokens):
            return None
        token = self._tokens[place]
        gaps = WITHIN | {COMMA}
        if month.short and place == last + 1:
            gaps |= {DOT, STOP}
        if token.gap not in gaps:
            return None
        if self._is_year(place, month):
            return token.number, place
        if token.width != 2 or token.part or month.calendar != HIJRI or token.gap not in LOOSE:
            return None
        if 10 <= token.number < 50 or self._is_counted(place):
            return None
        return (1300 if token.number >= 50 else 1400) + token.number, place
