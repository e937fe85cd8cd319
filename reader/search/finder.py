"""Finds passages: resolves the query, sums the scores of the postings, ranks, marks the words."""

from __future__ import annotations

import threading
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.search.answer import Answer, Hit
from reader.search.bridging import Bridging
from reader.search.lexicon import Lexicon
from reader.search.offers import Offers
from reader.search.passage_words import WordFinder, follow
from reader.search.postings import PostingsReader
from reader.search.ranking import MOST_READ, closeness, standing
from reader.search.resolution import Resolver
from reader.search.scores import Scores
from reader.text.dates import find_dates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reader.search.answer import Range
    from reader.search.bridging import Bridged
    from reader.search.index import Index
    from reader.search.knowledge import Knowledge
    from reader.search.query import QueryReader
    from reader.search.resolution import Resolved, Sequence_
    from reader.text.dates import FoundDate

HELP = "help"
"""Kind of the program's own documents: they stand after what the briefing itself says."""
MOST_CHECKED = 3000
"""Passages that are read word by word to see whether they hold a phrase."""
FEWEST = 10
"""Hits that are listed even if they hold less than half of the words."""
MOST_WIDENED = 5
"""Words of a query for which neighbours of known words are looked for: of more, some passage holds enough."""
_COVERAGE = 0.5
"""How much it counts that a passage holds more of the words."""

Ranked = list[tuple[float, int, int]]
"""Score, how many of the words it holds, and number of each passage, the best first."""


class Finder:
    """Searches an index; safe to use from several threads, which take turns.

    Args:
        index: what to search.
        knowledge: what is known of languages and keyboards.
        reader: reads queries about the briefing.
    """

    def __init__(self, index: Index, knowledge: Knowledge, reader: QueryReader) -> None:
        self._entries = index.entries
        self._postings = PostingsReader(index.occurrences, index.counts, index.lengths)
        self._lexicon = Lexicon(index.counts, knowledge.habits, knowledge.stop_words)
        self._bridging = Bridging(self._lexicon, knowledge)
        self._resolver = Resolver(self._lexicon, knowledge.layouts, reader, self._bridging.in_latin)
        self._offers = Offers(self._lexicon, self._surface)
        self._lock = threading.Lock()

    def search(
        self,
        query: str,
        *,
        language: str | None = None,
        document: str | None = None,
        limit: int | None = 20,
        exact: bool = False,
        literal: bool = False,
    ) -> Answer:
        """Find passages that hold the words of a query (docs/search.md says how it is read).

        Args:
            query: what was typed; anything is a query.
            language: only editions in this language.
            document: only this document.
            limit: most hits to return; None for all.
            exact: only the words' exact form.
            literal: search for what was typed: repair nothing, and stay in its language.
        """
        with self._lock:
            resolved = self._resolver.resolve(query, exact=exact, literal=literal)
            may = self._filter(resolved, language, document)
            ranked = self._find(resolved, may)
            if not (exact or literal):
                resolved, ranked = self._wider(resolved, ranked, may)
            hits = [self._hit(number, score, self._marker(resolved)) for score, _, number in ranked[:limit]]
            bridges: tuple[Bridged, ...] = ()
            beyond: Ranked = []
            if not (exact or literal or resolved.phrases):
                bridges = self._bridging.of(resolved.query.text)
                beyond = self._beyond(bridges, may, {number for _, _, number in ranked})
            room = None if limit is None else max(0, limit - len(hits))
            floor = min((hit.score for hit in hits), default=None)
            hits += self._bridged_hits(beyond[:room], bridges, floor)
            return Answer(
                query,
                None if exact or literal else self._offers.repaired(resolved, hits),
                None if literal or beyond else self._offers.suggestion(resolved, len(ranked)),
                len(ranked) + len(beyond),
                tuple(hits),
                tuple(name for bridged in bridges for name in bridged.names) if beyond else (),
            )

    def completions(self, query: str, most: int = 6) -> tuple[str, ...]:
        """Return what a query may become when its last word is finished, the more frequent first.

        Args:
            query: what was typed so far.
            most: how many to return at most.
        """
        with self._lock:
            return self._offers.completions(self._resolver.resolve(query).query, query, most)

    # Finding

    def _filter(
        self, resolved: Resolved, language: str | None, document: str | None
    ) -> Callable[[int], bool]:
        language = language or resolved.query.language
        documents = resolved.query.documents
        if document:
            documents = frozenset({document}) & documents if documents is not None else frozenset({document})
        excluded = self._excluded(resolved)
        entries = self._entries

        def may(number: int) -> bool:
            entry = entries[number]
            return (
                (not language or entry.language == language)
                and (documents is None or entry.document in documents)
                and number not in excluded
            )

        return may

    def _excluded(self, resolved: Resolved) -> set[int]:
        excluded: set[int] = set()
        for sequence in resolved.without:
            holding = self._holding(sequence)
            if len(sequence) > 1:
                words = WordFinder(sequence)
                holding = {
                    number
                    for number in sorted(holding)[:MOST_CHECKED]
                    if follow(words.occurrences(self._entries[number].passage.text), 0, len(sequence) - 1)
                }
            excluded |= holding
        return excluded

    def _wider(
        self, resolved: Resolved, ranked: Ranked, may: Callable[[int], bool]
    ) -> tuple[Resolved, Ranked]:
        """Look for words spelt like known ones too, where no passage holds all the words."""
        words = len(resolved.scored)
        if words > MOST_WIDENED or any(matched == words for _, matched, _ in ranked[:FEWEST]):
            return resolved, ranked
        wider = self._resolver.wider(resolved)
        if wider == resolved:
            return resolved, ranked
        again = self._find(wider, may)
        if again and (not ranked or again[0][:2] > ranked[0][:2] or again[0][1] > ranked[0][1]):
            return wider, again
        return resolved, ranked

    def _find(self, resolved: Resolved, may: Callable[[int], bool]) -> Ranked:
        scores = Scores(self._postings)
        scores.add_all(resolved.scored)
        found = [
            (total * (scores.matched[number] / scores.words) ** _COVERAGE, scores.matched[number], number)
            for number, total in scores.totals.items()
            if may(number)
        ]
        found.sort(key=lambda each: (-each[0], each[2]))
        if resolved.phrases:
            found = self._with_phrases(found, resolved)
        return self._trimmed(self._ranked(found, resolved))

    def _with_phrases(self, found: Ranked, resolved: Resolved) -> Ranked:
        sequence = resolved.sequence
        holding = set.intersection(
            *(self._holding(sequence[first : last + 1]) for first, last in resolved.phrases)
        )
        words = WordFinder(sequence)
        kept = []
        for score, matched, number in [each for each in found if each[2] in holding][:MOST_CHECKED]:
            occurrences = words.occurrences(self._entries[number].passage.text)
            if all(follow(occurrences, first, last) for first, last in resolved.phrases):
                kept.append((score, matched, number))
        return kept

    def _holding(self, sequence: Sequence_) -> set[int]:
        """Return the passages that hold every word of a sequence, wherever."""
        return set.intersection(
            *({number for term in terms for number in self._postings.read(term)[0]} for terms in sequence)
        )

    def _ranked(self, found: Ranked, resolved: Resolved) -> Ranked:
        sequence = resolved.sequence
        words = WordFinder(sequence)
        read = 0
        best: Ranked = []
        for score, matched, number in found:
            entry = self._entries[number]
            read += len(entry.passage.text)
            if read > MOST_READ and best:
                break
            factor = closeness(words.occurrences(entry.passage.text), len(sequence))
            above = words.occurrences(f"{entry.title} {entry.section}")
            kinds = {kind for _, numbers in above for kind in numbers}
            factor *= standing(len(kinds), len(sequence), is_heading=entry.passage.kind.is_heading)
            best.append((score * factor, matched, number))
        best.sort(key=lambda each: (-each[0], each[2]))
        ranked = best + found[len(best) :]
        is_help = [self._entries[number].kind == HELP for _, _, number in ranked]
        if not any(is_help):
            return ranked
        return [
            each for last in (False, True) for each, own in zip(ranked, is_help, strict=True) if own is last
        ]

    @staticmethod
    def _trimmed(ranked: Ranked) -> Ranked:
        """Leave out what holds less than half as many of the words as the best, but for the first few."""
        most = max((matched for _, matched, _ in ranked), default=0)
        kept = [each for each in ranked if each[1] * 2 > most]
        return kept if len(kept) >= FEWEST else ranked[:FEWEST]

    def _beyond(self, bridges: Iterable[Bridged], may: Callable[[int], bool], direct: set[int]) -> Ranked:
        """Find passages that hold a phrase of the other language for every term of the query."""
        bridges = tuple(bridges)
        scores = Scores(self._postings)
        for bridged in bridges:
            scores.add(bridged.options)
        found = sorted(
            (
                (total, len(bridges), number)
                for number, total in scores.totals.items()
                if scores.matched[number] == len(bridges) and number not in direct and may(number)
            ),
            key=lambda each: (self._entries[each[2]].kind == HELP, -each[0], each[2]),
        )
        held = [self._holding_phrase(bridged) for bridged in bridges]
        return [each for each in found if all(each[2] in numbers for numbers in held)]

    def _holding_phrase(self, bridged: Bridged) -> set[int]:
        """Return the passages that hold every word of one of the phrases."""
        return {number for phrase in bridged.phrases for number in self._holding(phrase)}

    # Telling

    def _bridged_hits(self, beyond: Ranked, bridges: Iterable[Bridged], floor: float | None) -> Iterable[Hit]:
        terms = frozenset(
            term for each in bridges for phrase in each.phrases for word in phrase for term in word
        )
        words = WordFinder([terms])
        top = max((score for score, _, _ in beyond), default=1.0)
        less = 1.0 if floor is None or floor > top else floor / top * 0.9

        def marker(text: str) -> list[Range]:
            return [(start, end) for (_, start, end), _ in words.occurrences(text)]

        return [replace(self._hit(number, score * less, marker), bridged=True) for score, _, number in beyond]

    @staticmethod
    def _marker(resolved: Resolved) -> Callable[[str], list[Range]]:
        words = WordFinder([resolved.terms])
        asks = frozenset(ask for date in resolved.dates for ask in date.asks)

        def marker(text: str) -> list[Range]:
            ranges = [(start, end) for (_, start, end), _ in words.occurrences(text)]
            if asks:
                dates = [date for date in _dates(text) if not asks.isdisjoint(date.terms)]
                ranges = [
                    each for each in ranges if not any(d.start < each[1] and each[0] < d.end for d in dates)
                ]
                ranges += [(date.start, date.end) for date in dates]
            return sorted(ranges)

        return marker

    def _hit(self, number: int, score: float, marker: Callable[[str], list[Range]]) -> Hit:
        entry = self._entries[number]
        passage = entry.passage
        return Hit(
            entry.document,
            entry.language,
            passage.id,
            entry.title,
            entry.section,
            passage.text,
            tuple(marker(passage.text)),
            score,
        )

    def _surface(self, term: str) -> str:
        """Return how a form is written where it stands first."""
        numbers, _ = self._postings.read(term)
        words = WordFinder([frozenset({term})])
        for number in numbers[:1]:
            text = self._entries[number].passage.text
            for (_, start, end), _ in words.occurrences(text):
                return text[start:end]
        return term[1:]


@lru_cache(maxsize=1024)
def _dates(text: str) -> tuple[FoundDate, ...]:
    """Keep the dates of the passages that were listed last: the next keystroke lists most of them again."""
    return find_dates(text)
