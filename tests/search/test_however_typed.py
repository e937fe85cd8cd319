"""Words of any passage find it among the first ten, however they are typed.

What no search can decide is left out: words that ten passages hold and more (``rivals.py`` says what that
means); words that are another date when they are cut out of their passage, as “September 22” is out of
“22 September – 22 October”; what was typed by mistake and yet stands in another passage word for word; and,
on the wrong keyboard or with a slip, words of three letters that stand alone or among words in other letters.
"""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

from reader.text.words import raw_words
from tests.search.typing_variants import ENGLISH_WAYS, KEYBOARDS, PERSIAN_WAYS, SLIPS

FIRST = 10
MOST_WORDS = 8
TELLING = 3
"""Letters of a word that may be a word on another keyboard too."""
WAYS = {"fa": PERSIAN_WAYS, "en": ENGLISH_WAYS}
NAMES = [(language, name) for language, ways in WAYS.items() for name in ways]
# The same examples every time: nobody's change should fail for words it has nothing to do with.
steady = settings(max_examples=50, derandomize=True, database=None, deadline=None)
numbers = st.integers(0, 2**32)
places = st.tuples(numbers, numbers, st.integers(1, MOST_WORDS), numbers)


def as_it_stands(words, _):
    return words


def as_pasted(words, _):
    """Stands for the text itself, with everything between the words."""
    return words


def chosen(searched, language, place, way):
    """Return words after a place that a search can tell apart: their passage, and how they are typed."""
    which, where, length, seed = place
    every = searched.content[language]
    for step in range(len(every)):
        number = every[(which + step) % len(every)]
        text = searched.entries[number].passage.text
        words = raw_words(text)
        start = where % max(1, len(words) - length + 1)
        run = words[start : start + length]
        if not run:
            continue
        meant = [word.text for word in run]
        typed = way(" ".join(meant), Random(seed + step))
        if way is as_pasted:
            typed = text[run[0].start : run[-1].end]
        if is_decidable(searched.rivals, number, meant, typed, way):
            return number, meant, typed
    pytest.fail("no passage is changed by this way of typing")


def is_decidable(rivals, number, meant, typed, way):
    plain = " ".join(meant)
    name = way.__name__
    if not rivals.holds_its_dates(plain, number) or not rivals.holds_its_dates(typed, number):
        return False
    if name in SLIPS | KEYBOARDS:
        lengths = sorted(map(len, meant))
        if lengths[-1] <= TELLING or (is_mixed(meant) and lengths[0] <= TELLING):
            return False
    if name in SLIPS | KEYBOARDS:
        elsewhere = rivals.of([word.text for word in raw_words(typed)])
        if elsewhere and number not in elsewhere:
            return False
    if len(rivals.of(meant, typed.split(" ") if name in SLIPS else None)) >= FIRST:
        return False
    return typed != plain or way in (as_it_stands, as_pasted)


def is_mixed(words):
    """Whether some words are in Latin letters and some are not."""
    return len({word.isascii() for word in words if not word.isdigit()}) > 1


def find(searched, language, place, way):
    number, meant, typed = chosen(searched, language, place, way)
    note(f"{meant} of {searched.name(number)}, typed {typed!r}")
    assert searched.name(number) in searched.passages(typed, FIRST)


@pytest.mark.parametrize("way", [as_it_stands, as_pasted])
@pytest.mark.parametrize("language", WAYS)
@steady
@given(place=places)
def test_as_it_stands(searched, language, way, place):
    find(searched, language, place, way)


@pytest.mark.parametrize(("language", "name"), NAMES, ids=[f"{name}-{language}" for language, name in NAMES])
@steady
@given(place=places)
def test_in_every_way(searched, language, name, place):
    find(searched, language, place, WAYS[language][name])
