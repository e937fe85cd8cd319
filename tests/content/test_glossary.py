"""The glossary of the briefing: whole in both languages, and the same as what the search knows."""

from __future__ import annotations

import re

import pytest

from reader import paths
from reader.desk import Desk
from reader.library.catalogue import Catalogue
from reader.security.program_folder import ProgramFolder
from reader.text.bilingual import Bridges
from reader.text.spelling import fold

DESK = Desk(Catalogue.load(ProgramFolder(paths.content())))
ENTRIES = DESK.glossary.entries
BRIDGES = Bridges.load(paths.resources() / "words" / "term-pairs.toml")


def key(name: str) -> str:
    """A name as the search compares it: letters only, ezafe left out."""
    return re.sub(r"[\W_]", "", fold(name.replace("ه\u200cی", "ه")))


def test_it_has_the_words_of_the_briefing():
    assert len(ENTRIES) >= 70


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_every_entry_is_whole(entry):
    assert set(entry.names) == set(entry.meanings) == {"fa", "en"}
    for language in ("fa", "en"):
        assert all(entry.names[language])
        assert len(entry.meanings[language].split()) >= 3
        assert len(entry.meanings[language]) <= 160


@pytest.mark.parametrize("language", ["fa", "en"])
def test_each_edition_gives_the_names_the_other_has(language):
    other = "en" if language == "fa" else "fa"
    for entry in ENTRIES:
        cells = DESK.edition("glossary", language).passage(entry.id).text.split("\t")
        assert cells[:2] == [" / ".join(entry.names[language]), " / ".join(entry.names[other])]


def test_no_name_stands_for_two_entries():
    for language in ("fa", "en"):
        names = [name for entry in ENTRIES for name in entry.names[language]]
        assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_the_search_leads_from_every_name_to_the_other_language(entry):
    shared = set(entry.names["fa"]) & set(entry.names["en"])
    for one, other in (("fa", "en"), ("en", "fa")):
        wanted = {key(name) for name in entry.names[other] if name not in shared}
        for name in (each for each in entry.names[one] if each not in shared):
            (bridge,) = BRIDGES.of(name.split())
            assert (bridge.start, bridge.end) == (0, len(name.split()))
            assert wanted <= set(map(key, bridge.phrases))
