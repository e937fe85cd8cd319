"""Finds the Persian words that a word in Latin letters stands for, such as etesab for «اعتصاب»."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.text.finglish_letters import Letters

_ZWNJ = "\u200c"
_LONGEST = 32
_MOST_KEYS = 64
_LONGEST_SIGN = 3
_MUTE_END = 0.05
"""What a silent «ه» costs before a half-space: khaneha for «خانه‌ها»."""


class FinglishIndex:
    """A vocabulary of Persian words, to be looked up in Latin letters.

    Words are kept under their consonants; what a lookup finds there is then compared letter by letter.

    Args:
        words: the words, the more frequent first.
        letters: how Persian is written in Latin letters.
    """

    def __init__(self, words: Iterable[str], letters: Letters) -> None:
        self._letters = letters
        self._breath = letters.classes.get("ه", "")
        self._words: dict[str, list[str]] = {}
        for word in dict.fromkeys(words):
            for key in self._persian_keys(word):
                self._words.setdefault(key, []).append(word)

    def find(self, latin: str, most: int = 5) -> tuple[str, ...]:
        """Return the words of the vocabulary that a word in Latin letters may stand for, the likeliest first.

        Args:
            latin: the word as it was typed.
            most: how many words to return at most.
        """
        plain = self._letters.simple(latin)
        if not plain or len(plain) > _LONGEST:
            return ()
        limits = self._letters.limits
        limit = limits["cost"] + limits["each"] * len(plain)
        costs = self._costs(plain)
        for ending, other in self._letters.endings.items():
            if plain.endswith(ending):
                for word, cost in self._costs(plain.removesuffix(ending) + other).items():
                    costs[word] = min(costs.get(word, limit + 1), cost + limits["ending"])
        found: dict[str, str] = {}
        for word in sorted(costs, key=costs.__getitem__):
            if costs[word] <= limit:
                found.setdefault(self._letters.simple(word), word)
        return tuple(found.values())[:most]

    def _costs(self, plain: str) -> dict[str, float]:
        """Return what each word costs that has the consonants of a Latin one."""
        words = [word for key in self._latin_keys(plain) for word in self._words.get(key, ())]
        return {word: self._cost(plain, word) for word in dict.fromkeys(words)}

    def _persian_keys(self, word: str) -> set[str]:
        """Return the consonants of a word, with and without the «ه» before a half-space."""
        parts = [part for part in map(self._letters.simple, word.split(_ZWNJ)) if part]
        skeletons = ["".join(self._letters.classes.get(letter, "") for letter in part) for part in parts]
        if not any(skeletons):
            return set()
        mute = [
            skeleton.removesuffix(self._breath) if part[-1] in "هح" else skeleton
            for part, skeleton in zip(parts, skeletons, strict=True)
        ]
        return {"".join(mute), "".join(skeletons[:-1]) + mute[-1]}

    def _latin_keys(self, plain: str) -> set[str]:
        """Return the consonants of a Latin word in every way its signs can be told apart."""
        reached: list[set[tuple[str, str]]] = [set() for _ in range(len(plain) + 1)]
        reached[0].add(("", ""))
        for place in range(len(plain)):
            if len(reached[place]) > _MOST_KEYS:
                return set()
            for sign in self._signs_at(plain, place):
                end = place + len(sign)
                options = self._letters.consonants.get(sign)
                sound = self._letters.classes[next(iter(options))] if options else ""
                mute = end == len(plain) and sound == self._breath
                for key, before in reached[place]:
                    double = sound == before and sound != ""
                    reached[end].add((key if double or mute else key + sound, sound))
        return {key for key, _ in reached[-1]}

    def _signs_at(self, plain: str, place: int) -> Iterator[str]:
        for length in range(1, min(_LONGEST_SIGN, len(plain) - place) + 1):
            sign = plain[place : place + length]
            if any(sign in table for table in self._letters.anywhere()):
                yield sign

    def _cost(self, plain: str, word: str) -> float:
        """Return how unlikely it is that a Latin word stands for a Persian one."""
        letters = self._letters
        parts = [part for part in map(letters.simple, word.split(_ZWNJ)) if part]
        persian = "".join(parts)
        ends = {sum(map(len, parts[:number])) - 1 for number in range(1, len(parts))}
        costs = [[float("inf")] * (len(persian) + 1) for _ in range(len(plain) + 1)]
        costs[0][0] = 0.0
        for place in range(len(plain) + 1):
            choices = list(self._choices(plain, place))
            for at in range(len(persian) + 1):
                cost = costs[place][at]
                if cost == float("inf"):
                    continue
                if at < len(persian) and persian[at] in letters.silent:
                    mute = persian[at] == "ه" and at in ends
                    skip = cost + (_MUTE_END if mute else letters.silent[persian[at]])
                    costs[place][at + 1] = min(costs[place][at + 1], skip)
                for end, written, more in choices:
                    if persian.startswith(written, at):
                        then = at + len(written)
                        costs[end][then] = min(costs[end][then], cost + more)
        return costs[-1][-1]

    def _choices(self, plain: str, place: int) -> Iterator[tuple[int, str, float]]:
        """Yield where a sign ends that begins at a place, what it may stand for, and the cost."""
        letters = self._letters
        tables = [*letters.anywhere(), *((letters.first,) if place == 0 else ())]
        for length in range(1, min(_LONGEST_SIGN, len(plain) - place) + 1):
            sign, end = plain[place : place + length], place + length
            for table in [*tables, letters.last] if end == len(plain) else tables:
                for written, cost in table.get(sign, {}).items():
                    is_unwritten = place == 0 and not written and table is letters.vowels
                    yield end, written, cost + (letters.limits["unwritten_first"] if is_unwritten else 0)
                    if table is letters.consonants and plain.startswith(sign, end):
                        yield end + length, written, cost
