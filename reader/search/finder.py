"""Finds passages: sums the scores of the postings, ranks, and marks the words where they stand."""

from __future__ import annotations

import math
import threading
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reader.search.index import TERMS
from reader.text.words import EXACT, Token, raw_words, tokens

if TYPE_CHECKING:
    from reader.search.index import Entry, Index

Range = tuple[int, int]
LONGEST_QUERY = 200
"""Characters of a query that are read."""
MOST_WORDS = 12
K1 = 0.9
B = 0.4
"""BM25 for short passages (docs/search.md)."""
EXACT_WEIGHT = 0.3
PART_WEIGHT = 0.25


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found.

    Attributes:
        document: id of the document.
        language: language of the edition.
        passage: id of the passage.
        title: title of the edition.
        section: text of the heading it stands under.
        text: the passage's raw text.
        ranges: characters of ``text`` that matched, [start, end).
        score: higher is better.
        bridged: whether it was found by way of the other language.
    """

    document: str
    language: str
    passage: str
    title: str
    section: str
    text: str
    ranges: tuple[Range, ...]
    score: float
    bridged: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search came to.

    Attributes:
        query: what was asked.
        repaired: what was searched for instead, or None.
        suggestion: what may have been meant, or None.
        total: number of passages found.
        hits: the best of them, best first.
    """

    query: str
    repaired: str | None
    suggestion: str | None
    total: int
    hits: tuple[Hit, ...]


class Finder:
    """Searches an index; safe to use from several threads, one at a time.

    Args:
        index: what to search.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        self._reader: Any = index.whoosh.reader()
        self._lock = threading.Lock()

    def search(
        self,
        query: str,
        *,
        language: str | None = None,
        document: str | None = None,
        limit: int | None = 20,
        exact: bool = False,
        literal: bool = False,
    ) -> Answer:
        """Find passages that hold the words.

        Args:
            query: what was typed.
            language: only editions in this language.
            document: only this document.
            limit: most hits to return; None for all.
            exact: only the words' exact form.
            literal: repair nothing.
        """
        words = _words(query)
        with self._lock:
            scores, matched = self._scores(words, exact=exact)
        found = []
        for number, score in scores.items():
            entry = self._index.entries[number]
            if (language and entry.language != language) or (document and entry.document != document):
                continue
            # The program's own help stands after what the briefing itself says.
            found.append((entry.kind != "help", len(matched[number]), score, -number))
        needed = max((count for _, count, _, _ in found), default=0)
        found = sorted((each for each in found if each[1] * 2 > needed), reverse=True)
        wanted = _wanted(words, exact=exact)
        hits = tuple(
            self._hit(self._index.entries[-number], count + score / 1000, wanted)
            for _, count, score, number in found[:limit]
        )
        return Answer(query, None, None, len(found), hits)

    def marks(self, query: str, document: str, language: str) -> dict[str, tuple[Range, ...]]:
        """Return what a query marks in one edition: ranges by passage."""
        answer = self.search(query, language=language, document=document, limit=None)
        return {hit.passage: hit.ranges for hit in answer.hits}

    def _scores(
        self, words: list[tuple[Token, ...]], *, exact: bool
    ) -> tuple[dict[int, float], dict[int, set[int]]]:
        scores: dict[int, float] = defaultdict(float)
        matched: dict[int, set[int]] = defaultdict(set)
        for position, word in enumerate(words):
            for token in word:
                for term, weight in _weights(token, exact=exact):
                    self._add(term, weight, position, scores, matched)
        return scores, matched

    def _add(
        self, term: str, weight: float, position: int, scores: dict[int, float], matched: dict[int, set[int]]
    ) -> None:
        key = term.encode("utf-8", "ignore")
        if not key or (TERMS, key) not in self._reader:
            return
        frequency = self._reader.doc_frequency(TERMS, key)
        rarity = math.log(1 + (len(self._index.entries) - frequency + 0.5) / (frequency + 0.5))
        postings = self._reader.postings(TERMS, key)
        while postings.is_active():
            number, times = postings.id(), postings.weight()
            length = self._index.entries[number].length / self._index.mean_length
            scores[number] += weight * rarity * times * (K1 + 1) / (times + K1 * (1 - B + B * length))
            matched[number].add(position)
            postings.next()

    def _hit(self, entry: Entry, score: float, wanted: frozenset[str]) -> Hit:
        text = entry.passage.text
        ranges = tuple(
            (word.start, word.end)
            for word in raw_words(text)
            if any(not wanted.isdisjoint(token.terms()) for token in tokens(word.text))
        )
        return Hit(
            entry.document, entry.language, entry.passage.id, entry.title, entry.section, text, ranges, score
        )


def _words(query: str) -> list[tuple[Token, ...]]:
    words = [tokens(word.text) for word in raw_words(query[:LONGEST_QUERY])]
    return [word for word in words if word][:MOST_WORDS]


def _weights(token: Token, *, exact: bool) -> list[tuple[str, float]]:
    if exact:
        return [(EXACT + token.form, 1.0)]
    return [
        (token.stem, 1.0),
        (EXACT + token.form, EXACT_WEIGHT),
        *((part, PART_WEIGHT) for part in token.parts),
    ]


def _wanted(words: list[tuple[Token, ...]], *, exact: bool) -> frozenset[str]:
    return frozenset(term for word in words for token in word for term, _ in _weights(token, exact=exact))
