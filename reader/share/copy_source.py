"""What a copy is made from: the program's own folder and its siblings, each exactly as it was signed."""

from __future__ import annotations

import hashlib
import os
import sys
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from reader.errors import CopyFault, NotGenuine, PackRejected
from reader.security.folder_check import check_folder
from reader.security.manifest import LARGEST_MANIFEST, MANIFEST_NAME, copy_number
from reader.security.names import collide
from reader.security.ordinary_file import open_ordinary
from reader.security.signature import LARGEST_SIGNATURE, SIGNATURE_NAME
from reader.security.verification import signed_manifest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.security.manifest import Manifest
    from reader.security.trusted_keys import TrustedKeys
    from reader.security.verdict import Verdict
    from reader.security.verification import Progress, Signed

FOLDER = "Reader"
"""The one folder at the root of a stick; the program's folders and the packages lie in it."""
PACKAGES = "packages"
SYSTEMS = ("linux", "windows", "macos")
FORMS = (*SYSTEMS, PACKAGES)
_AT_ROOT = "stick/"
"""What lies in this folder of a program's folder lies at the root of the stick too."""
_STARTS = {"Start-Linux.sh": "linux", "Start-Windows.bat": "windows", "Start-macOS.command": "macos"}
_HERE = {"win32": "windows", "darwin": "macos"}


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as it will lie on a stick.

    Attributes:
        name: below the root of the stick.
        digest: its SHA-256 in hex.
        size: bytes.
        path: where it is read; None for bytes at hand.
        content: the bytes at hand: a manifest or a signature.
    """

    name: str
    digest: str
    size: int
    path: Path | None = None
    content: bytes = b""


@dataclass(frozen=True, slots=True)
class Form:
    """A folder with the program for one system, or with packages, that verified.

    Attributes:
        name: of its folder on a stick: ``linux``, ``windows``, ``macos`` or ``packages``.
        folder: where it is.
        signed: what was signed.
        verdict: what may be said of it.
        files: all of it but the two files of its seal.
        seal: its signature, then its manifest: written last, in this order.
    """

    name: str
    folder: Path
    signed: Signed
    verdict: Verdict
    files: tuple[SourceFile, ...]
    seal: tuple[SourceFile, ...]


class Reason(StrEnum):
    """Why a sibling is left out."""

    NOT_GENUINE = "not genuine"
    OTHER_PUBLISHER = "another publisher"
    OTHER_ISSUE = "another issue"
    OTHER_THING = "not what its name says"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A sibling that is not copied.

    Attributes:
        name: of its folder.
        reason: why.
    """

    name: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Source:
    """Everything a copy is made of.

    Attributes:
        forms: the program's own folder first.
        root: what lies at the root of the stick.
        left_out: siblings that are not copied.
    """

    forms: tuple[Form, ...]
    root: tuple[SourceFile, ...]
    left_out: tuple[LeftOut, ...] = ()

    @property
    def files(self) -> tuple[SourceFile, ...]:
        """All files but the seals."""
        return (*(file for form in self.forms for file in form.files), *self.root)

    @property
    def seals(self) -> tuple[SourceFile, ...]:
        """The seals of all forms, in the order in which they are put in place."""
        return tuple(file for form in self.forms for file in form.seal)

    @property
    def size(self) -> int:
        """Bytes of everything."""
        return sum(file.size for file in (*self.files, *self.seals))

    @property
    def verdict(self) -> Verdict:
        """What may be said of the program's own folder."""
        return self.forms[0].verdict


def read_source(program: Path | None, keys: TrustedKeys, progress: Progress | None = None) -> Source:
    """Verify the folder the program runs from and what lies beside it.

    Args:
        program: the program's folder; None where it runs from its source.
        keys: whose signatures count.
        progress: told how far the folder at hand is; may raise to stop.

    Raises:
        CopyFault: there is nothing that was signed, or it is not as it was signed.
    """
    if program is None:
        raise CopyFault(
            "This is run from its source, and nothing of it is signed. A folder that can be copied is made "
            "with: python3 build_app.py bundle"
        )
    own, verdict = _form("", program, keys, progress)
    if own is None or not own.signed.manifest.is_program:
        fault = NotGenuine(
            "This copy of the program is not as its publisher packed it: it is damaged, or somebody altered "
            "it. It is not passed on. Ask for another copy."
        )
        fault.verdict = verdict
        raise fault
    forms, left_out = [own], []
    for name in FORMS:
        folder = program.parent / name
        if name == own.name or not _is_sibling(folder, program):
            continue
        sibling, _ = _form(name, folder, keys, progress)
        reason = _why_not(sibling, own)
        if sibling is None or reason is not None:
            left_out.append(LeftOut(name, reason or Reason.NOT_GENUINE))
        else:
            forms.append(sibling)
    root: dict[str, SourceFile] = {}
    for form in forms:
        for file in form.files:
            name = file.name.removeprefix(f"{FOLDER}/{form.name}/")
            if name.startswith(_AT_ROOT):
                placed = name.removeprefix(_AT_ROOT)
                root.setdefault(placed, SourceFile(placed, file.digest, file.size, file.path))
    source = Source(tuple(forms), tuple(root.values()), tuple(left_out))
    if collide(file.name for file in (*source.files, *source.seals)):
        raise CopyFault("Two files of this copy have names that are one on a stick; it cannot be copied.")
    return source


def names_at_root(manifest: Manifest) -> Iterator[tuple[str, str]]:
    """Yield the names and digests of what a form has at the root of a stick."""
    for name, digest in manifest.files:
        if name.startswith(_AT_ROOT):
            yield name.removeprefix(_AT_ROOT), digest


def _is_sibling(folder: Path, program: Path) -> bool:
    try:
        return folder.is_dir() and not folder.is_symlink() and not folder.samefile(program)
    except OSError:
        return False


def _why_not(sibling: Form | None, own: Form) -> Reason | None:
    if sibling is None:
        return Reason.NOT_GENUINE
    ours, its = own.signed, sibling.signed
    if its.publisher.key != ours.publisher.key:
        return Reason.OTHER_PUBLISHER
    if (its.manifest.pack, its.manifest.format) != (ours.manifest.pack, ours.manifest.format):
        return Reason.OTHER_THING
    if its.manifest.version != ours.manifest.version:
        return Reason.OTHER_ISSUE
    if _system(its.manifest) not in ("", sibling.name):
        return Reason.OTHER_THING
    return None


def _form(
    name: str, folder: Path, keys: TrustedKeys, progress: Progress | None
) -> tuple[Form | None, Verdict]:
    """Verify a folder; return it, unless it is not as it was signed, and what is known of it."""
    verdict = check_folder(folder, keys, progress)
    signed = verdict.signed
    if signed is None or not verdict.is_unchanged:
        return None, verdict
    name = name or _system(signed.manifest) or _HERE.get(sys.platform, SYSTEMS[0])
    below = f"{FOLDER}/{name}"
    try:
        # Read again: that the bytes are those that were checked is seen from what they say and sign.
        raws = [
            _read(folder / SIGNATURE_NAME, LARGEST_SIGNATURE),
            _read(folder / MANIFEST_NAME, LARGEST_MANIFEST),
        ]
        if signed_manifest(raws[1], raws[0], keys).copy_number != signed.copy_number:
            return None, verdict
        files = tuple(
            SourceFile(f"{below}/{each}", digest, os.lstat(folder / each).st_size, folder / each)
            for each, digest in signed.manifest.files
        )
    except (OSError, PackRejected):
        return None, verdict
    seal = tuple(
        SourceFile(f"{below}/{own}", hashlib.sha256(raw).hexdigest(), len(raw), content=raw)
        for own, raw in zip((SIGNATURE_NAME, MANIFEST_NAME), raws, strict=True)
    )
    assert copy_number(raws[1]) == signed.copy_number
    return Form(name, folder, signed, verdict, files, seal), verdict


def _read(path: Path, largest: int) -> bytes:
    with open_ordinary(path) as file:
        raw = file.read(largest + 1)
    if len(raw) > largest:
        raise OSError(path)
    return raw


def _system(manifest: Manifest) -> str:
    """Return the system that a program's folder is for, by its start file; empty if it has none."""
    listed = dict(manifest.files)
    return next((system for start, system in _STARTS.items() if f"{_AT_ROOT}{start}" in listed), "")
