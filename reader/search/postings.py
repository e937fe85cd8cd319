"""Reads postings and sums their BM25 scores, keeping what was read last in memory within a bound."""

from __future__ import annotations

import math
from array import array
from collections import OrderedDict
from typing import Any

K1 = 0.9
B = 0.4
"""BM25 for short passages (docs/search.md)."""
MOST_KEPT = 400_000
"""Postings that are kept; 8 bytes each."""

Postings = tuple["array[int]", "array[float]"]
"""Numbers of passages, and how much the term says of each."""


class PostingsReader:
    """Postings of an index, scored; for one thread at a time.

    Args:
        reader: a reader of the Whoosh index.
        field: the field whose terms are read.
        lengths: number of terms of every passage.
    """

    def __init__(self, reader: Any, field: str, lengths: array[int]) -> None:  # noqa: ANN401  Whoosh has no types
        self._reader, self._field = reader, field
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
        key = term.encode("utf-8", "ignore")
        if not key or (self._field, key) not in self._reader:
            return numbers, scores
        frequency = self._reader.doc_frequency(self._field, key)
        rarity = math.log(1 + (len(self._norms) - frequency + 0.5) / (frequency + 0.5)) * (K1 + 1)
        postings = self._reader.postings(self._field, key)
        norms = self._norms
        while postings.is_active():
            number, times = postings.id(), postings.weight()
            if number >= len(norms):  # in a stored index that lies
                break
            numbers.append(number)
            scores.append(rarity * times / (times + norms[number]))
            postings.next()
        return numbers, scores
