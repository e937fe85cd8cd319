"""Editions whose text was read when the bundle was built: the same passages and HTML, without the parser."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from reader.library.document import Passage, PassageKind
from reader.library.source import Parsed, parse

if TYPE_CHECKING:
    from reader.library.catalogue import Reading
    from reader.security.made import Made

_FORMAT = 1


def piece_name(text: str, document: str, numbering: str) -> str:
    """Return what a text that was read is known by: everything that its reading depends on."""
    hashed = hashlib.sha256(f"{_FORMAT}\n{document}\n{numbering}\n".encode())
    hashed.update(text.encode("utf-8", "surrogatepass"))
    return f"text/{hashed.hexdigest()}"


class MadeEditions:
    """Reads texts, those that were read beforehand from there.

    Args:
        made: what was made beforehand.
        reading: reads the others.
    """

    def __init__(self, made: Made, reading: Reading = parse) -> None:
        self._made, self._reading = made, reading

    def __call__(self, text: str, *, document: str, numbering: str) -> Parsed:
        """Read a text, as ``source.parse`` does."""
        raw = self._made.piece(piece_name(text, document, numbering))
        return self._reading(text, document=document, numbering=numbering) if raw is None else _read(raw)


class RecordingReading:
    """Reads texts, and keeps each as a piece to be made part of a bundle.

    Attributes:
        pieces: by their names.
    """

    def __init__(self) -> None:
        self.pieces: dict[str, bytes] = {}

    def __call__(self, text: str, *, document: str, numbering: str) -> Parsed:
        """Read a text, as ``source.parse`` does."""
        parsed = parse(text, document=document, numbering=numbering)
        self.pieces[piece_name(text, document, numbering)] = _written(parsed)
        return parsed


def _written(parsed: Parsed) -> bytes:
    passages = [
        (each.id, each.kind.value, each.text, each.number, each.marker, each.level, each.section)
        for each in parsed.passages
    ]
    return json.dumps([passages, parsed.body], ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def _read(raw: bytes) -> Parsed:
    passages, body = json.loads(raw)
    return Parsed(
        tuple(Passage(identity, PassageKind(kind), *others) for identity, kind, *others in passages), body
    )
