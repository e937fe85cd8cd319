"""What a page is told and what it tells: its dress, and where one is on it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reader.library.document import Explanation
    from reader.ui.page_style import PageStyle


@dataclass(frozen=True, slots=True)
class ReadingPoint:
    """What stands at the top edge of the view.

    Attributes:
        passage: id of the passage; empty above the first.
        section: id of the heading it stands under, or its own id for a heading.
        percent: how far one has read, 0-100.
    """

    passage: str
    section: str
    percent: int


@dataclass(frozen=True, slots=True)
class Dress:
    """How one page is put into the window.

    Attributes:
        style: theme, size, face.
        kicker: a line above the title that is no part of the text; empty for none.
        number: writes a passage number with the text's digits.
        back: what the way back from a note is called; empty for an arrow.
        turns: what the ways to the section before and after this one are called.
        ruled: whether a fine line parts the passages: so it is where a page stands beside its twin.
        lead: pixels left free above the first passage, for the line above the title of its twin.
        explained: for passages that something explains: where.
    """

    style: PageStyle
    kicker: str = ""
    number: Callable[[str], str] = str
    back: str = ""
    turns: tuple[str, str] = ("", "")
    ruled: bool = False
    lead: float = 0.0
    explained: Mapping[str, tuple[Explanation, ...]] = field(default_factory=dict)

    def differs_in_colours_only(self, other: Dress) -> bool:
        """Return whether another dress of the same page has at most another theme."""
        return replace(self, style=replace(self.style, theme=other.style.theme), number=other.number) == other
