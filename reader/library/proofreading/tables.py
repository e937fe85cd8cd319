"""Rows of a table with more or fewer cells than its head: Markdown drops what is too many without a word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.library.proofreading.faults import Fault
from reader.library.proofreading.letters import without_code

if TYPE_CHECKING:
    from collections.abc import Iterator

_RULE = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_PIPE = re.compile(r"(?<!\\)\|")


def check_tables(file: str, text: str) -> Iterator[Fault]:
    """Yield the rows that do not have as many cells as the head of their table.

    Args:
        file: path of the Markdown file.
        text: what it holds.
    """
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if number == 0 or "|" not in line or not _RULE.fullmatch(line) or "|" not in lines[number - 1]:
            continue
        head = _cells(lines[number - 1])
        for place in range(number + 1, len(lines)):
            if not lines[place].strip():
                break
            if _cells(lines[place]) != head:
                sentence = f"The row has {_cells(lines[place])} cells, the head of its table {head}."
                yield Fault(file, place + 1, sentence)


def _cells(line: str) -> int:
    return len(_PIPE.split(without_code(line).strip().strip("|")))
