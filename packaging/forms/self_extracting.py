"""Makes ``reader-linux.run``: a script of the shell with an archive behind it."""

from __future__ import annotations

import hashlib
from pathlib import Path

_SCRIPT = Path(__file__).with_name("self_extracting.sh")
_SLACK = 8_000
"""Kilobytes that a folder needs beyond its files: parts of blocks, names."""


def self_extracting(archive: bytes, unpacked: int) -> bytes:
    """Return the file.

    Args:
        archive: a ``.tar.xz`` with the program folder ``reader-linux``.
        unpacked: bytes that its files have together.
    """
    text = _SCRIPT.read_text(encoding="utf-8")
    for mark, value in {
        "@SHA256@": hashlib.sha256(archive).hexdigest(),
        "@KILOBYTES@": str(unpacked // 1024 + _SLACK),
        "@LINE@": str(text.count("\n") + 1),
    }.items():
        text = text.replace(mark, value)
    return text.encode("utf-8") + archive
