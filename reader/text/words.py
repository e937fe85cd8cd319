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
_VERB_ENDS = ("ند", "یم", "ید", "م", "د", "ی", "ست")
_PLURALS = ("هایشان", "هایمان", "هایتان", "هایی", "هایم", "هایت", "هایش", "هاست", "های", "ها")


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
            made.append(Token(_latin_stem(piece), piece))
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
    for prefix in ("نمی", "می"):
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= 4 and rest.endswith(_VERB_ENDS):
            return rest
    return word


def _stem(word: str) -> str:
    """Take off plural, possessive and comparative endings, three at most."""
    for _ in range(3):
        shorter = _shorter(word)
        if shorter == word:
            break
        word = shorter
    return word


def _shorter(word: str) -> str:
    for ending in _PLURALS:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            return word[: -len(ending)]
    for ending in ("شان", "مان", "تان"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    for ending in ("ترین", "تری", "تر"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    if word[-2:] in ("یم", "یت", "یش") and word[-3:-2] in ("ا", "ه", "و") and len(word) > 4:
        return word[:-2]
    if word.endswith("گان") and len(word) >= 6:
        return word[:-3] + "ه"
    if word.endswith("یان") and len(word) >= 6:
        return word[:-3]
    for ending in ("ان", "ات", "یی", "ی"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def _latin_stem(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
