"""What the Latin letters may stand for in which people type Persian."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reader.text.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Signs = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Letters:
    """How Persian is written in Latin letters.

    Attributes:
        consonants: what each Latin sign for a consonant may stand for, and at what cost.
        vowels: the same for vowels.
        others: the same for glides and marks.
        first: what a sign may stand for at the beginning of a word only.
        last: what a sign may stand for at the end of a word only.
        silent: what a Persian letter costs that no sign stands for.
        alike: letters that sound like others.
        endings: what an ending may also be read as.
        limits: what a match may cost, and what costs more.
        classes: one letter for all Persian consonants that sound the same.
    """

    consonants: Signs
    vowels: Signs
    others: Signs
    first: Signs
    last: Signs
    silent: Mapping[str, float]
    alike: Mapping[str, str]
    endings: Mapping[str, str]
    limits: Mapping[str, float]
    classes: Mapping[str, str]

    @classmethod
    def load(cls, file: Path) -> Letters:
        """Read the letters from a TOML file such as ``resources/words/finglish.toml``."""
        with file.open("rb") as opened:
            tables: dict[str, Any] = tomllib.load(opened)
        return cls(
            consonants=tables["consonants"],
            vowels=tables["vowels"],
            others={**tables["glides"], **tables["marks"]},
            first=tables["first"],
            last=tables["last"],
            silent=tables["silent"],
            alike=tables["alike"],
            endings=tables["endings"],
            limits=tables["limits"],
            classes=_classes(tables["consonants"]),
        )

    def anywhere(self) -> tuple[Signs, ...]:
        """Return the signs that may stand anywhere in a word."""
        return self.consonants, self.vowels, self.others

    def simple(self, word: str) -> str:
        """Return a folded word in which pairs that sound the same are the same."""
        plain = fold(word)
        for pair, other in self.alike.items():
            plain = plain.replace(pair, other)
        return plain


def _classes(consonants: Signs) -> dict[str, str]:
    classes: dict[str, str] = {}
    for options in consonants.values():
        old = {classes.get(letter, letter) for letter in options}
        new = min(old)
        classes.update(dict.fromkeys(options, new))
        classes.update({letter: new for letter, known in classes.items() if known in old})
    return classes
