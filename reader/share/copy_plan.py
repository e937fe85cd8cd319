"""What a copy will do to a stick, found out before anything is written: what goes, and what fits."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.errors import Bytes, CopyFault, NoRoom, NotWritable
from reader.security.held_folder import HeldTree
from reader.share.copy_faults import from_stick, in_the_way
from reader.share.copy_source import FOLDER, FORMS
from reader.share.stick_survey import STAGING, Found, Seen, in_place, seals_of, survey

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from reader.security.trusted_keys import TrustedKeys
    from reader.security.verification import Progress, Signed
    from reader.share.copy_source import Form, Source, SourceFile
    from reader.share.drives import Drive

_BLOCK = 32_768
"""Bytes a file's size is rounded up to where the system does not say; FAT's usual."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done.

    Attributes:
        source: what is copied.
        target: the root of the stick, or a folder.
        there: names that stand in their place already, right.
        staged: names whose bytes lie ready.
        replaced: files of an older copy of ours that others take the place of.
        obsolete: files of an older copy of ours that no longer have a place.
        stale: what an interrupted copy left that is of no use.
        older: issue of the copy that is brought up to date; None if there is none.
        is_same: whether a copy of just this issue stands there, whole or not.
        makes_room: whether the older copy goes first, because there is no room for both.
        needed: bytes that are missing on the stick.
    """

    source: Source
    target: Path
    there: frozenset[str]
    staged: frozenset[str]
    replaced: Mapping[str, Seen]
    obsolete: Mapping[str, Seen]
    stale: tuple[str, ...]
    older: int | None
    is_same: bool
    makes_room: bool
    needed: int

    @property
    def to_stage(self) -> tuple[SourceFile, ...]:
        """What is to be written: the seals first, so that whatever is written is named by one."""
        wanted = (*self.source.seals, *self.source.files)
        return tuple(file for file in wanted if file.name not in self.there | self.staged)

    @property
    def to_place(self) -> tuple[SourceFile, ...]:
        """What is to be put in its place, in this order: the seals last."""
        wanted = (*self.source.files, *self.source.seals)
        return tuple(file for file in wanted if file.name not in self.there)


def make_plan(
    source: Source,
    target: Path,
    keys: TrustedKeys,
    drive: Drive | None = None,
    progress: Progress | None = None,
) -> Plan:
    """Find out what is to be done.

    Args:
        source: what is copied.
        target: the root of a stick, or a folder; it is there.
        keys: whose signatures count: they tell what on the stick is ours.
        drive: what is known of the stick.
        progress: told how much of what is there was read; may raise to stop.

    Raises:
        CopyFault: it cannot be done as things stand.
        WriteFailed: the stick is full, read-only, or failed.
    """
    _refuse_places(source, target, drive)
    with from_stick(), HeldTree(target) as tree:
        seals = {form: seals_of(tree, form, keys) for form in FORMS}
        for form in source.forms:
            _refuse_issues(form, seals[form.name])
        found = survey(tree, source, seals, progress)
        if found.strange:
            raise in_the_way(*sorted(found.strange))
        placed = {form.name: in_place(tree, form.name, seals[form.name]) for form in source.forms}
        older = [
            signed.manifest.version
            for form in source.forms
            if (signed := placed[form.name]) and signed.copy_number != form.signed.copy_number
        ]
        plan = Plan(
            source,
            target,
            frozenset(found.there),
            frozenset(found.staged),
            found.replaced,
            found.obsolete,
            tuple(found.stale),
            min(older, default=None),
            not older and any(placed.values()),
            makes_room=False,
            needed=0,
        )
        return _with_room(plan, tree, found, drive)


# What is refused at once


def _refuse_places(source: Source, target: Path, drive: Drive | None) -> None:
    if not target.is_dir():
        raise CopyFault(
            "“{folder}” is not there, or is no folder. Plug in the stick, or name a folder that is there.",
            folder=target.name or target,
        )
    for form in source.forms:
        own = target / FOLDER / form.name
        if any(_is_one(each, form.folder) for each in (target, *target.resolve().parents, own)):
            raise CopyFault(
                "This is where the copy that you are running lies. Choose another stick or folder."
            )
    if drive is not None:
        if drive.is_read_only:
            raise NotWritable(
                "Nothing can be written to this stick: it is read-only. Some sticks have a switch for that."
            )
        largest = drive.largest_file
        for file in source.files:
            if largest is not None and file.size > largest:
                raise NoRoom(
                    "“{file}” is larger than 4 GB, and a stick with FAT cannot hold such a file. Use a stick "
                    "with exFAT.",
                    file=file.name,
                )


def _is_one(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _refuse_issues(form: Form, seals: dict[str, Signed]) -> None:
    own = form.signed
    for signed in seals.values():
        if signed.publisher.key != own.publisher.key:
            raise CopyFault("On it lies a copy by another publisher. It is not replaced.")
        if signed.manifest.version > own.manifest.version:
            raise CopyFault(
                "On it lies a newer issue ({issue}) than the one you are running. It is not replaced.",
                issue=signed.manifest.version,
            )
        if (
            signed.manifest.version == own.manifest.version
            and signed.copy_number != own.copy_number
            and not own.publisher.is_development
        ):
            raise CopyFault(
                "On it lies another copy that says it is the same issue, and they differ. Ask the publisher "
                "which of them counts."
            )


# What fits


def _with_room(plan: Plan, tree: HeldTree, found: Found, drive: Drive | None) -> Plan:
    free, block = _room(tree, drive)

    def on_disk(size: int) -> int:
        return -(-size // block) * block

    stale = sum(map(on_disk, found.stale.values()))
    folders = {file.name.rpartition("/")[0] for file in plan.to_place} | {STAGING}
    written = sum(file.size for file in plan.to_stage)
    needed = sum(on_disk(file.size) for file in plan.to_stage)
    if needed:
        needed += block * (len(folders) + len(plan.to_place) // 64)
    makes_room = False
    if free is not None and needed > free + stale:
        freed = sum(on_disk(seen.size) for seen in (*plan.replaced.values(), *plan.obsolete.values()))
        if needed > free + stale + freed:
            raise NoRoom(
                "There is not enough room: {missing} more are needed. Delete something there, or take a "
                "larger stick.",
                missing=Bytes(max(needed - free - stale - freed, 100_000)),
            )
        makes_room = True
    return replace(plan, makes_room=makes_room, needed=written)


def _room(tree: HeldTree, drive: Drive | None) -> tuple[int | None, int]:
    """Return how many bytes are free, None if nobody knows, and to what files are rounded up."""
    if hasattr(os, "statvfs"):
        about = os.statvfs(tree.folder(""))
        return about.f_bavail * about.f_frsize, about.f_frsize or _BLOCK
    return (drive.free if drive is not None else None), _BLOCK
