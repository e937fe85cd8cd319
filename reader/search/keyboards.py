"""Tells which keyboard a query was meant for, as a whole or word by word (docs/search.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.search.wanted import query_tokens
from reader.text.persian import ZWNJ, fold

if TYPE_CHECKING:
    from reader.search.lexicon import Lexicon
    from reader.search.mistyping import Layouts
    from reader.search.query import Query, QueryReader

_CLEAR = 0.6
"""Share of a query that must be known words for its keyboard to be clear."""
_LIKELY = 0.25
"""The same for Latin letters that mean nothing as they stand: few of them make Persian words by accident."""
_TELLING = 3
"""Letters of a word that is not known by accident…"""
_CERTAIN = 4
"""…and where the other words of the query are right as they stand."""
_BETTER = 0.05
"""By how much another keyboard must read better than one that is more usual."""
_KEYS = "[];',.`\\"
"""Signs that are letters on another keyboard: many of them among the letters tell that it was meant."""


class Keyboards:
    """Reads queries as other keyboards would have them.

    Args:
        lexicon: the known words.
        layouts: the keyboards that a query may have been meant for.
        reader: reads queries.
    """

    def __init__(self, lexicon: Lexicon, layouts: Layouts, reader: QueryReader) -> None:
        self._lexicon, self._layouts, self._reader = lexicon, layouts, reader

    def best(self, typed: str, query: Query) -> tuple[Query, str]:
        """Return the query as it was meant, and its text if that is not what was typed.

        Args:
            typed: what was typed.
            query: how that reads.
        """
        best, most, reading = query, self._known(query.text, query.unfinished), ""
        if most == 1.0:
            return best, reading
        here = typed.split(" ")
        is_clear = most > _CLEAR
        is_latin = any("a" <= letter <= "z" for letter in typed.lower())
        for text in self._layouts.readings(typed):
            there = text.split(" ")
            if len(there) != len(here):
                continue
            mixed, is_told = self._word_by_word(here, there, is_clear=is_clear)
            other = self._reader.read(" ".join(mixed))
            known = self._known(other.text, other.unfinished)
            if known <= most + (_BETTER if reading else 0.0):
                continue
            changed = [pair for pair in zip(here, mixed, strict=True) if pair[0] != pair[1]]
            before = self._known(" ".join(word for word, _ in changed), query.unfinished)
            after = self._known(" ".join(word for _, word in changed), other.unfinished)
            if after > max(before, _LIKELY if is_latin and is_told else _CLEAR):
                best, most, reading = other, known, " ".join(mixed)
        return best, reading

    def _known(self, text: str, unfinished: str) -> float:
        """Return which share of a text's letters is in known words; one or two letters prove little.

        Args:
            text: words.
            unfinished: the one of them that may be the beginning of a known word; empty if none.
        """
        found = [(raw, token) for raw, _, token in query_tokens(text) if not token.form[:1].isdigit()]
        letters, known = sum(map(text.count, _KEYS)), 0.0
        for raw, token in found:
            length = len(token.form)
            letters += length
            is_long = length >= _TELLING or len(found) == 1
            if token.form in self._lexicon.stop_words:
                known += length if length >= _TELLING else length / 2
            elif is_long and self._knows(token.stem, token.form):
                known += length
            elif is_long and raw == unfinished and self._lexicon.begins(fold(raw).replace(ZWNJ, "")):
                known += length - 1
        return known / letters if letters else 0.0

    def _knows(self, stem: str, form: str) -> bool:
        return stem in self._lexicon or bool(self._lexicon.typed_without(form))

    def _word_by_word(self, here: list[str], there: list[str], *, is_clear: bool) -> tuple[list[str], bool]:
        """Read for the other keyboard only what is known there and not here; other words follow the last.

        Tells too whether any word was known there and not here.

        Args:
            here: the words as they were typed.
            there: the same for another keyboard.
            is_clear: whether most words are right as they stand.
        """
        least = _CERTAIN if is_clear else _TELLING
        votes = [self._vote(*pair, least) for pair in zip(here, there, strict=True)]
        is_other = next((vote for vote in votes if vote is not None), not is_clear)
        words = []
        for word, other, vote in zip(here, there, votes, strict=True):
            is_other = is_other if vote is None else vote
            words.append(other if is_other else word)
        return words, True in votes

    def _vote(self, typed: str, read: str, least: int) -> bool | None:
        """Whether a word was meant for the other keyboard; None if nothing tells."""
        if typed.isupper() and sum(map(str.isupper, typed)) > 1:
            return False  # an abbreviation: as a Persian word it would be vowel marks
        as_typed, as_read = self._is_known(typed, _TELLING), self._is_known(read, least)
        return None if as_typed == as_read else as_read

    def _is_known(self, word: str, least: int) -> bool:
        forms = [token for _, _, token in query_tokens(word)]
        return bool(forms) and all(
            len(token.form) >= least and self._knows(token.stem, token.form) for token in forms
        )
