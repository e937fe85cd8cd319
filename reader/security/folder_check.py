"""Compares a signed folder with its manifest, without running or showing anything of it."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.errors import PackRejected, PublisherUnknown, printable
from reader.security.differences import Differences
from reader.security.executables import HEAD, can_run
from reader.security.manifest import LARGEST_MANIFEST, MANIFEST_NAME, Manifest, read_manifest
from reader.security.ordinary_file import open_ordinary
from reader.security.refusals import unreadable, unsigned
from reader.security.signature import LARGEST_SIGNATURE, SIGNATURE_NAME
from reader.security.verdict import Verdict, judge
from reader.security.verification import signed_manifest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.security.trusted_keys import TrustedKeys
    from reader.security.verification import Progress

REMEMBERED = "data"
"""What a reader remembers beside the program is no part of the copy; programs in it are still an alarm."""
_MOST_FOUND = 100_000
_DEEPEST = 40
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Found:
    """A file, or whatever else has a name, below a folder.

    Attributes:
        name: below the folder, its parts joined by ``/``.
        path: where it is.
        is_file: whether it is an ordinary file, and no link.
        is_unseen: whether it is a folder that was not looked into, or where looking stopped.
    """

    name: str
    path: str
    is_file: bool
    is_unseen: bool = False


def check_folder(folder: Path, keys: TrustedKeys, progress: Progress | None = None) -> Verdict:
    """Verify a folder that holds a manifest and its signature.

    Args:
        folder: the folder.
        keys: whose signatures count.
        progress: told how many bytes are done.
    """
    try:
        raw_manifest = _own(folder, MANIFEST_NAME, LARGEST_MANIFEST)
        raw_signature = _own(folder, SIGNATURE_NAME, LARGEST_SIGNATURE)
    except FileNotFoundError as missing:
        return judge(None, refusal=unsigned(str(missing)))
    except OSError:
        return judge(None, refusal=unreadable(folder.name))
    signed, refusal = None, None
    try:
        signed = signed_manifest(raw_manifest, raw_signature, keys)
        manifest = signed.manifest
    except PublisherUnknown as fault:
        refusal = fault
        try:
            # Nobody vouches for this list; what it says of the files can still be told.
            manifest = read_manifest(raw_manifest)
        except PackRejected as damage:
            return judge(None, refusal=damage)
    except PackRejected as fault:
        return judge(None, refusal=fault)
    return judge(signed, _compare(folder, manifest, progress), refusal)


def walk(folder: Path) -> Iterator[Found]:
    """Yield everything below a folder that is no folder itself; links are not followed.

    Folders that cannot be read, or that are too deep, are yielded as unseen, and so is the first of too many.

    Args:
        folder: the folder; if it cannot be read itself, it counts as empty.
    """
    left = _MOST_FOUND
    waiting = [("", str(folder), 1)]
    while waiting:
        below, path, depth = waiting.pop()
        try:
            with os.scandir(path) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError:
            if below:
                yield Found(below[:-1], path, is_file=False, is_unseen=True)
            continue
        for entry in entries:
            left -= 1
            name = f"{below}{entry.name}"
            if left < 0:
                yield Found(name, entry.path, is_file=False, is_unseen=True)
                return
            if entry.is_dir(follow_symlinks=False) and not entry.is_symlink():
                if depth < _DEEPEST:
                    waiting.append((f"{name}/", entry.path, depth + 1))
                else:
                    yield Found(name, entry.path, is_file=False, is_unseen=True)
            else:
                yield Found(name, entry.path, entry.is_file(follow_symlinks=False))


def is_alarm(found: Found) -> bool:
    """Say whether a computer could run something; what cannot be looked into counts by its name."""
    head = b""
    if found.is_file:
        with suppress(OSError), open_ordinary(found.path) as file:
            head = file.read(HEAD)
    return can_run(found.name.rpartition("/")[2], head)


def _compare(folder: Path, manifest: Manifest, progress: Progress | None) -> Differences:
    listed = dict(manifest.files)
    left = total = manifest.total_bytes
    spare = 2 * total
    changed, extra, alarms = [], [], []
    seen = 0
    for found in walk(folder):
        name = found.name
        if name in (MANIFEST_NAME, SIGNATURE_NAME):
            continue
        seen += 1
        if name in listed:
            digest, size = hashed(found, min(left, spare))
            if digest == listed.pop(name):
                left -= size
            else:
                # One that grew must not leave too little for the others, nor many that grew be read for ever.
                spare -= size
                changed.append(name)
            if progress is not None:
                progress(total - left, total)
            continue
        runs = is_alarm(found)
        if runs:
            alarms.append(printable(name, 150))
        if runs or not (manifest.is_program and name.startswith(f"{REMEMBERED}/")):
            extra.append(printable(name, 150))
    if left and not changed and not listed:
        # All are as they were signed, but the sum that was signed is not theirs.
        changed.append(MANIFEST_NAME)
    return Differences(
        tuple(sorted(changed)), tuple(sorted(listed)), tuple(sorted(extra)), tuple(sorted(alarms)), seen
    )


def hashed(found: Found, largest: int) -> tuple[str, int]:
    """Return the SHA-256 of a file and its size; nothing if it is larger, a link or unreadable.

    Args:
        found: the file.
        largest: bytes it may have.
    """
    if not found.is_file:
        return "", 0
    digest, size = hashlib.sha256(), 0
    try:
        with open_ordinary(found.path) as file:
            while piece := file.read(min(_PIECE, largest + 1 - size)):
                size += len(piece)
                if size > largest:
                    return "", 0
                digest.update(piece)
    except OSError:
        return "", 0
    return digest.hexdigest(), size


def _own(folder: Path, name: str, largest: int) -> bytes:
    """Read the manifest or the signature of a folder.

    Raises:
        FileNotFoundError: it is not there; says its name.
        OSError: it is a link, cannot be read, or is larger.
    """
    try:
        with open_ordinary(folder / name) as file:
            raw = file.read(largest + 1)
    except FileNotFoundError:
        raise FileNotFoundError(name) from None
    if len(raw) > largest:
        raise OSError(name)
    return raw
