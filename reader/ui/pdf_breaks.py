"""Parts a long column of lines into pages of a book: no heading alone, no line alone, notes at the foot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LEAST_OF_A_NOTE = 2
"""Lines of a note that stand on the page of its call, if the rest must go to the next."""
_MOST_CARRIED = 0.5
"""Part of a page that what is left of a note takes at most, as long as there is text to go with it."""


@dataclass(frozen=True, slots=True)
class Slip:
    """What a page is made of and never cut through: a line, a row of a table, a picture.

    Attributes:
        height: pixels.
        gap: pixels above it, left out at the top of a page.
        tied: whether it must stand on the page of what is above it.
        notes: names of the notes that are called in it.
        head: height of what is repeated above it where it begins a page, such as the head of its table.
    """

    height: float
    gap: float = 0.0
    tied: bool = False
    notes: tuple[str, ...] = ()
    head: float = 0.0


@dataclass(frozen=True, slots=True)
class NotePart:
    """Lines of a note that stand on one page.

    Attributes:
        name: of the note.
        start: its first line on the page.
        end: one past its last.
    """

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Leaf:
    """What stands on one page.

    Attributes:
        start: the first slip.
        end: one past the last.
        notes: at its foot, from the top.
    """

    start: int
    end: int
    notes: tuple[NotePart, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """How much a page holds, in pixels.

    Attributes:
        height: for text and notes together.
        above_notes: between the text and the notes.
        between_notes: between two of them.
    """

    height: float
    above_notes: float
    between_notes: float


def leaves(slips: Sequence[Slip], notes: Mapping[str, Sequence[float]], room: Room) -> list[Leaf]:
    """Part slips into pages.

    Args:
        slips: in their order.
        notes: the heights of the lines of each note.
        room: what a page holds.

    Returns:
        The pages. A slip that is higher than a page has one of its own, and stands out of it.
    """
    made: list[Leaf] = []
    carried: tuple[NotePart, ...] = ()
    start = 0
    while start < len(slips) or carried:
        leaf, carried = _leaf(slips, notes, room, start, carried)
        made.append(leaf)
        start = leaf.end
    return made


def _leaf(
    slips: Sequence[Slip],
    notes: Mapping[str, Sequence[float]],
    room: Room,
    start: int,
    carried: tuple[NotePart, ...],
) -> tuple[Leaf, tuple[NotePart, ...]]:
    """Fill one page; return it, and what is left of the notes called on it."""
    limit = room.height * (_MOST_CARRIED if start < len(slips) else 1.0)
    here, carried = _cut(carried, notes, room, limit)
    if carried:
        return Leaf(start, _short(slips, start, room, _foot(here, notes, room)), here), carried
    used = 0.0
    called: list[NotePart] = list(here)
    best = start
    kept: tuple[NotePart, ...] = here
    for number in range(start, len(slips)):
        slip = slips[number]
        if number > start and not slip.tied:
            best, kept = number, tuple(called)
        used += slip.height + (slip.head if number == start else slip.gap)
        there = {part.name for part in called}
        new = [
            NotePart(name, 0, len(notes[name])) for name in slip.notes if name in notes and name not in there
        ]
        if used + _foot((*called, *new), notes, room) > room.height:
            ends = number + 1 == len(slips) or not slips[number + 1].tied
            if new and ends:
                cut, rest = _cut((*called, *new), notes, room, room.height - used)
                if rest and _enough(rest, cut, notes):
                    return Leaf(start, number + 1, cut), rest
            return _turn(slips, notes, room, start, number, best, kept, here)
        called += new
    return Leaf(start, len(slips), tuple(called)), ()


def _turn(
    slips: Sequence[Slip],
    notes: Mapping[str, Sequence[float]],
    room: Room,
    start: int,
    number: int,
    best: int,
    kept: tuple[NotePart, ...],
    here: tuple[NotePart, ...],
) -> tuple[Leaf, tuple[NotePart, ...]]:
    """End a page before the slip that does not fit, where it may end."""
    if best > start:
        return Leaf(start, best, kept), ()
    # Nothing but what is tied together: it is cut where the page ends.
    end = max(number, start + 1)
    there = {part.name for part in here}
    called = dict.fromkeys(name for slip in slips[start:end] for name in slip.notes)
    names = [name for name in called if name in notes and name not in there]
    wanted = (*here, *(NotePart(name, 0, len(notes[name])) for name in names))
    used = sum(slip.height + (slip.gap if at else slip.head) for at, slip in enumerate(slips[start:end]))
    cut, rest = _cut(wanted, notes, room, max(room.height - used, 0.0))
    return Leaf(start, end, cut), rest


def _short(slips: Sequence[Slip], start: int, room: Room, foot: float) -> int:
    """Return where a page ends that is half full of a note that goes on; it calls no note of its own."""
    used, best = 0.0, start
    for number in range(start, len(slips)):
        slip = slips[number]
        if number > start and not slip.tied:
            best = number
        used += slip.height + (slip.head if number == start else slip.gap)
        if slip.notes or used + foot > room.height:
            return best
    return len(slips)


def _foot(parts: Sequence[NotePart], notes: Mapping[str, Sequence[float]], room: Room) -> float:
    if not parts:
        return 0.0
    lines = sum(sum(notes[part.name][part.start : part.end]) for part in parts)
    return room.above_notes + lines + room.between_notes * (len(parts) - 1)


def _cut(
    parts: Sequence[NotePart], notes: Mapping[str, Sequence[float]], room: Room, limit: float
) -> tuple[tuple[NotePart, ...], tuple[NotePart, ...]]:
    """Take as many lines of notes as a height holds; return them, and the rest."""
    taken: list[NotePart] = []
    for number, part in enumerate(parts):
        for line in range(part.start, part.end):
            tried = (*taken, NotePart(part.name, part.start, line + 1))
            if _foot(tried, notes, room) > limit:
                rest = NotePart(part.name, line, part.end)
                if line > part.start:
                    taken.append(NotePart(part.name, part.start, line))
                return tuple(taken), (rest, *parts[number + 1 :])
        taken.append(part)
    return tuple(taken), ()


def _enough(rest: Sequence[NotePart], cut: Sequence[NotePart], notes: Mapping[str, Sequence[float]]) -> bool:
    """Whether of each note enough stands beside its call: only the last may go on, and not for one line."""
    if len(rest) != 1 or not cut or cut[-1].name != rest[0].name:
        return False
    whole = len(notes[rest[0].name])
    return min(rest[0].start, whole - rest[0].start) >= _LEAST_OF_A_NOTE
