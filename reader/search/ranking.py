"""Puts the best passages first: whole phrases before words apart, near ones before far ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.search.passage_words import follow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.search.passage_words import Occurrence

MOST_READ = 16_000
"""Characters of the best passages that are read word by word to rank them."""
_PHRASE = 3.0
"""By how much a passage rises that has all the words in a row…"""
_LONGER = 0.5
"""…and how much more for each word from the fourth on: so many in a row are no accident."""
_PAIR = 0.15
_NEAR = 0.15
_HEADING = 1.1
_CONTEXT = 0.1


def closeness(found: Sequence[tuple[Occurrence, tuple[int, ...]]], words: int) -> float:
    """Return by how much the nearness of a query's words raises a passage: a factor of 1 or more.

    Args:
        found: where the words of the query stand in the passage.
        words: how many the query has.
    """
    if words < 2:
        return 1.0
    if follow(found, 0, words - 1):
        return _PHRASE + _LONGER * max(0, words - 3)
    pairs = sum(follow(found, number, number + 1) for number in range(words - 1))
    return 1.0 + _PAIR * pairs / (words - 1) + _NEAR * _nearness(found)


def _nearness(found: Sequence[tuple[Occurrence, tuple[int, ...]]]) -> float:
    """Return how near the words that occur stand to one another, from 0 to 1, by the smallest window."""
    kinds = {numbers[0] for _, numbers in found}
    if len(kinds) < 2:
        return 0.0
    last: dict[int, int] = {}
    best = 10_000
    for (place, _, _), numbers in found:
        last[numbers[0]] = place
        if len(last) == len(kinds):
            best = min(best, place - min(last.values()) + 1)
    return min(1.0, len(kinds) / best)


def standing(matched_above: int, words: int, *, is_heading: bool) -> float:
    """Return by how much a passage rises for where it stands: a factor of 1 or more.

    Args:
        matched_above: words of the query in its heading and in the title of its document.
        words: how many the query has.
        is_heading: whether the passage is a heading itself.
    """
    return (_HEADING if is_heading else 1.0) * (1.0 + _CONTEXT * matched_above / max(1, words))
