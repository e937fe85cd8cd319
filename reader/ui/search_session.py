"""One search from its first letter to its end: what was asked, what came back, where one stands in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.search.runs import runs

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.desk import Desk
    from reader.library.document import Briefing
    from reader.search.answer import Answer, Hit
    from reader.ui.background import Lane

Range = tuple[int, int]
MOST_RECENT = 5
MOST_HITS = 2000
"""Hits the window walks through and marks."""


class SearchSession(QObject):
    """Asks the desk in the search lane and walks through the matches.

    Signals:
        prepared: the index is ready; carries whether it could be built.
        answered: the newest question was answered; carries the Answer, its hits in the order listed.
        completed: ways to finish the word being typed were found; carries the queries they make.
        failed: a search went wrong; carries the exception.
    """

    prepared = Signal(bool)
    answered = Signal(object)
    completed = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, lane: Lane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lane = lane
        self._preparing = False
        self.query = ""
        self.answer: Answer | None = None
        self._recent: list[str] = []
        self._tried: dict[tuple[str, ...], frozenset[str]] = {}

    @property
    def is_active(self) -> bool:
        """Whether something is being searched for."""
        return bool(self.query)

    def prepare(self) -> None:
        """Build the index in the background, once."""
        if not self._preparing:
            self._preparing = True
            self._lane.run(self._desk.prepare, lambda _: self.prepared.emit(True), self._not_prepared)

    def prepare_anew(self) -> None:
        """Forget what was searched for, and build the index of another briefing."""
        self.end()
        self._tried.clear()
        self._preparing = False
        self.prepare()

    def _not_prepared(self, fault: Exception) -> None:
        self._preparing = False
        self.prepared.emit(False)
        self.failed.emit(fault)

    def ask(self, query: str, *, document: str = "", exact: bool = False, literal: bool = False) -> None:
        """Search; an older answer still under way is dropped.

        Args:
            query: what was typed.
            document: id of the only document to search; empty for all.
            exact: find only the words' exact form.
            literal: repair nothing.
        """
        self.query = query.strip()
        if not self.query:
            self.end()
            return
        self.prepare()
        asked = self.query
        self._lane.run(
            lambda: self._desk.search(
                asked, document=document or None, limit=MOST_HITS, exact=exact, literal=literal
            ),
            self._take,
            self.failed.emit,
            only_newest=True,
        )

    @property
    def recent(self) -> tuple[str, ...]:
        """What was searched for and found earlier in this sitting, newest first; kept in memory only."""
        return tuple(self._recent)

    def remember(self) -> None:
        """Keep the present query among the recent ones."""
        if self.query:
            self._recent = [self.query, *(each for each in self._recent if each != self.query)][:MOST_RECENT]

    def end(self) -> None:
        """Forget the search."""
        self.query, self.answer = "", None
        self._lane.drop_pending()

    def _take(self, answer: Answer) -> None:
        answer = replace(
            answer, hits=tuple(replace(hit, ranges=runs(hit.text, hit.ranges)) for hit in answer.hits)
        )
        self.answer = answer
        self.answered.emit(answer)
        # After the answer: nothing that one reads waits for it.
        self._lane.run(
            lambda: self._desk.completions(answer.query),
            self.completed.emit,
            self.failed.emit,
            only_newest=True,
        )

    def try_out(self, queries: tuple[str, ...], done: Callable[[frozenset[str]], None]) -> None:
        """Search for some queries to see which of them find anything; each set is tried once.

        Args:
            queries: what might be searched for.
            done: called with those that find something.
        """
        if queries in self._tried:
            done(self._tried[queries])
            return

        def keep(found: frozenset[str]) -> None:
            self._tried[queries] = found
            done(found)

        self.prepare()
        self._lane.run(
            lambda: frozenset(query for query in queries if self._desk.search(query, limit=1).hits),
            keep,
            self.failed.emit,
        )

    def marks(self, document: str, language: str) -> dict[str, tuple[Range, ...]]:
        """Return what is to be marked in one edition: ranges by passage."""
        if self.answer is None:
            return {}
        return {
            hit.passage: hit.ranges
            for hit in self.answer.hits
            if hit.document == document and hit.language == language
        }

    def beside(
        self, here: tuple[str, str, str, Range] | None, by: int, briefing: Briefing
    ) -> tuple[Hit, Range] | None:
        """Return the match after or before the one that one stands on, in reading order.

        Args:
            here: document, language, passage and range one stands on; None to begin.
            by: +1 for the next, -1 for the previous; the last is followed by the first.
            briefing: gives the reading order.
        """
        if self.answer is None or not self.answer.hits:
            return None
        order = {document.id: number for number, document in enumerate(briefing.documents)}
        passages: dict[tuple[str, str], list[str]] = {}
        trail = []
        for hit in self.answer.hits:
            edition = (hit.document, hit.language)
            if edition not in passages:
                passages[edition] = [passage.id for passage in self._desk.edition(*edition).passages]
            number = passages[edition].index(hit.passage)
            language = briefing.languages.index(hit.language)
            trail += [
                ((language, order[hit.document], number, start), hit, (start, end))
                for start, end in hit.ranges
            ]
        trail.sort(key=lambda stop: stop[0])
        at = next(
            (
                number
                for number, (_, hit, range_) in enumerate(trail)
                if (hit.document, hit.language, hit.passage, range_) == here
            ),
            -1 if by > 0 else len(trail),
        )
        _, hit, range_ = trail[(at + by) % len(trail)]
        return hit, range_
