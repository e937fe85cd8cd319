"""A date is found in every spelling and calendar; a term also in the other language, and marked as such."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from reader.search.finder import HELP

DAY = [
    "۱۸ دی ۱۴۰۴",
    "18 Dey 1404",
    "۸ ژانویه ۲۰۲۶",
    "8 January 2026",
    "2026-01-08",
    "۱۴۰۴/۱۰/۱۸",
    "18 دی‌ماه ١٤٠٤",
]
FRIDAY = [
    "۲۴ آبان ۱۳۹۸",
    "24 Aban 1398",
    "۱۵ نوامبر ۲۰۱۹",
    "November 15, 2019",
    "2019-11-15",
    "1398/8/24",
    "۹۸/۸/۲۴",
]


@pytest.mark.parametrize(("one", "other"), [*combinations(DAY, 2), *combinations(FRIDAY, 2)])
def test_one_day_is_found_in_all_its_spellings(searched, one, other):
    assert searched.passages(one)
    assert set(searched.passages(one)) == set(searched.passages(other))


@pytest.mark.parametrize(
    ("short", "long"), [("آبان ۹۸", "آبان ۱۳۹۸"), ("Aban 98", "آبان ۱۳۹۸"), ("دی ۱۴۰۴", "Dey 1404")]
)
def test_a_month_is_found_in_all_its_spellings(searched, short, long):
    assert set(searched.passages(short)) == set(searched.passages(long)) != set()


@pytest.mark.parametrize(("day", "month"), [("۱۸ دی ۱۴۰۴", "دی ۱۴۰۴"), ("2019-11-15", "آبان ۹۸")])
def test_a_day_is_in_its_month(searched, day, month):
    of_day, of_month = searched.passages(day), set(searched.passages(month))
    assert set(of_day) & of_month
    assert set(of_day[:10]) <= of_month, "what does not say the year comes after"


def test_a_date_is_marked_as_a_whole(searched):
    for hit in searched.finder.search("2026-01-08").hits[:3]:
        assert any(
            re.fullmatch(r"(18|۱۸|8|۸)\b.+(1404|۱۴۰۴|2026|۲۰۲۶)", hit.text[s:e]) for s, e in hit.ranges
        )


# Across languages


@pytest.mark.parametrize(
    ("typed", "bridge", "held"),
    [
        ("internet shutdown", "قطع اینترنت", "اینترنت"),
        ("trade union", "اتحادیه", "اتحادیه"),
        ("قطع اینترنت", "internet shutdown", "internet"),
        ("اعتصاب", "strike", "strike"),
        ("etesab", "اعتصاب", "اعتصاب"),
        ("kargar", "کارگر", "کارگر"),
        ("ettehadie", "اتحادیه", "اتحادیه"),
        ("Etesaab", "اعتصاب", "اعتصاب"),
    ],
)
def test_a_term_leads_to_the_other_language(searched, typed, bridge, held):
    answer = searched.finder.search(typed, limit=None)
    assert bridge in answer.bridges
    beyond = [hit for hit in answer.hits if hit.bridged]
    assert beyond
    assert all(held in hit.text.lower() for hit in beyond if hit.ranges) or len(answer.bridges) > 1


@pytest.mark.parametrize(
    "typed", ["internet shutdown", "قطع اینترنت", "trade union", "اعتصاب", "ILO", "union"]
)
def test_what_was_typed_stands_before_what_it_leads_to(searched, typed):
    hits = searched.finder.search(typed, limit=None).hits
    marks = [hit.bridged for hit in hits]
    assert marks == sorted(marks)
    assert not marks[0]
    direct = [hit.score for hit in hits if not hit.bridged]
    assert all(hit.score <= min(direct) for hit in hits if hit.bridged)
    names = [(hit.document, hit.language, hit.passage) for hit in hits]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("how", [{"exact": True}, {"literal": True}, {}])
def test_what_was_asked_word_for_word_stays_in_its_language(searched, how):
    query = "internet shutdown" if how else '"internet shutdown"'
    answer = searched.finder.search(query, limit=None, **how)
    assert answer.hits
    assert answer.bridges == ()
    assert not any(hit.bridged for hit in answer.hits)


def test_an_answer_in_one_language_only(searched):
    answer = searched.finder.search("internet shutdown", language="fa", limit=None)
    assert {hit.language for hit in answer.hits} == {"fa"}
    assert any(hit.bridged for hit in answer.hits)


@pytest.mark.parametrize("typed", ["search", "کپی", "جست‌وجو", "copy", "window"])
def test_the_help_stands_after_what_the_briefing_says(searched, typed):
    kinds = {(entry.document, entry.language, entry.passage.id): entry.kind for entry in searched.entries}
    for bridged in (False, True):
        hits = [hit for hit in searched.finder.search(typed, limit=None).hits if hit.bridged is bridged]
        helps = [kinds[hit.document, hit.language, hit.passage] == HELP for hit in hits]
        assert helps == sorted(helps)
