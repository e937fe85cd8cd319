"""Where one has been: back and forward return to the exact line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.library.document import Place

LONGEST = 200
"""Stops that are remembered."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A place and the line that stood at the top of the view there.

    Attributes:
        place: where.
        top: block and character within it, or None for the place's own beginning.
        passage: what that line was in; empty for none.
    """

    place: Place
    top: tuple[int, int] | None = None
    passage: str = ""

    @property
    def return_place(self) -> Place:
        """The place whose page the line at the top is on."""
        return replace(self.place, passage=self.passage, start=0, end=0) if self.passage else self.place


class History:
    """Stops, and which of them one is at."""

    def __init__(self) -> None:
        self._stops: list[Stop] = []
        self._at = -1

    @property
    def can_go_back(self) -> bool:
        """Whether there is a stop before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a stop after this one."""
        return self._at < len(self._stops) - 1

    @property
    def here(self) -> Stop | None:
        """The stop one is at."""
        return self._stops[self._at] if self._at >= 0 else None

    def leave(self, top: tuple[int, int], passage: str = "") -> None:
        """Note the line at the top before going elsewhere.

        Args:
            top: block and character within it.
            passage: what it is in.
        """
        if self._at >= 0:
            self._stops[self._at] = replace(self._stops[self._at], top=top, passage=passage)

    def arrive(self, place: Place) -> None:
        """Note a new stop; those after the present one are forgotten."""
        if self.here is not None and self.here.place == place:
            return
        del self._stops[self._at + 1 :]
        self._stops.append(Stop(place))
        del self._stops[:-LONGEST]
        self._at = len(self._stops) - 1

    def back(self) -> Stop | None:
        """Go to the stop before, if there is one."""
        if not self.can_go_back:
            return None
        self._at -= 1
        return self.here

    def forward(self) -> Stop | None:
        """Go to the stop after, if there is one."""
        if not self.can_go_forward:
            return None
        self._at += 1
        return self.here
