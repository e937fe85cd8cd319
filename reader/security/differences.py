"""How a copy differs from what was signed: apart, because a verdict is wanted where nothing is verified."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Differences:
    """How a copy differs from what was signed, each a name.

    Attributes:
        changed: listed, and other than it was signed.
        missing: listed, and not there.
        extra: there, and not listed.
        alarms: those of the extra ones that a computer could run.
        seen: how many files were found at all.
    """

    changed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    alarms: tuple[str, ...] = ()
    seen: int = 0

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that differs."""
        return (*self.changed, *self.missing, *self.extra)

    def __bool__(self) -> bool:
        return bool(self.names)
