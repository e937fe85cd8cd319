"""Keeps an index in one file, stamped with what it was made from; one that does not fit is made anew."""

from __future__ import annotations

import json
from array import array
from typing import TYPE_CHECKING, Any

from reader.search.analysis import CHAIN
from reader.search.index import Index, open_whoosh
from reader.search.light_loading import sha256
from reader.security import safe_write

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.search.index import Entry

_FORMAT = 1
LARGEST = 512_000_000
"""Bytes of a stored index that is read."""


def stamp(entries: Sequence[Entry]) -> str:
    """Return what an index of these passages is known by: their text and place, and the analysis."""
    lines = [f"{_FORMAT} {CHAIN}"]
    for entry in entries:
        passage = entry.passage
        parts = (
            entry.kind,
            entry.document,
            entry.language,
            entry.title,
            entry.section,
            passage.id,
            passage.kind.value,
            passage.text,
        )
        lines.append(json.dumps(parts))
    return sha256("\n".join(lines).encode("ascii"))


def store(index: Index, file: Path) -> None:
    """Write an index to a file.

    Args:
        index: the index.
        file: where; the old one is there, whole, until the new one is.

    Raises:
        WriteFailed: it could not be written.
    """
    files = {name: bytes(data) for name, data in sorted(index.whoosh.storage.files.items())}
    head = {
        "stamp": stamp(index.entries),
        "files": [[name, len(data)] for name, data in files.items()],
        "lengths": index.lengths.tolist(),
        "counts": index.counts,
    }
    line = json.dumps(head, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    body = b"\n".join((line, b"".join(files.values())))
    safe_write.write_file(file, sha256(body).encode("ascii") + b"\n" + body)


def load(file: Path, entries: Sequence[Entry]) -> Index | None:
    """Read an index that was stored.

    All of it is read into memory at once: a stick that is pulled out cannot take it away.

    Args:
        file: the file.
        entries: the passages that it should be of.

    Returns:
        The index; None if there is none, if it is of other passages or of another analysis, or broken.
    """
    try:
        if not file.is_file() or file.stat().st_size > LARGEST:
            return None
        digest, _, body = file.read_bytes().partition(b"\n")
        if digest != sha256(body).encode("ascii"):
            return None
        line, _, data = body.partition(b"\n")
        return _index(json.loads(line), data, tuple(entries))
    except Exception:
        return None


def _index(head: dict[str, Any], data: bytes, entries: tuple[Entry, ...]) -> Index | None:
    if head["stamp"] != stamp(entries):
        return None
    lengths = array("I", head["lengths"])
    counts = {str(term): int(count) for term, count in head["counts"].items()}
    if len(lengths) != len(entries):
        return None
    files: dict[str, bytes] = {}
    start = 0
    for name, size in head["files"]:
        files[name] = data[start : start + size]
        start += size
    return Index(entries, lengths, counts, open_whoosh(files))
