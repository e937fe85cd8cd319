"""Reads passages word by word: where the words of a query stand, and whether they follow one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.words import EXACT, raw_matches, terms_of

if TYPE_CHECKING:
    from collections.abc import Sequence

Terms = frozenset[str]
Occurrence = tuple[int, int, int]
"""Number of the word among those of the passage, and the characters where it begins and ends."""


class WordFinder:
    """Finds wanted words in passages.

    Args:
        wanted: for each word of a query, the terms it may be found by.
    """

    def __init__(self, wanted: Sequence[Terms]) -> None:
        self._wanted = wanted
        self._any = frozenset().union(*wanted)
        self._known: dict[str, tuple[int, ...] | None] = {}

    def occurrences(self, text: str) -> list[tuple[Occurrence, tuple[int, ...]]]:
        """Return where wanted words stand in a text, each with which of them it is.

        Endings typed apart from their word are no words of their own: they do not part its neighbours.
        """
        found = []
        place = 0
        known = self._known
        for match in raw_matches(text):
            word = match[0]
            numbers = known[word] if word in known else self._look_up(word)
            if numbers is None:
                continue
            if numbers:
                found.append(((place, *match.span()), numbers))
            place += 1
        return found

    def _look_up(self, word: str) -> tuple[int, ...] | None:
        terms = terms_of(word)
        numbers: tuple[int, ...] | None = () if terms else None
        if not self._any.isdisjoint(terms):
            numbers = self._numbers(frozenset(terms))
        self._known[word] = numbers
        return numbers

    def _numbers(self, terms: Terms) -> tuple[int, ...]:
        """Return which wanted words a word is, the later first, but for those it joins, which follow."""
        ordered: list[list[int]] = []
        for number, wanted in enumerate(self._wanted):
            if wanted.isdisjoint(terms):
                continue
            if ordered and ordered[-1][-1] == number - 1 and not self._joined(number).isdisjoint(terms):
                ordered[-1].append(number)
            else:
                ordered.append([number])
        return tuple(number for group in reversed(ordered) for number in group)

    def _joined(self, number: int) -> Terms:
        """Return the terms of the word that a wanted word and the one before it may make together."""
        here, before = self._wanted[number], self._wanted[number - 1]
        common = here & before
        return common if here != before and any(term[:1] == EXACT for term in common) else frozenset()


def follow(found: Sequence[tuple[Occurrence, tuple[int, ...]]], first: int, last: int) -> bool:
    """Whether words of a query follow one another in a passage.

    Args:
        found: where the words stand.
        first: number of the first one.
        last: number of the last one.
    """
    at = [-2] * (last + 1)
    for (place, _, _), numbers in found:
        for number in numbers:
            if not first <= number <= last:
                continue
            # A word that stands together with the one before it stands in the same place.
            if number == first or at[number - 1] in (place - 1, place):
                at[number] = place
            else:
                continue
            if number == last:
                return True
    return False
