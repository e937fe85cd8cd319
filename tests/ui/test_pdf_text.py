"""Every word of the briefing can be searched for in the PDF edition and copied out of it."""

from __future__ import annotations

import pytest

from reader.library.document import PassageKind
from reader.text.digits import digits_of
from tests.share.briefings import own_desk
from tests.ui.pdf_files import made, pages_of, words

pytestmark = pytest.mark.needs("pdftotext")


@pytest.fixture(scope="module", params=["fa", "en"])
def edition(request, around, tmp_path_factory):
    """A desk, a language, the text of the pages, and that at their feet."""
    desk = own_desk()
    file = tmp_path_factory.mktemp("pdf") / "edition.pdf"
    file.write_bytes(made(desk, request.param))
    foot = ("-x", "0", "-y", "775", "-W", "596", "-H", "67")
    return desk, request.param, pages_of(file), pages_of(file, *foot)


def triples(said: list[str]) -> set[tuple[str, ...]]:
    return set(zip(said, said[1:], said[2:], strict=False))


def own(word: str, language: str) -> bool:
    """Whether a word is of the language's own letters: the others may come in another order."""
    return (word[0] >= "\u0600" and not word.isdecimal()) == (language == "fa")


def test_every_passage_is_in_it(edition):
    desk, language, pages, _ = edition
    there = [words(page) for page in pages]
    known = {word for page in there for word in page}
    squeezed = "".join("".join(page) for page in there)
    runs = {run for page in there for run in triples(page)}
    for document in desk.briefing.documents:
        for passage in desk.edition(document.id, language).passages:
            for piece in passage.text.split("\t"):
                said = words(piece)
                if passage.id not in LONG_WORDS:
                    # Poppler takes the room after a broad letter for a space now and then.
                    assert not [each for each in said if each not in known and each not in squeezed]
                if passage.kind is PassageKind.ROW:
                    continue  # the lines of its cells stand beside each other
                # Where a line or a page ends, three words may be parted.
                wanted = {run for run in triples(said) if all(own(each, language) for each in run)}
                assert len(wanted - runs) <= max(3, len(wanted) * 0.35), passage.id


LONG_WORDS = {"carry-9"}
"""A number of 64 letters, which is broken over two lines."""


def test_it_says_what_it_is_and_how_it_is_checked(edition):
    desk, language, pages, _ = edition
    issue = digits_of(str(desk.briefing.version), language)
    assert issue in words(pages[0])
    assert issue in words(pages[1])
    said = {"fa": ("آزمایشی", "حفاظتی", "بسنجید"), "en": ("Development", "protected", "Compare")}[language]
    assert set(said) <= set(words(pages[1]))
    if language == "en":
        assert "Unofficial translation" in pages[0]
        # On every page: sheets are parted and copied.
        appeal = [page for page in pages[3:] if "About this text" not in page][:6]
        assert all("Unofficial translation" in page for page in appeal)
        assert sum("Unofficial translation from the Persian" in page for page in pages) == 3


def test_no_letter_is_lost_or_added(edition):
    _, _, pages, _ = edition
    whole = "".join(pages)
    assert "\ufffd" not in whole
    assert not [each for each in whole if "\ue000" <= each <= "\uf8ff"]


def test_pages_are_numbered_in_the_digits_of_the_language(edition):
    _, language, _, feet = edition
    numbers = ["".join(words(foot)) for foot in feet]
    assert numbers == ["", *(digits_of(str(number), language) for number in range(2, len(feet) + 1))]


def test_the_number_of_pages_is_that_of_a_booklet(edition):
    _, _, pages, _ = edition
    assert 60 <= len(pages) <= 110
    # No page is empty.
    assert min(len(words(page)) for page in pages) > 8
