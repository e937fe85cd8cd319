"""What a search says of itself: what was looked for instead, what was meant, how a word may go on."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from reader.search.passage_words import WordFinder
from reader.text.persian import ZWNJ, fold
from reader.text.words import EXACT, terms_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.search.answer import Hit
    from reader.search.lexicon import Lexicon
    from reader.search.query import Query
    from reader.search.resolution import Resolved
    from reader.search.wanted import WantedWord

_SHORTEST_BEGUN = 2
_FEW = 3
"""Hits below which another word may have been meant."""
_TIMES = 4
"""How much more frequent that word must be."""


class Offers:
    """Speaks of words as the documents write them.

    Args:
        lexicon: the known words.
        surface: tells how a term is written where it stands.
    """

    def __init__(self, lexicon: Lexicon, surface: Callable[[str], str]) -> None:
        self._lexicon, self._surface = lexicon, surface

    def repaired(self, resolved: Resolved, hits: Sequence[Hit]) -> str | None:
        """Return what was searched for instead, in the words of the best hit; None if nothing else.

        Args:
            resolved: what was looked for.
            hits: what was found, the best first.
        """
        words: list[str] = []
        changed = False
        for word in resolved.words:
            found = self._found_as(word, hits[:1]) if word.counts else ()
            changed = changed or bool(found)
            for written in found or (word.raw,):
                if words[-1:] != [written]:
                    words.append(written)
        if changed and hits:
            return " ".join(words)
        return resolved.reading or None

    def suggestion(self, resolved: Resolved, found: int) -> str | None:
        """Return what may have been meant where little was found; None if nothing comes near.

        Args:
            resolved: what was looked for.
            found: how many passages hold it.
        """
        if found >= _FEW:
            return None
        if not found and (resolved.phrases or resolved.without or resolved.query.documents is not None):
            return resolved.query.text or None
        words: list[str] = []
        changed = False
        for word in resolved.words:
            count = self._lexicon.count_form(word.token.form)
            near = self._lexicon.neighbours(word.token.form, 1, twice=not found) if word.counts else []
            better = near and self._lexicon.count_form(near[0][0]) >= max(1, count * _TIMES)
            words.append(self._surface(EXACT + near[0][0]) if better else word.raw)
            changed = changed or bool(better and not word.stands_for)
        return " ".join(words) if changed else None

    def completions(self, query: Query, typed: str, most: int) -> tuple[str, ...]:
        """Return the query with its last word finished, in several ways.

        Args:
            query: the query as it was read.
            typed: as it was typed.
            most: how many to return at most.
        """
        begun = fold(query.unfinished).replace(ZWNJ, "")
        if len(begun) < _SHORTEST_BEGUN or not typed.endswith(query.unfinished):
            return ()
        if any(letter.isdigit() for letter in begun):
            # A number is typed to its end; the longer ones are others.
            return ()
        before = typed[: len(typed) - len(query.unfinished)]
        seen = dict.fromkeys(
            self._surface(EXACT + form)
            for form in self._lexicon.completions(begun, most + 2)
            if form != begun
        )
        return tuple(before + written for written in seen)[:most]

    def _found_as(self, word: WantedWord, hits: Sequence[Hit]) -> tuple[str, ...]:
        """Return how the best hit writes a word that is not there as it was typed; nothing if it is."""
        if not word.stands_for and len(word.options) < 2:
            return ()
        usual = frozenset(term for term, _ in word.options[0])
        for hit in hits:
            written = [hit.text[start:end] for start, end in hit.ranges]
            if any(not usual.isdisjoint(terms_of(each)) for each in written):
                return ()
            stands = [
                hit.text[start:end] for (_, start, end), _ in WordFinder([word.terms]).occurrences(hit.text)
            ]
            if not word.stands_for:
                return ()
            # Two words may stand for one that was typed; two forms of one word are named once.
            other = (each for each in stands[1:] if set(terms_of(each)).isdisjoint(terms_of(stands[0])))
            return (*stands[:1], *islice(other, 1))
        return ()
