"""Queries as people write them: words, phrases, words to leave out, beginnings, documents and languages."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.search.query import LONGEST_QUERY, Clause, QueryReader
from reader.text.words import raw_words
from tests.search.test_however_typed import steady

READER = QueryReader(
    {
        "annex": frozenset({"annex"}),
        "پیوست": frozenset({"annex"}),
        "The Letter, in full": frozenset({"letter"}),
        "background": frozenset({"act", "ilo"}),
    },
    {"en": "en", "English": "en", "انگلیسی": "en", "fa": "fa", "فارسی": "fa"},
)
PIECES = r"""
کارگر اعتصاب های union -اعتصاب -"قطع اینترنت" "قطع اینترنت" «حق تشکل» “freedom of” کارگ* un* * ** -* in:annex
در:پیوست lang:en زبان:فارسی in:nowhere lang:xx in: : " « ” - -- ( ) [a TO z] a:b ^1e999 \ ~ ? NOT OR AND
۱۸ دی ۱۴۰۴ 2026-01-08
"""
QUERIES = st.lists(st.sampled_from([*PIECES.split(), "\0", "\ud800"]), max_size=12).map(" ".join)


def read(typed):
    query = READER.read(typed)
    return [(part.clause, part.text) for part in query.parts], [part.text for part in query.without]


@pytest.mark.parametrize(
    ("typed", "wanted", "without"),
    [
        ("قطع اینترنت", [(Clause.WORDS, "قطع اینترنت")], []),
        ('"قطع اینترنت"', [(Clause.PHRASE, "قطع اینترنت")], []),
        ("«قطع اینترنت»", [(Clause.PHRASE, "قطع اینترنت")], []),
        ("“right to strike”", [(Clause.PHRASE, "right to strike")], []),
        ("a “b c” d", [(Clause.WORDS, "a"), (Clause.PHRASE, "b c"), (Clause.WORDS, "d")], []),
        ("union -trade", [(Clause.WORDS, "union")], ["trade"]),
        ("union −trade", [(Clause.WORDS, "union")], ["trade"]),
        ('union -"trade union"', [(Clause.WORDS, "union")], ["trade union"]),
        ("sit-in", [(Clause.WORDS, "sit-in")], []),
        ("-union", [(Clause.WORDS, "union")], []),
        ("کارگ*", [(Clause.BEGINNING, "کارگ")], []),
        ("organi* right", [(Clause.BEGINNING, "organi"), (Clause.WORDS, "right")], []),
        ("a*", [(Clause.WORDS, "a")], []),
        ("*", [], []),
        ('"', [], []),
        ('"open end', [(Clause.WORDS, "open end")], []),
        ("( ) : ;", [], []),
        ("", [], []),
    ],
)
def test_what_is_asked(typed, wanted, without):
    assert read(typed) == (wanted, without)


@pytest.mark.parametrize(
    "typed",
    [
        "in:annex حق",
        "در:پیوست حق",
        "IN:Annex حق",
        "حق in:annex",
        "حق در:«پیوست»",
        'حق in:"annex"',
    ],
)
def test_a_document(typed):
    query = READER.read(typed)
    assert (query.documents, query.text) == (frozenset({"annex"}), "حق")


def test_a_title_with_spaces_a_part_and_two_documents():
    assert READER.read('in:"the letter in full" حق').documents == {"letter"}
    assert READER.read("in:background حق").documents == {"act", "ilo"}
    assert READER.read("in:annex in:background حق").documents == {"annex", "act", "ilo"}


@pytest.mark.parametrize("typed", ["lang:en حق", "language:English حق", "زبان:انگلیسی حق", "حق LANG:EN"])
def test_a_language(typed):
    query = READER.read(typed)
    assert (query.language, query.text) == ("en", "حق")


@pytest.mark.parametrize("typed", ["in:nowhere", "lang:xx", "در:هیچ", "in:en", "lang:annex", "author:marx"])
def test_an_unknown_name_is_text(typed):
    query = READER.read(typed)
    assert query.documents is None
    assert query.language == ""
    assert query.text == typed


def test_only_so_much_is_read():
    assert len(READER.read("کارگر " * 30_000).text) <= LONGEST_QUERY


@settings(max_examples=500)
@given(typed=st.one_of(st.text(max_size=80), QUERIES))
def test_whatever_is_typed_is_read(typed):
    query = READER.read(typed)
    letters = "".join(word.text for word in raw_words(typed))
    for part in (*query.parts, *query.without):
        assert raw_words(part.text)
        assert all(word.text in letters for word in raw_words(part.text))


# What it finds


def texts(searched, query, **how):
    return [hit.text.lower() for hit in searched.finder.search(query, limit=None, **how).hits]


def test_a_phrase_is_held_as_it_stands(searched):
    held = texts(searched, '"internet shutdown"')
    assert held
    assert all(re.search(r"internet\W+shutdown", text) for text in held)
    assert len(held) < len(texts(searched, "internet shutdown"))


def test_a_phrase_is_found_with_any_half_space(searched):
    assert searched.passages('"اتحادیه‌های کارگری"') == searched.passages("«اتحادیه های كارگری»") != []


@pytest.mark.parametrize(
    ("apart", "joined"),
    [("جان باختگان", "جان‌باختگان"), ("هیئت حقیقت یاب", "هیئت حقیقت‌یاب"), ("بین المللی کار", "بین‌المللی کار")],
)
def test_a_phrase_is_found_where_its_words_are_joined(searched, apart, joined):
    found = searched.passages(f"«{apart}»")
    assert found
    assert set(searched.passages(f"«{joined}»")) <= set(found)


def test_one_word_is_no_phrase_of_two(searched):
    assert searched.passages('"strike strike"') == []
    assert searched.passages("«کارگر کارگری»") == []


def test_a_phrase_needs_every_word_the_small_ones_too(searched):
    assert searched.passages('"freedom of association"')
    assert searched.passages('"freedom to association"') == []


def test_a_passage_that_begins_with_the_last_word_of_a_phrase_does_not_hold_it(searched):
    assert searched.passages("strike in:glossary")
    assert searched.passages('"association strike"') == []


def test_what_is_left_out_is_in_no_hit(searched):
    every, without = searched.passages("internet"), searched.passages("internet -shutdown")
    assert set(without) < set(every)
    assert not [text for text in texts(searched, "internet -shutdown") if "shutdown" in text]
    assert not [
        text for text in texts(searched, 'internet -"internet shutdown"') if "internet shutdown" in text
    ]


def test_a_beginning_finds_every_word_that_begins_so(searched):
    held = texts(searched, "organi*", language="en")
    assert {"organisation", "organising"} & {word for text in held for word in text.split()}
    assert all("organi" in text for text in held)


def test_documents_and_languages(searched):
    assert {name[0] for name in searched.passages("حق در:پیوست")} == {"annex"}
    assert {name[0] for name in searched.passages("right in:annex")} == {"annex"}
    assert {name[1] for name in searched.passages("right lang:en")} == {"en"}
    assert {name[1] for name in searched.passages("ILO زبان:فارسی")} == {"fa"}


@steady
@given(query=st.one_of(st.text(max_size=40), QUERIES))
def test_anything_is_a_query(searched, query):
    answer = searched.finder.search(query)
    assert answer.query == query
    assert answer.total >= len(answer.hits)
    assert searched.finder.completions(query) is not None
    searched.finder.search(query, exact=True)
    searched.finder.search(query, literal=True)
