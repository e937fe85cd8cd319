"""Keeps a Whoosh index in memory, its temporary files too: nothing is written anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoosh.filedb.filestore import RamStorage

if TYPE_CHECKING:
    from collections.abc import Iterator

Posting = tuple[str, bytes, int, float, bytes]
"""As Whoosh hands them on: field, term, number of the passage, weight, value."""


class MemoryStorage(RamStorage):  # type: ignore[misc]
    """A storage that never touches a disk; Whoosh's own puts temporary files into the temp folder."""

    def temp_storage(self, name: str | None = None) -> MemoryStorage:
        """Return another storage in memory for a writer's temporary files."""
        return MemoryStorage()


class TermPool:
    """Collects postings term by term, in place of Whoosh's pool, which sorts them all in one go.

    That one sort cannot be interrupted: it would hold up the window while the index is built beside it.
    Here only the terms are sorted; passages come in their order anyway.
    """

    def __init__(self) -> None:
        self._postings: dict[tuple[str, bytes], list[tuple[int, float, bytes]]] = {}

    def add(self, posting: Posting) -> None:
        """Take a posting; those of one term come in the order of their passages."""
        field, term, number, weight, value = posting
        self._postings.setdefault((field, term), []).append((number, weight, value))

    def counts(self) -> dict[str, int]:
        """Return the number of passages every term is in."""
        return {term.decode(): len(postings) for (_, term), postings in self._postings.items()}

    def iter_postings(self) -> Iterator[Posting]:
        """Yield every posting in the order of the terms."""
        for field, term in sorted(self._postings):
            for number, weight, value in self._postings[field, term]:
                yield field, term, number, weight, value

    def cleanup(self) -> None:
        """Forget everything."""
        self._postings = {}
