"""Turns a query into what is looked for: the keyboard it was meant for, its words, dates and phrases."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.search.keyboards import Keyboards
from reader.search.query import Clause
from reader.search.repair import Repair
from reader.search.wanted import WantedDate, WantedWord, exactly, exactly_form, query_tokens, usual, whole
from reader.text.dates import find_dates
from reader.text.persian import ZWNJ, fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.search.lexicon import Lexicon
    from reader.search.mistyping import Layouts
    from reader.search.query import Part, Query, QueryReader
    from reader.search.wanted import Option

MOST_WORDS = 24
MOST_BEGUN = 200
"""Words that a beginning with a star stands for."""

Sequence_ = tuple[frozenset[str], ...]
"""Words that follow one another: for each, the terms that it may be found by."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """What is looked for.

    Attributes:
        query: how the query was read.
        reading: the text for another keyboard that was taken instead; empty if none.
        words: the words, in order.
        dates: the dates among them.
        phrases: for each phrase the numbers of its first and last word among the words.
        without: what a passage must not hold: words and phrases.
    """

    query: Query
    reading: str
    words: tuple[WantedWord, ...]
    dates: tuple[WantedDate, ...]
    phrases: tuple[tuple[int, int], ...]
    without: tuple[Sequence_, ...]

    @property
    def scored(self) -> list[tuple[Option, ...]]:
        """Everything that finds a passage, each in its ways."""
        dated = {place for date in self.dates for place in range(date.first, date.last + 1)}
        counting = [
            word.options for place, word in enumerate(self.words) if word.counts and place not in dated
        ]
        return [*counting, *(date.options for date in self.dates)]

    @property
    def sequence(self) -> Sequence_:
        """All words as they follow one another."""
        return tuple(word.terms for word in self.words)

    @property
    def terms(self) -> frozenset[str]:
        """Every term a word may be found by; what is marked."""
        dated = {place for date in self.dates for place in range(date.first, date.last + 1)}
        return frozenset(
            term
            for place, word in enumerate(self.words)
            if word.counts and place not in dated
            for term in word.terms
        )


class Resolver:
    """Resolves queries against a vocabulary.

    Args:
        lexicon: the known words.
        layouts: the keyboards that a query may have been meant for.
        reader: reads queries.
        in_latin: tells which Persian words may have been typed in Latin letters.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        layouts: Layouts,
        reader: QueryReader,
        in_latin: Callable[[str], tuple[str, ...]],
    ) -> None:
        self._lexicon, self._reader = lexicon, reader
        self._keyboards = Keyboards(lexicon, layouts, reader)
        self._repair = Repair(lexicon, in_latin)

    def resolve(self, typed: str, *, exact: bool = False, literal: bool = False) -> Resolved:
        """Resolve a query.

        Args:
            typed: what was typed.
            exact: look only for the words' exact form.
            literal: take every word as it was typed.
        """
        query, reading = self._reader.read(typed), ""
        if not literal:
            query, reading = self._keyboards.best(typed, query)
        words, dates, phrases = self._words(query.parts, exact=exact)
        if not (exact or literal):
            words = self._repair.first(words, query.unfinished)
        without = tuple(
            tuple(frozenset({token.stem}) for _, _, token in query_tokens(part.text))
            for part in query.without
        )
        return Resolved(query, reading, tuple(words), dates, phrases, tuple(filter(None, without)))

    def wider(self, resolved: Resolved) -> Resolved:
        """Look also for words that are spelt like known ones."""
        return replace(resolved, words=tuple(self._repair.wider(resolved.words)))

    # Words

    def _words(
        self, parts: Sequence[Part], *, exact: bool
    ) -> tuple[list[WantedWord], tuple[WantedDate, ...], tuple[tuple[int, int], ...]]:
        words: list[WantedWord] = []
        dates: list[WantedDate] = []
        phrases: list[tuple[int, int]] = []
        for part in parts:
            found = query_tokens(part.text)[: MOST_WORDS - len(words)]
            if not found:
                continue
            first = len(words)
            if part.clause is Clause.BEGINNING:
                words.append(self._begun(part.text, found[0]))
                continue
            way = whole if part.clause is Clause.PHRASE else usual
            words += [
                WantedWord(raw, token, (exactly(token) if exact else way(token),)) for raw, _, token in found
            ]
            if part.clause is Clause.PHRASE:
                phrases.append((first, len(words) - 1))
            elif not exact:
                dates += self._dates(part.text, [start for _, start, _ in found], first)
        return self._without_stop_words(words, dates, phrases), tuple(dates), tuple(phrases)

    def _begun(self, text: str, found: tuple[str, int, object]) -> WantedWord:
        raw, _, _ = found
        (_, _, token), *_ = query_tokens(text)
        forms = self._lexicon.completions(_begun(raw), MOST_BEGUN)
        return WantedWord(raw, token, tuple(exactly_form(form) for form in forms), is_whole=False)

    def _dates(self, text: str, starts: list[int], first: int) -> list[WantedDate]:
        dates = []
        for date in find_dates(text):
            inside = [number for number, start in enumerate(starts) if date.start <= start < date.end]
            asks = tuple(ask for ask in date.asks if ask in self._lexicon)
            if inside and asks:
                dates.append(WantedDate(asks, first + inside[0], first + inside[-1]))
        return dates

    def _without_stop_words(
        self, words: list[WantedWord], dates: list[WantedDate], phrases: list[tuple[int, int]]
    ) -> list[WantedWord]:
        stops = [word.token.form in self._lexicon.stop_words for word in words]
        if all(stops) and not dates:
            return words
        return [replace(word, counts=not stop) for word, stop in zip(words, stops, strict=True)]


def _begun(raw: str) -> str:
    return fold(raw).replace(ZWNJ, "")
