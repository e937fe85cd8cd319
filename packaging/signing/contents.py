"""What a copy is made of, before it is signed: the files of a briefing, or of a program's folder."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader import paths
from reader.errors import ContentError, PackDamaged
from reader.library.catalogue import (
    BRIEFING_FILE,
    LARGEST_DOCUMENT,
    LARGEST_IMAGE,
    Catalogue,
    file_name,
    is_picture,
)
from reader.security.folder_check import REMEMBERED, walk
from reader.security.manifest import BRIEFING_FORMAT, MANIFEST_NAME, PROGRAM_FORMAT, Manifest
from reader.security.program_folder import ProgramFolder
from reader.security.signature import SIGNATURE_NAME
from stopping import Stop

if TYPE_CHECKING:
    import datetime
    from pathlib import Path

    from reader.library.document import Briefing

PROGRAM = "briefing-reader"


@dataclass(frozen=True)
class Contents:
    """Files to be signed.

    Attributes:
        manifest: what is to be signed.
        files: each name with its content; empty for a program, whose files are not held in memory.
        left_out: names in the folder that are no part of a briefing.
    """

    manifest: Manifest
    files: dict[str, bytes]
    left_out: tuple[str, ...] = ()

    @property
    def raw(self) -> bytes:
        """The manifest's bytes.

        Raises:
            Stop: a name, a title or a number is not such as a manifest may hold.
        """
        try:
            return self.manifest.write()
        except PackDamaged:
            raise Stop(
                "A file's name, the title or the version is not such as a signed copy may have."
            ) from None


def briefing(folder: Path) -> Contents:
    """Collect the files of a briefing, and see to it that every document can be read.

    Args:
        folder: holds ``briefing.toml``.

    Raises:
        Stop: it holds no briefing, or a document of it cannot be shown.
    """
    files = ProgramFolder(folder)
    try:
        catalogue = Catalogue.load(files)
        names = [BRIEFING_FILE]
        for document, language in catalogue.editions():
            catalogue.edition(document.id, language)
            names.append(file_name(document, language))
    except ContentError as fault:
        raise Stop(str(fault)) from None
    there = {found.name for found in walk(folder)}
    names += [name for name in there if is_picture(name)]
    try:
        contents = {
            name: files.file(name, largest=max(LARGEST_IMAGE, LARGEST_DOCUMENT)).content
            for name in sorted(names)
        }
    except OSError as fault:
        raise Stop(f"“{fault}” is too large, a link, or cannot be read.") from None
    left_out = there - contents.keys() - {MANIFEST_NAME, SIGNATURE_NAME}
    told = catalogue.briefing
    listed = [(name, hashlib.sha256(content).hexdigest()) for name, content in contents.items()]
    total = sum(map(len, contents.values()))
    title = told.titles[told.languages[0]]
    return Contents(
        _manifest(BRIEFING_FORMAT, told.id, told, _next_issue(contents[BRIEFING_FILE]), title, total, listed),
        contents,
        tuple(sorted(left_out)),
    )


def program(folder: Path) -> Contents:
    """Collect the files of a folder with the program in it.

    Args:
        folder: the folder; what a reader remembers there is left out.

    Raises:
        Stop: something in it is a link or cannot be read.
    """
    total, listed = 0, []
    for found in walk(folder):
        if found.name in (MANIFEST_NAME, SIGNATURE_NAME) or found.name.startswith(f"{REMEMBERED}/"):
            continue
        if not found.is_file:
            raise Stop(f"“{found.name}” is a link, or no ordinary file; a signed copy has none.")
        with (folder / found.name).open("rb") as file:
            listed.append((found.name, hashlib.file_digest(file, "sha256").hexdigest()))
            total += file.tell()
    told = Catalogue.load(ProgramFolder(paths.content())).briefing
    project = tomllib.loads((paths.root() / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    title = f"Briefing Reader {project['version']}"
    return Contents(_manifest(PROGRAM_FORMAT, PROGRAM, told, None, title, total, sorted(listed)), {})


def _manifest(
    form: str,
    identity: str,
    told: Briefing,
    next_issue: datetime.date | None,
    title: str,
    total: int,
    listed: list[tuple[str, str]],
) -> Manifest:
    return Manifest(form, identity, told.version, told.issued, next_issue, title, total, tuple(listed))


def _next_issue(raw: bytes) -> datetime.date | None:
    """Return the day until which ``briefing.toml`` announces another issue; that it is a day was checked."""
    day: datetime.date | None = tomllib.loads(raw.decode("utf-8")).get("next-issue-by")
    return day
