"""A stick that loses power: writes a copy down as it is made, and gives every state it may be found in.

Everything the program writes goes through ``safe_write``; what it asks of the system is noted here, with
the folders it means. Nothing is durable but what was synced: a file's sync covers its bytes, a folder's
sync the names in it. What was not synced when the power goes is there, or not, or by half; of a renaming
from folder to folder, FAT may have done either half.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ATOMIC, FAT = "atomic", "FAT"


@dataclass
class Note:
    """A change that is on its way to the disk.

    Attributes:
        kind: ``bytes``, ``name`` (a file gets one), ``gone``, ``folder`` or ``sync``.
        place: the name, or for a sync the folder; below the stick.
        file: number of the file; -1 for none.
        data: its bytes.
        partner: index of the other half of a renaming; -1 for none.
    """

    kind: str
    place: str = ""
    file: int = -1
    data: bytes = b""
    partner: int = -1


@dataclass
class Recorder:
    """Stands in for ``os`` in ``safe_write``: does what is asked and notes it.

    Attributes:
        root: the stick.
        notes: what was asked.
    """

    root: Path
    notes: list[Note] = field(default_factory=list)
    files: dict[str, int] = field(default_factory=dict)
    opened: dict[int, tuple[str, int]] = field(default_factory=dict)
    contents: dict[int, bytes] = field(default_factory=dict)
    folders: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        for path in sorted(self.root.rglob("*")):
            name = path.relative_to(self.root).as_posix()
            if path.is_dir():
                self.folders.add(name)
            else:
                self.files[name] = len(self.contents)
                self.contents[len(self.contents)] = path.read_bytes()
        self.first_files, self.first_folders = dict(self.files), set(self.folders)
        self.first_contents = dict(self.contents)

    def __getattr__(self, name: str):
        return getattr(os, name)

    def _name(self, path) -> str:
        real = Path(os.path.realpath(Path(path).parent)) / Path(path).name
        if Path(path).name.isdecimal():  # a folder that is held open
            real = Path(os.path.realpath(path))
        return real.relative_to(self.root).as_posix()

    def open(self, path, flags, *mode):
        descriptor = os.open(path, flags, *mode)
        name = self._name(path)
        if flags & os.O_CREAT:
            number = max(self.contents, default=-1) + 1
            self.contents[number] = b""
            self.files[name] = number
            self.notes.append(Note("name", name, number))
        self.opened[descriptor] = (name, self.files.get(name, -1))
        return descriptor

    def write(self, descriptor, data):
        count = os.write(descriptor, data)
        self.notes.append(Note("bytes", file=self.opened[descriptor][1], data=bytes(data[:count])))
        return count

    def fsync(self, descriptor):
        os.fsync(descriptor)
        name, number = self.opened[descriptor]
        self.notes.append(Note("sync", name, number))

    def replace(self, source, target):
        old, new = self._name(source), self._name(target)
        os.replace(source, target)
        number = self.files[new] = self.files.pop(old)
        at = len(self.notes)
        self.notes += [Note("name", new, number, partner=at + 1), Note("gone", old, number, partner=at)]

    def unlink(self, path):
        name = self._name(path)
        os.unlink(path)
        self.notes.append(Note("gone", name, self.files.pop(name)))

    def mkdir(self, path, *mode):
        name = self._name(path)
        os.mkdir(path, *mode)
        self.notes.append(Note("folder", name))

    def rmdir(self, path):
        name = self._name(path)
        os.rmdir(path)
        self.notes.append(Note("gone", name))


def found_after(
    recorder: Recorder, end: int, renaming: str, chance: Callable[[], float]
) -> tuple[dict[str, bytes], set[str]]:
    """Return the files and folders that may be found when the power goes after so many notes.

    Args:
        recorder: what was written down.
        end: how many notes were reached.
        renaming: ``ATOMIC`` or ``FAT``.
        chance: gives a number from 0 to 1 for each change that is not durable: below 0.4 it is lost,
            below 0.6 a write is torn, else it is there.
    """
    notes = recorder.notes[:end]
    files, folders = dict(recorder.first_files), set(recorder.first_folders)
    contents = dict(recorder.first_contents)
    drawn: dict[int, float] = {}
    for at, note in enumerate(notes):
        luck = chance()
        if renaming == ATOMIC and note.partner >= 0:
            luck = drawn.setdefault(min(at, note.partner), luck)
        durable = is_durable(notes, at)
        if renaming == ATOMIC and 0 <= note.partner < end:
            durable = durable or is_durable(notes, note.partner)
        if not durable and luck < 0.4:
            continue
        if note.kind == "bytes":
            torn = not durable and luck < 0.6
            contents[note.file] = contents.get(note.file, b"") + (
                note.data[: len(note.data) // 2] if torn else note.data
            )
        elif note.kind == "name":
            files[note.place] = note.file
        elif note.kind == "folder":
            folders.add(note.place)
        elif note.kind == "gone":
            folders.discard(note.place)
            if files.get(note.place) == note.file:
                del files[note.place]
    reached = {name: contents.get(number, b"") for name, number in files.items() if is_reached(name, folders)}
    return reached, {folder for folder in folders if is_reached(folder, folders)}


def is_durable(notes: list[Note], at: int) -> bool:
    """Say whether a later sync covers a change."""
    note = notes[at]
    if note.kind == "bytes":
        return any(each.kind == "sync" and each.file == note.file for each in notes[at + 1 :])
    folder = note.place.rpartition("/")[0] or "."
    return any(each.kind == "sync" and each.file < 0 and each.place == folder for each in notes[at + 1 :])


def is_reached(name: str, folders: set[str]) -> bool:
    parts = name.split("/")
    return all("/".join(parts[:end]) in folders for end in range(1, len(parts)))


def put(folder: Path, files: dict[str, bytes], folders: set[str]) -> Path:
    """Write a state to a folder."""
    folder.mkdir()
    for name in sorted(folders):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder
