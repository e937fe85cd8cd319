"""Reads postings and sums their BM25 scores, keeping what was read last in memory within a bound."""

from __future__ import annotations

import math
from array import array
from collections import OrderedDict
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

K1 = 0.9
B = 0.4
"""BM25 for short passages (docs/search.md)."""
MOST_KEPT = 400_000
"""Postings that are kept; 8 bytes each."""

Postings = tuple["array[int]", "array[float]"]
"""Numbers of passages, and how much the term says of each."""


class Occurrences(Protocol):
    """Says where terms are."""

    def of(self, term: str) -> Iterable[tuple[int, float]]:
        """Return the number of each passage a term is in, rising, and how often it is there."""


class WhooshOccurrences:
    """Says where the terms of a Whoosh index are; for one thread at a time.

    Args:
        index: the Whoosh index.
        field: the field whose terms are read.
    """

    def __init__(self, index: Any, field: str) -> None:  # noqa: ANN401  Whoosh has no types
        self._reader, self._field = index.reader(), field

    def of(self, term: str) -> Iterator[tuple[int, float]]:
        """Yield the number of each passage a term is in, and how often it is there."""
        key = term.encode("utf-8", "ignore")
        if not key or (self._field, key) not in self._reader:
            return
        postings = self._reader.postings(self._field, key)
        while postings.is_active():
            yield postings.id(), postings.weight()
            postings.next()


class PostingsReader:
    """Postings of an index, scored; for one thread at a time.

    Args:
        occurrences: where the terms are.
        counts: every term, with the number of passages it is in.
        lengths: number of terms of every passage.
    """

    def __init__(self, occurrences: Occurrences, counts: dict[str, int], lengths: array[int]) -> None:
        self._occurrences, self._counts = occurrences, counts
        mean = sum(lengths) / max(1, len(lengths)) or 1.0
        self._norms = array("f", (K1 * (1 - B + B * length / mean) for length in lengths))
        self._kept: OrderedDict[str, Postings] = OrderedDict()
        self._size = 0

    def read(self, term: str) -> Postings:
        """Return the passages a term is in, each with its BM25 score there.

        The formula is that of Robertson and Zaragoza, 2009; the sum over the words of a query is left to
        the caller.
        """
        kept = self._kept.get(term)
        if kept is not None:
            self._kept.move_to_end(term)
            return kept
        found = self._read(term)
        self._kept[term] = found
        self._size += len(found[0]) + 1
        while self._size > MOST_KEPT and len(self._kept) > 1:
            _, (numbers, _) = self._kept.popitem(last=False)
            self._size -= len(numbers) + 1
        return found

    def _read(self, term: str) -> Postings:
        numbers, scores = array("I"), array("f")
        frequency = self._counts.get(term, 0)
        rarity = math.log(1 + (len(self._norms) - frequency + 0.5) / (frequency + 0.5)) * (K1 + 1)
        norms = self._norms
        for number, times in self._occurrences.of(term) if frequency else ():
            numbers.append(number)
            scores.append(rarity * times / (times + norms[number]))
        return numbers, scores
