"""The fonts that editions carry: they show every letter, and are what the script makes of ours."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont

from reader import paths
from webfonts.subset import web_font

STYLES = ("Regular", "Bold")
NO_LETTERS = frozenset("\n\t\u2060\u2066\u2067\u2068\u2069")
FALLBACK = frozenset("↩◌✓✕")
"""Signs that Vazirmatn itself lacks; browsers take them from another font."""


@pytest.fixture(params=STYLES)
def style(request):
    return request.param


def test_every_letter_of_the_briefing_is_there(style, edition):
    with TTFont(paths.resources() / "fonts" / "web" / f"Vazirmatn-{style}.woff2") as font:
        known = {chr(code) for code in font.getBestCmap()}
    read = edition.partition("<body>")[2].partition('<script type="application/json"')[0]
    assert set(read) - known - NO_LETTERS - FALLBACK == set()


def test_the_file_is_what_the_script_makes(style):
    fonts = paths.resources() / "fonts"
    font = fonts / f"Vazirmatn-{style}.ttf"
    assert web_font(font) == (fonts / "web" / f"Vazirmatn-{style}.woff2").read_bytes()
    assert web_font(font, None) == (paths.resources() / "ebook" / font.name).read_bytes()


def test_the_licence_comes_along():
    assert (paths.resources() / "licences" / "Vazirmatn-OFL.txt").is_file()
