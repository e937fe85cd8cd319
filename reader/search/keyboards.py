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
        best, most, reading = query, self._known(query), ""
        if most == 1.0:
            return best, reading
        is_clear = most > _CLEAR
        for text in self._layouts.readings(typed):
            mixed = self._word_by_word(typed, text, is_clear=is_clear)
            other = self._reader.read(mixed)
            known = self._known(other)
            enough = 0.0 if is_clear else _CLEAR if text.isascii() else _LIKELY
            if mixed != typed and known > max(most, enough):
                best, most, reading = other, known, mixed
        return best, reading

    def _known(self, query: Query) -> float:
        """Return which share of a query's letters is in known words; one or two letters prove nothing."""
        found = [(raw, token) for raw, _, token in query_tokens(query.text) if not token.form[:1].isdigit()]
        letters = known = 0
        for raw, token in found:
            letters += len(token.form)
            is_long = len(token.form) >= _TELLING or len(found) == 1
            if (is_long and self._knows(token.stem, token.form)) or token.form in self._lexicon.stop_words:
                known += len(token.form)
            elif raw == query.unfinished and is_long and self._lexicon.begins(fold(raw).replace(ZWNJ, "")):
                known += len(token.form) - 1
        return known / letters if letters else 0.0

    def _knows(self, stem: str, form: str) -> bool:
        return stem in self._lexicon or bool(self._lexicon.typed_without(form))

    def _word_by_word(self, typed: str, read: str, *, is_clear: bool) -> str:
        """Read for the other keyboard only what is known there and not here; other words follow the last.

        Args:
            typed: what was typed.
            read: the same for another keyboard; a space is a space on all of them.
            is_clear: whether most words are right as they stand.
        """
        here, there = typed.split(" "), read.split(" ")
        if len(here) != len(there):
            return read
        least = _CERTAIN if is_clear else _TELLING
        votes = [self._vote(*pair, least) for pair in zip(here, there, strict=True)]
        is_other = next((vote for vote in votes if vote is not None), not is_clear)
        words = []
        for word, other, vote in zip(here, there, votes, strict=True):
            is_other = is_other if vote is None else vote
            words.append(other if is_other else word)
        return " ".join(words)

    def _vote(self, typed: str, read: str, least: int) -> bool | None:
        """Whether a word was meant for the other keyboard; None if nothing tells."""
        as_typed, as_read = self._is_known(typed, _TELLING), self._is_known(read, least)
        return None if as_typed == as_read else as_read

    def _is_known(self, word: str, least: int) -> bool:
        forms = [token for _, _, token in query_tokens(word)]
        return bool(forms) and all(
            len(token.form) >= least and self._knows(token.stem, token.form) for token in forms
        )
