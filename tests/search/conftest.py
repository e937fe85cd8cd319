"""The search on the briefing that comes with the program, its help beside it: what a reader searches."""

from __future__ import annotations

from functools import cached_property

import pytest

from reader import paths
from reader.commands.opening import open_desk
from reader.search.finder import HELP
from reader.search.knowledge import Knowledge
from tests.search.rivals import Rivals


class Searched:
    """What is searched, and what is in it; short when it is printed."""

    def __init__(self, desk):
        desk.prepare()
        self.desk = desk
        self.finder = desk._finder
        self.entries = self.finder._entries

    def __repr__(self):
        return f"{len(self.entries)} passages"

    @cached_property
    def rivals(self):
        texts = (entry.passage.text for entry in self.entries)
        return Rivals(texts, Knowledge.load(paths.resources()).stop_words)

    @cached_property
    def content(self):
        """Numbers of the entries that the briefing itself says, by language."""
        found = {"fa": [], "en": []}
        for number, entry in enumerate(self.entries):
            if entry.kind != HELP:
                found[entry.language].append(number)
        return found

    def passages(self, query, limit=None, **how):
        """The passages a query finds, in their order."""
        hits = self.finder.search(query, limit=limit, **how).hits
        return [(hit.document, hit.language, hit.passage) for hit in hits]

    def name(self, number):
        entry = self.entries[number]
        return entry.document, entry.language, entry.passage.id


@pytest.fixture(scope="session")
def searched():
    return Searched(open_desk())
