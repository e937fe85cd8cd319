"""Runs of a text that are written in the other direction, and must be kept from reordering."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.text.direction import LRI, PDI, RLI, has_letters, is_right_to_left

if TYPE_CHECKING:
    from collections.abc import Iterator

_LATIN = "A-Za-z0-9À-ÖØ-öø-ɏ"
_LATIN_WORD = rf"[{_LATIN}]+(?:['’][{_LATIN}]+)*"
_ARABIC = "\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06ee-\u06ff\u0750-\u077f\u200c"
_DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9"
_LATIN_RUN = re.compile(
    rf"(?<![{_LATIN}])[+-]?{_LATIN_WORD}"
    rf"(?:(?:[’']?[ ,.:;/+\-–—_&@#=]+[‘“]?|\s?\([ ,.:/+\-–]*){_LATIN_WORD}\)?)+%?"
    rf"|(?<![{_LATIN}])(?=\w*[^\W\d_]){_LATIN_WORD}(?![{_LATIN}])(?=[^{_ARABIC}{_DIGIT}{_LATIN}]+[{_DIGIT}{_LATIN}])"
)
_CLOSING = {"‘": "’", "“": "”"}
_CLOSED = re.compile(rf"”|’(?![{_LATIN}])")
"""A quotation mark that closes, and no apostrophe."""
_LATIN_LETTERS = re.compile(_LATIN_WORD)
_ARABIC_LETTERS = re.compile(f"[{_ARABIC}]+")
_ARABIC_RUN = re.compile(rf"[{_ARABIC}]+(?:[ ،؛,.:/–\-]+[{_ARABIC}0-9]+)+")


def isolate(text: str, language: str) -> str:
    """Wrap runs of the other direction so that dates, times and names keep their inner order.

    A single word needs nothing, unless a number or a second one follows before the next letter of the
    language: it would be drawn into the run, with all that stands between (UAX #9, rules W7 and N1). A
    bracket that opens outside the run stays outside.

    Args:
        text: text of one paragraph or less.
        language: language of the paragraph around it.

    Returns:
        The text with U+2066/U+2067 … U+2069 added, and nothing else changed.
    """
    opening = LRI if is_right_to_left(language) else RLI
    pieces = []
    at = 0
    for start, end in foreign_runs(text, language):
        pieces += [text[at:start], opening, text[start:end], PDI]
        at = end
    return "".join([*pieces, text[at:]])


def foreign_runs(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield where a text has runs of the other direction that must be kept from reordering.

    Args:
        text: text of one paragraph or less.
        language: language of the paragraph around it.

    Yields:
        First character of a run and one past its last, in order.
    """
    if not is_right_to_left(language):
        yield from (run.span() for run in _ARABIC_RUN.finditer(text))
        return
    for run in _LATIN_RUN.finditer(text):
        inside = run[0]
        while inside.endswith(")") and inside.count(")") > inside.count("("):
            inside = inside[:-1]
        if inside.count("(") == inside.count(")"):
            end = run.start() + len(inside)
            yield run.start(), end + (text[end : end + 1] == _CLOSING.get(_open_quote(inside)))


def _open_quote(text: str) -> str:
    """Return the quotation mark that was opened last, if nothing closes it; empty for none."""
    opened = max(text.rfind("‘"), text.rfind("“"))
    closed = _CLOSED.search(text, opened + 1) if opened >= 0 else None
    return text[opened] if opened >= 0 and closed is None else ""


def foreign_words(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield where a text has words in the letters of the other direction, those of ``foreign_runs`` too.

    Args:
        text: text of one paragraph or less.
        language: language of the paragraph around it.
    """
    letters = _LATIN_LETTERS if is_right_to_left(language) else _ARABIC_LETTERS
    at = 0
    for start, end in [*foreign_runs(text, language), (len(text), len(text))]:
        for word in letters.finditer(text, at, start):
            if has_letters(word[0]):
                yield word.span()
        if start < end:
            yield start, end
        at = end
