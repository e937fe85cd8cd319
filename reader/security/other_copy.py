"""Checks another copy: a pack, a signed folder, or a stick with any number of both; nothing of it is run."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from reader.errors import PackRejected, printable
from reader.security.folder_check import check_folder, hashed, is_alarm, walk
from reader.security.manifest import MANIFEST_NAME
from reader.security.refusals import unreadable, unsigned
from reader.security.signature import SIGNATURE_NAME
from reader.security.verdict import Verdict, judge
from reader.security.verification import open_pack

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from reader.security.folder_check import Found
    from reader.security.trusted_keys import TrustedKeys
    from reader.security.verification import Progress

ENDING = ".briefing"
ROOT_FILES = "stick/"
"""In a program folder, signed with the rest: the files that lie at the root of a stick."""
_LARGEST_ROOT_FILE = 64_000_000
"""Bytes."""


class Kind(StrEnum):
    """What a copy is."""

    PACK = "pack"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class CheckedCopy:
    """One copy and what is known of it.

    Attributes:
        name: where it is, below what was checked; made printable.
        kind: what it is.
        verdict: what is known of it.
    """

    name: str
    kind: Kind
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found.

    Attributes:
        copies: every copy that was found; never none.
        alarms: files outside the copies that a computer could run.
        posing: files at the root that are not the start file, the leaflet or the edition that was signed.
        unseen: folders that were not looked into, and where looking stopped.
    """

    copies: tuple[CheckedCopy, ...]
    alarms: tuple[str, ...] = ()
    posing: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()

    @property
    def is_good(self) -> bool:
        """Whether every copy is unchanged, and nothing beside them poses or can be run."""
        return not self.alarms and not self.posing and all(copy.verdict.is_unchanged for copy in self.copies)


def check_copy(path: Path, keys: TrustedKeys, progress: Progress | None = None) -> Report:
    """Verify whatever is at a path.

    Args:
        path: a pack, a folder with a manifest, or a stick or folder with copies somewhere in it.
        keys: whose signatures count.
        progress: told how far the copy at hand is; may raise to stop.
    """
    name = printable(path.name or path, 150)
    if not path.is_dir():
        return Report((CheckedCopy(name, Kind.PACK, _pack(path, keys, progress)),))
    if any((path / own).exists() for own in (MANIFEST_NAME, SIGNATURE_NAME)):
        return Report((CheckedCopy(name, Kind.FOLDER, check_folder(path, keys, progress)),))
    return _stick(path, name, keys, progress)


def _pack(path: Path, keys: TrustedKeys, progress: Progress | None) -> Verdict:
    try:
        return judge(open_pack(path, keys, progress).signed)
    except PackRejected as fault:
        return judge(None, refusal=fault)


def _stick(stick: Path, name: str, keys: TrustedKeys, progress: Progress | None) -> Report:
    found = list(walk(stick))
    folders = {
        each.name.rpartition("/")[0]
        for each in found
        if each.name.rpartition("/")[2] in (MANIFEST_NAME, SIGNATURE_NAME)
    }
    # A copy inside a copy is a file of it like any other.
    outermost = {
        each
        for each in folders
        if not any(other != each and each.startswith(f"{other}/") for other in folders)
    }
    copies = [
        CheckedCopy(printable(each, 150), Kind.FOLDER, check_folder(stick / each, keys, progress))
        for each in sorted(outermost)
    ]
    signed = _root_files(copies)
    alarms, posing, unseen = [], [], []
    for each in found:
        if each.is_unseen:
            unseen.append(printable(each.name, 150))
        if any(each.name.startswith(f"{folder}/") for folder in outermost):
            continue
        if each.is_file and each.name.lower().endswith(ENDING):
            verdict = _pack(stick / each.name, keys, progress)
            copies.append(CheckedCopy(printable(each.name, 150), Kind.PACK, verdict))
        elif each.name in signed:
            if _poses(each, signed[each.name]):
                posing.append(printable(each.name, 150))
        elif is_alarm(each):
            alarms.append(printable(each.name, 150))
    if not copies:
        nothing = unsigned(MANIFEST_NAME) if _is_readable(stick) else unreadable(name)
        copies.append(CheckedCopy(name, Kind.FOLDER, judge(None, refusal=nothing)))
    return Report(tuple(copies), tuple(alarms), tuple(posing), tuple(unseen))


def _root_files(copies: Iterable[CheckedCopy]) -> dict[str, set[str]]:
    """Return what may lie at the root of a stick with these copies: each name with the hashes it may have."""
    allowed: dict[str, set[str]] = {}
    for copy in copies:
        manifest = copy.verdict.signed.manifest if copy.verdict.signed and copy.verdict.is_unchanged else None
        if manifest is not None and manifest.is_program:
            for name, digest in manifest.files:
                if name.startswith(ROOT_FILES):
                    allowed.setdefault(name.removeprefix(ROOT_FILES), set()).add(digest)
    return allowed


def _poses(found: Found, allowed: set[str]) -> bool:
    return hashed(found, _LARGEST_ROOT_FILE)[0] not in allowed


def _is_readable(folder: Path) -> bool:
    try:
        next(folder.iterdir(), None)
    except OSError:
        return False
    return True
