"""Builds the index: one passage is one entry, its terms made beforehand, all of it in memory."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reader.search.analysis import passage_terms
from reader.search.light_loading import loading_whoosh
from reader.search.postings import WhooshOccurrences
from reader.text.words import terms_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.library.document import Edition, Passage
    from reader.search.memory import MemoryStorage
    from reader.search.postings import Occurrences

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
    """

    kind: str
    document: str
    language: str
    title: str
    section: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Index:
    """What can be searched.

    Attributes:
        entries: by document number of the Whoosh index.
        lengths: number of terms of every entry.
        counts: every term, with the number of entries it is in.
        occurrences: where the terms are.
    """

    entries: tuple[Entry, ...]
    lengths: array[int]
    counts: dict[str, int]
    occurrences: Occurrences


def entries(editions: Iterable[tuple[str, Edition]]) -> tuple[Entry, ...]:
    """Return every passage in the order of the index.

    Args:
        editions: each with the part of the briefing it belongs to.
    """
    found = []
    for kind, edition in editions:
        sections = {passage.id: passage.text for passage in edition.passages if passage.kind.is_heading}
        found += [
            Entry(
                kind,
                edition.document,
                edition.language,
                edition.title,
                sections.get(passage.section, ""),
                passage,
            )
            for passage in edition.passages
        ]
    return tuple(found)


def build(editions: Iterable[tuple[str, Edition]]) -> Index:
    """Index every passage.

    Args:
        editions: each with the part of the briefing it belongs to.
    """
    return build_from(entries(editions))


def build_from(every: tuple[Entry, ...]) -> Index:
    """Index passages.

    Args:
        every: the passages, in the order of the index.
    """
    schema, storage = _whoosh()
    from reader.search.memory import PlainCodec, TermPool

    whoosh = storage.create_index(schema)
    writer = whoosh.writer(codec=PlainCodec(), compound=False)
    pool = writer.pool = TermPool(TERMS)
    lengths = array("I")
    for entry in every:
        terms = passage_terms(entry.passage.text)
        writer.add_document(**{TERMS: terms})
        lengths.append(len(terms))
    counts = pool.counts()
    # Of all the words of the documents; a search meets few of them again, and the room is needed now.
    terms_of.cache_clear()
    writer.commit()
    return Index(every, lengths, counts, WhooshOccurrences(whoosh, TERMS))


def _whoosh() -> tuple[Any, MemoryStorage]:
    """Load Whoosh; returns the schema and an empty storage."""
    with loading_whoosh():
        from whoosh.analysis import SpaceSeparatedTokenizer
        from whoosh.fields import KEYWORD, Schema

        from reader.search.memory import MemoryStorage
    return Schema(**{TERMS: KEYWORD(analyzer=SpaceSeparatedTokenizer())}), MemoryStorage()
