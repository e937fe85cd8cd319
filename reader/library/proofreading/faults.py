"""What a proofreader reports: where a fault is, and one sentence that says it."""

from __future__ import annotations

from dataclasses import dataclass

from reader.errors import printable


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault of a briefing.

    Attributes:
        file: path below the briefing's folder, parts joined by ``/``.
        line: from 1; 0 for the file as a whole.
        sentence: one sentence for whoever makes the briefing.
    """

    file: str
    line: int
    sentence: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.sentence}"


def quoted(value: object, longest: int = 48) -> str:
    """Return outside text in quotation marks, shortened and made printable."""
    return f"“{printable(value, longest)}”"
