"""Direction of text: which languages run right to left, and what keeps a run from being reordered."""

from __future__ import annotations

import unicodedata

LRI = "\u2066"
RLI = "\u2067"
FSI = "\u2068"
PDI = "\u2069"
WORD_JOINER = "\u2060"

ISOLATES = dict.fromkeys(map(ord, (LRI, RLI, FSI, PDI, WORD_JOINER)))
"""Translation table that removes what a page adds: isolates (Unicode 15.1, UAX #9, section 2.4), joiners."""

_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "fa", "he", "ps", "ur"})


def is_right_to_left(language: str) -> bool:
    """Whether a language is written from right to left.

    Args:
        language: a BCP 47 primary language tag.
    """
    return language in _RIGHT_TO_LEFT


def has_letters(text: str) -> bool:
    """Whether there is a letter in a text, and not only digits and signs."""
    return any(letter.isalpha() for letter in text)


def runs_right_to_left(text: str, *, otherwise: bool) -> bool:
    """Return the direction of a text's first letter (UAX #9, rule P2).

    Args:
        text: any text.
        otherwise: the answer for a text without letters.
    """
    strong = (unicodedata.bidirectional(letter) for letter in text)
    return next((each != "L" for each in strong if each in ("L", "R", "AL")), otherwise)


def without_isolates(text: str) -> str:
    """Return the text as it was before ``isolate``."""
    return text.translate(ISOLATES)
