"""What a bundle's build worked out beforehand, handed out only if it is what the bundle's publisher signed.

The signed manifest of the program folder vouches for a small table, and the table for each piece by its
hash: so only what is asked for is read and hashed, not the whole program.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from reader.errors import PackRejected
from reader.security.manifest import LARGEST_MANIFEST, MANIFEST_NAME
from reader.security.ordinary_file import open_ordinary
from reader.security.signature import LARGEST_SIGNATURE, SIGNATURE_NAME
from reader.security.verification import signed_manifest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from reader.security.trusted_keys import TrustedKeys

TABLE, PIECES = "table.json", "pieces"
"""Files: for each piece its beginning, size and SHA-256; and the pieces one after another."""
LARGEST_TABLE = 1_000_000
LARGEST_PIECE = 64_000_000
"""Bytes."""

Table = dict[str, tuple[int, int, str]]


class Made:
    """Pieces that were made beforehand, by name.

    Args:
        folder: where they lie.
        table: where each begins, how many bytes it has, and their SHA-256 in hex.
    """

    def __init__(self, folder: Path, table: Table) -> None:
        self._file = folder / PIECES
        self._table = table

    @classmethod
    def load(cls, folder: Path, program: Path, keys: TrustedKeys) -> Made:
        """Read the table; without a good signature over it there are no pieces, and nobody misses them.

        Args:
            folder: where they lie, somewhere in the program folder.
            program: the program folder, which holds the manifest.
            keys: whose signatures count.
        """
        try:
            raw_manifest = _whole(program / MANIFEST_NAME, LARGEST_MANIFEST)
            raw_signature = _whole(program / SIGNATURE_NAME, LARGEST_SIGNATURE)
            manifest = signed_manifest(raw_manifest, raw_signature, keys).manifest
            raw = _whole(folder / TABLE, LARGEST_TABLE)
            name = (folder / TABLE).relative_to(program).as_posix()
            if not manifest.is_program or manifest.digest(name) != hashlib.sha256(raw).hexdigest():
                return cls(folder, {})
        except (OSError, PackRejected):
            return cls(folder, {})
        return cls(folder, json.loads(raw))

    def piece(self, name: str) -> bytes | None:
        """Return a piece; None if there is none of that name, or it is not the one that was signed."""
        if name not in self._table:
            return None
        start, size, digest = self._table[name]
        try:
            with open_ordinary(self._file) as file:
                file.seek(start)
                raw = file.read(min(size, LARGEST_PIECE))
        except OSError:
            return None
        return raw if hashlib.sha256(raw).hexdigest() == digest else None


def written(pieces: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the two files that hold some pieces.

    Args:
        pieces: each by its name.
    """
    table: Table = {}
    start = 0
    for name, raw in pieces.items():
        table[name] = (start, len(raw), hashlib.sha256(raw).hexdigest())
        start += len(raw)
    head = json.dumps(table, separators=(",", ":"), sort_keys=True).encode("ascii")
    return {TABLE: head, PIECES: b"".join(pieces.values())}


def _whole(file: Path, largest: int) -> bytes:
    with open_ordinary(file) as opened:
        raw = opened.read(largest + 1)
    if len(raw) > largest:
        raise OSError(file.name)
    return raw
