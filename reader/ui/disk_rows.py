"""What the picker lists: drives, folders and packs. Listing leaves no trace; a system's own dialog would."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QStorageInfo

from reader.errors import printable
from reader.security.other_copy import ENDING
from reader.share.drives import Drive, is_target, mounted

MOST_ROWS = 5000


class RowKind(Enum):
    """What a row stands for; the value is the name of its icon."""

    DRIVE = "drive"
    FOLDER = "folder"
    PACK = "pack"


@dataclass(frozen=True, slots=True)
class DiskRow:
    """One thing that can be opened.

    Attributes:
        kind: what it is.
        name: what people call it; made printable.
        path: where it is.
        size: bytes of a pack, bytes free on a drive; -1 for a folder.
    """

    kind: RowKind
    name: str
    path: Path
    size: int = -1


def drives() -> list[Drive]:
    """Return the drives that people know of, those that can be pulled out first."""
    told = mounted()
    if told:
        return told
    # Other systems than Linux do not say here what can be pulled out: the drive they lie on comes last.
    found = [
        Drive(
            name=printable(volume.displayName() or volume.rootPath()),
            path=Path(volume.rootPath()),
            file_system=bytes(volume.fileSystemType().data()).decode("ascii", "replace"),
            free=volume.bytesAvailable(),
            is_read_only=volume.isReadOnly(),
        )
        for volume in QStorageInfo.mountedVolumes()
        if volume.isValid() and volume.isReady()
    ]
    own = QStorageInfo.root().rootPath()
    return sorted(found, key=lambda drive: (drive.path == Path(own), drive.name))


def targets() -> list[Drive]:
    """Return the drives one can copy to: all but the one that the system lies on."""
    own = Path(QStorageInfo.root().rootPath())
    return [drive for drive in drives() if drive.path != own and is_target(drive)]


def places() -> list[DiskRow]:
    """Return where to begin: sticks and drives, and the folders people put things in."""
    rows = [DiskRow(RowKind.DRIVE, drive.name, drive.path, drive.free) for drive in drives()]
    locations = QStandardPaths.StandardLocation
    for location in (locations.DesktopLocation, locations.DownloadLocation, locations.HomeLocation):
        path = Path(QStandardPaths.writableLocation(location))
        if path.is_dir() and not any(row.path == path for row in rows):
            name = QStandardPaths.displayName(location)
            rows.append(DiskRow(RowKind.FOLDER, printable(name or path.name), path))
    return rows


def rows_in(folder: Path) -> list[DiskRow]:
    """Return the folders and packs in a folder, folders first.

    Args:
        folder: where to look; what is hidden is passed over.

    Raises:
        OSError: it cannot be read.
    """
    folders, packs = [], []
    with os.scandir(folder) as listing:
        for number, entry in enumerate(listing):
            if number >= MOST_ROWS:
                break
            name = printable(entry.name, 150)
            if entry.name.startswith((".", "$")) or entry.name == "System Volume Information":
                continue
            try:
                if entry.is_dir():
                    folders.append(DiskRow(RowKind.FOLDER, name, Path(entry.path)))
                elif entry.name.lower().endswith(ENDING) and entry.is_file():
                    packs.append(DiskRow(RowKind.PACK, name, Path(entry.path), entry.stat().st_size))
            except OSError:
                continue
    return [*sorted(folders, key=_by_name), *sorted(packs, key=_by_name)]


def _by_name(row: DiskRow) -> str:
    return row.name.casefold()
