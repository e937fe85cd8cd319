"""The drives that are plugged in, as Linux tells of them in files; other systems are asked by the window."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from reader.errors import printable

FAT = frozenset({"vfat", "msdos", "fat", "fat32", "fat16"})
"""File systems whose files are smaller than 4 GB, as systems name them."""
LARGEST_ON_FAT = 0xFFFF_FFFF
"""Bytes."""

_FOR_PEOPLE = ("/media/", "/run/media/", "/mnt/")
_CALLED = {"vfat": "FAT32", "msdos": "FAT", "exfat": "exFAT", "ntfs3": "NTFS", "ntfs": "NTFS"}
_ESCAPED = re.compile(r"\\([0-7]{3})|\\x([0-9a-fA-F]{2})")


@dataclass(frozen=True, slots=True)
class Drive:
    """A drive one can write to, or read from.

    Attributes:
        name: what people call it; made printable.
        path: where its files are.
        file_system: as the system names it; empty where that is not known.
        free: bytes.
        is_read_only: whether nothing can be written to it.
        is_removable: whether it can be pulled out; False where that is not known.
    """

    name: str
    path: Path
    file_system: str
    free: int
    is_read_only: bool = False
    is_removable: bool = False

    @property
    def form(self) -> str:
        """The name of its file system as people know it."""
        return _CALLED.get(self.file_system, "" if self.file_system == "fuseblk" else self.file_system)

    @property
    def largest_file(self) -> int | None:
        """How many bytes a file on it may have; None where nothing limits that."""
        return LARGEST_ON_FAT if self.file_system.lower() in FAT else None


def mounted(system: Path = Path("/")) -> list[Drive]:
    """Return the drives that people know of, those that can be pulled out first; none but on Linux.

    Args:
        system: where ``proc``, ``sys`` and ``dev`` are.
    """
    found = {}
    for number, place, options, kind, source in _mounts(system):
        if place == "/" or place.startswith(_FOR_PEOPLE) or _is_removable(number, system):
            found[place] = (number, options, kind, source)
    drives = []
    for place, (number, options, kind, source) in found.items():
        free = _room(place)
        if free is not None:
            drives.append(
                Drive(
                    name=printable(_label(source, system) or Path(place).name or place),
                    path=Path(place),
                    file_system=kind,
                    free=free,
                    is_read_only="ro" in options.split(","),
                    is_removable=_is_removable(number, system),
                )
            )
    return sorted(drives, key=lambda drive: (not drive.is_removable, drive.path == Path("/"), drive.name))


def is_target(drive: Drive) -> bool:
    """Say whether people would copy to a drive: on Linux and macOS not to the one the system lies on."""
    return drive.path != Path("/")


def drive_of(path: Path, system: Path = Path("/")) -> Drive | None:
    """Return the drive that a folder is on; None where the system does not say.

    Args:
        path: a folder that is there.
        system: where ``proc``, ``sys`` and ``dev`` are.
    """
    there, best = path.resolve(), None
    for mount in _mounts(system):
        place = Path(mount[1])
        if (place == there or place in there.parents) and (
            best is None or len(mount[1]) >= len(best[1])  # of two in one place, the later lies on top
        ):
            best = mount
    free = _room(str(there))
    if best is None or free is None:
        return None
    number, at, options, kind, source = best
    name = printable(_label(source, system) or Path(at).name or at)
    return Drive(name, Path(at), kind, free, "ro" in options.split(","), _is_removable(number, system))


def _mounts(system: Path) -> list[tuple[str, str, str, str, str]]:
    """Return the number, place, options, kind and source of everything mounted; see proc(5), mountinfo."""
    if not sys.platform.startswith("linux"):
        return []
    try:
        lines = (system / "proc/self/mountinfo").read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return []
    mounts = []
    for line in lines:
        about, _, more = line.partition(" - ")
        fields, rest = about.split(" "), more.split(" ")
        if len(fields) >= 6 and len(rest) >= 2:
            mounts.append((fields[2], _plain(fields[4]), fields[5], rest[0], _plain(rest[1])))
    return mounts


def _plain(text: str) -> str:
    """Undo the escapes of a name: octal in mountinfo, hexadecimal among the labels of drives."""
    if "\\" not in text:
        return text
    raw = _ESCAPED.sub(lambda found: chr(int(found[1], 8) if found[1] else int(found[2], 16)), text)
    try:
        return raw.encode("latin-1").decode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return raw


def _room(place: str) -> int | None:
    try:
        about = os.statvfs(place)
    except (OSError, ValueError):
        return None
    return about.f_bavail * about.f_frsize


def _is_removable(number: str, system: Path) -> bool:
    """Whether a device can be pulled out: it says so, or hangs on USB as larger disks do that do not."""
    device = Path(os.path.realpath(system / "sys/dev/block" / number))
    if any(part.startswith("usb") for part in device.parts):
        return True
    for each in (device, device.parent):  # a partition lies in the folder of its disk
        try:
            return (each / "removable").read_text("ascii").strip() == "1"
        except (OSError, ValueError):
            continue
    return False


def _label(source: str, system: Path) -> str:
    """Return the label of the file system on a device; empty if it has none."""
    if not source.startswith("/dev/"):
        return ""
    device = os.path.realpath(system / source[1:])
    try:
        with os.scandir(system / "dev/disk/by-label") as labels:
            return next((_plain(each.name) for each in labels if os.path.realpath(each.path) == device), "")
    except OSError:
        return ""
