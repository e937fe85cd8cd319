"""What an archive is made of: the files of a program folder in one order, with one date and fixed modes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.security.folder_check import REMEMBERED, walk
from reader.security.names import collide, is_name
from stopping import Stop

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

DATE = 315_532_800
"""1 January 1980, UTC, in seconds: the date of every file. Zip and FAT know none that is earlier."""
EXECUTABLE, PLAIN, FOLDER = 0o755, 0o644, 0o755
PROGRAM = "reader"
"""The file that is started; with ``.exe`` on Windows."""
_LIBRARY = b"\x7fELF"
_NEWEST_EVERYWHERE = 17
"""Every 64-bit system has this glibc; Python's own wheels are built against none that is older."""
_GLIBC = re.compile(rb"GLIBC_2\.([0-9]{1,3})\b")


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive.

    Attributes:
        name: its parts joined by ``/``.
        content: its bytes, or where they are.
        mode: what may be done with it.
        link: what it leads to, if it is a symbolic link; only packages of a system have these.
    """

    name: str
    content: bytes | Path = b""
    mode: int = PLAIN
    link: str = ""

    def read(self) -> bytes:
        """Return its bytes."""
        return self.content if isinstance(self.content, bytes) else self.content.read_bytes()


def program_members(program: Path, below: str) -> tuple[Member, ...]:
    """Collect the files of a program folder, by name; what a reader remembers there is left out.

    What a file system says of modes is not looked at: on FAT every file is executable, or none.

    Args:
        program: the folder.
        below: the folder of the archive that they lie in.

    Raises:
        Stop: there is no program in it, or something that not every system could hold: a link, two names that
            differ in case only, a name that Windows does not have.
    """
    members = []
    for found in walk(program):
        if found.name.startswith(f"{REMEMBERED}/"):
            continue
        if not found.is_file or not is_name(found.name, strict=False):
            raise Stop(f"“{found.name}” cannot be passed on: it is a link, or its name is not plain.")
        path = program / found.name
        with path.open("rb") as file:
            runs = found.name == PROGRAM or file.read(2) == b"#!"
        members.append(Member(f"{below}/{found.name}", path, EXECUTABLE if runs else PLAIN))
    names = {member.name for member in members}
    if not names & {f"{below}/{PROGRAM}", f"{below}/{PROGRAM}.exe"}:
        raise Stop(f"“{program}” holds no program.")
    if collide(names):
        raise Stop(f"“{program}” holds two files that would be one on Windows.")
    return tuple(sorted(members, key=lambda member: member.name))


def total_bytes(members: Iterable[Member]) -> int:
    """Return how many bytes the files have together."""
    return sum(
        len(each.content) if isinstance(each.content, bytes) else each.content.stat().st_size
        for each in members
    )


def glibc(members: Iterable[Member]) -> str:
    """Return the oldest glibc with which all of the programs and libraries load, such as ``2.36``."""
    newest = _NEWEST_EVERYWHERE
    for member in members:
        raw = member.read()
        if raw.startswith(_LIBRARY):
            newest = max(newest, *(int(found[1]) for found in _GLIBC.finditer(raw)), newest)
    return f"2.{newest}"
