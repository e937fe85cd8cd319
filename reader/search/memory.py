"""Keeps a Whoosh index in memory, its temporary files too: nothing is written anywhere."""

from __future__ import annotations

from whoosh.filedb.filestore import RamStorage


class MemoryStorage(RamStorage):  # type: ignore[misc]
    """A storage that never touches a disk; Whoosh's own puts temporary files into the temp folder."""

    def temp_storage(self, name: str | None = None) -> MemoryStorage:
        """Return another storage in memory for a writer's temporary files."""
        return MemoryStorage()
