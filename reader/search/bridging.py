"""Looks beyond the language of a query: its terms in the other one, and Persian typed in Latin letters."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from reader.search.wanted import query_tokens, usual
from reader.text.finglish import FinglishIndex
from reader.text.words import raw_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.search.knowledge import Knowledge
    from reader.search.lexicon import Lexicon
    from reader.search.wanted import Option

_MOST_FORMS = 20_000
"""Persian words that are compared with what was typed in Latin letters, the most frequent ones."""
_MOST_READINGS = 3
_RARE = 2
"""Passages that a word in Latin letters may be in and yet be meant as Persian."""
_SHORTEST_LATIN = 3
_LESS = 0.8
"""What each further phrase weighs less than the one before: the commonest comes first."""


@dataclass(frozen=True, slots=True)
class Bridged:
    """What one term, or one word in Latin letters, is in the other language.

    Attributes:
        phrases: each as its words; every word with the terms it is found by.
        names: the phrases as people write them.
    """

    phrases: tuple[tuple[frozenset[str], ...], ...]
    names: tuple[str, ...]
    options: tuple[Option, ...]


class Bridging:
    """Knows what the words of a query are in the other language.

    Args:
        lexicon: the known words; what stands nowhere is not looked for.
        knowledge: pairs of terms, and how Persian is written in Latin letters.
    """

    def __init__(self, lexicon: Lexicon, knowledge: Knowledge) -> None:
        self._lexicon, self._bridges = lexicon, knowledge.bridges
        self._letters = knowledge.latin

    @cached_property
    def _latin(self) -> FinglishIndex:
        """Made when a word in Latin letters is first looked for."""
        persian = (form for form in self._lexicon.by_frequency() if not form.isascii())
        return FinglishIndex(list(islice(persian, _MOST_FORMS)), self._letters)

    def of(self, text: str) -> tuple[Bridged, ...]:
        """Return what the terms of a query are in the other language; nothing unless all of them are known.

        Args:
            text: the words of the query.
        """
        words = [word.text for word in raw_words(text)]
        terms = {bridge.start: bridge for bridge in self._bridges.of(words)}
        found: list[Bridged] = []
        place = 0
        while place < len(words):
            bridge = terms.get(place)
            phrases: Sequence[str] = bridge.phrases if bridge else self.in_latin(words[place])
            bridged = self._bridged(phrases)
            if bridged.phrases:
                found.append(bridged)
            elif not self._is_small(words[place]):
                return ()
            place = bridge.end if bridge else place + 1
        return tuple(found)

    def in_latin(self, word: str) -> tuple[str, ...]:
        """Return the Persian words that a word in Latin letters may stand for, the likeliest first.

        Args:
            word: as it was typed; one that is usual in the documents stands for itself.
        """
        if not (word.isascii() and word.isalpha() and len(word) >= _SHORTEST_LATIN):
            return ()
        if self._lexicon.count_form(word.lower()) > _RARE:
            return ()
        return self._latin.find(word, _MOST_READINGS)

    def _is_small(self, word: str) -> bool:
        """Whether a word may be missing in the other language."""
        return all(token.form in self._lexicon.stop_words for _, _, token in query_tokens(word))

    def _bridged(self, phrases: Sequence[str]) -> Bridged:
        kept, names = [], []
        options: list[Option] = []
        for phrase in phrases:
            found = query_tokens(phrase)
            if found and all(token.stem in self._lexicon for _, _, token in found):
                kept.append(tuple(frozenset({token.stem}) for _, _, token in found))
                names.append(phrase)
                less = _LESS ** len(options) / len(found)
                options.append(
                    tuple((term, weight * less) for _, _, token in found for term, weight in usual(token))
                )
        return Bridged(tuple(kept), tuple(names), tuple(options))
