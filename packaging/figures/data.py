"""The rows a figure is drawn from, and its words: content/figures/*.csv and words.toml."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parent.parent.parent
FIGURES = ROOT / "content" / "figures"

Row = dict[str, str]

_PERSIAN_DIGITS = str.maketrans("0123456789,.", "۰۱۲۳۴۵۶۷۸۹٬٫")


def rows(figure: str) -> list[Row]:
    """Return the rows of a figure's data.

    Args:
        figure: its name.
    """
    with (FIGURES / f"{figure}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@dataclass(frozen=True)
class Sketch:
    """What a figure is drawn from.

    Attributes:
        rows: its data.
        language: of its words.
        words: its sentences in that language, by name.
    """

    rows: list[Row]
    language: str
    words: Mapping[str, str]

    def word(self, row: Row, column: str) -> str:
        """Return the words of a row that are there in each language."""
        return row[f"{column}_{self.language}"]

    def number(self, value: float, *, separated: bool = True) -> str:
        """Write a number with the language's digits, its thousands set apart or, for a year, not."""
        return self.digits(f"{value:,}" if separated else f"{value}")

    def digits(self, words: str) -> str:
        """Put the digits and the separators of the language into what has Latin ones."""
        return words.translate(_PERSIAN_DIGITS) if self.language == "fa" else words


def sketch(figure: str, language: str) -> Sketch:
    """Read what a figure is drawn from.

    Args:
        figure: its name.
        language: of its words.
    """
    with (Path(__file__).parent / "words.toml").open("rb") as file:
        tables: dict[str, Any] = tomllib.load(file)
    return Sketch(rows(figure), language, tables[figure][language])
