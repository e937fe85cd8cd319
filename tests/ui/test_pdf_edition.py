"""The PDF edition as a file: the same for everybody, links that lead where they say, nothing half-written."""

from __future__ import annotations

import getpass
import os
import re
import socket
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from reader import paths
from reader.text.digits import digits_of
from tests.share.briefings import own_desk, signed_desk
from tests.ui.pdf_files import made, pages_of, read, words

OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj\n", re.S)


class Cancelled(Exception):
    """Raised by whoever no longer wants the edition."""


@pytest.fixture(scope="module")
def both(around) -> bytes:
    return made(own_desk(), "fa", "en")


@pytest.fixture(scope="module")
def objects(both) -> dict[int, bytes]:
    """The objects of the file, what is packed in them unpacked."""
    found = {}
    for number, content in OBJECT.findall(both):
        head, streamed, rest = content.partition(b"\nstream\n")
        if streamed and b"/FlateDecode" in head:
            content = head + streamed + zlib.decompress(rest.removesuffix(b"\nendstream"))
        found[int(number)] = content
    return found


def page_numbers(objects) -> dict[int, int]:
    """Number of each page by its object."""
    tree = next(each for each in objects.values() if b"/Type /Pages" in each)
    kids = re.search(rb"/Kids \[ (.*?) \]", tree)[1]
    return {int(each): at for at, each in enumerate(re.findall(rb"(\d+) 0 R", kids), start=1)}


def links(objects, page: int) -> list[tuple[tuple[float, ...], int]]:
    """The links of a page: their area, and the number of the page they lead to."""
    numbers = page_numbers(objects)
    content = next(objects[each] for each, number in numbers.items() if number == page)
    found = re.findall(rb"/Rect \[([\d. -]+)\].*?/Dest \[(\d+) 0 R", content)
    return [(tuple(map(float, area.split())), numbers[int(target)]) for area, target in found]


def reader(*arguments: object, **around: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-B", "-m", "reader", *map(str, arguments)]
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONPATH": str(paths.root()), **around}
    folder = around.get("HOME", str(paths.root()))
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False
    )


# The file


def test_every_reference_is_to_an_object_that_is_there(both, objects):
    assert sorted(objects) == list(range(1, len(objects) + 1))
    table = int(both[both.rindex(b"startxref") :].split()[1])
    rows = both[table:].split(b"\n")[3 : 2 + len(objects) + 1]
    for number, row in enumerate(rows, start=1):
        assert both[int(row[:10]) :].startswith(b"%d 0 obj\n" % number)
    for content in objects.values():
        head = content.partition(b"\nstream\n")[0]
        assert {int(each) for each in re.findall(rb"(?<![\d.])(\d+) 0 R\b", head)} <= set(objects)


def test_it_says_its_language_and_day_and_is_called_like_the_program(both, objects):
    root = objects[1]
    assert b"/Lang (fa)" in root
    assert b"/Direction /R2L" in root
    assert b"/DisplayDocTitle true" in root
    said = {
        name.decode(): bytes.fromhex(words.decode()).decode("utf-16-be")
        for name, words in re.findall(rb"/(\w+) <FEFF([0-9A-F]*)>", objects[2])
    }
    # What a viewer's list of files shows tells nothing.
    assert said == {"Title": "جزوه‌خوان"}
    assert f"(D:{own_desk().briefing.issued:%Y%m%d}000000Z)".encode() in objects[2]


def test_the_fonts_are_within_it_and_are_the_programs_own(objects):
    fonts = {each for content in objects.values() for each in re.findall(rb"/BaseFont /(\S+)", content)}
    assert fonts == {b"READEA+Vazirmatn-Bold", b"READEB+Vazirmatn-Regular"}
    named = {each for content in objects.values() for each in re.findall(rb"/FontName /(\S+)", content)}
    assert named == fonts
    assert sum(b"/FontFile2" in content for content in objects.values()) == 2


def test_no_page_asks_for_anything_from_elsewhere(objects):
    whole = b"\n".join(objects.values())
    for word in (b"/URI", b"/JavaScript", b"/Launch", b"/GoToR", b"/SubmitForm", b"/EmbeddedFile", b"http"):
        assert word not in whole


def test_the_outline_has_every_document_and_its_headings(objects):
    titles = [
        bytes.fromhex(each.decode()).decode("utf-16-be")
        for content in objects.values()
        for each in re.findall(rb"/Title <FEFF([0-9A-F]*)> /Parent", content)
    ]
    desk = own_desk()
    for document in desk.briefing.documents:
        for language in document.languages:
            edition = desk.edition(document.id, language)
            assert edition.title in titles
            below = [each.text for each in edition.passages if each.kind == "heading"]
            assert not [each for each in below if each not in titles]


@pytest.mark.needs("pdftotext")
@pytest.mark.parametrize(("page", "language"), [(4, "fa"), (5, "en")])
def test_every_row_of_the_contents_leads_to_the_page_it_names(tmp_path, both, objects, page, language):
    file = tmp_path / "both.pdf"
    file.write_bytes(both)
    rows = links(objects, page)
    assert len(rows) == len(own_desk().briefing.documents)
    for (left, bottom, right, top), target in rows:
        area = {"-x": left, "-y": 842 - top, "-W": right - left, "-H": top - bottom}
        cut = [word for option, value in area.items() for word in (option, str(round(value)))]
        (row,) = pages_of(file, "-f", str(page), "-l", str(page), *cut)
        said = words(row)
        assert digits_of(str(target), language) in said
        (there,) = pages_of(file, "-f", str(target), "-l", str(target))
        assert len([each for each in said if each in words(there)]) >= len(said) / 2


def test_links_of_the_text_lead_to_what_they_name(objects):
    everywhere = [links(objects, page) for page in page_numbers(objects).values()]
    assert sum(map(len, everywhere)) > 600
    for page in everywhere:
        for (left, bottom, right, top), _ in page:
            assert 0 < left < right < 596
            assert 0 < bottom < top < 842


@pytest.mark.needs("pdftotext")
def test_nothing_stands_outside_the_margins(tmp_path, both):
    file = tmp_path / "both.pdf"
    file.write_bytes(both)
    boxes = re.findall(
        r'xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)"',
        read(file, "-bbox"),
    )
    assert len(boxes) > 20_000
    for box in boxes:
        left, top, right, bottom = map(float, box)
        assert 60 < left <= right < 536, box
        assert 40 < top <= bottom < 810, box


# Who makes it, where and when


def test_two_people_in_two_folders_make_the_same_file(tmp_path, around):
    contents = []
    for number, user in enumerate(("somebody", "another")):
        home = tmp_path / user
        home.mkdir()
        target = home / f"copy{number}.pdf"
        surroundings = {"HOME": str(home), "USER": user, "LOGNAME": user, "TMPDIR": str(home)}
        zone = {"TZ": ("Asia/Tehran", "America/Lima")[number], "PYTHONHASHSEED": str(number)}
        spoken = {"LANG": ("fa_IR.UTF-8", "C")[number]}
        done = reader("export", "pdf", target, "--lang", "en", **surroundings, **zone, **spoken)
        assert (done.returncode, done.stderr) == (0, "")
        assert [file.name for file in home.iterdir()] == [target.name]
        contents.append(target.read_bytes())
    assert contents[0] == contents[1] == made(own_desk(), "en")


def test_it_names_no_person_computer_or_folder(objects):
    whole = b"\n".join(content for content in objects.values() if b"/FontFile2" not in content)
    names = {getpass.getuser(), socket.gethostname(), str(Path.home()), str(paths.root())} - {"root", "/", ""}
    for name in names:
        assert name.encode() not in whole
    assert b"/tmp" not in whole
    assert b"/root" not in whole


def test_what_is_there_already_stays(tmp_path):
    target = tmp_path / "kept.pdf"
    target.write_text("mine")
    done = reader("export", "pdf", target)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "“kept.pdf” is there already: name a file that is not.\n"
    assert target.read_text() == "mine"


@pytest.mark.parametrize("target", ["none/copy.pdf", "file/copy.pdf"])
def test_where_it_cannot_be_written_one_sentence_says_so(tmp_path, target):
    (tmp_path / "file").write_text("a file")
    done = reader("export", "pdf", tmp_path / target, "--lang", "en")
    assert (done.returncode, done.stdout) == (1, "")
    assert re.fullmatch("“copy.pdf” could not be written: [^\n]*\\.\n", done.stderr)
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


# On the way


def test_it_tells_how_far_it_is(tmp_path, around):
    told: list[float] = []
    assert made(signed_desk(tmp_path), "fa", "en", progress=told.append).startswith(b"%PDF")
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0, 1)
    assert len(told) > 8


@pytest.mark.parametrize("moment", [0, 1, 3, 6])
def test_who_raises_meanwhile_cancels_it(tmp_path, around, moment):
    told: list[float] = []

    def progress(part: float) -> None:
        told.append(part)
        if len(told) > moment:
            raise Cancelled

    with pytest.raises(Cancelled):
        made(signed_desk(tmp_path), "fa", "en", progress=progress)
    assert len(told) == moment + 1
