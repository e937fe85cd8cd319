"""Odd texts and titles come through the EPUB edition as they are, or as the sign of a lost letter."""

from __future__ import annotations

import datetime
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from reader.library.document import Edition, Explanation
from reader.library.source import parse
from reader.render.chapter import chapter
from reader.share.epub_contents import Entry, navigation, ncx
from reader.share.epub_package import package
from reader.share.epub_pages import Page, markup, plain
from reader.text.digits import digits_of
from reader.text.xml_letters import possible
from reader.wording import Wording
from tests.share.epub_reading import NCX, OPF, XHTML, passages_of

ODD = "&<>\"']]>{}/\\\u2066\u2069\u202e\u200c\u200f\u0651\u064b\ufffe\uffff\u0085\u2028\x7f\x01😀 aاb۱2؛.,()-"
TITLES = st.text(alphabet=ODD, min_size=1, max_size=30)
LINES = st.lists(st.text(alphabet=ODD + "*_`[]!|#", max_size=60), min_size=1, max_size=8)


def page_of(text: str, language: str = "fa", explanations=None) -> tuple[Edition, ET.Element]:
    """Read Markdown, and make a page of it."""
    parsed = parse(text, document="odd")
    edition = Edition("odd", language, "Odd", parsed.passages, parsed.body)
    made = chapter(
        edition,
        foreign="en" if language == "fa" else "fa",
        twin="en",
        twin_words="<&>",
        picture=lambda name: "",
        explanations=explanations or {},
    )
    return edition, ET.fromstring(Page("odd.xhtml", "<&>", language, markup(made)).content())


@given(LINES, st.sampled_from(["fa", "en"]))
def test_any_text_is_well_formed_and_reads_the_same(lines, language):
    edition, page = page_of("\n\n".join(lines), language)
    wanted = [
        (each.id, digits_of(each.number, language), possible(each.text).strip(" "))
        for each in edition.passages
    ]
    assert passages_of(page) == wanted


@given(TITLES, TITLES)
def test_any_title_is_well_formed_everywhere(title, other):
    wording = Wording("en", {})
    contents = (Entry({"fa": title, "en": other}, "", (Entry({"fa": title}, "a.xhtml"),)),)
    page = ET.fromstring(navigation(contents, "fa", wording, "a.xhtml").content())
    assert possible(title) in "".join(page.find(f".//{XHTML}a").itertext())
    old = ET.fromstring(ncx(contents, "urn:uuid:0", title, "fa"))
    assert old.findtext(f"{NCX}docTitle/{NCX}text") == possible(title)
    listed = package(
        [Page("a.xhtml", title, "fa", "")],
        ["style.css"],
        identifier="urn:uuid:0",
        title=title,
        languages=("fa",),
        issued=datetime.date(2026, 1, 1),
        summaries={"en": other},
        has_pictures=False,
        says_pictures=True,
        marks={"toc": (title, "nav.xhtml")},
    )
    assert ET.fromstring(listed).find(f".//{OPF}reference").get("title") == possible(title)
    said = ET.fromstring(f"<p>{plain(title)}</p>")
    assert (said.text or "") == possible(title)


def test_what_explains_a_passage_stands_in_a_paragraph_of_its_own():
    links = (
        Explanation("پس‌زمینه", "عنوان <b>&", "shutdown"),
        Explanation("پس‌زمینه", "دیگری ILO", "act#act-1"),
    )
    text = "[p1] بند یکم\n\n- [p2] یک\n    - [p3] دو\n\n> [p4] نقل"
    _, page = page_of(text, explanations={f"p{number}": links for number in range(1, 5)})
    assert [words for _, _, words in passages_of(page)] == ["بند یکم", "یک", "دو", "نقل"]
    see = [each for each in page.iter(f"{XHTML}p") if each.get("class") == "see"]
    assert len(see) == 4
    assert {"".join(each.itertext()) for each in see} == {"پس‌زمینه: عنوان <b>& · دیگری ILO"}
    assert [each.get("href") for each in see[0].iter(f"{XHTML}a")] == ["shutdown.fa", "act.fa#act-1"]
    outer = next(each for each in page.iter(f"{XHTML}li") if each.get("id") == "p2")
    assert [each.tag.removeprefix(XHTML) for each in outer][-2:] == [
        "p",
        "ul",
    ]  # its own, before what is in it


def test_the_number_of_a_note_stays_on_the_line_of_the_sign_before_it():
    _, page = page_of("کسی گفت (دیروز)؛[^a] دیگری متنً[^a] گفت.\n\n[^a]: یادداشت")
    held = [each for each in page.iter(f"{XHTML}span") if each.get("class") == "held"]
    assert [each.text for each in held] == [")؛"]
    assert [each.tag for each in held[0]] == [f"{XHTML}sup"]
    assert passages_of(page)[0][2] == "کسی گفت (دیروز)؛ دیگری متنً گفت."


def test_the_numbers_of_a_list_are_written_for_readers_that_know_no_persian_ones():
    _, page = page_of("1. [p1] یک\n2. [p2] دو\n    1. [p3] سه\n\n[p4] بند\n\n- [p5] چهار\n")
    marks = [each.text for each in page.iter(f"{XHTML}span") if each.get("class") == "m"]
    assert marks == ["۱.", "۲.", "۱."]
    assert {each.get("class") for each in page.iter(f"{XHTML}ol")} == {"told"}
    assert [words for _, _, words in passages_of(page)] == ["یک", "دو", "سه", "بند", "چهار"]


def test_a_number_does_not_run_into_a_date_or_a_figure():
    _, page = page_of("[p1] ۱۰ ژانویه ۲۰۲۶\n\n| الف |\n|---|\n| ۱۰۴ |\n")
    assert "".join(page.find(f".//{XHTML}p").itertext()) == "[۱] ۱۰ ژانویه ۲۰۲۶"
    assert "".join(page.find(f".//{XHTML}td").itertext()) == "[۲] ۱۰۴"


def test_code_says_its_direction():
    _, page = page_of("کلید `abc 12` و `کلید`\n\n    sha256sum -c LIST\n")
    assert [(each.text, each.get("dir")) for each in page.iter(f"{XHTML}code")][:2] == [
        ("abc 12", "ltr"),
        ("کلید", None),
    ]
    assert page.find(f".//{XHTML}pre").get("dir") == "ltr"


def test_a_table_says_which_cells_are_heads():
    _, page = page_of("| الف | ب |\n|---|---|\n| [r1] یک | دو |\n")
    assert [each.attrib for each in page.iter(f"{XHTML}th")] == [{"scope": "col"}, {"scope": "col"}]
    assert [each.get("id") for each in page.iter(f"{XHTML}tr")][-1] == "r1"
