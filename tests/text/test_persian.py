"""However a letter, a digit or a word is typed, it folds to the same."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.persian import fold
from reader.text.words import raw_words

PERSIAN = st.text(
    "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیؤئأإةۀءىيك۱٢3ـ\u064e\u0651\u0654\u0670\u200c\u200d¬ ", max_size=40
)
ANYTHING = st.text(st.characters(), max_size=40)
# All but the great blocks of Chinese and Korean signs, and what is not assigned beyond.
SIGNS = [*range(0x3400), *range(0xA000, 0xAC00), *range(0xD7A4, 0x17000), *range(0x1AFF0, 0x20000)]


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("ي ى ې ۍ", "ی ی ی ی"),
        ("كتاب ڪتاب", "کتاب کتاب"),
        ("آن أن إن ٱن", "ان ان ان ان"),
        ("مؤمن مئذنه", "مومن میذنه"),
        ("خانۀ خانة خانە خانہ خانھ", "خانه خانه خانه خانه خانه"),
        ("خانهٔ", "خانه"),
        ("جزء", "جز"),
        ("کِتابٌ رَدّه", "کتاب رده"),
        ("کـــتاب", "کتاب"),
        ("ﻛﺘﺎﺏ ﻻ ﷲ", "کتاب لا الله"),
        ("٠١٢٣٤٥٦٧٨٩", "0123456789"),
        ("۰۱۲۳۴۵۶۷۸۹", "0123456789"),
        ("۱۲٬۵۰۰ ۳٫۵", "12500 3.5"),
        ("می¬رود", "می\u200cرود"),
        ("a\u00adb \u202bc\u202c \ufeffd", "ab c d"),
        ("Café NAÏVE", "cafe naive"),
        ("１２ Ａ", "12 a"),
    ],
)
def test_one_spelling_stands_for_all(typed, folded):
    assert fold(typed) == folded


@settings(max_examples=500)
@given(text=st.one_of(PERSIAN, ANYTHING))
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


def test_every_single_character_folds_to_what_stays():
    changing = []
    for code in SIGNS:
        once = fold(chr(code))
        if fold(once) != once:
            changing.append(f"U+{code:04X} {unicodedata.name(chr(code), '?')}")
    assert changing == []


@settings(max_examples=300)
@given(text=st.one_of(PERSIAN, ANYTHING))
def test_composed_or_not_is_the_same(text):
    forms = ("NFC", "NFD", "NFKC", "NFKD")
    assert {fold(unicodedata.normalize(form, text)) for form in forms} == {fold(text)}


@settings(max_examples=300)
@given(text=st.one_of(PERSIAN, ANYTHING))
def test_words_lie_in_the_text_in_their_order(text):
    end = 0
    for word in raw_words(text):
        assert end <= word.start < word.end <= len(text)
        assert text[word.start : word.end] == word.text
        end = word.end
