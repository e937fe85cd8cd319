"""The figures: drawn from the data beside them, every row with its source, the same numbers as the tables."""

from __future__ import annotations

import re
import struct
import zlib
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import qVersion

from figures import ladder
from figures.connectivity import TEHRAN
from figures.data import FIGURES, rows, sketch
from figures.days import in_both
from figures.drawing import DRAWN, LANGUAGES, pictures
from reader import paths
from reader.desk import Desk
from reader.library.catalogue import Catalogue
from reader.library.document import PassageKind
from reader.render.recolour import recoloured
from reader.security.program_folder import ProgramFolder

DRAWN_WITH = "6.9.3"
"""Another Qt draws letters a little differently."""
LARGEST_SET = 300_000
"""Bytes of all pictures together: they go into every edition."""
SHOWN_IN = {"timeline": "timeline", "ladder": "counting", "connectivity": "shutdown", "conventions": "ilo"}

DESK = Desk(Catalogue.load(ProgramFolder(paths.content())))
NAMES = [figure.NAME for figure in DRAWN]
MONTHS = re.compile(r"\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]+\b")
NOTE = re.compile(r"\[\^([a-z0-9-]+)\]")


def content(picture: bytes) -> tuple[bytes, ...]:
    """What a picture holds: its size, the names of its colours, its pixels; not the colours themselves."""
    chunks, place = {}, 8
    while place < len(picture):
        length, name = struct.unpack_from(">I4s", picture, place)
        chunks[name] = picture[place + 8 : place + 8 + length]
        place += 12 + length
    return chunks[b"IHDR"], chunks[b"tEXt"], zlib.decompress(chunks[b"IDAT"])


def table_lines(document: str, language: str) -> list[tuple[list[str], set[str]]]:
    """The rows of a document's tables: the cells without notes, and the sources of the notes."""
    text = (paths.content() / "background" / f"{document}.{language}.md").read_text(encoding="utf-8")
    found = []
    for line in text.splitlines():
        if line.startswith("| "):
            cells = [NOTE.sub("", cell).strip() for cell in line.strip("|").split(" | ")]
            found.append((cells, {f"src-{name}" for name in NOTE.findall(line)}))
    return found


def table_with(document: str, language: str, words: str) -> tuple[list[str], set[str]]:
    """The one row that has these words in a cell."""
    (line,) = (each for each in table_lines(document, language) if words in (cell for cell in each[0]))
    return line


def short(words: str) -> str:
    """English months as the figures write them."""
    return MONTHS.sub(r"\1", words)


@pytest.fixture(scope="module")
def drawn(qapp) -> dict[str, bytes]:
    return dict(pictures())


def test_the_pictures_are_what_is_drawn_from_the_data(drawn):
    assert {each.name for each in FIGURES.glob("*.png")} == set(drawn)
    for name, picture in drawn.items():
        kept = (FIGURES / name).read_bytes()
        if qVersion() == DRAWN_WITH:
            assert content(kept) == content(picture), f"{name}: run build_app.py figures"
        else:
            assert content(kept)[:2] == content(picture)[:2], name


def test_drawing_twice_gives_the_same_bytes(drawn):
    assert dict(pictures()) == drawn


def test_the_set_is_small():
    assert sum(each.stat().st_size for each in FIGURES.glob("*.png")) <= LARGEST_SET


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_picture_takes_on_a_theme(name, language):
    picture = DESK.picture(f"figures/{name}.png", language)
    dark = {"paper": "#000000", "ink": "#ffffff", "soft": "#aaaaaa", "accent": "#00ff00", "line": "#333333"}
    assert recoloured(picture, dark) != picture
    assert struct.unpack_from(">I", picture, 16)[0] == 1200


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_figure_has_words_a_caption_and_a_table(name, language):
    edition = DESK.edition(SHOWN_IN[name], language)
    (caption,) = (each for each in edition.passages if each.kind is PassageKind.CAPTION)
    image = re.search(rf'<img src="figures/{name}\.png" alt="([^"]{{60,}})">', edition.body)
    assert image
    assert caption.text
    assert image[1] != caption.text
    after = edition.passages[edition.passages.index(caption) + 1]
    assert after.kind is PassageKind.ROW


@pytest.mark.parametrize("name", NAMES)
def test_every_row_has_a_source_that_the_document_cites(name):
    listed = {each.id for each in DESK.edition("sources", "fa").passages}
    cited = {
        f"src-{found}"
        for language in LANGUAGES
        for found in NOTE.findall(
            (paths.content() / "background" / f"{SHOWN_IN[name]}.{language}.md").read_text(encoding="utf-8")
        )
    }
    for row in rows(name):
        sources = row["source"].split(" ")
        assert set(sources) <= listed & cited, row
        assert all(sources)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_ladder_has_the_numbers_of_the_tables(language):
    figure = sketch("ladder", language)
    table = [line for line in table_lines("counting", language) if len(line[0]) == 4]
    counted = [line for line in table if re.search(r"\d", line[0][2])]
    assert len(counted) == len(figure.rows)
    for row, (cells, sources) in zip(figure.rows, counted, strict=True):
        said = figure.words[(row["qualifier"] or "exactly").replace(" ", "-")]
        assert cells[2] == said.format(number=figure.number(int(row["killed"])))
        own, other = ladder.dates_of(figure, row)
        assert short(cells[0]).startswith(own)
        assert other in short(cells[0])
        assert row["source"] in sources


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_timeline_has_the_dates_of_the_tables(language):
    figure = sketch("timeline", language)
    for row in figure.rows:
        if row["kind"] == "wave":
            cells, sources = table_with("timeline", language, row[f"name_{language}"])
            began = {short(cells[1]).split(" ", 1)[1], short(cells[2])}
            assert began == set(in_both(date.fromisoformat(row["start"]), language))
        else:
            cells, sources = table_with("timeline", language, row[f"extent_{language}"])
            from figures.timeline import dates_of

            own, other = dates_of(row, language)
            since = "از " if language == "fa" else "from "
            assert short(cells[0]) == short(f"{own} ({other.removeprefix(since)})")
        assert set(row["source"].split(" ")) <= sources


@pytest.mark.parametrize("language", LANGUAGES)
def test_connectivity_has_the_numbers_of_the_text(language):
    figure = sketch("connectivity", language)
    to = " تا " if language == "fa" else "–"
    for row in figure.rows:
        percent = float(row["percent"])
        number = figure.number(int(percent) if percent.is_integer() else percent)
        words = (
            {"fa": "صفر", "en": "zero"}[language]
            if percent == 0
            else f"{number}{'٪' if language == 'fa' else '%'}"
        )
        if "T" not in row["start"]:
            passages = DESK.edition("shutdown", language).passages
            assert any(words in each.text and row[f"who_{language}"] in each.text for each in passages)
            continue
        moments = [datetime.fromisoformat(row[key]) for key in ("start", "end") if row[key]]
        utc, tehran = (
            to.join(figure.digits(f"{each.astimezone(zone):%H:%M}") for each in moments)
            for zone in (UTC, TEHRAN)
        )
        cells, sources = table_with("shutdown", language, utc)
        assert cells[1] == tehran
        assert words in cells[2]
        assert row["source"] in sources


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_conventions_are_those_of_the_table(language):
    figure = sketch("conventions", language)
    lines = {
        figure.digits(row["convention"]): next(
            line
            for line in table_lines("ilo", language)
            if len(line[0]) == 3
            and re.search(rf"(?<!\d){figure.digits(row['convention'])}(?!\d)", line[0][0])
        )
        for row in figure.rows
    }
    for row in figure.rows:
        cells, sources = lines[figure.digits(row["convention"])]
        assert row["source"] in sources
        assert cells[1] == row[f"subject_{language}"]
        if row["state"] == "ratified":
            assert figure.digits(row["year"]) in cells[2]
            assert language == "en" or figure.digits(row["hijri_year"]) in cells[2]
        assert bool(row["inferred"]) is any(word in cells[2] for word in ("inferred", "استنباط"))
        absent = any(word in cells[2] for word in ("not ratified", "تصویب نشده"))
        assert absent is (row["state"] == "not ratified")
