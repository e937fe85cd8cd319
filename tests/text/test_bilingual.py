"""A term in one language leads to the same term in the other."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import paths
from reader.text.bilingual import Bridges
from reader.text.spelling import fold

FILE = paths.resources() / "words" / "term-pairs.toml"
ROWS = tomllib.loads(FILE.read_text(encoding="utf-8"))["pair"]
BRIDGES = Bridges.load(FILE)


@pytest.mark.parametrize(
    ("typed", "phrase"),
    [
        ("trade union", "اتحادیه"),
        ("Trade Unions", "اتحادیه"),
        ("union", "سندیکا"),
        ("strikes", "اعتصاب"),
        ("internet shutdown", "قطع اینترنت"),
        ("internet blackouts", "خاموشی اینترنت"),
        ("shutdown of the internet", None),
        ("freedom of association", "آزادی تشکل"),
        ("freedom association", "آزادی تشکل"),
        ("Workers’ House", "خانه کارگر"),
        ("ILO", "سازمان بین‌المللی کار"),
        ("sit in", "تحصن"),
        ("sit-ins", "تحصن"),
        ("fact finding missions", "هیئت حقیقت‌یاب"),
        ("death toll", "شمار جان‌باختگان"),
        ("pensioners", "بازنشسته"),
        ("strikethrough", None),
        ("قطع اینترنت", "internet shutdown"),
        ("خاموشی اینترنت", "internet blackout"),
        ("قطع اينترنت", "internet shutdown"),
        ("اتحادیه‌ها", "trade union"),
        ("اتحادیه های", "trade union"),
        ("اتحاديه هاي", "trade union"),
        ("مقاوله نامه", "convention"),
        ("مقاوله‌نامه‌ها", "convention"),
        ("مقاولهنامه", "convention"),
        ("کارگران", "worker"),
        ("بازنشستگان", "retiree"),
        ("اعتصابات", "strike"),
        ("قتل عام", "massacre"),
        ("هیأت مدیره", "Governing Body"),
        ("میثاق بین المللی حقوق مدنی سیاسی", "ICCPR"),
        ("حقوق بنیادین کار", "fundamental rights at work"),
        ("کتاب", None),
    ],
)
def test_a_term_leads_to_the_other_language(typed, phrase):
    words = tuple(typed.split())
    whole = [bridge for bridge in BRIDGES.of(words) if bridge.end - bridge.start == len(words)]
    if typed.endswith((" های", " هاي")):  # a lone ending belongs to no term
        whole = list(BRIDGES.of(words))
    assert [phrase in bridge.phrases for bridge in whole] == ([True] if phrase else [])


def test_the_longest_term_wins_and_none_overlaps():
    words = ("the", "International", "Trade", "Union", "Confederation", "on", "the", "internet", "blackout")
    assert [(bridge.start, bridge.end) for bridge in BRIDGES.of(words)] == [(1, 5), (7, 9)]
    words = ("کمیته", "آزادی", "تشکل", "و", "اعتصاب")
    assert [(bridge.start, bridge.end) for bridge in BRIDGES.of(words)] == [(0, 3), (4, 5)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["en"][0])
def test_every_phrase_leads_to_the_whole_other_side(row):
    for here, there in ((row["fa"], row["en"]), (row["en"], row["fa"])):
        for phrase in here:
            words = tuple(phrase.split())
            (bridge,) = BRIDGES.of(words)
            assert (bridge.start, bridge.end) == (0, len(words))
            assert set(there) <= set(bridge.phrases)


def test_no_phrase_is_in_the_wrong_language():
    for row in ROWS:
        assert all(phrase.isascii() for phrase in row["en"])
        assert not [phrase for phrase in row["fa"] if any("a" <= letter <= "z" for letter in fold(phrase))]


@given(st.lists(st.one_of(st.text(max_size=12), st.sampled_from(["the", "union", "اتحادیه", "ها", "'", ""]))))
def test_no_query_is_too_strange(words):
    found = BRIDGES.of(words)
    places = [place for bridge in found for place in range(bridge.start, bridge.end)]
    assert places == sorted(set(places))
    assert all(bridge.phrases for bridge in found)
