"""The HTML edition in a real browser, from a file and without a network, as a phone and as a laptop."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from reader.text.words import raw_words
from tests.share.browser import LAPTOP, PHONE, chromium, without_network

pytestmark = pytest.mark.needs("chromium", "unshare")

VECTORS = json.loads(Path(__file__).with_name("vectors.json").read_text(encoding="utf-8"))
ODD = [
    *("etesab", "etehadie kargari", "ghat internet", "hukumat", "۱۸ دی", "january 8-9", "98/8/24", "1404/10"),
    *("in:letter اعتصاب", "در:پیوست آمار", "lang:en strike", "کارگر*", "work* -union", "«قطع اینترنت»"),
    *("general strike", "*", "(", '"باز', "-", "«»", "ا", "می رود", "اتحادیه های", "و از به", "قطع -اینترنت"),
]
KEYS = "ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپو"


@pytest.fixture(scope="module")
def address(edition, tmp_path_factory):
    path = tmp_path_factory.mktemp("edition") / "briefing.html"
    path.write_text(edition, encoding="utf-8")
    return path.as_uri()


@pytest.fixture(scope="module")
def started(tmp_path_factory):
    with chromium(tmp_path_factory.mktemp("profile")) as browser:
        yield browser


@pytest.fixture
def page(started, address):
    """The edition on a laptop; whatever the test does, nothing is asked for and nothing complains."""
    started.requests.clear()
    started.complaints.clear()
    started.show(LAPTOP, prefers_color_scheme="light")
    started.open(address)
    yield started
    assert started.complaints == []
    outside = [each for each in started.requests if not each.startswith(("data:", "about:"))]
    assert set(outside) <= {address}


def shown(page) -> str:
    return page.value("document.querySelector('.doc.now').id")


def in_the_page(page, typed: list[str]) -> list:
    hit = "[hit.entry.document, hit.entry.language, hit.entry.passage, hit.ranges, hit.bridged]"
    search = (
        "const a = edition.search(typed, 30);"
        f" return [a.total, a.repaired, a.suggestion, a.bridges, a.hits.map((hit) => {hit})];"
    )
    return page.value(f"{json.dumps(typed)}.map((typed) => {{ {search} }})")


def in_the_program(desk, typed: str) -> list:
    answer = desk.search(typed, limit=30)
    hits = [[h.document, h.language, h.passage, list(map(list, h.ranges)), h.bridged] for h in answer.hits]
    return [answer.total, answer.repaired, answer.suggestion, list(answer.bridges), hits]


def variations(desk) -> list[str]:
    """Words of the real text, typed in ways people type them; the same ones every time."""
    chance = random.Random(7)
    texts = [
        [word.text for word in raw_words(passage.text)]
        for document in desk.briefing.documents
        for language in ("fa", "en")
        for passage in desk.edition(document.id, language).passages
    ]
    made = []
    for words in chance.sample([words for words in texts if len(words) > 3], 160):
        length = chance.choice((1, 2, 3))
        start = chance.randrange(len(words) - length)
        made.append(_varied(" ".join(words[start : start + length]), chance))
    return made


def _varied(text: str, chance: random.Random) -> str:
    place = chance.randrange(len(text))
    return chance.choice(
        [
            text,
            text.replace("\u200c", ""),
            text.replace("\u200c", " "),
            text.replace("ی", "ي").replace("ک", "ك"),
            text[:place] + text[place + 1 :],
            text[:place] + text[place + 1 : place + 2] + text[place : place + 1] + text[place + 2 :],
            text[:place] + chance.choice(KEYS) + text[place + 1 :],
            text.replace(" ", "", 1),
            f"«{text}»",
            text[:-2],
        ]
    )


def test_it_was_opened_without_a_network():
    assert without_network()


def test_the_rules_are_those_of_the_program(page):
    for name, function in (("folds", "fold"), ("terms", "termsOf"), ("readings", "otherReadings")):
        typed = [row[0] for row in VECTORS[name]]
        assert page.value(f"{json.dumps(typed)}.map((each) => edition.{function}(each))") == [
            row[1] for row in VECTORS[name]
        ]
    texts = [row[0] for row in VECTORS["dates"]]
    dates = "edition.findDates(text).map((date) => [date.start, date.end, date.asks, date.terms])"
    assert page.value(f"{json.dumps(texts)}.map((text) => {dates})") == [row[1] for row in VECTORS["dates"]]


def test_it_reads_the_passages_as_the_program_does(page, whole_desk):
    read = page.value(
        "edition.entries.map((each) => [each.document, each.language, each.passage, each.text])"
    )
    assert read == [
        [document.id, language, passage.id, passage.text]
        for document in whole_desk.briefing.documents
        for language in document.languages
        for passage in whole_desk.edition(document.id, language).passages
    ]


def test_every_way_of_typing_finds_what_the_program_finds(page, whole_desk):
    typed = [each for row in VECTORS["queries"] for each in row["typed"]] + ODD + variations(whole_desk)
    for each, found in zip(typed, in_the_page(page, typed), strict=True):
        assert found == in_the_program(whole_desk, each), each


def test_a_phone_searches_marks_and_jumps(page, address):
    page.show(PHONE)
    page.open(address)
    page.click("#Words")
    page.type("hjphndi")
    assert page.value("document.querySelectorAll('#Found mark').length") > 5
    assert "اتحادیه" in page.value("document.getElementById('Found').textContent")
    page.press("Enter", 13)
    assert page.value("document.querySelectorAll('main mark.now').length") > 0
    box = page.value(
        "(() => { const box = document.querySelector('main mark.now').getBoundingClientRect();"
        " return [box.top, box.bottom, box.left, box.right]; })()"
    )
    assert 0 < box[0] < box[1] < PHONE["height"]
    assert 0 <= box[2] < box[3] <= PHONE["width"]
    first = page.value("location.hash")
    page.click("#Act button:last-child")
    assert page.value("location.hash") != first
    assert page.value("document.documentElement.scrollWidth") <= PHONE["width"]


def test_nothing_is_wider_than_a_phone(page, address):
    page.show(PHONE)
    page.open(address)
    for document in page.value("[...document.querySelectorAll('.doc')].map((each) => each.id)"):
        for language in ("fa", "en", "both"):
            page.value(f"document.querySelector('[data-show={language}]').click()")
            page.value(f"location.hash = {json.dumps(document)}")
            page.until(f"document.querySelector('.doc.now').id === {json.dumps(document)}")
            assert page.value("document.documentElement.scrollWidth") <= PHONE["width"], document


def test_anchors_lead_to_passages_and_back(page, address):
    page.open(f"{address}#p34")
    assert shown(page) == "annex"
    assert page.value("document.querySelector('.at').id") == "p34"
    page.value("location.hash = 'p12.en'")
    page.until("document.querySelector('.doc.now').id === 'letter'")
    page.value("history.back()")
    page.until("document.querySelector('.doc.now').id === 'annex'")
    page.value("location.hash = '%E0%A4%A'")
    page.until("document.querySelector('.doc.now').id === 'letter'")


def test_a_link_to_a_note_and_back(page):
    page.value("location.hash = 'shutdown'")
    page.until("document.querySelector('.doc.now').id === 'shutdown'")
    page.click(".doc.now sup a")
    page.until("location.hash === '#shutdown.f1'")
    page.click("[id='shutdown.f1'] a[href='#shutdown.r1']")
    page.until("location.hash === '#shutdown.r1'")


def test_both_languages_stand_side_by_side(page):
    page.value("document.querySelector('[data-show=both]').click()")
    tops = page.value(
        "['p12', 'p12.en'].map((id) => document.getElementById(id).getBoundingClientRect())"
        ".map((box) => [box.top, box.left, box.right])"
    )
    assert abs(tops[0][0] - tops[1][0]) < 12
    assert tops[1][2] < tops[0][1]


def test_themes_change_the_page_and_its_pictures(page):
    page.value("location.hash = 'shutdown'")
    page.until("document.querySelector('.doc.now').id === 'shutdown'")
    seen = set()
    for _ in range(4):
        page.value("document.getElementById('Theme').click()")
        picture = "document.querySelector('.doc.now img')"
        page.value(f"{picture}.decode().then(() => true)")
        seen.add(
            page.value(f"getComputedStyle(document.querySelector('main')).backgroundColor + {picture}.src")
        )
    assert len(seen) == 3  # light is also what this device prefers


def test_it_is_dark_where_the_device_is(page, address):
    page.show(LAPTOP, prefers_color_scheme="dark")
    page.open(address)
    assert page.value("getComputedStyle(document.querySelector('main')).backgroundColor") == "rgb(31, 34, 35)"


def test_pictures_get_the_colours_that_the_program_gives_them(page, whole_desk):
    from reader import paths
    from reader.share.html_edition import data_address
    from reader.share.html_frame import themes

    page.value("location.hash = 'shutdown'")
    page.until("document.querySelector('.doc.now').id === 'shutdown'")
    page.value("document.getElementById('Theme').click()")
    page.value("document.getElementById('Theme').click()")
    dark = {name: each for name, each in themes(paths.resources())["dark"].items() if name != "dark"}
    sources = page.value("[...document.querySelectorAll('.doc.now img')].map((each) => each.src)")
    body = whole_desk.edition("shutdown", "fa").body
    name = body.partition('src="')[2].partition('"')[0]
    assert data_address(whole_desk.picture(name, "fa", dark)) in sources


def test_a_passage_is_copied_with_its_source(page):
    page.value("location.hash = 'p12'")
    page.until("document.querySelector('.at')")
    page.click("#p12 .n")
    copied = page.value(
        "new Promise((done) => { document.addEventListener('copy', (event) => {"
        " event.preventDefault(); done(document.activeElement.value); });"
        " document.querySelector('#Act button').click(); })"
    )
    assert copied.startswith("«در همین چند روز اخیر")
    assert "نامه ۴" in copied.partition("»\n— ")[2]
    assert not set(copied) & set("\u2066\u2067\u2068\u2069\u2060")


def test_what_is_offered_for_a_passage_goes_when_one_leaves_it(page):
    page.value("location.hash = 'p12'")
    page.until("document.querySelector('.at')")
    page.click("#p12 .n")
    assert "نامه ۴" in page.value("document.getElementById('Act').textContent")
    page.value("location.hash = 'annex'")
    page.until("document.querySelector('.doc.now').id === 'annex'")
    assert page.value("document.getElementById('Act').textContent") == ""


def test_without_its_script_everything_can_be_read(started, address):
    started.call("Emulation.setScriptExecutionDisabled", value=True)
    try:
        started.load(address)
        node = started.call("DOM.getDocument", depth=0)["root"]["nodeId"]
        for selector in ("#p12", '[id="p12.en"]', "#Contents a"):
            found = started.call("DOM.querySelector", nodeId=node, selector=selector)["nodeId"]
            assert started.call("DOM.getBoxModel", nodeId=found)["model"]["height"] > 0
    finally:
        started.call("Emulation.setScriptExecutionDisabled", value=False)
