"""Runs of the other direction are isolated, so that nothing beside them is drawn into them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.direction import runs_right_to_left, without_isolates
from reader.text.foreign_runs import foreign_runs, foreign_words, isolate


def shown(text: str, language: str) -> str:
    """Isolates as brackets that can be read."""
    return isolate(text, language).replace("\u2066", "<").replace("\u2067", ">").replace("\u2069", "|")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("به گزارش NetBlocks قطع شد", "به گزارش NetBlocks قطع شد"),
        ("به گزارش Human Rights Watch قطع شد", "به گزارش <Human Rights Watch| قطع شد"),
        ("«Killed in Iran; IHR Warns — At Last»، ۱۳", "«<Killed in Iran; IHR Warns — At Last|»، ۱۳"),
        ("«Iran’s toll is ‘a crime’»، ۲۰", "«<Iran’s toll is ‘a crime’|»، ۲۰"),
        ("«Iran’s ‘first’ toll»، ۲۰", "«<Iran’s ‘first’ toll|»، ۲۰"),
        ("«a ‘b c»، «d e’»", "«<a ‘b c|»، «<d e|’»"),
        ("OONI، «Internet blackouts»، ۲۸ مارس", "<OONI|، «<Internet blackouts|»، ۲۸ مارس"),
        ("OONI، IODA و Kandoo، «Iran’s blackout»، ۲۳", "<OONI|، IODA و <Kandoo|، «<Iran’s blackout|»، ۲۳"),
        ("از راه NIAC، ۲۱ ژانویه", "از راه <NIAC|، ۲۱ ژانویه"),
        ("نشانی‌های IPv6 ۹۸٪ کم شد", "نشانی‌های <IPv6| ۹۸٪ کم شد"),
        ("پرونده‌ی ۱۰۴ و ۲۵۰۸", "پرونده‌ی ۱۰۴ و ۲۵۰۸"),
        ("هر workers’ organisation / union، یا", "هر <workers’ organisation / union|، یا"),
        ("گزارش A/HRC/50/55 می‌گوید", "گزارش <A/HRC/50/55| می‌گوید"),
    ],
)
def test_latin_in_persian(text, expected):
    assert shown(text, "fa") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the word سرکوب is", "the word سرکوب is"),
        ("the words قطع اینترنت are", "the words >قطع اینترنت| are"),
    ],
)
def test_persian_in_english(text, expected):
    assert shown(text, "en") == expected


@given(st.text(alphabet="abc اب،«»۱2()’‘“”'-. ", max_size=40), st.sampled_from(["fa", "en"]))
def test_nothing_else_changes(text, language):
    assert without_isolates(isolate(text, language)) == text


@given(st.text(alphabet="abc اب\u200c،«»۱2()’‘“”'-. ", max_size=40), st.sampled_from(["fa", "en"]))
def test_words_of_other_letters_are_the_runs_and_what_needs_no_isolate(text, language):
    words = list(foreign_words(text, language))
    assert set(foreign_runs(text, language)) <= set(words)
    assert all(start < end for start, end in words)
    assert all(one[1] <= other[0] for one, other in pairwise(words))
    outside = "".join(text[one[1] : other[0]] for one, other in pairwise([(0, 0), *words, (len(text), 0)]))
    letters = "abc" if language == "fa" else "اب"
    assert not set(outside) & set(letters)


@pytest.mark.parametrize(
    ("text", "leftwards"), [("«the letter»", False), ("۱. نامه", True), ("12", True), ("1 a ب", False)]
)
def test_the_first_letter_says_the_direction(text, leftwards):
    assert runs_right_to_left(text, otherwise=True) == leftwards
