"""Leads from a term to the terms that mean the same in the other language."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reader.text.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

_LEFT = 3
"""Letters that must be left of a word without its ending."""

_SPARE = 3
"""Function words that a typed phrase may have more than a known one."""

_NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Bridge:
    """Neighbouring words that form a term.

    Attributes:
        start: the place of the first word.
        end: the place after the last word.
        phrases: what the term is called in the other language, the commonest first.
    """

    start: int
    end: int
    phrases: tuple[str, ...]


class Bridges:
    """All known terms.

    Args:
        pairs: phrases of the same meaning, Persian ones and English ones.
        function_words: words that a phrase may have or lack.
        endings: endings that do not make another word, and what takes their place.
    """

    def __init__(
        self,
        pairs: Iterable[tuple[Sequence[str], Sequence[str]]],
        function_words: Iterable[str],
        endings: Mapping[str, str],
    ) -> None:
        self._without = frozenset(map(fold, function_words))
        self._endings = {fold(ending): fold(instead) for ending, instead in endings.items()}
        self._phrases: dict[str, tuple[str, ...]] = {}
        self._most_words = 1
        for persian, english in pairs:
            for here, there in ((persian, english), (english, persian)):
                for phrase in here:
                    self._add(phrase, there)

    @classmethod
    def load(cls, file: Path, more: Iterable[tuple[Sequence[str], Sequence[str]]] = ()) -> Bridges:
        """Read the terms from a TOML file such as ``resources/words/term-pairs.toml``.

        Args:
            file: the file.
            more: further pairs, such as those of a glossary; they come after those of the file.
        """
        with file.open("rb") as opened:
            tables: dict[str, Any] = tomllib.load(opened)
        pairs = [(row["fa"], row["en"]) for row in tables["pair"]]
        return cls([*pairs, *more], tables["folding"]["function_words"], tables["folding"]["endings"])

    def of(self, words: Sequence[str]) -> tuple[Bridge, ...]:
        """Return the terms among the words of a query, in their order; of two that overlap, the longer one.

        Case, marks, half-spaces, plurals, function words and the spaces within a term make no difference.

        Args:
            words: the words as they were typed.
        """
        keys = [self._key(word) for word in words]
        found = sorted(
            (start - end, start, end)
            for start in range(len(keys))
            for end in range(start + 1, min(start + self._most_words + _SPARE, len(keys)) + 1)
            if keys[start] and keys[end - 1] and "".join(keys[start:end]) in self._phrases
        )
        taken: set[int] = set()
        bridges = []
        for _, start, end in found:
            if taken.isdisjoint(range(start, end)):
                taken.update(range(start, end))
                bridges.append(Bridge(start, end, self._phrases["".join(keys[start:end])]))
        return tuple(sorted(bridges, key=lambda bridge: bridge.start))

    def _add(self, phrase: str, others: Sequence[str]) -> None:
        words = phrase.split()
        key = "".join(map(self._key, words))
        self._most_words = max(self._most_words, len(words))
        self._phrases[key] = tuple(dict.fromkeys((*self._phrases.get(key, ()), *others)))

    def _key(self, word: str) -> str:
        """Return what is left of a word when everything that makes no difference is gone."""
        plain = fold(word).strip("'’")
        if plain in self._without or plain in self._endings:
            return ""
        for ending, instead in self._endings.items():
            if plain.endswith(ending) and len(plain) - len(ending) >= _LEFT:
                plain = plain.removesuffix(ending) + instead
                break
        return _NO_LETTER.sub("", plain)
