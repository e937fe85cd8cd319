"""A signed pack must also make sense as a briefing, all of it, before anybody is asked to take it."""

import io

import pytest

from reader.errors import PackRejected
from reader.library.pack import announced, read_through
from reader.security.verdict import Standing
from reader.security.verification import read_pack
from tests import garden, packs


def opened(raw: bytes):
    return read_through(announced(read_pack(io.BytesIO(raw), "a.briefing", packs.KEYS)))


def refused(contents: dict[str, bytes], **values) -> str:
    with pytest.raises(PackRejected) as refusal:
        opened(packs.pack(contents, **values))
    return str(refusal.value)


def test_a_pack_is_read_like_a_folder():
    catalogue = opened(packs.pack())
    assert catalogue.verdict.standing is Standing.GENUINE
    assert catalogue.edition("guide", "fa").passages


def test_pictures_come_with_it():
    catalogue = opened(packs.pack(packs.files() | {"figures/a.png": packs.png(2, 2)}))
    assert catalogue.image("figures/a.png") == packs.png(2, 2)


@pytest.mark.parametrize(
    "values",
    [{"pack": "other"}, {"version": 2026010202}, {"issued": packs.DAY.replace(day=3)}, {"title": "باغ"}],
    ids=str,
)
def test_the_list_and_the_briefing_must_agree(values):
    assert "briefing.toml" in refused(packs.files(), **values)


@pytest.mark.parametrize(
    "name", ["book/guide.de.md", "book/none.fa.md", "figures/a.svg", "notes.txt", "index/main.toc", "a.png"]
)
def test_a_file_that_nothing_announces_is_refused(name):
    assert name in refused(packs.files() | {name: b""})


def test_a_document_that_is_announced_must_be_there():
    left = {name: content for name, content in packs.files().items() if name != "book/guide.en.md"}
    assert "book/guide.en.md" in refused(left)


def test_a_briefing_that_cannot_be_read_is_refused():
    toml = garden.TOML.encode()
    for raw in (b"", b"\xff", b"a = [" * 5000, toml.replace(b"garden", b"../up"), toml + toml):
        assert "briefing.toml" in refused(packs.files() | {"briefing.toml": raw})


def test_a_document_that_cannot_be_shown_is_refused_before_it_is_taken():
    for raw in (b"\xff\xfe", b"[" * 600, b"> " * 3000 + b"a", b"x" * 30_000):
        refused(packs.files(guide_fa=raw))


def test_progress_counts_documents():
    told = []
    catalogue = announced(read_pack(io.BytesIO(packs.pack()), "a.briefing", packs.KEYS))
    read_through(catalogue, lambda done, total: told.append((done, total)))
    assert told == [(done, 6) for done in range(1, 7)]
