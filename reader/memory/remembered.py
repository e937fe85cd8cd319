"""What is remembered, as values, and how it is written down: no time, no name, no machine."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, field, fields
from typing import TYPE_CHECKING, Any

from reader.library.document import Place
from reader.settings import ALLOWED, Settings

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_BOOKMARKS = 1000
LONGEST_NOTE = 2000
"""Characters of a note."""

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,99}")
_LANGUAGE = re.compile(r"[a-z]{2,8}")


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place one wants to find again.

    Attributes:
        place: a passage.
        note: what one wrote beside it.
    """

    place: Place
    note: str = ""


@dataclass(frozen=True, slots=True)
class Remembered:
    """Everything that is remembered.

    Attributes:
        settings: what was chosen.
        last: where one was reading; None at first.
        reading: where one was in each document, by its id.
        bookmarks: in the order they were made.
    """

    settings: Settings = field(default_factory=Settings)
    last: Place | None = None
    reading: Mapping[str, Place] = field(default_factory=dict)
    bookmarks: tuple[Bookmark, ...] = ()


def clean_note(text: str) -> str:
    """Return a note as it is kept: one line, printable, not too long."""
    text = text.encode("utf-8", "replace").decode("utf-8")
    text = "".join(each if each.isprintable() or each == "\u200c" else " " for each in text)
    return " ".join(text.split())[:LONGEST_NOTE]


# Writing down and reading back; what is impossible is left out, and said to be so


def settings_written(settings: Settings) -> dict[str, Any]:
    """Return the settings as they are written down."""
    return asdict(settings)


def settings_read(values: Mapping[str, Any], basis: Settings) -> tuple[Settings, bool]:
    """Read settings back.

    Args:
        values: what the file says; every setting may be missing.
        basis: gives what is missing or impossible.

    Returns:
        The settings, and whether everything in the file made sense.
    """
    chosen = asdict(basis)
    whole = True
    for each in fields(Settings):
        value = values.get(each.name, chosen[each.name])
        if type(value) is type(chosen[each.name]) and value in ALLOWED[each.name]:
            chosen[each.name] = value
        else:
            whole = False
    return Settings(**chosen), whole


def places_written(remembered: Remembered) -> dict[str, Any]:
    """Return the reading places as they are written down."""
    last = remembered.last
    return {
        "last": None if last is None else _place_written(last),
        "reading": [_place_written(place) for place in remembered.reading.values()],
    }


def places_read(values: Mapping[str, Any]) -> tuple[Place | None, dict[str, Place], bool]:
    """Read the reading places back.

    Returns:
        The last place, the places by document, and whether everything made sense.
    """
    told = values.get("last")
    last = None if told is None else _place_read(told)
    listed = values.get("reading", [])
    places = [_place_read(each) for each in listed] if isinstance(listed, list) else [None]
    whole = (told is None or last is not None) and None not in places
    return last, {place.document: place for place in places if place is not None}, whole


def bookmarks_written(bookmarks: tuple[Bookmark, ...]) -> dict[str, Any]:
    """Return bookmarks as they are written down."""
    return {"bookmarks": [{**_place_written(each.place), "note": each.note} for each in bookmarks]}


def bookmarks_read(values: Mapping[str, Any]) -> tuple[tuple[Bookmark, ...], bool]:
    """Read bookmarks back.

    Returns:
        The bookmarks, and whether everything made sense.
    """
    listed = values.get("bookmarks", [])
    if not isinstance(listed, list):
        return (), False
    read = []
    for each in listed[:MOST_BOOKMARKS]:
        place = _place_read(each)
        note = each.get("note", "") if place is not None else None
        if place is not None and isinstance(note, str):
            read.append(Bookmark(place, clean_note(note)))
    return tuple(read), len(read) == len(listed)


def _place_written(place: Place) -> dict[str, str]:
    return {"document": place.document, "language": place.language, "passage": place.passage}


def _place_read(values: object) -> Place | None:
    if not isinstance(values, dict):
        return None
    document, language, passage = (values.get(name, "") for name in ("document", "language", "passage"))
    if not (isinstance(document, str) and isinstance(language, str) and isinstance(passage, str)):
        return None
    if not (_ID.fullmatch(document) and _LANGUAGE.fullmatch(language)):
        return None
    if passage and not _ID.fullmatch(passage):
        return None
    return Place(document, language, passage)
