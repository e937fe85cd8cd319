"""Reads the days before or after the name of a month: one, a list, or the ends of a span."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.text.date_tokens import AND, COMMA, DASH, DOT, HYPHEN, LOOSE, SLASH, STOP

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.text.date_tokens import Token
    from reader.text.months import DateWords

WITHIN = LOOSE | {HYPHEN, SLASH}
"""What may lie between the parts of a date."""

_MOST_DAYS = 8
_MOST_BETWEEN = 3
_MOST_PARTS = 3


@dataclass(frozen=True, slots=True)
class Days:
    """Days on one side of a month.

    Attributes:
        days: the days in their order.
        is_span: whether they are the ends of a span.
        edge: the token of theirs farthest from the month.
    """

    days: tuple[int, ...]
    is_span: bool
    edge: int


class DayReader:
    """Reads days out of the tokens of a text.

    Args:
        tokens: the tokens.
        words: the words of dates.
    """

    def __init__(self, tokens: list[Token], words: DateWords) -> None:
        self._tokens = tokens
        self._words = words

    def _word(self, place: int) -> str:
        return self._tokens[place].word if 0 <= place < len(self._tokens) else ""

    def _is_day(self, place: int) -> bool:
        token = self._tokens[place]
        return 0 < token.width <= 2 and not token.part and 1 <= token.number <= 31

    def skip(self, place: int) -> int:
        """Return the first token from a place on that does more than link the parts of a date."""
        end = min(place + _MOST_BETWEEN, len(self._tokens))
        while place < end and self._tokens[place].word in self._words.between:
            if self._tokens[place].gap not in LOOSE | {COMMA}:
                break
            place += 1
        return place

    def before(self, place: int, free: int) -> Days | None:
        """Read the days before a month's name: one, a list, or a span.

        Args:
            place: the name's place.
            free: the first token that belongs to no earlier date.
        """
        tokens, last = self._tokens, place - 1
        while last > max(free, place - _MOST_BETWEEN) and tokens[last].word in self._words.between:
            if tokens[last + 1].gap not in LOOSE:
                return None
            last -= 1
        if last < free or tokens[last + 1].gap not in WITHIN:
            return None
        found = self.ending(last, free)
        if found is None or (tokens[last].word and self._word(found[1] - 1) in self._words.portions):
            return None
        days, edge, is_span, is_listed = [found[0]], found[1], False, False
        while edge > free and len(days) < _MOST_DAYS:
            gap, link = tokens[edge].gap, edge
            if gap in LOOSE and self._word(edge - 1) in self._words.lists | self._words.spans:
                link = edge - 1
                spans = self._word(link) in self._words.spans
                is_listed = is_listed or not spans
            elif gap in {HYPHEN, DASH, SLASH, AND} or (gap == COMMA and is_listed):
                spans = gap in {HYPHEN, DASH}
            else:
                break
            found = self.ending(link - 1, free)
            if found is None or found[0] >= days[0] or (link != edge and tokens[link].gap not in LOOSE):
                break
            is_span = spans and len(days) == 1
            days.insert(0, found[0])
            edge = found[1]
        return Days(tuple(days), is_span, edge)

    def ending(self, last: int, free: int) -> tuple[int, int] | None:
        """Return the day whose last token is at a place, and the place of its first token."""
        tokens = self._tokens
        if last < free:
            return None
        if tokens[last].width:
            return (tokens[last].number, last) if self._is_day(last) else None
        number = last - 1
        if self._after_ending(number) == last and number >= free and tokens[number].width:
            return (tokens[number].number, number) if self._is_day(number) else None
        joined, found = "", None
        for place in range(last, max(free, last - _MOST_PARTS + 1) - 1, -1):
            if not tokens[place].word:
                break
            joined = tokens[place].word + joined
            if joined in self._words.days:
                found = (self._words.days[joined], place)
            if tokens[place].gap not in LOOSE | {HYPHEN}:
                break
        return found

    def after(self, name_end: int, is_short: bool, has_year: Callable[[int], bool]) -> Days | None:
        """Read the days after a month's name; days after "and" belong to it only if a year follows them.

        Args:
            name_end: the name's last token.
            is_short: whether the name may end in a full stop.
            has_year: whether a year follows a place.
        """
        tokens = self._tokens
        place = self.skip(name_end + 1)
        gaps = WITHIN | ({DOT, STOP} if is_short else set())
        if place >= len(tokens) or tokens[place].gap not in gaps or not self._is_day(place):
            return None
        first = place = self._after_ending(place)
        days, is_span = [tokens[self.skip(name_end + 1)].number], False
        while place + 1 < len(tokens) and len(days) < _MOST_DAYS:
            following, gap = place + 1, tokens[place + 1].gap
            spans = gap in {HYPHEN, DASH} or self._word(following) in self._words.spans
            if gap in LOOSE and self._word(following) in self._words.lists | self._words.spans:
                following += 1
            elif gap not in {HYPHEN, DASH, SLASH, AND}:
                break
            if following >= len(tokens) or not self._is_day(following):
                break
            if tokens[following].number <= days[-1]:
                break
            is_span = spans and len(days) == 1
            days.append(tokens[following].number)
            place = self._after_ending(following)
        if len(days) > 1 and tokens[first + 1].gap in LOOSE and not has_year(place):
            return Days((days[0],), False, first)
        return Days(tuple(days), is_span, place)

    def _after_ending(self, place: int) -> int:
        """Return the last token of an ordinal number that begins at a place."""
        ends = self._word(place + 1) in self._words.ordinal_endings and self._tokens[place + 1].gap in LOOSE
        return place + 1 if ends else place
