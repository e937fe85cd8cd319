"""How queries are mistyped: on another keyboard, or with a finger on the wrong key (data in resources)."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

SLIP = 0.9
"""How likely a slip is that fingers make often."""
_FAR = 0.7
"""…one they make seldom."""
_FIRST = 0.75
"""What the first letter of a word takes from that: it is seldom wrong."""
_TWICE = 0.6
"""What a second slip takes from it."""


class TypingHabits:
    """Which letters are typed for one another.

    Args:
        rows: the rows of the keyboards.
        alike: letters that sound the same.
        lacking: letters that some keyboards lack, each with the one that is typed in its place.
    """

    def __init__(self, rows: Iterable[str], alike: Iterable[str], lacking: Mapping[str, str]) -> None:
        self._lacking = str.maketrans(dict(lacking))
        self._near: dict[str, set[str]] = {}
        for row in rows:
            for left, right in pairwise(row):
                self._near.setdefault(left, set()).add(right)
                self._near.setdefault(right, set()).add(left)
        for group in alike:
            for letter in group:
                self._near.setdefault(letter, set()).update(set(group) - {letter})

    def plain(self, word: str) -> str:
        """Return a word as a keyboard has it that lacks letters."""
        return word.translate(self._lacking)

    def left_out(self, meant: str, place: int) -> float:
        """How likely it is that the letter at a place was left out."""
        return SLIP * (1 if place else _FIRST)

    def put_in(self, typed: str, place: int) -> float:
        """How likely it is that the letter at a place was typed beside another one."""
        beside = typed[max(0, place - 1) : place] + typed[place + 1 : place + 2]
        usual = any(other == typed[place] or other in self._near.get(typed[place], ()) for other in beside)
        return (SLIP if usual else _FAR) * (1 if place else _FIRST)

    def swapped(self, place: int) -> float:
        """How likely it is that the letters at a place and after it changed places."""
        return SLIP * (1 if place else _FIRST)

    def taken_for(self, typed: str, meant: str, place: int) -> float:
        """How likely it is that a letter was typed for another one."""
        near = meant in self._near.get(typed[place], ())
        return (SLIP if near else _FAR) * (1 if place else _FIRST)

    def likelihood(self, typed: str, meant: str) -> float:
        """Return how likely it is that a word was typed with two slips; 0 if there are more.

        The distance is that of optimal string alignment: a letter left out, put in, taken for another, or
        two changing places.
        """
        distance = _distance(typed, meant, 2)
        if distance > 2:
            return 0.0
        return SLIP * _TWICE * (1 if typed[0] == meant[0] else _FIRST)


class Layouts:
    """The keyboards a query may have been meant for.

    Args:
        tables: for each, the letter of every key.
        latin: for each Latin keyboard, the US key in the same place.
    """

    def __init__(self, tables: Iterable[Mapping[str, str]], latin: Iterable[Mapping[str, str]]) -> None:
        self._persian = [str.maketrans(dict(table)) for table in tables]
        self._latin: list[dict[int, Any]] = [{}, *(str.maketrans(dict(table)) for table in latin)]
        self._back = []
        for table in self._persian:
            back: dict[str, str] = {}
            for key, letters in table.items():
                if len(letters) == 1:
                    back.setdefault(letters, chr(key))
            self._back.append(str.maketrans(back))

    def readings(self, typed: str) -> Iterator[str]:
        """Yield what a text is if its keys were meant for another keyboard, each reading once.

        Args:
            typed: a query as it was typed.
        """
        seen = {typed}
        if any("a" <= letter <= "z" or "A" <= letter <= "Z" for letter in typed):
            ways = [(latin, table) for latin in self._latin for table in self._persian]
            texts = (typed.translate(latin).translate(table) for latin, table in ways)
        else:
            texts = (typed.translate(back) for back in self._back)
        for text in texts:
            if text not in seen:
                seen.add(text)
                yield text


def load_typing(file: Path) -> tuple[Layouts, TypingHabits]:
    """Read the keyboards from a TOML file such as ``resources/keyboard/layouts.toml``."""
    with file.open("rb") as opened:
        tables: dict[str, Any] = tomllib.load(opened)
    layouts = [
        _pairs(row["keys"], row["letters"]) | _pairs(row["shifted"], row["shifted_letters"])
        for row in tables["layout"]
    ]
    latin = [_pairs(row["keys"], row["us"]) for row in tables["latin"]]
    return Layouts(layouts, latin), TypingHabits(**tables["typing"])


def _pairs(keys: str, letters: str) -> dict[str, str]:
    return dict(zip(keys.split(" "), letters.split(" "), strict=True))


def _distance(one: str, other: str, limit: int) -> int:
    """Return the edits between two words; any number above the limit where they are more."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, another in enumerate(other, 1):
            cost = before[j - 1] + (letter != another)
            cost = min(cost, before[j] + 1, row[j - 1] + 1)
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == another:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]
