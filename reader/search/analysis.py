"""Turns text into the terms it is indexed under, the same way for passages and for queries."""

from __future__ import annotations

from reader.text.words import raw_words, tokens


def passage_terms(text: str) -> list[str]:
    """Return every term of a passage, in order, repeated as often as it occurs."""
    return [term for word in raw_words(text) for token in tokens(word.text) for term in token.terms() if term]
