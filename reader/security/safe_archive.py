"""The container of a pack: a zip with one possible byte form for given names and contents.

Entries are stored uncompressed, in a fixed order, with fixed fields, so any unzip opens one, and building
a pack again gives the same bytes. Reading never searches or trusts the container: each header is
compared with the one that must stand there, so compression, encryption, links, overlaps, comments, zip64
and whatever else a zip may hold are all refused alike, as is a byte too many.

Fields: PKWARE, APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
"""

from __future__ import annotations

import hashlib
import io
import mmap
import struct
import zlib
from typing import TYPE_CHECKING, BinaryIO, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_NEEDS = 10
_MADE_BY = 3 << 8 | 20
"""Unix, version 2.0 of the format: so that the file's mode below is understood."""
_TIME, _DAY = 0, 33
"""Midnight, 1 January 1980, the first moment a zip can hold: when it was packed is nobody's business."""
_MODE = 0o100644 << 16
_AHEAD = 1 << 20
"""Bytes that are read at a time."""
_PIECE = 1 << 18
"""Bytes that are hashed and summed up in turn, while they are near the processor."""


class Sink(Protocol):
    """Takes bytes, in order."""

    def write(self, data: bytes | memoryview, /) -> int:
        """Take some."""


class ArchiveMalformed(Exception):
    """Something else stands where an entry, or the end, must stand."""


class ArchiveWriter:
    """Writes a pack.

    Args:
        file: where to; at its beginning.
    """

    def __init__(self, file: Sink) -> None:
        self._file = file
        self._directory = _Directory()

    def add(self, name: str, content: bytes | memoryview) -> None:
        """Write one entry."""
        header = local_header(name, zlib.crc32(content), len(content))
        self._directory.note(name, zlib.crc32(content), len(content))
        self._file.write(header)
        self._file.write(content)

    def finish(self) -> None:
        """Write what stands after the last entry."""
        self._file.write(self._directory.tail())


class ArchiveReader:
    """Reads a pack whose names and order are known, once, from its beginning to its end.

    Args:
        file: where from; at its beginning.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._directory = _Directory()
        self._room: memoryview | None = None
        self._filled = self._taken = 0

    def make_room(self, names: Iterable[str], total: int) -> None:
        """Hold what is left of the pack in one piece of memory, which is filled as it is read.

        Args:
            names: of the entries to come.
            total: bytes of their contents together.
        """
        heads = sum(_LOCAL.size + len(name) for name in names)
        here = self._file.tell()
        left = self._file.seek(0, io.SEEK_END) - self._file.seek(here)
        self._room = _memory(min(heads + total, max(left, 1)))

    def take(self, name: str, largest: int) -> tuple[memoryview, str]:
        """Read the entry that must come next.

        Args:
            name: what it must be called.
            largest: bytes it may have; never more than these are read.

        Returns:
            The content, and its SHA-256 in hex.

        Raises:
            ArchiveMalformed: something else comes next, or it is larger.
        """
        raw = bytes(self._read(_LOCAL.size + len(name)))
        fields = _LOCAL.unpack_from(raw)
        checksum, size = fields[6], fields[7]
        if raw != local_header(name, checksum, size) or size > largest:
            raise ArchiveMalformed
        content = self._read(size)
        hashed, found = hashlib.sha256(), 0
        for start in range(0, size, _PIECE):
            piece = content[start : start + _PIECE]
            hashed.update(piece)
            found = zlib.crc32(piece, found)
        if found != checksum:
            raise ArchiveMalformed
        self._directory.note(name, checksum, size)
        return content, hashed.hexdigest()

    def finish(self) -> None:
        """See to it that the container ends here, as it must.

        Raises:
            ArchiveMalformed: it does not.
        """
        tail = self._directory.tail()
        if self._file.read(len(tail) + 1) != tail:
            raise ArchiveMalformed

    def _read(self, size: int) -> memoryview:
        if self._room is None:
            raw = memoryview(self._file.read(size))
        else:
            end = self._taken + size
            if end > len(self._room):
                raise ArchiveMalformed
            while self._filled < end:
                ahead = self._room[self._filled : self._filled + _AHEAD]
                count = self._file.readinto(ahead)  # type: ignore[attr-defined]
                if not count:
                    break
                self._filled += count
            raw = self._room[self._taken : min(end, self._filled)]
            self._taken += len(raw)
        if len(raw) != size:
            raise ArchiveMalformed
        return raw


def _memory(size: int) -> memoryview:
    """Return memory of our own, and none of a file's: what is read into it cannot change any more."""
    if hasattr(mmap, "MAP_POPULATE"):
        # At once: a fault for every 4 kB would cost as much as hashing them.
        return memoryview(mmap.mmap(-1, size, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | mmap.MAP_POPULATE))
    return memoryview(mmap.mmap(-1, size))


def write_archive(file: Sink, entries: Iterable[tuple[str, bytes | memoryview]]) -> None:
    """Write a pack from its entries, in their order."""
    writer = ArchiveWriter(file)
    for name, content in entries:
        writer.add(name, content)
    writer.finish()


class _Directory:
    """The list at a zip's end, as the entries that were written or read make it."""

    def __init__(self) -> None:
        self._records: list[bytes] = []
        self._offset = 0

    def note(self, name: str, checksum: int, size: int) -> None:
        raw = name.encode("ascii")
        sizes = (checksum, size, size, len(raw), 0, 0, 0, 0, _MODE, self._offset)
        head = _CENTRAL.pack(b"PK\x01\x02", _MADE_BY, _NEEDS, 0, 0, _TIME, _DAY, *sizes)
        self._records.append(head + raw)
        self._offset += _LOCAL.size + len(raw) + size

    def tail(self) -> bytes:
        listed = b"".join(self._records)
        count = len(self._records)
        return listed + _END.pack(b"PK\x05\x06", 0, 0, count, count, len(listed), self._offset, 0)


def local_header(name: str, checksum: int, size: int) -> bytes:
    """Return the one header an entry may have."""
    raw = name.encode("ascii")
    fields = (_NEEDS, 0, 0, _TIME, _DAY, checksum, size, size, len(raw), 0)
    return _LOCAL.pack(b"PK\x03\x04", *fields) + raw
