"""The appeal and its annex are verbatim: half-spaces apart, every letter is that of the source."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from reader import paths
from reader.library.catalogue import Catalogue
from reader.security.program_folder import ProgramFolder

PROOF = Path(__file__).parent / "appeal.original.txt"
SHA256 = "dab68e6eac2c5dc5da13bb8958613fcc22c022dc61072fde0bb696644d9c8c5b"
HALF_SPACE = "\u200c"
SOURCES = ("press", "letter", "annex", "about")
IDS = [f"p{number:02}" for number in range(1, 57)]


def bare(text: str) -> str:
    """A passage without half-spaces and list marks, its white space normalised."""
    text = " ".join(text.replace(HALF_SPACE, "").split())
    return re.sub(r"^(?:[1-4]\.|•) ", "", text)


def differences(source: list[str], passages: list[str]) -> list[tuple[str, str]]:
    """Pairs that are not the same letters."""
    return [(one, other) for one, other in zip(source, passages, strict=True) if bare(one) != bare(other)]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.load(ProgramFolder(paths.content()))


def passages(catalogue, language):
    found = [each for name in SOURCES for each in catalogue.edition(name, language).passages]
    return [each for each in found if each.id in IDS]


@pytest.fixture(scope="module")
def source() -> list[str]:
    return [line for line in PROOF.read_text(encoding="utf-8").split("\n") if line.strip()]


def test_the_proof_text_is_the_source_as_received():
    raw = PROOF.read_bytes()
    assert len(raw) == 13_994
    assert hashlib.sha256(raw).hexdigest() == SHA256


def test_every_persian_passage_has_the_letters_of_the_source(catalogue, source):
    shown = [each.text for each in passages(catalogue, "fa")]
    assert len(shown) == len(source) == 56
    assert differences(source, shown) == []
    assert " ".join(map(bare, shown)) == " ".join(map(bare, source))


def test_half_spaces_were_restored(catalogue):
    shown = "".join(each.text for each in passages(catalogue, "fa"))
    assert shown.count(HALF_SPACE) == 146


def test_the_comparison_sees_one_changed_letter(source):
    for number in (0, 13, 55):
        altered = list(source)
        altered[number] = altered[number].replace("ا", "آ", 1) + ("" if "ا" in altered[number] else "ا")
        assert [one for one, _ in differences(source, altered)] == [source[number]]


@pytest.mark.parametrize("language", ["fa", "en"])
def test_every_passage_is_there_once_and_in_order(catalogue, language):
    assert [each.id for each in passages(catalogue, language)] == IDS


@pytest.mark.parametrize("name", SOURCES)
def test_both_editions_have_the_same_passages(catalogue, name):
    one, other = (
        [(each.id, each.kind, each.number) for each in catalogue.edition(name, language).passages]
        for language in ("fa", "en")
    )
    assert one == other


@pytest.mark.parametrize("name", ["press", "letter", "annex"])
def test_the_english_is_marked_as_a_translation_from_the_persian(catalogue, name):
    assert catalogue.document(name).original == "fa"


def test_passages_have_the_numbers_people_say(catalogue):
    numbers = {each.id: each.number for each in passages(catalogue, "fa")}
    assert numbers["p09"] == "1"
    assert numbers["p14"] == "6"
    assert numbers["p43"] == "3.3"
    assert numbers["p06"] == numbers["p17"] == numbers["p33"] == ""
