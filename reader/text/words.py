"""Cuts raw text into words and gives each word the terms it is found by: stem, exact form, parts."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.text.persian import ZWNJ, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

EXACT = "="
"""Begins the term of a word's exact, unstemmed form."""
_MARKS = "\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\u00ad\u061c\ufeff¬"
_RAW = re.compile(rf"[{_MARKS}]*[^\W_](?:[^\W_]+|[{_MARKS}]+|(?<=\d)[.,/٫٬](?=\d))*")
_TOKEN = re.compile(r"[0-9]+(?:[./,][0-9]+)*|[a-z][a-z0-9]*|[\u0600-\u06ff\u200c]+|[^\W\d_]+")
_PREFIXES = frozenset({"می", "نمی", "همی"})
_SUFFIXES = frozenset(
    [
        "ها",
        "های",
        "هایی",
        "هایم",
        "هایت",
        "هایش",
        "هایمان",
        "هایتان",
        "هایشان",
        "تر",
        "ترین",
        "ترها",
        "ای",
        "ی",
        "ام",
        "ات",
        "اش",
        "ایم",
        "اید",
        "اند",
        "است",
        "مان",
        "تان",
        "شان",
    ]
)
_VERB_PREFIXES = ("نمی", "می")
_VERB_ENDS = ("ند", "یم", "ید", "م", "د", "ی", "ست")


@dataclass(frozen=True, slots=True)
class Endings:
    """Endings that make no other word, tried in their order.

    Attributes:
        endings: the endings.
        left: letters that must be left.
        instead: what takes their place.
        after: letters of which one must stand before; empty for any.
        not_after: letters of which none may stand before.
    """

    endings: tuple[str, ...]
    left: int
    instead: str = ""
    after: str = ""
    not_after: str = ""


_PERSIAN_ENDINGS = (
    Endings(("هایشان", "هایمان", "هایتان", "هایی", "هایم", "هایت", "هایش", "هاست", "های", "ها"), 2),
    Endings(("شان", "مان", "تان"), 4),
    Endings(("ترین", "تری", "تر"), 3),
    Endings(("یم", "یت", "یش"), 3, after="اهو"),
    Endings(("گان",), 3, instead="ه"),
    Endings(("یان",), 3),
    Endings(("ان", "ات", "یی", "ی"), 3),
)
_MOST_ENDINGS = 3
_LATIN_ENDINGS = (
    Endings(("ies",), 2, instead="y"),
    Endings(("sses",), 1, instead="ss"),
    Endings(("shes",), 1, instead="sh"),
    Endings(("ches",), 1, instead="ch"),
    Endings(("xes",), 2, instead="x"),
    Endings(("s",), 3, not_after="sui"),
)
_LEFT_OF_VERB = 4
"""Letters that must be left of a verb without its prefix."""


@dataclass(frozen=True, slots=True)
class RawWord:
    """A word as it stands in a text.

    Attributes:
        text: its letters, marks and half-spaces.
        start: first character in the text.
        end: one past the last.
    """

    text: str
    start: int
    end: int


def raw_words(text: str) -> list[RawWord]:
    """Return every word of a text, with places in the untouched text."""
    return [RawWord(match[0], *match.span()) for match in _RAW.finditer(text)]


def raw_matches(text: str) -> Iterator[re.Match[str]]:
    """Return an iterator over every word of a text; where many passages are read this is faster."""
    return _RAW.finditer(text)


@dataclass(frozen=True, slots=True)
class Token:
    """What one word, or one part of a mixed word, is found by.

    Attributes:
        stem: the light stem.
        form: the folded word as typed, half-spaces joined.
        parts: parts of a compound, stemmed; and other readings.
    """

    stem: str
    form: str
    parts: tuple[str, ...] = ()

    def terms(self) -> tuple[str, ...]:
        """Return every term a text is indexed under for this word."""
        return (self.stem, *self.parts, EXACT + self.form)


@lru_cache(maxsize=2_000)
def tokens(raw: str) -> tuple[Token, ...]:
    """Return the tokens of a raw word: digits, Persian letters and other letters stand apart.

    Args:
        raw: a word as it stands in a text.
    """
    made = []
    for match in _TOKEN.finditer(fold(raw[:100])):
        piece = match[0].strip(ZWNJ)
        if piece[:1].isdigit():
            number = piece.replace(",", "")
            made.append(Token(number, number))
        elif piece.isascii() and piece:
            made.append(Token(_shorter(piece, _LATIN_ENDINGS), piece))
        elif piece:
            token = _persian(piece)
            if token is not None:
                made.append(token)
    return tuple(made)


@lru_cache(maxsize=100_000)
def terms_of(raw: str) -> tuple[str, ...]:
    """Return every term a text is indexed under for a raw word.

    Args:
        raw: a word as it stands in a text.
    """
    return tuple(sys.intern(term) for token in tokens(raw) for term in token.terms() if term)


def _persian(piece: str) -> Token | None:
    parts = [part for part in piece.split(ZWNJ) if part]
    form = "".join(parts)
    kept = list(parts)
    while len(kept) > 1 and kept[-1] in _SUFFIXES:
        kept.pop()
    while len(kept) > 1 and kept[0] in _PREFIXES:
        kept.pop(0)
    if kept == parts and len(parts) == 1:
        if form in _SUFFIXES or form in _PREFIXES:
            return None
        joined = _without_verb_prefix(form)
    else:
        joined = "".join(kept)
    stem = _stem(joined)
    others = {_stem(part) for part in kept} if len(kept) > 1 else set()
    if form.endswith("هاي") or (form.endswith("های") and len(form) > 4):
        others.add(_stem(form[:-2]))
    elif form.endswith("هایی"):
        others.add(form[:-3])
    others.discard(stem)
    return Token(stem, form, tuple(sorted(others)))


def _without_verb_prefix(word: str) -> str:
    for prefix in _VERB_PREFIXES:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= _LEFT_OF_VERB and rest.endswith(_VERB_ENDS):
            return rest
    return word


def _stem(word: str) -> str:
    """Take off plural, possessive and comparative endings, three at most."""
    for _ in range(_MOST_ENDINGS):
        shorter = _shorter(word, _PERSIAN_ENDINGS)
        if shorter == word:
            break
        word = shorter
    return word


def _shorter(word: str, table: tuple[Endings, ...]) -> str:
    """Take off one ending."""
    for row in table:
        if not word.endswith(row.endings):
            continue
        for ending in row.endings:
            left = len(word) - len(ending)
            if left < row.left or not word.endswith(ending):
                continue
            before = word[left - 1]
            if (not row.after or before in row.after) and before not in row.not_after:
                return word[:left] + row.instead
    return word
