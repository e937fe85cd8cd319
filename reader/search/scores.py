"""Sums what the words of a query say of each passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.search.postings import PostingsReader
    from reader.search.wanted import Option

_RARER = 2
_USUAL = 1500
"""Passages above which a word is a usual one."""
_ENOUGH = 100
"""Passages that the rarer words must have found."""


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

    def add_all(self, words: Sequence[Sequence[Option]]) -> None:
        """Add what every word says, the rarest word first.

        A word that stands in very many passages says little: after two rarer ones it only raises the
        passages that these have found.
        """
        sizes = [sum(len(self._postings.read(option[0][0])[0]) for option in options) for options in words]
        for place, number in enumerate(sorted(range(len(words)), key=sizes.__getitem__)):
            is_usual = place >= _RARER and sizes[number] > _USUAL
            self.add(words[number], only_found=is_usual and len(self.totals) >= _ENOUGH)

    def add(self, options: Sequence[Option], *, only_found: bool = False) -> None:
        """Add what a word says; of its options the best one counts in each passage.

        Args:
            options: ways to find it.
            only_found: raise passages that were found already, and find no others.
        """
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
        if only_found:
            best = {passage: best[passage] for passage in totals.keys() & best.keys()}
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
