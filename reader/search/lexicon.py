"""The words that stand in the documents: the known ones, how one may go on, which are spelt alike."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from heapq import nlargest
from typing import TYPE_CHECKING

from reader.search.mistyping import SLIP
from reader.text.words import EXACT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reader.search.mistyping import TypingHabits

DATE = "@"
"""Begins the term of a date (``reader.text.dates``)."""
_PERSIAN = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_SHORTEST_REPAIRED = 3
_LONGEST_REPAIRED = 24
_SHORTEST_TWICE = 6
"""Letters a word must have for two of them to be wrong."""
_SHARED = 3
"""Letters at its beginning or end that a word with two wrong ones still shares."""
_MOST_COMPARED = 4000


class Lexicon:
    """The vocabulary of an index.

    Args:
        counts: every term with the number of passages it is in.
        habits: how words are mistyped.
        stop_words: forms that say little by themselves.

    Attributes:
        stop_words: the same.
    """

    def __init__(
        self, counts: Mapping[str, int], habits: TypingHabits, stop_words: frozenset[str] = frozenset()
    ) -> None:
        self.stop_words = stop_words
        self._habits = habits
        self._counts = counts
        # Most forms are a stem's term too, and share its letters.
        same = {term: term for term in counts if term[:1] != EXACT}
        exact = ((term[1:], count) for term, count in counts.items() if term[:1] == EXACT)
        self._forms = {same.get(form, form): count for form, count in exact}
        self._sorted = sorted(self._forms)
        self._plain: dict[str, list[str]] = {}
        for word in dict.fromkeys(term.removeprefix(EXACT) for term in counts if term[:1] != DATE):
            if (plain := habits.plain(word)) != word:
                self._plain.setdefault(plain, []).append(word)

    def __contains__(self, term: str) -> bool:
        return term in self._counts

    def count(self, term: str) -> int:
        """Return the number of passages a term is in."""
        return self._counts.get(term, 0)

    def count_form(self, form: str) -> int:
        """Return the number of passages a word is in, in exactly this form."""
        return self._forms.get(form, 0)

    def by_frequency(self) -> list[str]:
        """Return every form, the more frequent first."""
        return sorted(self._forms, key=self._forms.__getitem__, reverse=True)

    def begins(self, beginning: str) -> bool:
        """Whether some word begins so."""
        place = bisect_left(self._sorted, beginning)
        return place < len(self._sorted) and self._sorted[place].startswith(beginning)

    def completions(self, beginning: str, most: int) -> list[str]:
        """Return the words that begin so, the more frequent first.

        Args:
            beginning: the first letters, folded.
            most: how many to return at most.
        """
        low = bisect_left(self._sorted, beginning)
        high = bisect_left(self._sorted, beginning + "\U0010ffff", low)
        return nlargest(most, self._sorted[low:high], key=self._forms.__getitem__)

    def split(self, word: str) -> tuple[str, str] | None:
        """Cut a word into two known ones, the best way there is; None if there is none."""
        best, choice = 0, None
        for place in range(2, len(word) - 1):
            left, right = word[:place], word[place:]
            count = min(self.count_form(left), self.count_form(right)) * min(len(left), len(right))
            if count > best:
                best, choice = count, (left, right)
        return choice

    def typed_without(self, form: str) -> list[str]:
        """Return the words that look like this on a keyboard which lacks some of their letters."""
        return self._plain.get(self._habits.plain(form), [])

    def neighbours(self, word: str, most: int, *, twice: bool = False) -> list[tuple[str, float]]:
        """Return known words that differ by a slip of the finger, with how likely each slip is.

        Args:
            word: a folded form.
            most: how many to return at most.
            twice: also look for words with two slips.

        Returns:
            Forms with a likelihood from 0 to 1, the likelier first.
        """
        if not _SHORTEST_REPAIRED <= len(word) <= _LONGEST_REPAIRED:
            return []
        found = dict.fromkeys(self.typed_without(word), SLIP)
        for other, likelihood in self._one_slip(word):
            if likelihood > found.get(other, 0):
                found[other] = likelihood
        if twice and len(word) >= _SHORTEST_TWICE:
            letters = frozenset(word)
            for other in self._sharing(word):
                # Two slips change two letters of a word at most.
                if other not in found and len(letters.symmetric_difference(other)) <= 4:
                    likelihood = self._habits.likelihood(word, other)
                    if likelihood:
                        found[other] = likelihood
        found.pop(word, None)
        return nlargest(most, found.items(), key=lambda each: (each[1], self.count_form(each[0])))

    def _one_slip(self, word: str) -> Iterator[tuple[str, float]]:
        forms, habits = self._forms, self._habits
        letters = _LATIN if word.isascii() else _PERSIAN
        for place in range(len(word) + 1):
            before, after = word[:place], word[place:]
            for letter in letters:
                longer = before + letter + after
                if longer in forms:
                    yield longer, habits.left_out(longer, place)
            if not after:
                break
            shorter = before + after[1:]
            if shorter in forms:
                yield shorter, habits.put_in(word, place)
            if len(after) > 1 and after[0] != after[1]:
                swapped = before + after[1] + after[0] + after[2:]
                if swapped in forms:
                    yield swapped, habits.swapped(place)
            for letter in letters:
                other = before + letter + after[1:]
                if other in forms and letter != after[0]:
                    yield other, habits.taken_for(word, letter, place)

    @cached_property
    def _reversed(self) -> list[str]:
        """Every form from its end to its beginning; made when it is first needed."""
        return sorted(form[::-1] for form in self._forms)

    def _sharing(self, word: str) -> Iterable[str]:
        """Return words of about this length that begin or end alike."""
        found = set(self._within(self._sorted, word[:_SHARED], len(word)))
        found.update(form[::-1] for form in self._within(self._reversed, word[::-1][:_SHARED], len(word)))
        return sorted(found)  # in one order everywhere: of equals the first are taken

    @staticmethod
    def _within(ordered: list[str], beginning: str, length: int) -> Iterator[str]:
        low = bisect_left(ordered, beginning)
        high = bisect_left(ordered, beginning + "\U0010ffff", low)
        for form in ordered[low : min(high, low + _MOST_COMPARED)]:
            if abs(len(form) - length) <= 2:
                yield form
