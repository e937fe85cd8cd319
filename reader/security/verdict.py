"""What may be said of a copy. ``judge`` is the only place where anything is called genuine."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from reader.errors import PackDamaged, PackUnsigned, PublisherUnknown
from reader.security.differences import Differences

if TYPE_CHECKING:
    from reader.errors import PackRejected
    from reader.security.verification import Signed

NONE = Differences()


class Standing(StrEnum):
    """Where a copy stands."""

    GENUINE = "genuine"
    """Exactly what a publisher of ours packed."""
    DEVELOPMENT = "development-key"
    """Unchanged, but signed with the key that anybody can use."""
    SOURCE = "development-copy"
    """Run from its source: nothing is signed."""
    UNKNOWN = "unknown-publisher"
    UNSIGNED = "unsigned"
    CHANGED = "changed"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known of a copy.

    Attributes:
        standing: the answer in one word.
        signed: what the publisher signed; None where nothing could be verified.
        differences: how the files differ from that.
    """

    standing: Standing
    signed: Signed | None = None
    differences: Differences = NONE

    @property
    def is_unchanged(self) -> bool:
        """Whether every byte is what a key of ours signed."""
        return self.standing in (Standing.GENUINE, Standing.DEVELOPMENT)


def judge(
    signed: Signed | None, differences: Differences = NONE, refusal: PackRejected | None = None
) -> Verdict:
    """Say what may be said of a copy.

    Args:
        signed: what was signed, from ``signed_manifest``; None for what came with the program unsigned.
        differences: how the files differ from that.
        refusal: why nothing could be verified.
    """
    if refusal is not None:
        standing = {
            PublisherUnknown: Standing.UNKNOWN,
            PackUnsigned: Standing.UNSIGNED,
            PackDamaged: Standing.CHANGED,
        }.get(type(refusal), Standing.UNREADABLE)
        return Verdict(standing, None, differences or _told(refusal))
    if signed is None:
        return Verdict(Standing.SOURCE)
    if differences:
        return Verdict(Standing.CHANGED, signed, differences)
    standing = Standing.DEVELOPMENT if signed.publisher.is_development else Standing.GENUINE
    return Verdict(standing, signed)


def _told(refusal: PackRejected) -> Differences:
    """Return the differences that a refusal names."""
    if isinstance(refusal, PackUnsigned):
        return Differences(missing=refusal.files)
    if not isinstance(refusal, PackDamaged):
        return NONE
    elsewhere = {*refusal.missing, *refusal.extra}
    return Differences(
        changed=tuple(name for name in refusal.files if name not in elsewhere),
        missing=refusal.missing,
        extra=refusal.extra,
        alarms=refusal.alarms,
    )
