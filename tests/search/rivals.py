"""Says which passages hold words as well as the one they were taken from: no search can tell them apart."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from reader.text.dates import find_dates
from reader.text.persian import ZWNJ, fold
from reader.text.words import EXACT, raw_words, terms_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def form_of(word: str) -> str:
    """A word as its letters say it."""
    return fold(word).replace(ZWNJ, "")


class Rivals:
    """Compares words with those of every passage, each word apart.

    Args:
        texts: of the passages.
        stop_words: what decides nothing where other words stand beside it.
    """

    def __init__(self, texts: Iterable[str], stop_words: frozenset[str]) -> None:
        self._stop_words = stop_words
        self._by_term: dict[str, set[int]] = defaultdict(set)
        self._by_rest: dict[str, set[str]] = defaultdict(set)
        texts = tuple(texts)
        self.everywhere = frozenset(range(len(texts)))
        for number, text in enumerate(texts):
            for word in raw_words(text):
                for term in terms_of(word.text):
                    self._by_term[term].add(number)
                self._by_term[EXACT + form_of(word.text)].add(number)
            for date in find_dates(text):
                for term in date.terms:
                    self._by_term[term].add(number)
        for term in self._by_term:
            if term.startswith(EXACT):
                for rest in _rests(term[1:]):
                    self._by_rest[rest].add(term[1:])

    def of(self, meant: Sequence[str], typed: Sequence[str] | None = None) -> frozenset[int]:
        """Return the passages that hold every word, or the same date.

        Args:
            meant: the words as they stand in a passage.
            typed: the same with slips of the finger: a passage then holds a word if it holds one that differs
                from it by a slip too.
        """
        words = [number for number, word in enumerate(meant) if terms_of(word)]
        telling = [number for number in words if self._stop_words.isdisjoint(_forms(meant[number]))]
        held = [self.everywhere]
        for number in telling or words:
            holding = self._holding(meant[number])
            if typed is not None and typed[number] != meant[number]:
                holding = holding | self._spelt_like(typed[number])
            held.append(holding)
        return frozenset.intersection(*held) | self._of_that_day(" ".join(meant))

    def holds_its_dates(self, words: str, number: int) -> bool:
        """Whether the dates that words are taken for are in a passage."""
        return all(any(number in self._by_term[ask] for ask in date.asks) for date in find_dates(words))

    def _of_that_day(self, words: str) -> frozenset[int]:
        asked = [ask for date in find_dates(words) for ask in date.asks]
        return frozenset().union(*(self._by_term.get(ask, ()) for ask in asked))

    def _holding(self, word: str) -> frozenset[int]:
        terms = [term for term in terms_of(word) if term[:1] != EXACT]
        return frozenset().union(*(self._by_term.get(term, ()) for term in terms))

    def _spelt_like(self, word: str) -> frozenset[int]:
        """Passages that hold a word which is this one but for a slip, or another form of this one."""
        form = form_of(word)
        near = {other for rest in _rests(form) for other in self._by_rest.get(rest, ())}
        return frozenset().union(
            self._holding(word),
            *(self._by_term[EXACT + other] for other in near if is_one_slip(form, other)),
        )


def _forms(word: str) -> set[str]:
    """A word as it stands and without its endings."""
    return {form_of(word), *terms_of(word)[:1]}


def _rests(form: str) -> set[str]:
    """A word, and the same without any one letter: two words that differ by a slip share one of them."""
    return {form, *(form[:place] + form[place + 1 :] for place in range(len(form)))}


def is_one_slip(one: str, other: str) -> bool:
    """Whether words are the same but for a letter that is another, one more, one less, or two swapped."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    here, there = one[start:], other[start:]
    return (
        here[1:] == there[1:]
        or here[1:] == there
        or here == there[1:]
        or (here[:2] == there[:2][::-1] and here[2:] == there[2:])
    )
