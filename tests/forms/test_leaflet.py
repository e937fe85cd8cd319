"""The leaflet: what it names is there, both languages say the same, and it is one page without script."""

import base64
import re
import tomllib
from html.parser import HTMLParser

import pytest

from reader import paths
from tests.forms import stand_in
from tests.share.browser import chromium

FILE = stand_in.STICK / "READ-ME.html"
TEXT = FILE.read_text(encoding="utf-8")
HOW_TO_CHECK = (paths.resources() / "HOW-TO-CHECK.txt").read_text(encoding="utf-8")


class Half(HTMLParser):
    """One language of the leaflet: its elements, what is in ``code``, and its text."""

    def __init__(self, section: str):
        super().__init__()
        self.elements, self.codes, self.text = [], [], ""
        self._in_code = False
        self.feed(section)

    def handle_starttag(self, tag, attributes):
        self.elements.append(tag)
        self._in_code = tag == "code"

    def handle_endtag(self, tag):
        self._in_code = False

    def handle_data(self, data):
        if self._in_code:
            self.codes.append(data)
        self.text += data


PERSIAN, ENGLISH = (Half(section) for section in re.findall(r"<section.*?</section>", TEXT, re.DOTALL))


def test_both_languages_are_built_alike_and_name_the_same():
    assert PERSIAN.elements == ENGLISH.elements
    assert sorted(PERSIAN.codes) == sorted(ENGLISH.codes)
    assert not re.search("[يكۀ٠-٩0-9]", re.sub("[A-Za-z].*?[A-Za-z0-9]", "", PERSIAN.text))


def test_every_file_that_it_names_exists():
    keys = tomllib.loads((paths.resources() / "keyboard" / "actions.toml").read_text(encoding="utf-8"))
    known = {key for group in keys["group"] for action in group["action"] for key in action["keys"]}
    known |= {path.name for path in stand_in.STICK.iterdir()}
    known |= {"sh Start-Linux.sh", "HOW-TO-CHECK.txt", "minisign", "Esc"}
    # What the layout of a stick has besides: the edition for phones, the folder and two in it.
    known |= {"Reader-Phone.html", "Reader", "Reader/packages", "data"}
    assert set(ENGLISH.codes) - known == set()
    assert set(stand_in.START_FILES) <= {*ENGLISH.codes, "Start-Linux.sh"}


@pytest.mark.parametrize(
    "sentence",
    [
        "می‌تواند ساختگی باشد و دروغ بگوید",
        "امضا می‌گوید چه کسی این نسخه را بسته است، نه این که نامه را چه کسی نوشته است.",
        "برگه‌ی چاپی، رادیو، کسی که به او اعتماد دارید",
        "may be a fake, and say whatever its maker likes",
        "A signature says who packed this copy, not who wrote the letter.",
        "the radio, a person you trust",
    ],
)
def test_it_says_of_checking_what_the_other_text_says(sentence):
    assert sentence in " ".join(TEXT.split())
    assert sentence in " ".join(HOW_TO_CHECK.split())


def test_what_it_quotes_stands_in_the_window():
    words = (paths.resources() / "translations" / "reader_fa.ts").read_text(encoding="utf-8")
    for english, persian in (
        ("Check another copy…", "سنجیدن نسخه‌ای دیگر…"),
        ("Copy to a stick…", "رونوشت روی فلش…"),
    ):
        assert f"<source>{english}</source>\n        <translation>{persian}</translation>" in words
        assert f"“{english}”" in TEXT
        assert f"«{persian}»" in TEXT


def test_it_is_small_and_has_no_script_and_no_address():
    assert len(TEXT.encode("utf-8")) < 16_000
    assert not re.search(
        r"<(script|img|link|iframe|object|form|base)\b|\son\w+\s*=|@import|url\(|//|:\s*/", TEXT
    )
    assert re.findall(r'href="([^"]*)"', TEXT) == ["#en", "#fa"]
    assert "src=" not in TEXT
    assert "default-src 'none'" in TEXT


def test_it_poses_as_nobody():
    for issuer in ("Confederation", "کنفدراسیون", "Iran", "ایران"):
        assert issuer not in TEXT


@pytest.mark.needs("chromium")
def test_it_fits_a_phone_and_one_sheet_of_paper(tmp_path):
    with chromium(tmp_path / "profile") as browser:
        for width, mobile in ((320, True), (390, True), (1366, False)):
            browser.show({"width": width, "height": 700, "deviceScaleFactor": 1, "mobile": mobile})
            browser.load(FILE.as_uri())
            assert browser.value("document.documentElement.scrollWidth") <= width
        printed = browser.call("Page.printToPDF", preferCSSPageSize=True)
        pages = re.findall(rb"/Type /Page\b(?!s)", base64.b64decode(printed["data"]))
        assert len(pages) == 2  # both sides, a language each
        assert [each for each in browser.requests if each != FILE.as_uri()] in ([], ["about:blank"] * 3)
        assert not browser.complaints
