"""Turns text into the terms it is indexed under, the same way for passages and for queries."""

from __future__ import annotations

from reader.text.dates import find_dates
from reader.text.words import raw_matches, terms_of

CHAIN = 1
"""Version of the analysis: an index made by another one is made anew."""


def passage_terms(text: str) -> list[str]:
    """Return every term of a passage, in order, repeated as often as it occurs."""
    terms = [term for match in raw_matches(text) for term in terms_of(match[0])]
    terms.extend(term for date in find_dates(text) for term in date.terms)
    return terms
