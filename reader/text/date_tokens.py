"""Cuts text into the numbers and words that dates are made of, and says what lies between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from reader.text.spelling import fold

TIGHT = "tight"
"""Nothing lies between a token and the one before."""
JOINED = "joined"
"""A half-space or other joiner lies between."""
SPACE = "space"
COMMA = "comma"
DOT = "dot"
"""A full stop with nothing after it, as in 18.10.1404."""
STOP = "stop"
"""A full stop and a space."""
HYPHEN = "hyphen"
DASH = "dash"
SLASH = "slash"
AND = "and"
OTHER = "other"

LOOSE = frozenset({TIGHT, JOINED, SPACE})

_LONGEST_NUMBER = 4
_LONGEST_WORD = 40
_LONGEST_GAP = 8

_MARK = "\u0300-\u036f\u064b-\u065f\u0670\u06d6-\u06ed"
_INVISIBLE = "\u00ad\u061c\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_TOKEN = re.compile(
    rf"(?P<number>[0-9٠-٩۰-۹]+)|(?P<word>(?:[^\W\d_]|[{_MARK}])(?:[^\W\d_]|[{_MARK}\u00ad\u200d])*)"
)
_UNSEEN = re.compile(f"[{_INVISIBLE}]")
_SIGNS = {
    **dict.fromkeys(",،", COMMA),
    **dict.fromkeys("-\u2010\u2011", HYPHEN),
    **dict.fromkeys("\u2012\u2013\u2014\u2212", DASH),
    **dict.fromkeys("/\u060d\u2044\u2215", SLASH),
    "&": AND,
}
_WITHIN_NUMBERS = frozenset(".:٫٬'’")


@dataclass(frozen=True, slots=True)
class Token:
    """One number or word.

    Attributes:
        start: where it begins in the text.
        end: where it ends.
        number: its value; -1 for a word, or for a number too long to belong to a date.
        width: how many digits it has; 0 for a word.
        word: the folded word; empty for a number.
        gap: what lies between the token and the one before, ``OTHER`` at the beginning.
        part: whether it is part of a larger number or a time, such as 1,404 or 12:30.
        capital: whether it begins with a capital letter.
    """

    start: int
    end: int
    number: int
    width: int
    word: str
    gap: str
    part: bool
    capital: bool


def date_tokens(text: str) -> list[Token]:
    """Cut a text into tokens.

    Args:
        text: any text, unfolded.
    """
    spans = [(found.start(), found.end(), found.lastgroup == "number") for found in _TOKEN.finditer(text)]
    pairs = list(pairwise(spans))
    gaps = [text[left[1] : min(right[0], left[1] + _LONGEST_GAP + 1)] for left, right in pairs]
    broken = [
        left[2] and right[2] and _is_one_number(gap, right)
        for (left, right), gap in zip(pairs, gaps, strict=True)
    ]
    tokens = []
    for place, (start, end, is_number) in enumerate(spans):
        width = end - start if is_number else 0
        tokens.append(
            Token(
                start=start,
                end=end,
                number=int(text[start:end]) if 0 < width <= _LONGEST_NUMBER else -1,
                width=width,
                word="" if is_number or end - start > _LONGEST_WORD else fold(text[start:end]),
                gap=_kind(gaps[place - 1]) if place else OTHER,
                part=any(broken[max(0, place - 1) : place + 1]),
                capital=text[start].isupper(),
            )
        )
    return tokens


def _is_one_number(gap: str, after: tuple[int, int, bool]) -> bool:
    sign = _UNSEEN.sub("", gap)
    return sign in _WITHIN_NUMBERS or (sign in {",", "،"} and after[1] - after[0] == 3)


def _kind(gap: str) -> str:
    if len(gap) > _LONGEST_GAP or gap.count("\n") > 1:
        return OTHER
    seen = _UNSEEN.sub("", gap)
    if not seen:
        return TIGHT
    core = seen.strip(" \t\r\n\u00a0\u200c\u202f\u2009\u200b")
    if not core:
        return SPACE if seen.strip("\u200b\u200c") else JOINED
    if core == ".":
        return DOT if core == seen else STOP
    kind = _SIGNS.get(core, OTHER)
    return kind if core == seen or kind in {COMMA, SLASH, AND} else OTHER
