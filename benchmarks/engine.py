"""The reader's search as an engine that a retrieval benchmark can drive: build, then search."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TypedDict

if str(Path(__file__).resolve().parent.parent) not in sys.path:
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from reader import paths
from reader.library.document import Edition, Passage, PassageKind
from reader.search.finder import Finder
from reader.search.index import build
from reader.search.knowledge import Knowledge
from reader.search.query import QueryReader


class Text(TypedDict):
    """One passage to index.

    Attributes:
        id: what it is called.
        text: its raw text.
    """

    id: str
    text: str


class Engine:
    """The chain and the finder of the reader over any passages."""

    def build(self, docs: list[Text], folder: Path | str) -> None:
        """Index passages in memory.

        Args:
            docs: the passages.
            folder: where an index on the disk would go; nothing is written.
        """
        passages = tuple(Passage(each["id"], PassageKind.PARAGRAPH, each["text"]) for each in docs)
        edition = Edition("benchmark", "fa", "", passages, "")
        self._finder = Finder(
            build([("background", edition)]), Knowledge.load(paths.resources()), QueryReader({}, {})
        )

    def search(self, query: str, k: int) -> list[str]:
        """Return the ids of the best passages.

        Args:
            query: what is typed.
            k: how many.
        """
        return [hit.passage for hit in self._finder.search(query, limit=k).hits]
