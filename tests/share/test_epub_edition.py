"""The EPUB edition: whole, in order, the same every time, naming nobody, leading nowhere outside (G29)."""

from __future__ import annotations

import getpass
import os
import re
import shutil
import socket
import struct
import subprocess
import unicodedata
from pathlib import Path

import pytest

from reader import editions, paths
from reader.desk import Desk
from reader.library.catalogue import Catalogue
from reader.security.program_folder import ProgramFolder
from reader.text.digits import digits_of
from reader.text.direction import is_right_to_left
from reader.wording import Wording
from tests.share.briefings import own_desk, signed_desk
from tests.share.epub_reading import LANG, NCX, OPF, TYPE, XHTML, Book

LARGEST = 1_300_000
"""Bytes of the edition of this briefing in both languages."""
WELLS = Path(__file__).parents[1] / "library" / "wells"


def book_of(desk: Desk, *languages: str) -> Book:
    wordings = {
        each: Wording.load(each, paths.resources() / "translations") for each in editions.spoken(languages)
    }
    return Book(editions.edition(desk, editions.FORMS["epub"], languages, wordings))


@pytest.fixture(scope="module")
def whole():
    return own_desk()


@pytest.fixture(scope="module")
def both(whole):
    return book_of(whole, "fa", "en")


@pytest.fixture(
    scope="module", params=["own fa", "own en", "own fa en", "wells ar fr", "wells fr ar", "garden fa en"]
)
def case(request, whole, both, tmp_path_factory):
    """A desk, languages, and the book made of them."""
    name, *languages = request.param.split()
    if request.param == "own fa en":
        return whole, languages, both
    desk = whole
    if name == "wells":
        desk = Desk(Catalogue.load(ProgramFolder(WELLS)))
    elif name == "garden":
        desk = signed_desk(tmp_path_factory.mktemp("garden"))
    return desk, languages, book_of(desk, *languages)


@pytest.mark.needs("epubcheck", "java")
def test_epubcheck_has_nothing_to_say(case, tmp_path):
    file = tmp_path / "book.epub"
    file.write_bytes(case[2].raw)
    # Debian's program is a jar that wants to be started by the system itself, which not every system does.
    quick = ("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")  # it lives for seconds only
    command = ["java", *quick, "-jar", shutil.which("epubcheck"), "--failonwarnings", str(file)]
    done = subprocess.run(
        command, env=os.environ | {"LC_ALL": "C.UTF-8"}, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Messages: 0 fatals / 0 errors / 0 warnings / 0 infos" in done.stdout


# What is in it


def test_it_is_small_enough(both):
    assert len(both.raw) < LARGEST


def test_every_page_is_well_formed_and_says_its_language(case):
    _, languages, book = case
    for page in book.pages:
        root = book.tree(page)
        assert root.tag == f"{XHTML}html"
        assert root.get("lang") == root.get(LANG)
        assert root.get("lang") in (*languages, "en")
        assert root.get("dir") == ("rtl" if is_right_to_left(root.get("lang")) else "ltr")
        assert root.findtext(f"{XHTML}head/{XHTML}title")


def test_every_passage_stands_in_it_in_order_as_it_is_read(case):
    desk, languages, book = case
    for document in editions.taken(desk).documents:
        for language in languages:
            passages = desk.edition(document.id, language).passages
            wanted = [(each.id, digits_of(each.number, language), each.text) for each in passages]
            assert book.passages(document.id, language) == wanted


def test_letters_are_as_they_were_and_none_turns_direction(both):
    text = both.text()
    assert not re.search("[\u2060\u2066-\u2069\u202a-\u202e\u200e\u200f]", text)
    assert unicodedata.normalize("NFC", text) == text


def test_every_link_leads_somewhere(case):
    _, _, book = case
    links = book.links()
    assert len(links) > 20
    there = {page: {"", *book.identities(page)} for page in book.pages}
    files = {name.removeprefix("EPUB/") for name in book.names}
    for page, file, identity in links:
        assert file in files, (page, file)
        assert not identity or identity in there[file], (page, file, identity)


def test_no_two_things_of_a_page_have_one_name(case):
    _, _, book = case
    for page in book.pages:
        names = book.identities(page)
        assert len(names) == len(set(names))


def test_nothing_is_loaded_from_outside(case):
    _, _, book = case
    for page in book.pages:
        for each in book.tree(page).iter():
            tag = each.tag.removeprefix(XHTML)
            assert tag not in {
                "script",
                "iframe",
                "object",
                "embed",
                "form",
                "audio",
                "video",
                "base",
                "style",
            }
            assert not [name for name in each.attrib if name.startswith("on") or name == "style"]
    for name, address in re.findall(r"""\b(href|src)="([^"]*)\"""", book.text()):
        assert not re.match(r"[a-z]+:|//", address), (name, address)
    assert set(re.findall(r"url\(([^)]*)\)|@import", book.read("style.css").decode())) == {
        f"fonts/Vazirmatn-{style}.ttf" for style in ("Regular", "Bold")
    }


def test_pages_turn_the_way_of_the_language_that_leads(case):
    _, languages, book = case
    spine = book.package.find(f"{OPF}spine")
    way = "rtl" if is_right_to_left(languages[0]) else "ltr"
    assert spine.get("page-progression-direction") == way
    assert spine.get("toc") == "toc.ncx"


def test_a_document_follows_in_its_other_language_and_passages_lead_to_each_other(both):
    pages = both.pages
    assert pages[:6] == [
        *("title.xhtml", "nav.xhtml", "press.fa.xhtml", "press.en.xhtml"),
        *("letter.fa.xhtml", "letter.en.xhtml"),
    ]
    assert pages[-1] == "about.xhtml"
    for here, there in (("letter.fa", "letter.en"), ("letter.en", "letter.fa")):
        links = {
            each.get("href")
            for each in both.tree(f"{here}.xhtml").iter(f"{XHTML}a")
            if each.get("class") == "n"
        }
        assert f"{there}.xhtml#p12" in links
        assert len(links) == 21


def test_words_in_other_letters_say_their_language(both):
    spans = list(both.tree("ilo.fa.xhtml").iter(f"{XHTML}span"))
    said = {(each.text, each.get("lang"), each.get(LANG), each.get("dir")) for each in spans}
    assert ("NORMLEX", "en", "en", "ltr") in said
    glossary = both.tree("glossary.en.xhtml")
    assert ("اعتصاب", "fa", "rtl") in {
        (each.text, each.get("lang"), each.get("dir")) for each in glossary.iter(f"{XHTML}span")
    }


def test_notes_stand_aside_and_lead_back(both):
    page = both.tree("ilo.fa.xhtml")
    calls = {each.get("href"): each for each in page.iter(f"{XHTML}a") if each.get(TYPE) == "noteref"}
    notes = [each for each in page.iter(f"{XHTML}aside") if each.get(TYPE) == "footnote"]
    assert len(notes) == len(calls) == 29
    for note in notes:
        assert f"#{note.get('id')}" in calls
        ways = [each.get("href") for each in note.iter(f"{XHTML}a") if each.get("class") == "back"]
        assert ways
        assert {way.removeprefix("#") for way in ways} <= set(both.identities("ilo.fa.xhtml"))
    assert {each.text for each in calls.values()} >= {"۱", "۲۹"}
    every = [each for each in page.iter(f"{XHTML}a") if each.get("class") == "back"]
    back = {each.get("href").removeprefix("#") for each in every}
    assert back == {each.get("id") for each in page.iter(f"{XHTML}a") if each.get(TYPE) == "noteref"}


def test_a_picture_has_words_and_its_table_stands_in_the_text(both):
    page = both.tree("ilo.fa.xhtml")
    figure = page.find(f".//{XHTML}figure")
    picture = figure.find(f"{XHTML}img")
    assert picture.get("src") == "figures/conventions.fa.png"
    assert len(picture.get("alt")) > 40
    assert both.read("figures/conventions.fa.png").startswith(b"\x89PNG")
    assert page.find(f".//{XHTML}table") is not None
    heads = list(page.iter(f"{XHTML}th"))
    assert heads
    assert {each.get("scope") for each in heads} == {"col"}


def test_a_picture_that_is_missing_is_said_in_words():
    desk = Desk(Catalogue.load(ProgramFolder(WELLS)))

    class Blind(Desk):
        def picture(self, name, language="", colours=None):
            return b"GIF89a"

    blind = Blind(desk._catalogues[0])
    book = book_of(blind, "fr")
    page = book.tree("wells.fr.xhtml")
    assert page.find(f".//{XHTML}img") is None
    words = next(each for each in page.iter(f"{XHTML}span") if each.get("class") == "missing")
    assert words.text.startswith("Graphique")
    assert "visual" not in book.read("package.opf").decode()


def test_a_translation_is_called_unofficial(both):
    for document in ("press", "letter", "annex"):
        english = both.read(f"{document}.en.xhtml").decode()
        assert "<span>Unofficial translation from the Persian</span>" in english
        assert "Unofficial" not in both.read(f"{document}.fa.xhtml").decode()


def test_the_contents_list_documents_and_headings_for_old_readers_too(both, whole):
    lists = both.tree("nav.xhtml"), both.tree("toc.ncx")
    words = ["".join(each.itertext()) for each in lists[0].iter(f"{XHTML}a")]
    old = [each.text for each in lists[1].iter(f"{NCX}text")]
    assert {each.get(TYPE) for each in lists[0].iter(f"{XHTML}nav")} == {"toc", "landmarks"}
    for document in editions.taken(whole).documents:
        for language in ("fa", "en"):
            edition = whole.edition(document.id, language)
            assert edition.title in words
            assert edition.title in old
    for heading in ("تعلیق و اخراج", "Suspension and expulsion"):
        assert heading in words
        assert heading in old


# What it says of itself


def test_it_says_what_it_is_and_how_it_is_checked(both):
    about = "".join(both.tree("about.xhtml").itertext())
    for words in (
        *("Issue 2026112401", "24 November 2026", "۳ آذر ۱۴۰۵", "signed by no publisher"),
        *("not itself protected", "از خود این پرونده حفاظتی نمی‌شود", "To check it", "برای راستی‌آزمایی"),
        *("export epub", "SIL Open Font License"),
    ):
        assert words in about
    assert "Copy number" not in about
    assert b"SIL OPEN FONT LICENSE" in both.read("fonts/Vazirmatn-OFL.txt")


def test_a_signed_copy_gives_its_numbers(tmp_path):
    desk = signed_desk(tmp_path)
    tree = book_of(desk, "fa", "en").tree("about.xhtml")
    about = "".join(tree.itertext())
    from_left = {each.text for each in tree.iter() if each.get("dir") == "ltr"}
    signed = desk.verdict.signed
    assert f"Copy number: {signed.copy_number}" in about
    assert f"Key number: {signed.publisher.key.number}" in about
    assert {signed.copy_number, digits_of(signed.copy_number, "fa")} <= from_left
    assert "Sample Publisher" in about


def test_its_name_in_a_list_of_books_tells_nothing(both):
    package = both.read("package.opf").decode()
    assert re.findall("<dc:title>(.*?)</dc:title>", package) == ["جزوه‌خوان"]
    assert not re.search("dc:(?:creator|publisher|description|subject|contributor|source)", package)
    assert both.tree("toc.ncx").findtext(f"{NCX}docTitle/{NCX}text") == "جزوه‌خوان"


def test_it_says_who_can_read_it(both):
    package = both.read("package.opf").decode()
    stated = re.findall('<meta property="schema:([A-Za-z]+)"[^>]*>([^<]*)<', package)
    assert {name for name, _ in stated} == {
        *("accessMode", "accessModeSufficient", "accessibilityFeature"),
        *("accessibilityHazard", "accessibilitySummary"),
    }
    assert ("accessModeSufficient", "textual") in stated
    assert ("accessibilityFeature", "alternativeText") in stated
    assert "conformsTo" not in package  # that would be said by somebody who looked


def test_its_day_is_the_one_of_the_issue_and_its_name_is_of_its_content(both, whole):
    package = both.read("package.opf").decode()
    assert re.findall('<meta property="dcterms:modified">(.*?)</meta>', package) == ["2026-11-24T00:00:00Z"]
    name = re.findall('<dc:identifier id="book">(urn:uuid:[0-9a-f-]{36})</dc:identifier>', package)
    assert len(name) == 1
    assert both.tree("toc.ncx").find(f".//{NCX}meta[@name='dtb:uid']").get("content") == name[0]
    assert name[0] not in book_of(whole, "fa").read("package.opf").decode()


def test_it_names_no_person_computer_or_folder(both):
    plain = b"".join(both.archive.read(name) for name in both.names if not name.endswith((".png", ".ttf")))
    plain = plain.replace(b"rootfile", b"")  # the container's own word
    names = {getpass.getuser(), socket.gethostname(), str(Path.home()), str(paths.root())} - {"root", "/"}
    machine = Path("/etc/machine-id")
    names |= {machine.read_text().strip()} if machine.is_file() else set()
    for name in names - {""}:
        assert name.encode() not in plain
    assert b"/root" not in plain
    assert b"/tmp" not in plain


# The container


def test_the_container_has_one_form(both):
    archive = both.archive
    names = archive.namelist()
    assert names[0] == "mimetype"
    assert names[1:] == sorted(names[1:])
    assert both.raw[:58] == both.raw[:30] + b"mimetypeapplication/epub+zip"
    assert struct.unpack_from("<H", both.raw, 28)[0] == 0  # nothing between name and content
    for entry in archive.infolist():
        assert entry.compress_type == 0
        assert entry.date_time == (1980, 1, 1, 0, 0, 0)
        assert (entry.extra, entry.comment, entry.external_attr) == (b"", b"", 0o100644 << 16)
    assert archive.testzip() is None
    assert {name for name in names if not name.startswith("EPUB/")} == {"mimetype", "META-INF/container.xml"}


def test_everything_is_listed_in_the_package_once(both):
    listed = [each.get("href") for each in both.package.iter(f"{OPF}item")]
    there = {name.removeprefix("EPUB/") for name in both.names if name.startswith("EPUB/")}
    assert sorted(listed) == sorted(there - {"package.opf"})


def test_the_style_is_for_old_readers_and_dark_pages_too(both):
    style = both.read("style.css").decode()
    newer = r"var\(|:has\(|:is\(|:where\(|@layer|@container|grid|flex|inset|calc\(|-inline|-block\b"
    assert not re.findall(newer, style.replace("display:block", ""))
    assert re.findall("([^\n]*)background", style) == [re.search("img{[^\n]*?(?=background)", style)[0]]
    assert not re.search(
        r"\bdirection|unicode-bidi|position|float", style
    )  # the first two EPUB itself forbids
    # A picture brings its paper along; the one colour of text has 4.5 to 1 on white and on black.
    assert set(re.findall(r"#\w{3,6}", style)) == {"#767676", "#fffdf8"}


def test_a_long_document_is_cut_where_old_readers_need_it(tmp_path):
    folder = tmp_path / "long"
    (folder / "book").mkdir(parents=True)
    (folder / "briefing.toml").write_text(
        'id = "long"\nversion = 2026010101\nissued = 2026-01-01\nlanguages = ["en"]\nfirst = "tale"\n'
        '[title]\nen = "Long"\n[[part]]\nkind = "book"\nen = "Book"\n'
        '[[document]]\nid = "tale"\nkind = "book"\nen = "Tale"\n'
    )
    chapters = (
        f"## Chapter {number}\n\n" + "\n\n".join(f"[c{number}-{each}] " + "word " * 200 for each in range(20))
        for number in range(30)
    )
    text = (
        "# Tale\n\n" + "\n\n".join(chapters) + "\n\nBack to [the first](#c0-0) and [the last](tale#c29-19).\n"
    )
    (folder / "book" / "tale.en.md").write_text(text)
    desk = Desk(Catalogue.load(ProgramFolder(folder)))
    book = book_of(desk, "en")
    parts = [page for page in book.pages if page.startswith("tale")]
    assert parts == ["tale.en.xhtml", "tale.en.2.xhtml", "tale.en.3.xhtml", "tale.en.4.xhtml"]
    assert all(len(book.read(page)) < 250_000 for page in parts)
    assert book.passages("tale", "en") == [
        (each.id, each.number, each.text) for each in desk.edition("tale", "en").passages
    ]
    ways = [each.get("href") for each in book.tree(parts[-1]).iter(f"{XHTML}a") if each.get("href")]
    assert ways == ["tale.en.xhtml#c0-0", "#c29-19"]
    for page in parts[:-1]:
        assert not re.fullmatch(r".*h[1-6]", list(book.tree(page).find(f"{XHTML}body"))[-1].tag)


def test_the_tree_of_a_page_is_the_same_to_a_reader_of_html(both):
    for page in both.pages:
        written = both.read(page).decode()
        closed = set(re.findall(r"<([a-z0-9]+)[^<>]*/>", written))
        assert closed <= {"meta", "link", "br", "hr", "img"}
