"""The briefing is proofread: nothing without its source, its twin and its own letters; nobody put at risk."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from collections import Counter
from itertools import pairwise

import pytest

from reader import paths
from reader.library.catalogue import Catalogue
from reader.library.document import PassageKind
from reader.library.proofreading.check import check
from reader.security.program_folder import ProgramFolder
from reader.text.persian import fold

CATALOGUE = Catalogue.load(ProgramFolder(paths.content()))
OWN = [document for document in CATALOGUE.briefing.documents if not document.issuers]
EDITIONS = [(document.id, language) for document in OWN for language in document.languages]
NEVER_PRINTED = {
    "0da5a0ce9b14f3c4",
    "109c8003a7a1af6b",
    "19e21021d12ee46f",
    "250739d65aa19da5",
    "36ce13046d92b06f",
    "3f75a140262766c7",
    "490ea6109734d122",
    "5e8256a0c55d19e4",
    "6d97b440a5fca8be",
    "7303547b53a9a683",
    "8dd2089e4cf01b00",
    "bfb67f1d53fce9e9",
    "e67e5e54ba9dab75",
}
"""Digests of the names of people who could be put at risk, as ``digest`` makes them from two words."""


def digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:16]


def names(text: str) -> set[str]:
    """The digests of every two neighbouring words."""
    words = re.findall(r"[^\W\d_]+", fold(text).replace("\u200c", "").lower())
    return {digest(f"{one} {other}") for one, other in pairwise(words)}


def test_the_briefing_has_no_fault():
    assert [str(fault) for fault in check(paths.content())] == []


def test_everything_announced_is_listed_in_both_languages():
    done = subprocess.run(
        [sys.executable, "-B", "-m", "reader", "list", "--json"],
        cwd=paths.root(),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    listed = json.loads(done.stdout)
    assert len(listed) >= 18
    assert all(each["languages"] == ["fa", "en"] for each in listed)
    assert all(each["passages"] > 1 for each in listed)
    assert Counter(each["kind"] for each in listed)["background"] >= 14


@pytest.mark.parametrize("document", CATALOGUE.briefing.documents, ids=lambda document: document.id)
def test_both_editions_have_as_many_passages(document):
    one, other = (CATALOGUE.edition(document.id, language).passages for language in ("fa", "en"))
    assert [passage.id for passage in one] == [passage.id for passage in other]


@pytest.mark.parametrize(("document", "language"), EDITIONS)
def test_every_note_says_what_the_list_of_sources_says(document, language):
    listed = CATALOGUE.edition("sources", language).passages
    entries = [passage.text for passage in listed if passage.id.startswith("src-")]
    ends = {"fa": " فهرست منابع", "en": " list of sources"}[language]
    for passage in CATALOGUE.edition(document, language).passages:
        if passage.kind is PassageKind.FOOTNOTE:
            note = passage.text.removesuffix("↩").strip().removesuffix(ends)
            assert any(entry.startswith(note) for entry in entries), note


@pytest.mark.parametrize("language", ["fa", "en"])
def test_the_list_of_sources_says_how_each_was_read(language):
    read = {"fa": r"خوانده شد: |خوانده نشد|کار خود ما", "en": r"Read: |Not read|Our own work"}[language]
    for passage in CATALOGUE.edition("sources", language).passages:
        if passage.id.startswith("src-"):
            assert re.search(read, passage.text), passage.text


@pytest.mark.parametrize("language", ["fa", "en"])
def test_every_source_in_the_list_is_cited(language):
    listed = {
        each.id for each in CATALOGUE.edition("sources", language).passages if each.id.startswith("src-")
    }
    files = sorted((paths.content() / "background").glob(f"*.{language}.md"))
    cited = {
        name for file in files for name in re.findall(r"\(sources#(src-[\w-]+)\)", file.read_text("utf-8"))
    }
    assert listed == cited


@pytest.mark.parametrize(("document", "language"), EDITIONS)
def test_a_piece_is_neither_a_note_nor_a_book(document, language):
    """Its paragraphs have 200 to 600 words; tables and lists come on top of that."""
    if document in ("about", "help"):
        return
    passages = CATALOGUE.edition(document, language).passages
    prose = (each.text for each in passages if each.kind is PassageKind.PARAGRAPH)
    assert 200 <= sum(len(text.split()) for text in prose) <= 600


@pytest.mark.parametrize(("document", "language"), EDITIONS)
def test_nobody_at_risk_is_named(document, language):
    text = "\n".join(passage.text for passage in CATALOGUE.edition(document, language).passages)
    assert not names(text) & NEVER_PRINTED


def test_a_name_would_be_seen():
    assert digest("iran labour") in names("The Iran Labour Confederation")
    assert digest("کار ایران") in names("کنفدراسیون كار ایران")
