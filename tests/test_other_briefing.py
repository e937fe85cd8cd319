"""A briefing of someone else, in other languages and on another subject, is read like ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader import paths
from reader.desk import Desk
from reader.library.catalogue import Catalogue
from reader.library.document import Place
from reader.security.program_folder import ProgramFolder
from reader.wording import Wording

WELLS = Path(__file__).parent / "library" / "wells"


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk(Catalogue.load(ProgramFolder(WELLS)))


def test_every_page_opens_in_its_own_direction(desk):
    assert desk.faults() == []
    for document in desk.briefing.documents:
        arabic, french = (desk.open(Place(document.id, language)) for language in ("ar", "fr"))
        assert arabic.right_to_left
        assert not french.right_to_left
        assert len(arabic.edition.passages) == len(french.edition.passages) > 1


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("بئر", ("glossary", "ar")),
        ("الآبار", ("wells", "ar")),
        ("puits", ("glossary", "fr")),
        ("bouteille", ("wells", "fr")),
    ],
)
def test_its_words_are_found(desk, words, place):
    hits = desk.search(words).hits
    assert place in [(hit.document, hit.language) for hit in hits]


def test_its_own_words_are_explained(desk):
    assert desk.glossary.pairs("ar", "fr") == (
        (("بئر",), ("puits",)),
        (("غلي الماء",), ("faire bouillir l’eau",)),
    )
    sentence = "Faites bouillir l’eau du puits."
    assert [sentence[each.start : each.end] for each in desk.glossary.mentions(sentence, "fr")] == ["puits"]


def test_it_is_quoted_with_its_source(desk):
    wording = Wording.load("en", paths.resources() / "translations")
    quotation = desk.quote(Place("notice", "fr", "n2"), "", wording)
    assert "Conseil du village" in quotation.source
    assert "unofficial translation" in quotation.source
    assert "Persian" not in quotation.source


def test_its_picture_is_there(desk):
    assert desk.picture("figures/levels.fr.png").startswith(b"\x89PNG")
