"""Cuts a very long edition into sections that open as quickly as a short one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.library.document import PassageKind

if TYPE_CHECKING:
    from reader.library.document import Edition, Passage

LONGEST = 100_000
"""Words of an edition that is shown as a whole."""
SECTION = 50_000
"""Most words of a section, as long as there is somewhere to cut."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of an edition.

    Attributes:
        body: its HTML, not yet sanitised.
        passages: ids of what stands in it.
        before: id of the passage the section before begins with; empty for none.
        after: the same for the one after it.
    """

    body: str
    passages: frozenset[str]
    before: str
    after: str


def section_starts(edition: Edition, *, longest: int = LONGEST, section: int = SECTION) -> tuple[str, ...]:
    """Return the ids of the passages that sections begin with; none where the whole is short enough.

    The starts found in one edition hold for the others: their passages are the same.

    Args:
        edition: the document in one language.
        longest: words that are shown as a whole.
        section: most words of a section.
    """
    words = [len(passage.text.split()) for passage in edition.passages]
    if sum(words) <= longest:
        return ()
    starts = [edition.passages[0].id]
    begun, best = 0, 0
    for number, passage in enumerate(edition.passages):
        if number == begun:
            continue
        if passage.kind.is_heading and passage.level <= 2:
            best = number
        if sum(words[begun : number + 1]) > section:
            cut = best if best > begun else number if _can_begin(passage) else 0
            if cut:
                starts.append(edition.passages[cut].id)
                begun = best = cut
    return tuple(starts)


def section_of(edition: Edition, starts: tuple[str, ...], passage_id: str) -> Section:
    """Cut out the section a passage stands in; the notes stand in the last one.

    Args:
        edition: the document in one language.
        starts: what ``section_starts`` returned.
        passage_id: the passage; empty for the first section.
    """
    ids = [passage.id for passage in edition.passages]
    order = {each: number for number, each in enumerate(ids)}
    begins = [order[start] for start in starts if start in order]
    at = order.get(passage_id, 0)
    number = max((place for place, begin in enumerate(begins) if begin <= at), default=0)
    end = begins[number + 1] if number + 1 < len(begins) else len(ids)
    body = edition.body
    start_position = 0 if not number else _position(body, ids[begins[number]])
    end_position = _position(body, ids[end]) if end < len(ids) else len(body)
    return Section(
        body[start_position:end_position],
        frozenset(ids[begins[number] : end]),
        ids[begins[number - 1]] if number else "",
        ids[end] if end < len(ids) else "",
    )


def passage_of_note(edition: Edition, name: str) -> str:
    """Return the id of the passage that is a note, or that calls it; empty if there is none.

    Args:
        edition: the whole document in one language.
        name: as links have it: ``fn:1``, ``fnref:1``.
    """
    body = edition.body
    at = body.find(f' id="{name}"')
    if at < 0:
        return ""
    known = {passage.id for passage in edition.passages}
    if name.startswith("fn:"):
        found = re.finditer(r' id="([^"]*)"', body[at + 1 :])
        return next((each[1] for each in found if each[1] in known), "")
    before = re.findall(r' id="([^"]*)"', body[:at])
    named = (each.partition(".")[0] for each in reversed(before))
    return next((each for each in named if each in known), "")


def _can_begin(passage: Passage) -> bool:
    return passage.kind is PassageKind.PARAGRAPH and not passage.level


def _position(body: str, passage_id: str) -> int:
    """Return where the element of a passage opens."""
    return body.rfind("<", 0, body.index(f' id="{passage_id}"'))
