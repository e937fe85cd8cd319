"""Cuts the part of a passage that shows its matches best."""

from __future__ import annotations

from dataclasses import dataclass

Range = tuple[int, int]

_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Snippet:
    """Part of a passage's text.

    Attributes:
        text: the part, with an ellipsis where something was left out.
        ranges: the matches within it, [start, end) in characters of ``text``.
    """

    text: str
    ranges: tuple[Range, ...]


def snippet(text: str, ranges: tuple[Range, ...], *, longest: int = 150) -> Snippet:
    """Cut a snippet at word boundaries around the place with the most matches.

    Args:
        text: a passage's raw text.
        ranges: its matches, in order.
        longest: about how many characters to keep.
    """
    text = text.replace("\t", " ")
    if len(text) <= longest:
        return Snippet(text, ranges)
    first = _richest(ranges, longest)
    lead = longest // 4
    start = max(0, (ranges[first][0] if ranges else 0) - lead)
    start = min(start, len(text) - longest)
    if start > 0:
        space = text.find(" ", start, start + lead)
        start = space + 1 if space >= 0 else start
    end = min(len(text), start + longest)
    if end < len(text):
        space = text.rfind(" ", start + longest // 2, end)
        end = space if space >= 0 else end
    before = _ELLIPSIS if start else ""
    after = _ELLIPSIS if end < len(text) else ""
    shift = len(before) - start
    inside = tuple((low + shift, high + shift) for low, high in ranges if low >= start and high <= end)
    return Snippet(f"{before}{text[start:end]}{after}", inside)


def _richest(ranges: tuple[Range, ...], longest: int) -> int:
    """Return the number of the match from which a snippet holds the most matches."""
    best, most = 0, 0
    for number, (start, _) in enumerate(ranges):
        held = sum(1 for low, high in ranges[number:] if high <= start + longest * 3 // 4 and low >= start)
        if held > most:
            best, most = number, held
    return best
