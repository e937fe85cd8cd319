"""PDF editions for tests, made as the command makes them, and read back by another program."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from typing import TYPE_CHECKING

from reader import editions, paths
from reader.ui.pdf_edition import PDF
from reader.wording import Wording

if TYPE_CHECKING:
    from pathlib import Path

    from reader.desk import Desk

MARK = re.compile(r"\s*[\u064b-\u0652]+")
"""Vowel signs: poppler takes them for words of their own."""
WORD = re.compile(
    r"[\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u06ff]+|[\u06f0-\u06f9]+|[^\W\d_\u0600-\u06ff]+|\d+"
)
"""Persian letters with their marks, Persian digits, letters and digits of other scripts."""


def made(desk: Desk, *languages: str, progress=lambda _: None) -> bytes:
    """Make an edition; an application with the fonts must be there (the fixture ``around``)."""
    spoken = editions.spoken(languages)
    wordings = {each: Wording.load(each, paths.resources() / "translations") for each in spoken}
    return editions.edition(desk, PDF, languages, wordings, progress)


def read(file: Path, *options: str) -> str:
    """Return what poppler reads in a file."""
    done = subprocess.run(["pdftotext", *options, str(file), "-"], capture_output=True, check=True)
    assert done.stderr == b""
    return done.stdout.decode()


def pages_of(file: Path, *options: str) -> list[str]:
    """Return the text of each page as poppler reads it."""
    return read(file, *options).split("\f")[:-1]


def words(text: str) -> list[str]:
    """Return the words of a text: without vowel signs, Persian and Latin ones apart."""
    text = "".join(each for each in unicodedata.normalize("NFKC", text) if unicodedata.category(each) != "Cf")
    return WORD.findall(MARK.sub("", text))
