"""The vectors that the program and the HTML edition share: what folds to what, and what finds what."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader import paths
from reader.search.mistyping import load_typing
from reader.search.rules import rules
from reader.text.dates import find_dates
from reader.text.persian import fold
from reader.text.words import terms_of

VECTORS = json.loads(Path(__file__).with_name("vectors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("typed", "folded"), VECTORS["folds"])
def test_folding(typed, folded):
    assert fold(typed) == folded


@pytest.mark.parametrize(("typed", "terms"), VECTORS["terms"])
def test_terms(typed, terms):
    assert list(terms_of(typed)) == terms


@pytest.mark.parametrize(("text", "found"), VECTORS["dates"])
def test_dates(text, found):
    dates = find_dates(text)
    assert [[date.start, date.end, list(date.asks), list(date.terms)] for date in dates] == found


@pytest.mark.parametrize(("typed", "readings"), VECTORS["readings"])
def test_other_keyboards(typed, readings):
    layouts, _ = load_typing(paths.resources() / "keyboard" / "layouts.toml")
    assert list(layouts.readings(typed)) == readings


@pytest.mark.parametrize("row", VECTORS["queries"], ids=lambda row: row["passage"])
def test_every_way_of_typing_finds_the_passage(row, whole_desk):
    for typed in row["typed"]:
        hits = whole_desk.search(typed, limit=10).hits
        found = [hit.passage if hit.language == "fa" else f"{hit.passage}.{hit.language}" for hit in hits]
        assert row["passage"] in found, typed


def test_the_rules_are_plain_data_and_the_same_every_time(whole_desk):
    from reader.search.knowledge import Knowledge
    from reader.search.query import reader_for

    names = reader_for(whole_desk.briefing, Knowledge.load(paths.resources()).languages)
    first, second = (json.dumps(rules(paths.resources(), names), ensure_ascii=False) for _ in range(2))
    assert first == second
    assert json.loads(first)["constants"]["postings"]["K1"] == 0.9
