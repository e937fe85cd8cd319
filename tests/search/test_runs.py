"""Matches that stand side by side are one stretch."""

from __future__ import annotations

import pytest

from reader.search.runs import runs


@pytest.mark.parametrize(
    ("text", "words", "joined"),
    [
        ("قطع اینترنت در شهر", ["قطع", "اینترنت"], ["قطع اینترنت"]),
        ("قطع کامل اینترنت", ["قطع", "اینترنت"], ["قطع", "اینترنت"]),
        ("قطع، اینترنت", ["قطع", "اینترنت"], ["قطع", "اینترنت"]),
        ("اتحادیه\u200cها", ["اتحادیه", "ها"], ["اتحادیه\u200cها"]),
        ("internet  shutdown", ["internet", "shutdown"], ["internet  shutdown"]),
        ("internet-shutdown", ["internet", "shutdown"], ["internet", "shutdown"]),
        ("one two three", ["one", "two", "three"], ["one two three"]),
        ("", [], []),
    ],
)
def test_only_space_is_bridged(text, words, joined):
    ranges = [(text.index(word), text.index(word) + len(word)) for word in words]
    assert [text[start:end] for start, end in runs(text, ranges)] == joined


def test_ranges_in_any_order_and_within_each_other():
    assert runs("one two three", [(4, 7), (0, 7), (8, 13)]) == ((0, 13),)
