"""Direction of text: which languages run right to left, and which runs must be kept from reordering."""

from __future__ import annotations

import re

LRI = "\u2066"
RLI = "\u2067"
FSI = "\u2068"
PDI = "\u2069"
WORD_JOINER = "\u2060"

ISOLATES = dict.fromkeys(map(ord, (LRI, RLI, FSI, PDI, WORD_JOINER)))
"""Translation table that removes what a page adds: isolates (Unicode 15.1, UAX #9, section 2.4), joiners."""

_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "fa", "he", "ps", "ur"})

_LATIN = "A-Za-z0-9À-ÖØ-öø-ɏ"
_LATIN_WORD = rf"[{_LATIN}]+(?:['’][{_LATIN}]+)*"
_ARABIC = "\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06ee-\u06ff\u0750-\u077f\u200c"
_DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9"
_LATIN_RUN = re.compile(
    rf"(?<![{_LATIN}])[+-]?{_LATIN_WORD}"
    rf"(?:(?:[’']?[ ,.:/+\-–_&@#=]+|\s?\([ ,.:/+\-–]*){_LATIN_WORD}\)?)+%?"
    rf"|(?<![{_LATIN}])(?=\w*[^\W\d_]){_LATIN_WORD}(?![{_LATIN}])(?=[^{_ARABIC}{_DIGIT}{_LATIN}]+[{_DIGIT}{_LATIN}])"
)
_ARABIC_RUN = re.compile(rf"[{_ARABIC}]+(?:[ ،؛,.:/–\-]+[{_ARABIC}0-9]+)+")


def is_right_to_left(language: str) -> bool:
    """Whether a language is written from right to left.

    Args:
        language: a BCP 47 primary language tag.
    """
    return language in _RIGHT_TO_LEFT


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
    if is_right_to_left(language):
        return _LATIN_RUN.sub(_isolated_latin, text)
    return _ARABIC_RUN.sub(lambda run: f"{RLI}{run[0]}{PDI}", text)


def _isolated_latin(run: re.Match[str]) -> str:
    inside, after = run[0], ""
    while inside.endswith(")") and inside.count(")") > inside.count("("):
        inside, after = inside[:-1], ")" + after
    if inside.count("(") != inside.count(")"):
        return run[0]
    return f"{LRI}{inside}{PDI}{after}"


def without_isolates(text: str) -> str:
    """Return the text as it was before ``isolate``."""
    return text.translate(ISOLATES)
