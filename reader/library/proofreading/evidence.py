"""Whether what is said has its source: a note for every figure, an entry in the list for every note."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.library.document import PassageKind
from reader.library.proofreading.faults import Fault, quoted
from reader.library.proofreading.letters import without_code
from reader.text.dates import find_dates

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.library.proofreading.blocks import Block

ENTRY = "src-"
"""Begins the name of a passage that is an entry of the list of sources."""

_CALL = re.compile(r"\[\^([^\]\s]+)\](?!:)")
_NOTE = re.compile(r" {0,3}\[\^([^\]\s]+)\]:")
_BESIDE = re.compile(r"\[\^[^\]\s]+\]\[\^[^\]\s]+\]")
_NUMBER = re.compile(r"\d+(?:[.,٫٬/]\d+)*")
_TIME = re.compile(r"(?<!\d)\d{1,2}:\d{2}(?!\d)")
_YEAR = re.compile(r"(?<![\d.,٫٬])(?:1[3-4]\d\d|1[89]\d\d|20\d\d)(?![\d٫٬])(?![.,]\d)")
_AND = r",|،|and|or|to|et|au|ou|و|یا|تا|أو|إلى|–|-"
_JOINED = rf"(?:\s*(?:{_AND})?\s*\d+(?:[./]\d+)*)+"
_DAY = r"\d{1,2}(?:er)?"
_TITLE = re.compile(r"[«“](.+)[»”]")
_IN_NAME = re.compile(r"[A-Za-z/#_][-–]?$")
_TO_ASCII = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")


def check_notes(file: str, text: str) -> Iterator[Fault]:
    """Yield the notes that are called and not there, there and not called, there twice, or side by side.

    Args:
        file: path of the Markdown file.
        text: what it holds.
    """
    called: dict[str, int] = {}
    written: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        plain = without_code(line)
        for call in _CALL.finditer(plain):
            called.setdefault(call[1], number)
        for beside in _BESIDE.finditer(plain):
            sentence = f"The notes {quoted(beside[0])} stand side by side and would be read as one number."
            yield Fault(file, number, sentence)
        note = _NOTE.match(plain)
        if note and note[1] in written:
            yield Fault(file, number, f"There are two notes {quoted(note[1])}.")
        elif note:
            written[note[1]] = number
    for name, number in called.items():
        if name not in written:
            yield Fault(file, number, f"The note {quoted(name)} is called here and is not there.")
    for name, number in written.items():
        if name not in called:
            yield Fault(file, number, f"The note {quoted(name)} is called by no passage.")


def check_sources(file: str, blocks: Sequence[Block]) -> Iterator[Fault]:
    """Yield the notes that lead to no entry of the list of sources.

    Args:
        file: path of the Markdown file.
        blocks: its passages.
    """
    ends: dict[str, bool] = {}
    lines: dict[str, int] = {}
    for block in blocks:
        if block.passage.kind is PassageKind.FOOTNOTE:
            leads = any(link.rpartition("#")[2].startswith(ENTRY) for link in block.links)
            ends[block.note] = ends.get(block.note, False) or leads
            lines.setdefault(block.note, block.line)
    for name, leads in ends.items():
        if not leads:
            sentence = f"The note {quoted(name)} leads to no entry of the list of sources."
            yield Fault(file, lines[name], sentence)


def check_entries(file: str, blocks: Sequence[Block], undated: Sequence[str]) -> Iterator[Fault]:
    """Yield the entries of a list of sources that lack a publisher, a title or a date.

    An entry reads: publisher, “title”, date. A word may say that there is no date.

    Args:
        file: path of the Markdown file.
        blocks: its passages.
        undated: what may stand in place of a date, in the language of the file.
    """
    for block in blocks:
        if not block.passage.id.startswith(ENTRY):
            continue
        name = quoted(block.passage.id)
        entry = block.passage.text.translate(_TO_ASCII)
        title = _TITLE.search(entry.split(". ")[0] + ". ") or _TITLE.search(entry)
        if title is None:
            yield Fault(file, block.line, f"The source {name} has no title in quotation marks.")
            continue
        if not any(letter.isalpha() for letter in entry[: title.start()]):
            yield Fault(file, block.line, f"The source {name} has no publisher before its title.")
        date = entry[title.end() :].split(".")[0]
        if not _YEAR.search(date) and not any(word in entry[title.end() :] for word in undated):
            yield Fault(file, block.line, f"The source {name} has no date after its title.")


def check_figures(
    file: str, blocks: Sequence[Block], numbered: Sequence[str], months: Sequence[str]
) -> Iterator[Fault]:
    """Yield the figures in prose that no note follows.

    A note must follow a figure within its passage; a table row needs one anywhere. Dates, times, years and
    numbers that are names (article 33) are no figures.

    Args:
        file: path of the Markdown file.
        blocks: its passages.
        numbered: words before a number that is a name, in the language of the file.
        months: names of months in that language, where ``find_dates`` does not know them.
    """
    innocent = [_TIME, _YEAR]
    if numbered:
        innocent.append(re.compile(rf"(?<!\w)(?:{_any(numbered)})\.?\s?{_JOINED}", re.IGNORECASE))
    if months:
        innocent.append(re.compile(rf"(?:{_DAY}\s*(?:{_AND})\s*)*{_DAY}\s+(?:{_any(months)})", re.IGNORECASE))
    for block in blocks:
        kind = block.passage.kind
        if kind.is_heading or kind is PassageKind.FOOTNOTE:
            continue
        if block.passage.id.startswith(ENTRY):
            continue
        whole = kind is PassageKind.ROW
        last = max((place for place, _ in block.notes), default=-1)
        for start, figure in _figures(block.text, innocent):
            if not block.notes or (start >= last and not whole):
                sentence = f"The figure {quoted(figure)} has no note after it that gives its source."
                yield Fault(file, block.line, sentence)
                break


def _any(words: Sequence[str]) -> str:
    return "|".join(map(re.escape, words))


def _figures(text: str, innocent: Sequence[re.Pattern[str]]) -> Iterator[tuple[int, str]]:
    """Yield each number that is a figure, and where it begins."""
    plain = text.translate(_TO_ASCII)
    spans = [(date.start, date.end) for date in find_dates(text)]
    spans += [found.span() for pattern in innocent for found in pattern.finditer(plain)]
    for number in _NUMBER.finditer(plain):
        start, end = number.span()
        if _IN_NAME.search(plain, 0, start):
            continue
        if not any(first <= start and end <= last for first, last in spans):
            yield start, text[start:end]
