"""What a search comes to: hits and what was done to find them."""

from __future__ import annotations

from dataclasses import dataclass

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found.

    Attributes:
        document: id of the document.
        language: language of the edition.
        passage: id of the passage.
        title: title of the edition.
        section: text of the heading it stands under.
        text: the passage's raw text.
        ranges: characters of ``text`` that matched, [start, end).
        score: higher is better.
        bridged: whether it was found by way of the other language.
    """

    document: str
    language: str
    passage: str
    title: str
    section: str
    text: str
    ranges: tuple[Range, ...]
    score: float
    bridged: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search came to.

    Attributes:
        query: what was asked.
        repaired: what was searched for instead, or None.
        suggestion: what may have been meant, or None.
        total: number of passages found.
        hits: the best of them, best first.
        bridges: words of the other language that were looked for too.
    """

    query: str
    repaired: str | None
    suggestion: str | None
    total: int
    hits: tuple[Hit, ...]
    bridges: tuple[str, ...] = ()
