"""A disk in memory that loses power: what was not synced is dropped, reordered or torn.

It stands in for ``os`` in ``reader.security.safe_write``. Every change is noted; a sync makes durable what
it covers, and no more: a file's sync covers its bytes, a folder's sync covers the names in it. After a loss
of power, ``states`` gives every folder that could be found: each change that was not durable may be there
or not, a write may have reached the disk by half, and a renaming may have stopped between its parts.
"""

from __future__ import annotations

import errno
import itertools
import os
import stat as stat_
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ATOMIC, IN_PLACE, REMOVING_FIRST = "atomic", "in place", "removing first"
"""How a file system renames over a file.

At once; as Linux does on FAT, where the new name is written over the old one and the source removed in any
order; or as a system may that removes the old name, writes the new one, and then removes the source.
"""
_FIRST_DESCRIPTOR = 10_000


class PowerLost(OSError):
    """The power is gone; nothing reaches the disk any more."""


@dataclass
class Change:
    """A change that is on its way to the disk.

    Attributes:
        folder: where names change; empty for a change of bytes.
        file: number of the file whose bytes change; -1 for a change of names.
        outcomes: every set of steps that may have been done when the power goes; the last is all of them.
    """

    folder: str
    file: int
    outcomes: list[list[tuple]]
    durable: bool = False


@dataclass
class Disk:
    """Files by number, names by folder, and what changed since.

    Attributes:
        renaming: how it renames over a file.
        fails_at: number of the call at which the power goes; 0 for never.
    """

    renaming: str = ATOMIC
    fails_at: int = 0
    folders: dict[str, dict[str, int]] = field(default_factory=dict)
    files: dict[int, bytes] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    calls: int = 0
    open_files: dict[int, tuple[int, str]] = field(default_factory=dict)

    # What stands in for os

    path = property(lambda self: SimpleNamespace(lexists=self._exists))

    def __getattr__(self, name: str):
        if name.startswith("O_") or name == "urandom":
            return getattr(os, name)
        raise AttributeError(name)

    def open(self, path: Path, flags: int, mode: int = 0o666) -> int:
        self._call()
        folder, name = str(path.parent), path.name
        if str(path) in self.folders:
            return self._opened(-1, str(path))
        names = self._names(folder)
        if flags & os.O_CREAT:
            if name in names:
                raise FileExistsError(errno.EEXIST, "it exists")
            number = max(self.files, default=0) + 1
            self.files[number] = b""
            self._change(Change(folder, -1, [[], [("name", folder, name, number)]]))
            return self._opened(number, folder)
        if name not in names:
            raise FileNotFoundError(errno.ENOENT, "it does not exist")
        return self._opened(names[name], folder)

    def _opened(self, number: int, folder: str) -> int:
        descriptor = _FIRST_DESCRIPTOR + len(self.open_files)
        self.open_files[descriptor] = (number, folder)
        return descriptor

    def write(self, descriptor: int, data: memoryview) -> int:
        self._call()
        number, _ = self.open_files[descriptor]
        at, given = len(self._bytes(number)), bytes(data)
        half = given[: len(given) // 2] + bytes(len(given) - len(given) // 2)
        whole = [("bytes", number, at, given)]
        self._change(Change("", number, [[], [("bytes", number, at, half)], whole]))
        return len(given)

    def fsync(self, descriptor: int) -> None:
        self._call()
        number, folder = self.open_files[descriptor]
        for change in self.changes:
            if (number >= 0 and change.file == number) or (number < 0 and change.folder == folder):
                change.durable = True

    def close(self, descriptor: int) -> None:
        self._call()

    def replace(self, source: Path, target: Path) -> None:
        self._call()
        folder = str(source.parent)
        number = self._names(folder)[source.name]
        named = ("name", folder, target.name, number)
        gone = ("no name", folder, source.name)
        over = ("no name", folder, target.name)
        self._change(
            Change(
                folder,
                -1,
                {
                    ATOMIC: [[], [named, gone]],
                    IN_PLACE: [[], [named], [gone], [named, gone]],
                    REMOVING_FIRST: [[], [over], [over, named], [over, named, gone]],
                }[self.renaming],
            )
        )

    rename = replace

    def unlink(self, path: Path) -> None:
        self._call()
        if path.name not in self._names(str(path.parent)):
            raise FileNotFoundError(errno.ENOENT, "it does not exist")
        self._change(Change(str(path.parent), -1, [[], [("no name", str(path.parent), path.name)]]))

    def listdir(self, folder: Path) -> list[str]:
        self._call()
        return list(self._names(str(folder)))

    def lstat(self, path: Path) -> SimpleNamespace:
        self._call()
        if not self._exists(path):
            raise FileNotFoundError(errno.ENOENT, "it does not exist")
        return SimpleNamespace(st_mode=stat_.S_IFREG | 0o600)

    def _exists(self, path: Path) -> bool:
        return path.name in self._names(str(path.parent))

    # What is on it

    def _call(self) -> None:
        self.calls += 1
        if self.fails_at and self.calls >= self.fails_at:
            raise PowerLost(errno.EIO, "the power is gone")

    def _change(self, change: Change) -> None:
        self.changes.append(change)

    def _names(self, folder: str) -> dict[str, int]:
        return self._after([change.outcomes[-1] for change in self.changes])[0][folder]

    def _bytes(self, number: int) -> bytes:
        return self._after([change.outcomes[-1] for change in self.changes])[1][number]

    def _after(self, done: list[list[tuple]]) -> tuple[dict[str, dict[str, int]], dict[int, bytes]]:
        folders = {folder: dict(names) for folder, names in self.folders.items()}
        files = dict(self.files)
        for step in itertools.chain.from_iterable(done):
            match step:
                case ("name", folder, name, number):
                    folders[folder][name] = number
                case ("no name", folder, name):
                    folders[folder].pop(name, None)
                case ("bytes", number, at, data):
                    kept = files[number].ljust(at, b"\0")
                    files[number] = kept[:at] + data + kept[at + len(data) :]
        return folders, files

    def states(self) -> Iterator[Disk]:
        """Yield every disk that may be found when the power is back, each once."""
        seen = set()
        for done in itertools.product(
            *(change.outcomes[-1:] if change.durable else change.outcomes for change in self.changes)
        ):
            folders, files = self._after(list(done))
            found = {
                folder: {name: files[number] for name, number in names.items()}
                for folder, names in folders.items()
            }
            key = tuple((folder, tuple(sorted(names.items()))) for folder, names in sorted(found.items()))
            if key not in seen:
                seen.add(key)
                yield Disk(self.renaming, folders=folders, files=files)

    def holds(self, folder: Path) -> dict[str, bytes]:
        """Return the files of a folder, as a running program sees them."""
        return {name: self._bytes(number) for name, number in self._names(str(folder)).items()}


def disk_with(folder: Path, renaming: str, **texts: bytes) -> Disk:
    """Return a disk of one folder whose files have long been there."""
    disk = Disk(renaming, folders={str(folder): {}})
    for number, (name, text) in enumerate(texts.items(), start=1):
        disk.folders[str(folder)][name] = number
        disk.files[number] = text
    return disk
