"""Which names a signed copy may use: plain ones that mean the same file on every system."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
)
"""Names of devices; on Windows such a file is the device, with any ending."""
_STRICT_PART = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
_STRICT_DEPTH, _STRICT_LENGTH = 4, 150
_LOOSE_PART = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.+@ -]{0,126}")
_LOOSE_DEPTH, _LOOSE_LENGTH = 16, 230
"""A program's files are named by those who made its libraries; a path has to fit Windows' 260 characters."""
_TYPED_LENGTH = 200
"""Bytes; file systems allow 255, and a file that is being written has a longer name."""


def is_name(name: str, *, strict: bool) -> bool:
    """Say whether a name may stand in a manifest.

    Args:
        name: parts joined by ``/``.
        strict: as for the files of a briefing; otherwise as for those of a program.
    """
    part_form, depth, length = (
        (_STRICT_PART, _STRICT_DEPTH, _STRICT_LENGTH)
        if strict
        else (_LOOSE_PART, _LOOSE_DEPTH, _LOOSE_LENGTH)
    )
    parts = name.split("/")
    if len(parts) > depth or len(name) > length:
        return False
    return all(
        part_form.fullmatch(part)
        and not part.endswith((".", " "))
        and part.partition(".")[0].strip().lower() not in _RESERVED
        for part in parts
    )


def collide(names: Iterable[str]) -> bool:
    """Say whether two names would be one file, or one would be another's folder, on some system."""
    seen: set[str] = set()
    folders: set[str] = set()
    for name in names:
        folded = name.casefold()
        if folded in seen:
            return True
        seen.add(folded)
        parts = folded.split("/")
        folders.update("/".join(parts[:end]) for end in range(1, len(parts)))
    return not seen.isdisjoint(folders)


def is_file_name(name: str) -> bool:
    """Say whether a name that a person types can be a file's on every system, in any script.

    Args:
        name: with its ending (Microsoft, "Naming Files, Paths, and Namespaces", has the strictest rules).
    """
    return (
        bool(name)
        and len(name.encode("utf-8", "replace")) <= _TYPED_LENGTH
        and not name.startswith((".", " ", "-"))
        and not name.endswith((".", " "))
        and not any(
            letter in '<>:"/\\|?*' or not letter.isprintable() for letter in name.replace("\u200c", "")
        )
        and name.partition(".")[0].strip().lower() not in _RESERVED
    )
