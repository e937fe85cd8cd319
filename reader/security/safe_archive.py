"""The container of a pack: a zip with one possible byte form for given names and contents.

Entries are stored uncompressed, in a fixed order, with fixed fields, so any unzip opens one, and building
a pack again gives the same bytes. Reading never searches or trusts the container: each header is
compared with the one that must stand there, so compression, encryption, links, overlaps, comments, zip64
and whatever else a zip may hold are all refused alike, as is a byte too many.

Fields: PKWARE, APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
"""

from __future__ import annotations

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


class Sink(Protocol):
    """Takes bytes, in order."""

    def write(self, data: bytes, /) -> int:
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

    def add(self, name: str, content: bytes) -> None:
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

    def take(self, name: str, largest: int) -> bytes:
        """Read the entry that must come next.

        Args:
            name: what it must be called.
            largest: bytes it may have; never more than these are read.

        Raises:
            ArchiveMalformed: something else comes next, or it is larger.
        """
        raw = self._file.read(_LOCAL.size + len(name))
        if len(raw) != _LOCAL.size + len(name):
            raise ArchiveMalformed
        fields = _LOCAL.unpack_from(raw)
        checksum, size = fields[6], fields[7]
        if raw != local_header(name, checksum, size) or size > largest:
            raise ArchiveMalformed
        content = self._file.read(size)
        if len(content) != size or zlib.crc32(content) != checksum:
            raise ArchiveMalformed
        self._directory.note(name, checksum, size)
        return content

    def finish(self) -> None:
        """See to it that the container ends here, as it must.

        Raises:
            ArchiveMalformed: it does not.
        """
        tail = self._directory.tail()
        if self._file.read(len(tail) + 1) != tail:
            raise ArchiveMalformed


def write_archive(file: Sink, entries: Iterable[tuple[str, bytes]]) -> None:
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
