"""What the contents list: parts, documents, and the headings of the document that is open."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from reader.library.document import PassageKind, Place

if TYPE_CHECKING:
    from reader.library.document import Briefing, Edition


class RowKind(Enum):
    """What a row of the contents is."""

    PART = auto()
    DOCUMENT = auto()
    HEADING = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the contents.

    Attributes:
        kind: what it is.
        text: what it says.
        place: where it leads; None for a part.
        note: a short remark at its far end.
        current: whether one is there.
    """

    kind: RowKind
    text: str
    place: Place | None = None
    note: str = ""
    current: bool = False


def contents_rows(
    briefing: Briefing,
    interface: str,
    shown: Edition | None,
    section: str,
    notes: dict[str, str],
    *,
    language: str,
) -> list[Row]:
    """Make the rows of the contents.

    Args:
        briefing: what there is.
        interface: language of the window, which the titles are in where they can be.
        shown: the edition that is open; its headings are listed.
        section: id of the heading one is under.
        notes: remark for a document, by its id.
        language: language a document is opened in where it has that one.
    """
    rows = []
    for kind, part in briefing.parts.items():
        documents = [document for document in briefing.documents if document.kind == kind]
        if not documents:
            continue
        rows.append(Row(RowKind.PART, part.get(interface) or next(iter(part.values()))))
        for document in documents:
            title = document.titles.get(interface) or next(iter(document.titles.values()))
            opened = language if language in document.languages else document.languages[0]
            current = shown is not None and shown.document == document.id
            note = notes.get(document.id, "")
            rows.append(Row(RowKind.DOCUMENT, title, Place(document.id, opened), note, current))
            if shown is not None and current:
                rows += _outline(shown, section)
    return rows


def _outline(shown: Edition, section: str) -> list[Row]:
    """Return the document's headings of the highest level; deeper ones would crowd the column."""
    headings = [passage for passage in shown.passages if passage.kind is PassageKind.HEADING]
    highest = min((passage.level for passage in headings), default=0)
    listed = [passage for passage in headings if passage.level == highest]
    current = last = ""
    for passage in headings:
        if passage.level == highest:
            last = passage.id
        if passage.id == section:
            current = last
    return [
        Row(
            RowKind.HEADING,
            passage.text.rstrip(" :،؛.\u00a0"),
            Place(shown.document, shown.language, passage.id),
            current=passage.id == current,
        )
        for passage in listed
    ]
