"""What is marked in a passage are words that were asked for, at their places in the untouched text."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, note
from hypothesis import strategies as st

from reader.text.dates import find_dates
from reader.text.words import terms_of
from tests.search.test_however_typed import ENGLISH_WAYS, PERSIAN_WAYS, chosen, places, steady

EVERY_WAY = [*(("fa", way) for way in PERSIAN_WAYS.values()), *(("en", way) for way in ENGLISH_WAYS.values())]
ASKED = [
    "اتحادیه‌های کارگری",
    "hjphndi",
    "kargar",
    "etesab",
    "internet shutdown",
    "قطع اینترنت",
    "دی ۱۴۰۴",
    "18 Dey 1404",
    '"قطع اینترنت" کارگر',
    "کارگ*",
    "union -trade",
    "lang:en اعتصاب",
    "اعتصااب سراسري",
    "از",
]


def wanted_terms(searched, query, **how):
    """Every term that a word may be found by: as asked, as repaired, and in the other language."""
    finder = searched.finder
    resolved = finder._resolver.resolve(query, **how)
    wider = finder._resolver.wider(resolved)
    words = {term for word in (*resolved.words, *wider.words) for term in word.terms}
    beyond = {
        term
        for bridged in finder._bridging.of(resolved.query.text)
        for phrase in bridged.phrases
        for word in phrase
        for term in word
    }
    asks = {ask for date in resolved.dates for ask in date.asks}
    return words, beyond, asks


def check(searched, query, **how):
    answer = searched.finder.search(query, limit=30, **how)
    words, beyond, asks = wanted_terms(searched, query, **how)
    for hit in answer.hits:
        assert all(0 <= start < end <= len(hit.text) for start, end in hit.ranges)
        assert all(before[1] <= after[0] for before, after in pairwise(hit.ranges))
        dates = {(date.start, date.end) for date in find_dates(hit.text) if not asks.isdisjoint(date.terms)}
        for start, end in hit.ranges:
            if (start, end) in dates:
                continue
            found = set(terms_of(hit.text[start:end]))
            assert not found.isdisjoint(beyond if hit.bridged else words), hit.text[start:end]
        assert hit.ranges, "a hit shows why it is one"
    return answer


@steady
@given(way=st.sampled_from(EVERY_WAY), place=places)
def test_however_it_was_typed(searched, way, place):
    language, typing = way
    _, _, typed = chosen(searched, language, place, typing)
    note(typed)
    check(searched, typed)


@pytest.mark.parametrize("how", [{}, {"exact": True}, {"literal": True}], ids=["usual", "exact", "literal"])
@pytest.mark.parametrize("query", ASKED)
def test_whatever_is_asked(searched, query, how):
    check(searched, query, **how)


@steady
@given(query=st.text(max_size=40))
def test_anything_at_all(searched, query):
    check(searched, query)


def test_each_letter_of_a_marked_word_is_marked(searched):
    rng = Random(1)
    for number in rng.sample(searched.content["fa"], 20):
        text = searched.entries[number].passage.text
        for hit in searched.finder.search(text[:40], limit=3).hits:
            for start, end in hit.ranges:
                assert not hit.text[max(0, start - 1) : start].isalnum()
                assert not hit.text[end : end + 1].isalnum()
