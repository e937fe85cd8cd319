"""The packs a reader has kept, and how one pack stands to another: newer, older, or a contradiction."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from reader.errors import PackRejected
from reader.security import safe_write
from reader.security.other_copy import ENDING
from reader.security.verification import open_pack

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from reader.library.document import Briefing
    from reader.security.trusted_keys import TrustedKeys
    from reader.security.verification import Signed, VerifiedFolder

MOST_PACKS = 50
"""Packs that are looked at; so many issues nobody keeps."""


class Relation(StrEnum):
    """How a pack stands to what one has."""

    NEWER = "newer"
    SAME = "same"
    OLDER = "older"
    CONTRADICTION = "contradiction"
    """The same issue number, signed by the same publisher, and other contents."""
    OTHER_PUBLISHER = "other-publisher"
    """The same briefing by somebody else: never an update."""
    OTHER_BRIEFING = "other-briefing"


def relation(briefing: Briefing, own: Signed | None, pack: Signed) -> Relation:
    """Compare a pack with what one has.

    Args:
        briefing: what one has.
        own: what was signed of it; None for a development copy, of which nothing was.
        pack: what the pack's publisher signed.
    """
    theirs = pack.manifest
    if theirs.pack != briefing.id:
        return Relation.OTHER_BRIEFING
    if own is None:
        return Relation.NEWER if theirs.version >= briefing.version else Relation.OLDER
    if own.publisher.key.key != pack.publisher.key.key:
        return Relation.OTHER_PUBLISHER
    if own.copy_number == pack.copy_number:
        return Relation.SAME
    if own.manifest.version == theirs.version:
        return Relation.CONTRADICTION
    return Relation.NEWER if theirs.version > own.manifest.version else Relation.OLDER


@dataclass(frozen=True, slots=True)
class News:
    """What a pack brings.

    Attributes:
        documents: how many it holds.
        new: how many of them one does not have.
        revised: how many of them are other than one has them.
    """

    documents: int
    new: int
    revised: int


def news(briefing: Briefing, own: Signed | None, pack: Signed) -> News:
    """Count what a pack brings.

    Args:
        briefing: what the pack holds.
        own: what one has; None if that cannot be compared.
        pack: what was signed of the pack.
    """
    count = len(briefing.documents)
    if own is None:
        return News(count, 0, 0)
    old, now = dict(own.manifest.files), dict(pack.manifest.files)
    new = revised = 0
    for document in briefing.documents:
        names = [f"{document.kind}/{document.id}.{language}.md" for language in document.languages]
        if not any(name in old for name in names):
            new += 1
        elif any(old.get(name) != now.get(name) for name in names):
            revised += 1
    return News(count, new, revised)


class Shelf:
    """Packs in a folder of their own, each under the number of its issue.

    Args:
        folder: where they are; it need not be there.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, pack: VerifiedFolder) -> None:
        """Write a pack into the folder: whole, or not at all.

        Args:
            pack: what was verified; its bytes are written as they were read.

        Raises:
            WriteFailed: it could not be written; what was there before still is.
        """
        manifest = pack.signed.manifest
        safe_write.make_folder(self._folder, private=True)
        name = f"{manifest.pack}-{manifest.version}{ENDING}"
        with safe_write.replacing(self._folder / name, private=True) as draft:
            pack.write(draft)

    def newest(
        self, briefing: Briefing, own: Signed | None, keys: TrustedKeys
    ) -> tuple[VerifiedFolder | None, list[PackRejected]]:
        """Verify what is kept, and return the newest issue of a briefing.

        Args:
            briefing: what came with the program.
            own: what was signed of that.
            keys: whose signatures count.

        Returns:
            The newest, or None if nothing kept is newer than what came with the program; and why other
            packs were refused.
        """
        best: VerifiedFolder | None = None
        faults = []
        for path in self._paths():
            try:
                pack = open_pack(path, keys)
            except PackRejected as fault:
                faults.append(fault)
                continue
            stands = relation(briefing, own, pack.signed)
            newer = best is None or pack.signed.manifest.version > best.signed.manifest.version
            if stands is Relation.NEWER and newer:
                best = pack
        return best, faults

    @property
    def holds_something(self) -> bool:
        """Whether any pack is kept."""
        return any(True for _ in self._paths())

    def erase(self) -> None:
        """Remove every pack, and the folder if nothing else is in it.

        Raises:
            ReaderError: something is still there.
        """
        for path in self._paths():
            safe_write.remove(path)
        if self._folder.is_dir() and not self._folder.is_symlink():
            safe_write.sweep(self._folder)
            safe_write.remove_folder(self._folder)

    def _paths(self) -> Iterable[Path]:
        if self._folder.is_symlink() or not self._folder.is_dir():
            return []
        try:
            found = sorted(path for path in self._folder.iterdir() if path.name.endswith(ENDING))
        except OSError:
            return []
        return [path for path in found if path.is_file() and not path.is_symlink()][-MOST_PACKS:]
