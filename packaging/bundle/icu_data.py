"""Leaves in ICU's library of data what the reader's languages need: a tenth of it.

Format: ICU's "common data" (CmnD), as ``icu4c/source/common/ucmndata.h`` describes it: a header, the number
of items, for each where its name and its content begin, then names and contents, in the order of the names.
"""

from __future__ import annotations

import re
import struct
import subprocess
import tempfile
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

from stopping import Stop

if TYPE_CHECKING:
    from collections.abc import Sequence

LIBRARY = "_internal/PySide6/Qt/lib/libicudata.so.*"
_SONAME = re.compile(r"libicudata\.so\.(\d+)")
_HEADER = struct.Struct("<HBB8x4s")
"""Size of the header, two bytes that say what it is, and the format."""
_MAGIC, _FORMAT = (0xDA, 0x27), b"CmnD"
_ENTRY = struct.Struct("<II")
_ALIGNMENT = 16
"""Bytes; each content begins at a multiple of it."""


def trim(program: Path, kept: Sequence[str]) -> None:
    """Replace ICU's library of data by one with less in it; without one there is nothing to do.

    Args:
        program: the program folder.
        kept: patterns for the names of what stays, as ``chosen`` has them.

    Raises:
        Stop: it is not the library that this knows.
    """
    for library in program.glob(LIBRARY):
        with tempfile.TemporaryDirectory() as scratch:
            data, linkable = Path(scratch) / "icu.dat", Path(scratch) / "icu.o"
            _run("objcopy", "-O", "binary", "--only-section=.rodata", str(library), str(data))
            data.write_bytes(chosen(data.read_bytes(), kept))
            version = _SONAME.fullmatch(library.name)
            if version is None:
                raise Stop(f"“{library.name}” is not named as ICU's data are.")
            # A name from the file's would hold the scratch folder.
            rename = ["--redefine-sym", f"_binary_icu_dat_start=icudt{version[1]}_dat"]
            section = ["--rename-section", ".data=.rodata,alloc,load,readonly,data,contents"]
            aligned = ["--set-section-alignment", f".data={_ALIGNMENT}"]
            others = ["-N", "_binary_icu_dat_end", "-N", "_binary_icu_dat_size"]
            made = ["objcopy", "-I", "binary", "-O", _format(library), *rename, *section, *aligned, *others]
            _run(*made, data.name, linkable.name, folder=scratch)
            linking = ["ld", "-shared", "-soname", library.name, "--build-id=none", "-z", "noexecstack", "-s"]
            _run(*linking, "-o", library.name, linkable.name, folder=scratch)
            library.write_bytes((Path(scratch) / library.name).read_bytes())


def chosen(data: bytes, kept: Sequence[str]) -> bytes:
    """Return a package of data with fewer items.

    Args:
        data: the package.
        kept: patterns for their names, without the package's own and without ``.res`` or another ending
            where the pattern has none; ``*`` stands for anything.

    Raises:
        Stop: it is no such package, or a pattern fits nothing.
    """
    size, *magic, written = _HEADER.unpack_from(data)
    if tuple(magic) != _MAGIC or written != _FORMAT:
        raise Stop("These are not ICU's data.")
    items = _items(data[size:])
    for pattern in kept:
        if not any(fnmatchcase(_name(full), pattern) for full in items):
            raise Stop(f"ICU's data have nothing that “{pattern}” fits.")
    stay = {full: item for full, item in items.items() if any(fnmatchcase(_name(full), p) for p in kept)}
    return data[:size] + _written(stay)


def _items(package: bytes) -> dict[str, bytes]:
    (count,) = struct.unpack_from("<I", package)
    entries = [_ENTRY.unpack_from(package, 4 + number * _ENTRY.size) for number in range(count)]
    ends = [begin for _, begin in entries[1:]] + [len(package)]
    return {
        package[name : package.index(b"\0", name)].decode("ascii"): package[begin:end]
        for (name, begin), end in zip(entries, ends, strict=True)
    }


def _written(items: dict[str, bytes]) -> bytes:
    names = [name.encode("ascii") + b"\0" for name in items]
    at = 4 + len(items) * _ENTRY.size
    content_at = _aligned(at + sum(map(len, names)))
    table, contents = [struct.pack("<I", len(items))], []
    for name, item in zip(names, items.values(), strict=True):
        table.append(_ENTRY.pack(at, content_at))
        contents.append(item.ljust(_aligned(len(item)), b"\0"))
        at += len(name)
        content_at += len(contents[-1])
    head = b"".join([*table, *names])
    return head.ljust(_aligned(len(head)), b"\0") + b"".join(contents)


def _aligned(size: int) -> int:
    return -(-size // _ALIGNMENT) * _ALIGNMENT


def _name(full: str) -> str:
    return full.partition("/")[2].removesuffix(".res")


def _format(library: Path) -> str:
    """Return how binutils call the machine's format of libraries."""
    told = subprocess.run(["objdump", "-f", str(library)], capture_output=True, text=True, check=True).stdout
    found = re.search(r"file format (\S+)", told)
    assert found is not None
    return found[1]


def _run(*command: str, folder: str | None = None) -> None:
    if subprocess.run(command, cwd=folder, check=False).returncode:
        raise Stop(f"This failed: {' '.join(command)}")
