"""Names what differs in a pack that was refused; nothing that it reads is shown or kept.

It looks for entries twice, one after the other and by the list at the end, so that damage to one header
does not hide the rest. What it finds only names files; whether a pack is accepted is decided elsewhere.
"""

from __future__ import annotations

import hashlib
import io
import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from reader.security.differences import Differences
from reader.security.executables import HEAD, can_run
from reader.security.manifest import LARGEST_MANIFEST, LARGEST_TOTAL, MANIFEST_NAME, MOST_FILES
from reader.security.safe_archive import local_header
from reader.security.signature import LARGEST_SIGNATURE, SIGNATURE_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.security.manifest import Manifest

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_LONGEST_NAME = 300
_PIECE = 1 << 20
_MORE = 1000
"""Entries looked at beyond those that are listed."""
_OWN = (MANIFEST_NAME, SIGNATURE_NAME)
_LARGEST = {MANIFEST_NAME: LARGEST_MANIFEST, SIGNATURE_NAME: LARGEST_SIGNATURE}


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    offset: int
    size: int
    checksum: int


def differences(file: BinaryIO, manifest: Manifest | None) -> Differences:
    """Compare a pack's entries with its manifest.

    Args:
        file: the pack; anything at all may stand in it.
        manifest: what was signed; None where that is what is broken.

    Returns:
        What differs; nothing if only bytes around the entries do.

    Raises:
        OSError: it cannot be read.
    """
    end = file.seek(0, io.SEEK_END)
    listed = dict(manifest.files) if manifest else {}
    scan = _Scan(file, end, len(listed) + _MORE)
    largest = dict.fromkeys(listed, manifest.total_bytes if manifest else 0) | _LARGEST
    sound: set[str] = set()
    seen: dict[str, int] = {}
    running: set[str] = set()
    for entry in scan.in_order():
        seen[entry.name] = seen.get(entry.name, 0) + 1
        if entry.name not in largest:
            if can_run(entry.name.rpartition("/")[2], scan.head(entry)):
                running.add(entry.name)
        elif scan.is_sound(entry, listed.get(entry.name), largest[entry.name]):
            sound.add(entry.name)
    twice = {name for name, count in seen.items() if count > 1}
    if not (listed.keys() | set(_OWN)) <= sound:
        for entry in scan.by_directory():
            seen.setdefault(entry.name, 1)
            if scan.is_sound(entry, listed.get(entry.name), largest.get(entry.name, -1)):
                sound.add(entry.name)
    expected = (*_OWN, *listed)
    extra = sorted(name for name in seen if manifest is not None and (name not in largest or name in twice))
    return Differences(
        changed=tuple(name for name in expected if name in seen and name not in sound),
        missing=tuple(name for name in expected if name not in seen),
        extra=tuple(extra),
        alarms=tuple(name for name in extra if name in running),
        seen=len(seen),
    )


def own_files(file: BinaryIO) -> dict[str, bytes]:
    """Return the manifest and the signature, as far as they can be found anywhere in a pack.

    Args:
        file: the pack; anything at all may stand in it.

    Raises:
        OSError: it cannot be read.
    """
    scan = _Scan(file, file.seek(0, io.SEEK_END), _MORE)
    return {
        entry.name: scan.content(entry)
        for entry in scan.in_order()
        if scan.is_sound(entry, None, _LARGEST.get(entry.name, -1))
    }


class _Scan:
    """Finds entries, and reads no more than the file holds twice over."""

    def __init__(self, file: BinaryIO, end: int, most: int) -> None:
        self._file, self._end, self._most = file, end, most
        self._budget = 2 * min(end, LARGEST_TOTAL + MOST_FILES * 400)

    def in_order(self) -> Iterator[_Entry]:
        """Yield entries from the beginning on, as far as each leads to the next."""
        offset = 0
        for _ in range(self._most):
            head = self._read(offset, _LOCAL.size)
            if len(head) < _LOCAL.size or not head.startswith(b"PK\x03\x04"):
                return
            fields = _LOCAL.unpack(head)
            checksum, size, name_length, extra = fields[6], fields[8], fields[9], fields[10]
            start = offset + _LOCAL.size
            if name_length > _LONGEST_NAME:
                return
            yield _Entry(_text(self._read(start, name_length)), offset, size, checksum)
            offset = start + name_length + extra + size

    def by_directory(self) -> Iterator[_Entry]:
        """Yield the entries that the list at the end names."""
        end = self._read(self._end - _END.size, _END.size)
        if len(end) < _END.size:
            return
        length, offset = _END.unpack(end)[5:7]
        listed = self._read(offset, min(length, self._most * (_CENTRAL.size + _LONGEST_NAME)))
        position = 0
        while position + _CENTRAL.size <= len(listed) and listed.startswith(b"PK\x01\x02", position):
            fields = _CENTRAL.unpack_from(listed, position)
            checksum, size, name_length, where = fields[7], fields[9], fields[10], fields[16]
            name = listed[position + _CENTRAL.size :][: min(name_length, _LONGEST_NAME)]
            yield _Entry(_text(name), where, size, checksum)
            position += _CENTRAL.size + name_length + fields[11] + fields[12]

    def is_sound(self, entry: _Entry, digest: str | None, largest: int) -> bool:
        """Say whether an entry has the header it must have and, where it is listed, the content."""
        if not entry.name.isascii() or entry.size > largest:
            return False
        header = local_header(entry.name, entry.checksum, entry.size)
        if self._read(entry.offset, len(header)) != header:
            return False
        hashed, checksum, left = hashlib.sha256(), 0, entry.size
        position = entry.offset + len(header)
        while left:
            piece = self._read(position, min(left, _PIECE))
            if not piece:
                return False
            hashed.update(piece)
            checksum = zlib.crc32(piece, checksum)
            position, left = position + len(piece), left - len(piece)
        return checksum == entry.checksum and digest in (None, hashed.hexdigest())

    def head(self, entry: _Entry) -> bytes:
        """Return how the bytes of an entry begin."""
        start = entry.offset + _LOCAL.size + len(entry.name.encode())
        return self._read(start, min(entry.size, HEAD))

    def content(self, entry: _Entry) -> bytes:
        """Return the bytes of an entry with a sound header."""
        return self._read(entry.offset + _LOCAL.size + len(entry.name), entry.size)

    def _read(self, offset: int, length: int) -> bytes:
        if offset < 0 or length > self._budget:
            return b""
        self._budget -= length
        self._file.seek(offset)
        return self._file.read(length)


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")
