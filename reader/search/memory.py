"""Keeps a Whoosh index in memory, its temporary files too: nothing is written anywhere."""

from __future__ import annotations

from array import array
from sys import intern
from typing import TYPE_CHECKING

from whoosh.codec.whoosh3 import W3Codec, W3PostingsWriter, W3Segment
from whoosh.filedb.filestore import RamStorage
from whoosh.filedb.structfile import BufferFile

if TYPE_CHECKING:
    from collections.abc import Iterator

Posting = tuple[str, bytes, int, float, bytes]
"""As Whoosh hands them on: field, term, number of the passage, weight, value."""


class MemoryStorage(RamStorage):  # type: ignore[misc]
    """A storage that never touches a disk; Whoosh's own puts temporary files into the temp folder."""

    def temp_storage(self, name: str | None = None) -> MemoryStorage:
        """Return another storage in memory for a writer's temporary files."""
        return MemoryStorage()

    def open_file(self, name: str) -> BufferFile:
        """Open a file without a copy of it: Whoosh's own storage would have each in memory twice."""
        if name not in self.files:
            raise NameError(name)
        return BufferFile(self.files[name], name=name)


class CountsWriter(W3PostingsWriter):  # type: ignore[misc]
    """Writes how often a word stands in a passage as a whole number: two bytes instead of nine."""

    def _mini_weights(self) -> float | tuple[int, ...] | None:
        weights = super()._mini_weights()
        return tuple(map(int, weights)) if isinstance(weights, tuple) else weights


class CountsCodec(W3Codec):  # type: ignore[misc]
    """Whoosh's codec with that writer; Whoosh's own reads what it writes."""

    def postings_writer(self, dbfile: BufferFile, byteids: bool = False) -> CountsWriter:
        """Return a writer of postings."""
        return CountsWriter(dbfile, blocklimit=1024, byteids=byteids, compression=0, inlinelimit=1)


class PlainCodec:
    """Writes an index the same way every time; in the files Whoosh's own codec is named.

    The lengths of passages are left out, because the reader keeps them itself. Postings are in large blocks
    and not packed: they are small anyway, and written and read faster.
    """

    length_stats = False

    def __init__(self) -> None:
        self._codec = W3Codec(blocklimit=1024, compression=0)
        self.per_document_writer = self._codec.per_document_writer
        self.field_writer = CountsCodec().field_writer

    def new_segment(self, storage: MemoryStorage, name: str) -> W3Segment:
        """Return a segment that is not called by chance, as Whoosh's are."""
        segment = W3Segment(self._codec, name)
        segment.segid = "passages"
        return segment


class TermPool:
    """Collects postings term by term, in place of Whoosh's pool, which sorts them all in one go.

    That one sort cannot be interrupted: it would hold up the window while the index is built beside it.
    Here only the terms are sorted; passages come in their order anyway.

    Args:
        field: the only field of the index.
    """

    def __init__(self, field: str) -> None:
        self._field = field
        self._postings: dict[bytes, array[int]] = {}

    def add(self, posting: Posting) -> None:
        """Take a posting; those of one term come in the order of their passages, and have no value."""
        _, term, number, weight, _ = posting
        kept = self._postings.get(term)
        if kept is None:
            self._postings[term] = array("I", (number, int(weight)))
        else:
            kept.append(number)
            kept.append(int(weight))

    def counts(self) -> dict[str, int]:
        """Return the number of passages every term is in."""
        return {intern(term.decode()): len(kept) // 2 for term, kept in self._postings.items()}

    def iter_postings(self) -> Iterator[Posting]:
        """Yield every posting in the order of the terms, once."""
        for term in sorted(self._postings):
            kept = self._postings.pop(term)
            for place in range(0, len(kept), 2):
                yield self._field, term, kept[place], float(kept[place + 1]), b""

    def cleanup(self) -> None:
        """Forget everything."""
        self._postings = {}
