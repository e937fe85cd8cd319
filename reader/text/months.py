"""The names of months, days and weekdays, as ``resources/words/months.toml`` lists them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from reader import paths
from reader.text.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

HIJRI = "hijri"
GREGORIAN = "gregorian"


@dataclass(frozen=True, slots=True)
class Month:
    """What a month's name means.

    Attributes:
        calendar: ``HIJRI`` or ``GREGORIAN``.
        number: from 1.
        latin: whether the name is in Latin letters.
        short: whether it may end in a full stop.
        ordinary: whether it is also an ordinary word.
    """

    calendar: str
    number: int
    latin: bool
    short: bool
    ordinary: bool


@dataclass(frozen=True, slots=True)
class DateWords:
    """All words that make up dates. Words to look up are folded.

    Attributes:
        shown: the names to show, by calendar and language.
        weekdays: the names of the weekdays from Saturday, by language.
        months: months by name.
        days: days of a month by ordinal word, its parts written together.
        month: words for "month".
        between: words that may stand between the parts of a date.
        ordinal_endings: what follows a number that is an ordinal.
        lists: words between the days of a list.
        spans: words between the ends of a span.
        portions: words for parts of a month.
        counted: words for what a number counts.
    """

    shown: Mapping[tuple[str, str], tuple[str, ...]]
    weekdays: Mapping[str, tuple[str, ...]]
    months: Mapping[str, Month]
    days: Mapping[str, int]
    month: frozenset[str]
    between: frozenset[str]
    ordinal_endings: frozenset[str]
    lists: frozenset[str]
    spans: frozenset[str]
    portions: frozenset[str]
    counted: frozenset[str]

    @classmethod
    def load(cls, file: Path) -> DateWords:
        """Read the words from a TOML file."""
        with file.open("rb") as opened:
            tables: dict[str, Any] = tomllib.load(opened)
        kinds = {kind: frozenset(map(fold, words)) for kind, words in tables["words"].items()}
        ordinary = kinds.pop("ordinary")
        shown: dict[tuple[str, str], tuple[str, ...]] = {}
        months: dict[str, Month] = {}
        for calendar in (HIJRI, GREGORIAN):
            for language, rows in tables[calendar].items():
                shown[calendar, language] = tuple(names[0] for names in rows)
                for number, names in enumerate(rows, 1):
                    for name in map(fold, names):
                        latin = name.isascii()
                        month = Month(calendar, number, latin, latin and len(name) <= 4, name in ordinary)
                        months[name] = month
                        months.update({} if latin else {name + word: month for word in kinds["month"]})
        return cls(
            shown=shown,
            weekdays={language: tuple(names) for language, names in tables["weekdays"].items()},
            months=months,
            days={
                fold(name).replace(" ", ""): number
                for rows in tables["days"].values()
                for number, names in enumerate(rows, 1)
                for name in names
            },
            **kinds,
        )


@cache
def date_words() -> DateWords:
    """Return the words that come with the program."""
    return DateWords.load(paths.resources() / "words" / "months.toml")
