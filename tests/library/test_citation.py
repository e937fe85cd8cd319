"""What is copied as a reference is understood by "go to", and a citation says where the words stand."""

from __future__ import annotations

import pytest

from reader import paths
from reader.wording import Wording


@pytest.fixture(params=["fa", "en"])
def wording(request):
    return Wording.load(request.param, paths.resources() / "translations")


@pytest.fixture
def own_desk(content):
    from reader.desk import Desk
    from reader.library.catalogue import Catalogue
    from reader.security.program_folder import ProgramFolder

    return Desk(Catalogue.load(ProgramFolder(content)))


def test_every_reference_leads_back(own_desk, wording):
    """Of every passage of the briefing, headings and notes too."""
    lost = []
    for document in own_desk.briefing.documents:
        for passage in own_desk.edition(document.id).passages:
            from reader.library.citation import reference

            said = reference(document, passage, wording)
            place = own_desk.place(said)
            if (place.document, place.passage) != (document.id, passage.id):
                lost.append((said, place))
    assert lost == []


@pytest.mark.parametrize(
    ("words", "passage"),
    [
        ("پیوست ۴.۲", "p46"),
        ("پیوست ۴/۲", "p46"),
        ("annex 4.2", "p46"),
        ("Annex 4.2", "p46"),
        ("p27", "p27"),
        ("letter#p12", "p12"),
        ("نامه ۲", "p10"),
        ("letter 2–4", "p10"),
        ("نامه ۲–۴", "p10"),
        ("letter p07", "p07"),
    ],
)
def test_references_as_people_type_them(own_desk, words, passage):
    assert own_desk.place(words).passage == passage


def test_several_passages_are_named_from_the_first_to_the_last(own_desk, wording):
    from reader.library.document import Place

    quoted = own_desk.quote(Place("letter", "fa", "p10"), "…", wording, last="p12")
    assert ("letter 2–4" if wording.language == "en" else "نامه ۲–۴") in quoted.source
    assert own_desk.place("letter 2–4").passage == "p10"


def test_a_signed_copy_is_cited_with_its_number(own_desk, wording, monkeypatch):
    from types import SimpleNamespace

    from reader.library.document import Place
    from reader.security.verdict import Standing, Verdict

    signed = SimpleNamespace(copy_number="01234 56789 01234 56789")
    for standing, told in ((Standing.GENUINE, True), (Standing.CHANGED, False), (Standing.SOURCE, False)):
        verdict = Verdict(standing, signed)
        monkeypatch.setattr(type(own_desk), "verdict", property(lambda _, verdict=verdict: verdict))
        source = own_desk.quote(Place("letter", "fa", "p10"), "", wording).source
        assert (wording.digits("56789") in source) is told
