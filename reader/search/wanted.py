"""What a search looks for: each word of a query with every way it may be found."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.text.dates import is_said
from reader.text.persian import ZWNJ
from reader.text.words import EXACT, Token, raw_words, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

Option = tuple[tuple[str, float], ...]
"""One way to find a word: terms and their weights, which add up."""

EXACT_WEIGHT = 0.3
PART_WEIGHT = 0.25
"""What a part of a compound weighs…"""
PART_ALONE = 0.8
"""…and what it weighs where the whole is unknown."""
_DATE_WEIGHT = 2.0
"""What a date weighs, which is several words…"""
_UNSAID_WEIGHT = 0.5
"""…and what it weighs where its year is not said."""

_LETTER = "[\u0620-\u064a\u066e-\u06d3]"
_SPACED_ENDING = re.compile(
    rf"(?<={_LETTER})[ \u00a0\u202f](?=(?:ه[اآ](?:[یي](?:[یيمتش]|مان|تان|شان)?)?|تر|تر[یي]ن)(?![\w\u200c]))"
)
_SPACED_BEGINNING = re.compile(rf"(?:(?<=\bم[یي])|(?<=\bنم[یي]))[ \u00a0\u202f](?={_LETTER})")


@dataclass(frozen=True, slots=True)
class WantedWord:
    """A word of a query.

    Attributes:
        raw: as it was typed.
        token: what it is found by.
        options: ways to find it; the best one counts.
        stands_for: forms that are looked for in its place.
        counts: whether a passage is found by it; a stop word only tells phrases apart.
        is_whole: whether it is more than the beginning of a word; only that can be repaired.
    """

    raw: str
    token: Token
    options: tuple[Option, ...]
    stands_for: tuple[str, ...] = ()
    counts: bool = True
    is_whole: bool = True

    @property
    def terms(self) -> frozenset[str]:
        """Every term that it is found by."""
        return frozenset(term for option in self.options for term, _ in option)

    def also(self, options: Iterable[Option], stands_for: Iterable[str] = ()) -> WantedWord:
        """Return the word with more ways to find it."""
        return replace(
            self,
            options=tuple(dict.fromkeys((*self.options, *options))),
            stands_for=tuple(dict.fromkeys((*self.stands_for, *stands_for))),
        )


@dataclass(frozen=True, slots=True)
class WantedDate:
    """A date in a query.

    Attributes:
        asks: terms, any one of which finds it, the closest first.
        first: number of its first word among the words of the query.
        last: number of its last word.
    """

    asks: tuple[str, ...]
    first: int
    last: int

    @property
    def options(self) -> tuple[Option, ...]:
        """Ways to find it; the best one counts."""
        return tuple(((ask, _DATE_WEIGHT if is_said(ask) else _UNSAID_WEIGHT),) for ask in self.asks)


def usual(token: Token, weight: float = 1.0) -> Option:
    """Return the usual way to find a word: by its stem, better by its exact form, less by its parts."""
    return (
        (token.stem, weight),
        (EXACT + token.form, EXACT_WEIGHT * weight),
        *((part, PART_WEIGHT * weight) for part in token.parts),
    )


def whole(token: Token) -> Option:
    """Return how to find a word, but not by a part of it: where words follow one another, a part is none."""
    return usual(token)[:2]


def exactly(token: Token) -> Option:
    """Return how to find a word in its exact form only."""
    return exactly_form(token.form)


def exactly_form(form: str) -> Option:
    """Return how to find a form and no other form of its word."""
    return ((EXACT + form, 1.0),)


def known_form(form: str, weight: float) -> Option:
    """Return how to find a form that stands in the documents."""
    found = tokens(form)
    return usual(found[0], weight) if len(found) == 1 else ((EXACT + form, weight),)


def query_tokens(text: str) -> list[tuple[str, int, Token]]:
    """Return the words of a text: as typed, where they begin, and what they are found by.

    A half-space typed as a space is a half-space: «اتحادیه های» is «اتحادیه‌های».
    """
    joined = _SPACED_ENDING.sub(ZWNJ, _SPACED_BEGINNING.sub(ZWNJ, text))
    return [(word.text, word.start, token) for word in raw_words(joined) for token in tokens(word.text)]
