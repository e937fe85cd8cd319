"""Program folders to be copied, signed by the publisher of the tests, and sticks to copy them to."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from reader.security.manifest import MANIFEST_NAME, PROGRAM_FORMAT
from reader.security.other_copy import check_copy
from reader.security.signature import SIGNATURE_NAME
from reader.share.copier import Arrived, copy
from reader.share.copy_plan import make_plan
from reader.share.copy_source import read_source
from tests import packs

if TYPE_CHECKING:
    from pathlib import Path

STARTS = {"linux": "Start-Linux.sh", "windows": "Start-Windows.bat", "macos": "Start-macOS.command"}
OLD, NEW, NEWER = 2026010201, 2026010301, 2026010401
OTHERS = {"photo.jpg": b"mine", "Reader/notes.txt": b"mine too", "Reader/linux/data/settings.json": b"{}"}
"""What is on a stick before, and stays."""
OF_A_KIND = {"_internal/empty", "_internal/empty.too", "HOW-TO-CHECK.txt", "stick/READ-ME.html"}
LIBRARY = b"\x7fELF" + bytes(range(256)) * 40
"""The same in every issue, as most of a program is."""


def contents(form: str, version: int, more: dict[str, bytes] | None = None) -> dict[str, bytes]:
    """The files of a program's folder, small; an old issue has some that a new one has not."""
    text = f"issue {version} for {form}\n".encode()
    if form == "packages":
        return {"reader-linux.run": b"#!/bin/sh\n" + text * 30, "HOW-TO-CHECK.txt": b"how"} | (more or {})
    found = {
        "reader": b"\x7fELF" + text * 20,
        "_internal/lib/libQt.so.6": LIBRARY,
        "_internal/content.briefing": text * 200,
        "_internal/empty": b"",
        "_internal/empty.too": b"",
        f"stick/{STARTS[form]}": b"#!/bin/sh\nexec Reader/" + form.encode(),
        "stick/READ-ME.html": b"<p>" + text[:16],
        "HOW-TO-CHECK.txt": b"how",
    }
    if version == OLD:
        found["_internal/old/thing.so"] = b"\x7fELF old"
        found["stick/OLD-LEAFLET.html"] = b"<p>old"
    return found | (more or {})


def program(
    reader: Path,
    form: str = "linux",
    version: int = NEW,
    signer: packs.Signer = packs.PUBLISHER,
    more: dict[str, bytes] | None = None,
    *,
    lean: bool = False,
) -> Path:
    """Write a signed folder of the program beside the others; a lean one has a file of each kind."""
    files = contents(form, version, more)
    if lean:
        files = {name: content for name, content in files.items() if name not in OF_A_KIND}
    manifest = packs.manifest(files, format=PROGRAM_FORMAT, pack="briefing-reader", version=version).write()
    return packs.write_folder(
        reader / form, {MANIFEST_NAME: manifest, SIGNATURE_NAME: signer.sign(manifest), **files}
    )


def bring(program_folder: Path, stick: Path, tell=None, drive=None) -> Arrived:
    """Copy a program to a stick, as the command does."""
    source = read_source(program_folder, packs.KEYS)
    return copy(make_plan(source, stick, packs.KEYS, drive), packs.KEYS, tell)


def held(folder: Path) -> dict[str, bytes]:
    """Every file below a folder; links by what they lead to."""
    return {
        path.relative_to(folder).as_posix(): (
            b"-> " + bytes(path.readlink()) if path.is_symlink() else path.read_bytes()
        )
        for path in sorted(folder.rglob("*"))
        if path.is_symlink() or not path.is_dir()
    }


def expected(*forms: Path) -> dict[str, bytes]:
    """What lies on an empty stick after a copy."""
    found: dict[str, bytes] = {}
    for form in forms:
        for name, content in held(form).items():
            if not name.startswith("data/"):
                found[f"Reader/{form.name}/{name}"] = content
                if name.startswith("stick/"):
                    found.setdefault(name.removeprefix("stick/"), content)
    return found


def standing(stick: Path) -> list[str]:
    """What the check of another copy says of each form that is sealed on a stick."""
    found = [
        check_copy(folder, packs.KEYS).copies[0].verdict
        for folder in sorted((stick / "Reader").glob("*"))
        if (folder / MANIFEST_NAME).exists() and (folder / SIGNATURE_NAME).exists()
    ]
    return [
        f"{verdict.standing.value} {verdict.signed.manifest.version if verdict.signed else ''}".strip()
        for verdict in found
    ]


def sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
