"""Writes ``.zip`` and ``.tar.xz`` such that the same files give the same bytes, whoever packs them."""

from __future__ import annotations

import io
import lzma
import tarfile
import time
import zipfile
from typing import TYPE_CHECKING

from forms.members import DATE, FOLDER, PLAIN, Member

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_UNIX = 3
_FILE = 0o100000
_SMALLEST = 9


def write_zip(target: Path, members: Iterable[Member]) -> None:
    """Write a ``.zip``.

    Args:
        target: the file.
        members: what goes in, in this order.
    """
    with zipfile.ZipFile(target, "w") as archive:
        for member in members:
            told = zipfile.ZipInfo(member.name, time.gmtime(DATE)[:6])
            told.create_system = _UNIX
            told.external_attr = (_FILE | member.mode) << 16
            told.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(told, member.read(), compresslevel=9)


def tar_xz(members: Iterable[Member], preset: int = _SMALLEST) -> bytes:
    """Return a ``.tar.xz``; every file in it belongs to root, and every folder is named.

    Args:
        members: what goes in, in this order.
        preset: of xz, 0 (soon) to 9 (small).
    """
    packed = io.BytesIO()
    # Programs compress better when the targets of their jumps are made absolute; xz itself can undo that.
    filters = [{"id": lzma.FILTER_X86}, {"id": lzma.FILTER_LZMA2, "preset": preset}]
    with (
        lzma.LZMAFile(packed, "w", format=lzma.FORMAT_XZ, filters=filters) as squeezed,
        tarfile.open(fileobj=squeezed, mode="w", format=tarfile.GNU_FORMAT) as archive,
    ):
        named: set[str] = set()
        for member in members:
            for folder in _folders(member.name):
                if folder not in named:
                    named.add(folder)
                    archive.addfile(_entry(folder, FOLDER, tarfile.DIRTYPE))
            if member.link:
                told = _entry(member.name, 0o777, tarfile.SYMTYPE)
                told.linkname = member.link
                archive.addfile(told)
                continue
            content = member.read()
            told = _entry(member.name, member.mode, tarfile.REGTYPE)
            told.size = len(content)
            archive.addfile(told, io.BytesIO(content))
    return packed.getvalue()


def _entry(name: str, mode: int, kind: bytes) -> tarfile.TarInfo:
    told = tarfile.TarInfo(name)
    told.mode, told.type, told.mtime = mode, kind, DATE
    told.uname = told.gname = "root"
    return told


def _folders(name: str) -> Iterator[str]:
    parts = name.split("/")[:-1]
    for end in range(1, len(parts) + 1):
        yield "/".join(parts[:end])


def single(name: str, text: str, mode: int = PLAIN) -> Member:
    """Return a member that is a text."""
    return Member(name, text.encode("utf-8"), mode)
