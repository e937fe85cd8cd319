"""Copies the program to a stick: written aside, put in place, the seal last, and all of it read back.

The order is what makes it safe. Everything that is missing is written to a folder of its own and synced
while an older copy stands there whole. Then, with nothing left to write, its seal is put aside, files take
their places by renaming, and the new seal comes last; a folder without its seal is no copy. Whatever
interrupts that, the next run finds every file where it lies and goes on.
"""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING

from reader.security import safe_write
from reader.security.executables import HEAD, can_run
from reader.security.folder_check import check_folder
from reader.security.held_folder import HeldTree
from reader.security.manifest import LARGEST_MANIFEST
from reader.security.ordinary_file import open_ordinary
from reader.share.copy_faults import (
    differs,
    from_stick,
    in_the_way,
    said_of_a_stick,
    source_changed,
    source_unreadable,
    stopped,
    unchecked,
)
from reader.share.copy_source import FOLDER
from reader.share.read_back import PIECE, digest_on_disk, forget
from reader.share.stick_survey import STAGING, Seen, leftovers, seal_name, staging_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from reader.errors import CopyFault
    from reader.security.trusted_keys import TrustedKeys
    from reader.security.verdict import Verdict
    from reader.share.copy_plan import Plan
    from reader.share.copy_source import Form, SourceFile

_SYNCED = 4 * PIECE
"""Bytes after which is waited for the stick, so that what is said of the progress is so."""


class Step(StrEnum):
    """What is being done."""

    WRITING = "writing"
    CHECKING = "checking what lies ready"
    READING = "reading back"


@dataclass(frozen=True, slots=True)
class Moment:
    """How far it is.

    Attributes:
        step: what is being done.
        file: the file at hand.
        done: bytes of this step.
        total: bytes of this step in all.
    """

    step: Step
    file: str
    done: int
    total: int


Tell = Callable[[Moment], None]
"""Told how far it is; may raise to stop."""


class Stopped(Exception):
    """Raised by whoever is told the progress, to stop."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """A copy that was read back.

    Attributes:
        verdicts: what may be said of each form, by its name.
        written: bytes that were written.
        kept: bytes that were there already.
    """

    verdicts: dict[str, Verdict]
    written: int
    kept: int


def copy(plan: Plan, keys: TrustedKeys, tell: Tell | None = None) -> Arrived:
    """Do what was planned.

    Args:
        plan: what is to be done.
        keys: whose signatures count.
        tell: told how far it is; raises ``Stopped`` to stop.

    Raises:
        CopyStopped: it was stopped; what is left to do, the next run does.
        CopyDiffers: the stick does not give back what was written to it.
        CopyFault: something there changed meanwhile, or what is copied did.
        WriteFailed: the stick is full, read-only, or failed.
    """
    with from_stick(), said_of_a_stick(), HeldTree(plan.target) as tree:
        return _Copying(plan, keys, tree, tell or (lambda _moment: None)).run()


class _Copying:
    """One run."""

    def __init__(self, plan: Plan, keys: TrustedKeys, tree: HeldTree, tell: Tell) -> None:
        self._plan, self._keys, self._tree, self._tell = plan, keys, tree, tell
        self._ready = staging_names(plan.source)
        self._seals = {file.name for file in plan.source.seals}
        self._changed: set[str] = set()
        self._pending: list[Path] = []
        self._written = self._unsynced = 0

    def run(self) -> Arrived:
        plan = self._plan
        for name in plan.stale:
            safe_write.remove(self._tree.file(name))
        if plan.to_place:
            self._tree.make(STAGING)
        try:
            if plan.makes_room:
                self._stage(file for file in plan.to_stage if file.name in self._seals)
                self._retire()
                self._clear([*plan.obsolete, *plan.replaced])
            self._stage(plan.to_stage)
            if plan.older is not None and not plan.makes_room:
                self._read_back_what_is_ready()
        except Stopped:
            raise stopped(max(plan.needed - self._written, 0), older_is_gone=plan.makes_room) from None
        self._switch()
        try:
            verdicts = self._read_back()
        except Stopped:
            raise unchecked() from None
        for name in leftovers(self._tree):
            safe_write.remove(self._tree.file(name))
        self._tree.remove_folder(STAGING)
        return Arrived(verdicts, self._written, plan.source.size - self._written)

    # Writing aside

    def _stage(self, files: Iterable[SourceFile]) -> None:
        """Write files to where they lie ready, each synced."""
        for file in files:
            self._say(Step.WRITING, file.name, self._written, self._plan.needed)
            if self._tree.look(self._ready[file.name]) is None:
                self._write(file)
        self._settle()
        if self._plan.to_place:
            safe_write.sync_folder(self._tree.folder(STAGING))

    def _write(self, file: SourceFile) -> None:
        """Write a file aside, and see to it that it is the one that was signed.

        Raises:
            CopyFault: it is not.
        """
        pieces = _pieces(file)
        first = next(pieces, b"")
        hashed, size = hashlib.sha256(), 0
        runs = can_run(file.name.rpartition("/")[2], first[:HEAD])
        path = self._tree.file(self._ready[file.name])
        with safe_write.creating(path, runs=runs, synced=False) as draft:
            for piece in chain((first,), pieces):
                draft.write(piece)
                hashed.update(piece)
                size += len(piece)
                self._unsynced += len(piece)
                if self._unsynced >= _SYNCED:
                    self._settle()
                    draft.sync()
                    self._say(Step.WRITING, file.name, self._written + size, self._plan.needed)
            if hashed.hexdigest() != file.digest:
                raise source_changed(file.name)
        self._pending.append(path)
        self._written += size
        self._say(Step.WRITING, file.name, self._written, self._plan.needed)

    def _settle(self) -> None:
        """Wait until what was written so far is on the stick: many small files at once take far less time."""
        for path in self._pending:
            safe_write.sync_file(path)
        self._pending.clear()
        self._unsynced = 0

    def _read_back_what_is_ready(self) -> None:
        """See to it, while the older copy still stands, that the stick holds what will take its place."""
        files = self._plan.to_place
        total, done = sum(file.size for file in files), 0
        for file in files:
            name = file.name

            def step(count: int, name: str = name) -> None:
                nonlocal done
                done += count
                self._say(Step.CHECKING, name, done, total)

            if digest_on_disk(self._tree.file(self._ready[name]), step) != file.digest:
                safe_write.remove(self._tree.file(self._ready[name]))
                raise differs(name)

    # Putting in place

    def _switch(self) -> None:
        """Let the new copy take the place of the old one; nothing is written any more, only renamed."""
        self._retire()
        self._clear([*self._plan.obsolete])
        for sealing in (False, True):
            for file in self._plan.to_place:
                if (file.name in self._seals) is sealing:
                    self._place(file)
            self._sync()

    def _retire(self) -> None:
        """Put the seals of an older copy aside: from now on it is no copy, and its list is still there.

        They are written anew before they go: of a renaming FAT may lose both names.
        """
        kept = {}
        for form in self._plan.source.forms:
            signature, manifest = (file.name for file in form.seal)
            digest = "0" * 64  # of a manifest that was put aside already
            for name in (manifest, signature):
                if name not in self._plan.replaced or self._tree.look(name) is None:
                    continue
                self._unchanged(name)
                with open_ordinary(self._tree.file(name)) as file:
                    raw = file.read(LARGEST_MANIFEST)
                if name == manifest:
                    digest = hashlib.sha256(raw).hexdigest()
                aside = seal_name(form.name, digest, name)
                if self._tree.look(aside) is not None:
                    safe_write.remove(self._tree.file(aside))
                with safe_write.creating(self._tree.file(aside)) as draft:
                    draft.write(raw)
                kept[name] = aside
        if kept:
            safe_write.sync_folder(self._tree.folder(STAGING))
        for name in kept:
            safe_write.remove(self._tree.file(name))

    def _clear(self, names: list[str]) -> None:
        """Remove files of an older copy, and the folders that are empty then."""
        folders = set()
        for name in names:
            if name not in self._seals and self._tree.look(name) is not None:
                self._unchanged(name)
                safe_write.remove(self._tree.file(name))
                folders.add(name.rpartition("/")[0])
        needed = {file.name.rpartition("/")[0] for file in self._plan.source.files}
        for emptied in sorted(folders, key=len, reverse=True):
            folder = emptied
            while folder.count("/") > 1 and not any(f"{each}/".startswith(f"{folder}/") for each in needed):
                self._tree.remove_folder(folder)
                if self._tree.look(folder) is not None:
                    break
                folder = folder.rpartition("/")[0]

    def _place(self, file: SourceFile) -> None:
        folder = file.name.rpartition("/")[0]
        self._tree.make(folder)
        self._unchanged(file.name)
        safe_write.move(self._tree.file(self._ready[file.name]), self._tree.file(file.name))
        self._changed |= {STAGING, folder}

    def _unchanged(self, name: str) -> None:
        """Refuse to touch what came there, or changed, since the plan was made."""
        about = self._tree.look(name)
        if about is None:
            return
        seen = self._plan.replaced.get(name) or self._plan.obsolete.get(name)
        if seen is None or not stat.S_ISREG(about.st_mode) or Seen.of(about) != seen:
            raise in_the_way(name)

    def _sync(self) -> None:
        # Where files came from last: FAT may lose a name, but then not both.
        for folder in sorted(self._changed - {STAGING}):
            safe_write.sync_folder(self._tree.folder(folder))
        if STAGING in self._changed:
            safe_write.sync_folder(self._tree.folder(STAGING))
        self._changed.clear()

    # Reading back

    def _read_back(self) -> dict[str, Verdict]:
        """Compare all that now lies there with what was signed.

        Raises:
            CopyDiffers: it is not that; the seals of what differs are gone.
        """
        source, tree = self._plan.source, self._tree
        total, before, verdicts = source.size, 0, {}
        for form in source.forms:
            below = f"{FOLDER}/{form.name}"
            for file in (*form.files, *form.seal):
                # What is missing, or no file any more, the check itself will find.
                with suppress(OSError):
                    forget(tree.file(file.name))

            def step(done: int, _total: int, below: str = below, before: int = before) -> None:
                self._say(Step.READING, below, before + done, total)

            verdict = check_folder(tree.folder(below), self._keys, step)
            signed = verdict.signed
            if signed is None or not verdict.is_unchanged or signed.copy_number != form.signed.copy_number:
                raise self._withdraw(form, verdict)
            verdicts[form.name] = verdict
            before += sum(file.size for file in (*form.files, *form.seal))
        for file in source.root:
            self._say(Step.READING, file.name, before, total)
            digest = ""
            if tree.look(file.name) is not None:
                digest = digest_on_disk(tree.file(file.name), lambda _count: None)
            if digest != file.digest:
                if file.name not in self._plan.there:
                    safe_write.remove(tree.file(file.name))
                raise differs(file.name)
            before += file.size
        self._say(Step.READING, "", total, total)
        return verdicts

    def _withdraw(self, form: Form, verdict: Verdict) -> CopyFault:
        """Take the seal off what did not arrive, and away what the stick spoiled; return what to say."""
        found = verdict.differences
        if found.extra and not (found.changed or found.missing):
            return in_the_way(*found.extra)
        list(self._tree.folder("").iterdir())  # raises where the stick is gone
        written = {file.name for file in self._plan.to_place}
        spoiled = [f"{FOLDER}/{form.name}/{name}" for name in found.changed]
        for name in (
            *(file.name for file in reversed(form.seal)),
            *(name for name in spoiled if name in written),
        ):
            if self._tree.look(name) is not None:
                safe_write.remove(self._tree.file(name))
        return differs(*(spoiled or found.missing or (f"{FOLDER}/{form.name}",)))

    def _say(self, step: Step, file: str, done: int, total: int) -> None:
        self._tell(Moment(step, file, min(done, total), total))


def _pieces(file: SourceFile) -> Iterator[bytes]:
    """Yield the bytes of what is copied, and no more of them than were signed.

    Raises:
        CopyFault: it cannot be read.
    """
    if file.path is None:
        yield file.content
        return
    try:
        with open_ordinary(file.path) as opened:
            left = file.size
            while left >= 0 and (piece := opened.read(min(PIECE, left + 1))):
                left -= len(piece)
                yield piece
    except OSError:
        raise source_unreadable(file.name) from None
