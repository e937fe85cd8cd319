"""The HTML edition: whole, the same every time, naming nobody, and allowed nothing but itself (G29, G30)."""

from __future__ import annotations

import base64
import getpass
import hashlib
import json
import re
import socket
from pathlib import Path

from reader import paths
from reader.text.digits import digits_of
from tests.share.briefings import made, signed_desk

LARGEST = 950_000
"""Bytes of the edition of this briefing; it must stay below 1 MB, whatever is added to the text."""


def inside(page: str, pattern: str) -> str:
    return re.search(pattern, page, re.DOTALL)[1]


def script(page: str) -> str:
    return inside(page, r"<script>(.*?)</script>")


def without_pictures(page: str) -> str:
    return re.sub(r'"data:[^"]*"', '""', page)


def test_it_is_small_enough(edition):
    assert len(edition.encode()) < LARGEST


def test_it_allows_exactly_its_own_style_and_script(edition):
    policy = inside(edition, r'http-equiv="Content-Security-Policy" content="([^"]*)"')
    hashes = {
        name: base64.b64encode(hashlib.sha256(inside(edition, pattern).encode()).digest()).decode()
        for name, pattern in (("script", r"<script>(.*?)</script>"), ("style", r"<style>(.*?)</style>"))
    }
    assert policy.split("; ") == [
        "default-src 'none'",
        f"script-src 'sha256-{hashes['script']}'",
        f"style-src 'sha256-{hashes['style']}'",
        "img-src data:",
        "font-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    assert edition.index("Content-Security-Policy") < edition.index("<style>")
    assert len(re.findall("<script", edition)) == 2  # the data, and the script
    assert len(re.findall("<style", edition)) == 1


def test_no_address_is_in_it(edition):
    plain = without_pictures(edition)
    assert not re.search(r"(?i)\b(?:https?|ftp|file|wss?|javascript):|[\"'(=]//", plain)
    addresses = re.findall(r"""(?:src|href|action|data|poster|srcset)=["']?([^\s"'>]*)""", plain)
    assert {address for address in addresses if address and not address.startswith(("#", "image/"))} == set()
    assert not re.search(r" on\w+=|<(?:iframe|object|embed|form|link|base|audio|video)\b", plain)


def test_every_link_leads_somewhere(edition):
    body = edition.partition("<body>")[2].partition("<script")[0]
    there = set(re.findall(r"""\bid=["']?([^\s"'>]+)""", body))
    assert set(re.findall(r"""href=["']?#([^\s"'>]+)""", body)) - there == set()


def test_no_two_things_have_one_name(edition):
    names = re.findall(r"""\bid=["']?([^\s"'>]+)""", edition.partition("<body>")[2].partition("<script")[0])
    assert sorted(names) == sorted(set(names))


def test_every_passage_stands_in_it(edition, whole_desk):
    there = set(re.findall(r"""\bid=["']?([^\s"'>]+)""", edition))
    for document in whole_desk.briefing.documents:
        for language, suffix in (("fa", ""), ("en", ".en")):
            for passage in whole_desk.edition(document.id, language).passages:
                assert passage.id + suffix in there


def test_a_translation_is_called_unofficial(edition):
    for document in ("press", "letter", "annex"):
        section = inside(edition, rf'<section class="doc" id="{document}">(.*?)</section>')
        assert "<p class=kick>Unofficial translation from the Persian<h" in section


def test_it_says_what_it_is_and_how_it_is_checked(edition):
    about = inside(edition, r'<section class="doc" id="File">(.*?)</section>')
    for words in (
        *("Issue 2026112401", "24 November 2026", "۳ آذر ۱۴۰۵", "signed by no publisher"),
        *("not itself protected", "از خود این پرونده حفاظتی نمی‌شود", "To check it", "برای راستی‌آزمایی"),
    ):
        assert words in about
    assert "Copy number" not in about


def test_a_signed_copy_gives_its_numbers(tmp_path):
    desk = signed_desk(tmp_path)
    page = made(desk, "fa", "en")
    signed = desk.verdict.signed
    assert f'Copy number: <span dir="ltr">{signed.copy_number}</span>' in page
    assert f'Key number: <span dir="ltr">{signed.publisher.key.number}</span>' in page
    assert f'<span dir="ltr">{digits_of(signed.copy_number, "fa")}</span>' in page
    assert "Sample Publisher" in page
    data = json.loads(inside(page, r'<script type="application/json" id="Data">(.*?)</script>'))
    ending = data["endings"][data["documents"][0]["sources"]["en"]["en"][1]]
    assert signed.copy_number in ending.replace("\u00a0", " ")


def test_the_name_of_the_page_tells_nothing(edition):
    assert inside(edition, "<title>(.*?)</title>") == "جزوه‌خوان"


def test_end_tags_that_may_be_left_out_are(edition):
    body = edition.partition("<main>")[2].partition("</main>")[0]
    assert not re.search("</(?:li|td|th|tr|thead|tbody)>", body)


def test_the_script_keeps_and_asks_nothing(edition):
    words = (
        r"\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|localStorage|sessionStorage|indexedDB"
    )
    assert not re.search(
        words + r"|cookie|eval|Function|innerHTML|insertAdjacentHTML|document\.write)\b", script(edition)
    )


def test_one_language_alone(whole_desk):
    page = made(whole_desk, "en")
    assert '<html lang="en" dir="ltr">' in page
    assert "<div lang=fa" not in page
    assert "<h1 id=p06>" in page
    assert '<button type="button" data-show' not in page


def test_it_names_no_person_computer_or_folder(edition):
    plain = without_pictures(edition).encode()
    names = {getpass.getuser(), socket.gethostname(), str(Path.home()), str(paths.root())} - {"root", "/"}
    machine = Path("/etc/machine-id")
    names |= {machine.read_text().strip()} if machine.is_file() else set()
    for name in names - {""}:
        assert name.encode() not in plain
    assert b"/root" not in plain
    assert b"/tmp" not in plain
