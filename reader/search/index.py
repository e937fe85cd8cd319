"""Builds the index: one passage is one entry, its terms made beforehand, all of it in memory."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reader.search.analysis import passage_terms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.library.document import Edition, Passage

TERMS = "terms"
"""Name of the field that holds the terms."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One passage of one edition, as the index knows it.

    Attributes:
        kind: part of the briefing.
        document: id of the document.
        language: language of the edition.
        title: title of the edition.
        section: text of the heading the passage stands under; empty if none.
        passage: the passage.
        length: number of its terms.
    """

    kind: str
    document: str
    language: str
    title: str
    section: str
    passage: Passage
    length: int


@dataclass(frozen=True, slots=True)
class Index:
    """What can be searched.

    Attributes:
        entries: by document number of the Whoosh index.
        whoosh: the Whoosh index.
        mean_length: average number of terms of an entry.
    """

    entries: tuple[Entry, ...]
    whoosh: Any
    mean_length: float


def build(editions: Iterable[tuple[str, Edition]]) -> Index:
    """Index every passage.

    Args:
        editions: each with the part of the briefing it belongs to.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Whoosh's source has escapes that newer Pythons warn of
        from whoosh.analysis import SpaceSeparatedTokenizer
        from whoosh.fields import TEXT, Schema

        from reader.search.memory import MemoryStorage
    schema = Schema(**{TERMS: TEXT(analyzer=SpaceSeparatedTokenizer(), phrase=False)})
    whoosh = MemoryStorage().create_index(schema)
    writer = whoosh.writer(limitmb=512)
    entries = []
    for kind, edition in editions:
        sections = {passage.id: passage.text for passage in edition.passages}
        for passage in edition.passages:
            terms = passage_terms(passage.text)
            writer.add_document(**{TERMS: " ".join(terms)})
            section = sections.get(passage.section, "")
            entries.append(
                Entry(kind, edition.document, edition.language, edition.title, section, passage, len(terms))
            )
    writer.commit()
    mean = sum(entry.length for entry in entries) / max(1, len(entries))
    return Index(tuple(entries), whoosh, mean)
