"""A word is found by its stem, its exact form and its parts, whatever its endings and half-spaces."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.persian import fold
from reader.text.words import EXACT, raw_words, terms_of, tokens

ZWNJ = "\u200c"
NOUNS = ["اتحادیه", "سندیکا", "کارگر", "اعتصاب", "سازمان", "قانون", "پیمان", "خانه", "روز", "شورا"]


def stems(text):
    return [token.stem for word in raw_words(text) for token in tokens(word.text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("قطع اینترنت، ۱۸ دی", ["قطع", "اینترنت", "۱۸", "دی"]),
        ("می‌رود؛ خانه‌ها", ["می‌رود", "خانه‌ها"]),
        ("«نامه»‏ (پیوست)", ["نامه", "پیوست"]),
        ("12,500 and 3.5", ["12,500", "and", "3.5"]),
        ("۱۲٬۵۰۰ نفر.", ["۱۲٬۵۰۰", "نفر"]),
        ("a.b, c", ["a", "b", "c"]),
        ("کِتاب کـتاب", ["کِتاب", "کـتاب"]),
        ("sit-in", ["sit", "in"]),
        ("", []),
        ("— … «»", []),
    ],
)
def test_where_words_end(text, words):
    found = raw_words(text)
    assert [word.text.strip("\u200f") for word in found] == words
    assert all(text[word.start : word.end] == word.text for word in found)


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("ending", ["ها", "های", "هایی", "هایش", "هایشان", "هایمان"])
@pytest.mark.parametrize("joint", ["", ZWNJ, "¬"])
def test_plurals_have_the_stem_of_the_word(noun, ending, joint):
    assert stems(noun + joint + ending) == stems(noun)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("خانه‌ی", "خانه"),
        ("خانهٔ", "خانه"),
        ("خانۀ", "خانه"),
        ("کارگری", "کارگر"),
        ("کارگران", "کارگر"),
        ("ایرانیان", "ایران"),
        ("بزرگ‌ترین", "بزرگ"),
        ("بزرگترین", "بزرگ"),
        ("می‌توانند", "توانند"),
        ("میتوانند", "توانند"),
        ("نمی‌توانند", "توانند"),
        ("بازنشستگان", "بازنشسته"),
        ("unions", "union"),
        ("bodies", "body"),
        ("Strikes", "strike"),
    ],
)
def test_forms_of_one_word(one, other):
    assert stems(one) == stems(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("دانش", "دان"), ("ارتش", "ارت"), ("مردم", "مرد"), ("خانه", "خان"), ("status", "statu"), ("ILO", "IL")],
)
def test_other_words_stay_apart(one, other):
    assert stems(one) != stems(other)


def test_a_compound_is_found_by_the_whole_and_by_its_parts():
    terms = terms_of("دانش‌آموز")
    assert {"دانشاموز", "دانش", "اموز", EXACT + "دانشاموز"} <= set(terms)


def test_an_ending_by_itself_is_no_term():
    assert [terms_of(ending) for ending in ("ها", "های", "می", "تر")] == [()] * 4


def test_letters_and_digits_that_touch_are_words_of_their_own():
    assert stems("سال۱۳۹۸") == ["سال", "1398"]
    assert stems("mp3") == ["mp3"]
    assert stems("۱۲٬۵۰۰") == stems("12,500") == stems("12500") == ["12500"]


@settings(max_examples=300)
@given(text=st.text("آابپتکگلمنوهیؤئأةۀيك۱٢3ـ\u064e\u0651\u200c¬ abZé«»-،", max_size=60))
def test_a_text_and_its_fold_are_found_by_the_same(text):
    """What is typed folded finds what stands unfolded."""
    assert stems(fold(text)) == stems(text)


@settings(max_examples=300)
@given(text=st.text(max_size=200))
def test_anything_has_terms_without_spaces(text):
    assert all(term and not term.isspace() and " " not in term for term in terms_of(text))


def test_a_very_long_word_is_read_in_no_time_and_in_part():
    assert len(terms_of("ب" * 100_000)[0]) <= 100
