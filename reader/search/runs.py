"""Joins matches that stand side by side: who reads sees one stretch, not several words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.persian import ZWNJ

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.search.answer import Range

_BETWEEN = frozenset(" \u00a0" + ZWNJ)


def runs(text: str, ranges: Iterable[Range]) -> tuple[Range, ...]:
    """Return the stretches that matches make, those joined between which nothing but space stands.

    Args:
        text: a passage's raw text.
        ranges: its matches, [start, end).
    """
    joined: list[Range] = []
    for start, end in sorted(ranges):
        if joined and _BETWEEN.issuperset(text[joined[-1][1] : start]):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
