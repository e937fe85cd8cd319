"""Leads from a term to the terms that mean the same in the other language."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reader.text.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_LEFT = 3
"""Letters that must be left of a word without its ending."""

_WORD = re.compile(r"[^\W_](?:[^\s,،/()\-–]*[^\W_'’])?['’]?")


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
        pairs: rows of phrases of the same meaning, in Persian and in English.
        folding: the words and endings that do not change a term.
    """

    def __init__(
        self, pairs: list[tuple[list[str], list[str]]], folding: Mapping[str, list[str]]
    ) -> None:
        self._without = frozenset(map(fold, folding["function_words"]))
        self._english = tuple(folding["english_endings"])
        self._persian = tuple(map(fold, folding["persian_endings"]))
        self._phrases: dict[str, list[str]] = {}
        self._longest = 0
        for persian, english in pairs:
            for here, there in ((persian, english), (english, persian)):
                for phrase in here:
                    known = self._phrases.setdefault(self._key(_WORD.findall(phrase)), [])
                    known.extend(other for other in there if other not in known)

    @classmethod
    def load(cls, file: Path) -> Bridges:
        """Read the terms from a TOML file."""
        with file.open("rb") as opened:
            tables: dict[str, Any] = tomllib.load(opened)
        return cls([(row["fa"], row["en"]) for row in tables["pair"]], tables["folding"])
