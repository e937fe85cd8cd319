"""Sums what the words of a query say of each passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.search.postings import PostingsReader
    from reader.search.wanted import Option


class Scores:
    """Scores of passages, word by word.

    Args:
        postings: the postings of the index.
    """

    def __init__(self, postings: PostingsReader) -> None:
        self._postings = postings
        self.totals: dict[int, float] = {}
        self.matched: dict[int, int] = {}
        self.words = 0

    def add(self, options: Sequence[Option]) -> None:
        """Add what a word says; of its options the best one counts in each passage."""
        self.words += 1
        best: dict[int, float] = {}
        for number, option in enumerate(options):
            sums = self._sums(option)
            if not number:
                best = sums
                continue
            for passage, score in sums.items():
                if score > best.get(passage, 0.0):
                    best[passage] = score
        totals, matched = self.totals, self.matched
        for passage, score in best.items():
            totals[passage] = totals.get(passage, 0.0) + score
            matched[passage] = matched.get(passage, 0) + 1

    def _sums(self, option: Option) -> dict[int, float]:
        sums: dict[int, float] = {}
        for term, weight in option:
            numbers, scores = self._postings.read(term)
            for number, score in zip(numbers, scores, strict=True):
                sums[number] = sums.get(number, 0.0) + weight * score
        return sums
