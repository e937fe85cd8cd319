"""The briefing's folder: what it may say, and one sentence for everything it may not."""

from __future__ import annotations

import copy
import datetime
import os
import re
import tomllib

import pytest

from reader.errors import BriefingBroken, DocumentBroken, NotFound
from reader.library import catalogue as catalogue_module
from reader.library.catalogue import LARGEST_BRIEFING_FILE, LARGEST_DOCUMENT, Catalogue
from reader.security.program_folder import ProgramFolder
from tests import garden


@pytest.fixture
def folder(tmp_path):
    return garden.write(tmp_path / "content")


def broken(folder, old: str, new: str) -> BriefingBroken:
    path = folder / "briefing.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BriefingBroken) as caught:
        Catalogue.load(ProgramFolder(folder))
    return caught.value


def test_a_good_briefing_is_read(folder):
    catalogue = Catalogue.load(ProgramFolder(folder))
    assert [document.id for document in catalogue.briefing.documents] == ["preface", "guide", "tables"]
    assert catalogue.briefing.first == "guide"
    assert catalogue.edition("guide", "en").title == "Guide to gardening"
    assert catalogue.edition("guide", "en") is catalogue.edition("guide", "en")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('id = "garden"', ""),
        ('id = "garden"', 'id = "../up"'),
        ("version = 2026010201", 'version = "new"'),
        ("version = 2026010201", "version = 7"),
        ("issued = 2026-01-02", "issued = 2"),
        ('languages = ["fa", "en"]', "languages = []"),
        ('languages = ["fa", "en"]', 'languages = ["../"]'),
        ('languages = ["fa", "en"]', 'languages = ["fa", "fa"]'),
        ('languages = ["fa", "en"]', "languages = { fa = 1, en = 2 }"),
        ('first = "guide"', 'first = "nowhere"'),
        ('id = "preface"', 'id = "../../etc/passwd"'),
        ('id = "preface"', 'id = "guide"'),
        ('kind = "book"\nfa = "پیش‌گفتار"', 'kind = "novel"\nfa = "پیش‌گفتار"'),
        ('fa = "دفتر باغ"', 'fa = "\\u202e"'),
        ("[title]", "[[title]]"),
        ("[title]", "[title"),
        ('languages = ["fa", "en"]', 'languages = "fa"'),
        ('id = "garden"', 'id = "garden"\nexplained = 1'),
        ('id = "garden"', 'id = "garden"\nexplained = { p1 = "guide" }'),
        ('id = "garden"', 'id = "garden"\nexplained = { p1 = [1] }'),
        ('id = "preface"', 'id = "preface"\nshort = "x"'),
        ('id = "preface"', 'id = "preface"\nissuer = [1]'),
        ('id = "preface"', 'id = "preface"\ndate = 2026-01-02T00:00:00Z'),
        ('id = "preface"', 'id = ""'),
        ('id = "garden"', "id = " + "9" * 5000),
    ],
)
def test_a_broken_one_is_told_in_one_sentence(folder, old, new):
    fault = broken(folder, old, new)
    assert "briefing.toml" in str(fault)
    assert "\n" not in str(fault)
    assert "object" not in str(fault)
    assert "()" not in str(fault)


def test_a_sentence_names_the_entry(folder):
    assert "(id = “”)" in str(broken(folder, 'id = "preface"', 'id = ""'))
    (folder / "briefing.toml").write_bytes(b"\xff")
    with pytest.raises(BriefingBroken, match="is not UTF-8"):
        Catalogue.load(ProgramFolder(folder))


@pytest.mark.parametrize("name", ["briefing.toml", "book/preface.fa.md", "figures/map.en.png"])
def test_a_pipe_in_place_of_a_file_is_not_waited_for(folder, name):
    (folder / name).unlink()
    os.mkfifo(folder / name)
    with pytest.raises(OSError, match=re.escape(name)):
        ProgramFolder(folder).file(name, largest=9)


def test_nesting_without_end_is_only_broken(folder):
    (folder / "briefing.toml").write_text("a = " + "[" * 50_000, encoding="utf-8")
    with pytest.raises(BriefingBroken):
        Catalogue.load(ProgramFolder(folder))


def places(table, path=()):
    """Yield where everything stands in a table, from the outside in."""
    entries = (
        table.items() if isinstance(table, dict) else enumerate(table) if isinstance(table, list) else ()
    )
    for key, value in entries:
        yield (*path, key)
        yield from places(value, (*path, key))


def changed(table, path, value):
    """Return a table with another value at one place; None takes the entry away."""
    whole = copy.deepcopy(table)
    inside = whole
    for key in path[:-1]:
        inside = inside[key]
    if value is None:
        del inside[path[-1]]
    else:
        inside[path[-1]] = value
    return whole


ODD = (
    *(
        None,
        0,
        -1,
        10**30,
        True,
        1.5,
        float("nan"),
        "",
        "x",
        "../../etc/passwd",
        "\u202e",
        "\x00",
        "a" * 100_000,
    ),
    *([], [1], ["fa"], [[]], [{}], {}, {"fa": 1}, {"fa": {"fa": "x"}}),
    *(datetime.date(2020, 1, 1), datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC), datetime.time(1)),
)


def test_every_entry_may_be_anything_and_is_refused_or_serves(folder):
    good = tomllib.loads((folder / "briefing.toml").read_text(encoding="utf-8"))
    for path in places(good):
        for value in ODD:
            try:
                briefing = catalogue_module._announced(changed(good, path, value))
            except (KeyError, ValueError):
                continue  # which ``load`` says in one sentence
            assert all(document.titles.keys() == set(document.languages) for document in briefing.documents)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff\xfe\x00",
        b"\x00" * 1000,
        b"id",
        b'id = "a"\nid = "b"',
        bytes(range(256)),
        b"[a.b]\n" * 9999,
    ],
)
def test_what_is_no_table_is_told_in_one_sentence(folder, raw):
    (folder / "briefing.toml").write_bytes(raw)
    with pytest.raises(BriefingBroken) as caught:
        Catalogue.load(ProgramFolder(folder))
    assert "\n" not in str(caught.value)


def test_a_folder_in_its_place_is_a_missing_one(folder):
    (folder / "briefing.toml").unlink()
    (folder / "briefing.toml").mkdir()
    with pytest.raises(BriefingBroken, match="missing"):
        Catalogue.load(ProgramFolder(folder))


def test_a_missing_and_an_oversized_one(folder):
    (folder / "briefing.toml").write_bytes(b"#" * (LARGEST_BRIEFING_FILE + 1))
    with pytest.raises(BriefingBroken):
        Catalogue.load(ProgramFolder(folder))
    (folder / "briefing.toml").unlink()
    with pytest.raises(BriefingBroken, match="missing"):
        Catalogue.load(ProgramFolder(folder))


@pytest.mark.parametrize("raw", [b"\xff\xfe", b"x" * (LARGEST_DOCUMENT + 1), None])
def test_a_damaged_document_hides_no_other(folder, raw):
    path = folder / "book" / "preface.fa.md"
    if raw is None:
        path.unlink()
    else:
        path.write_bytes(raw)
    catalogue = Catalogue.load(ProgramFolder(folder))
    with pytest.raises(DocumentBroken, match="preface"):
        catalogue.edition("preface", "fa")
    assert catalogue.edition("guide", "fa").passages


def test_a_link_out_of_the_folder_is_not_followed(folder, tmp_path):
    secret = tmp_path / "secret.md"
    secret.write_text("secret", encoding="utf-8")
    path = folder / "book" / "preface.fa.md"
    path.unlink()
    path.symlink_to(secret)
    with pytest.raises(DocumentBroken):
        Catalogue.load(ProgramFolder(folder)).edition("preface", "fa")


def test_what_is_not_there_is_said(folder):
    catalogue = Catalogue.load(ProgramFolder(folder))
    with pytest.raises(NotFound, match="nowhere"):
        catalogue.edition("nowhere", "fa")
    with pytest.raises(NotFound, match="guide"):
        catalogue.edition("guide", "de")
    for name in ("x.png", "figures/../x.png", "figures/x.svg", "/etc/passwd", "figures/none.png"):
        with pytest.raises(NotFound):
            catalogue.image(name)


def test_a_picture_is_given_in_the_language_of_the_page(folder):
    figures = folder / "figures"
    (figures / "map.en.png").unlink()
    (figures / "map.png").write_bytes(b"for all")
    (figures / "map.fa.png").write_bytes(b"Persian")
    catalogue = Catalogue.load(ProgramFolder(folder))
    assert catalogue.image("figures/map.png", "fa") == b"Persian"
    assert catalogue.image("figures/map.png", "en") == b"for all"
    assert catalogue.image("figures/map.png") == b"for all"
    (figures / "map.png").unlink()
    for language in ("en", "", "../fa", "fa.png\0"):
        with pytest.raises(NotFound):
            catalogue.image("figures/map.png", language)
