"""What is on a stick already: a copy of ours, what an interrupted copy left, and what is in the way."""

from __future__ import annotations

import hashlib
import re
import stat
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.errors import PackRejected
from reader.security.folder_check import REMEMBERED, is_alarm, walk
from reader.security.manifest import LARGEST_MANIFEST, MANIFEST_NAME
from reader.security.ordinary_file import open_ordinary
from reader.security.signature import LARGEST_SIGNATURE, SIGNATURE_NAME
from reader.security.verification import signed_manifest
from reader.share.copy_source import FOLDER, FORMS, names_at_root
from reader.share.read_back import digest_on_disk

if TYPE_CHECKING:
    import os

    from reader.security.held_folder import HeldTree
    from reader.security.trusted_keys import TrustedKeys
    from reader.security.verification import Progress, Signed
    from reader.share.copy_source import Source, SourceFile

STAGING = f"{FOLDER}/.unfinished"
"""Where files lie until all of them are there: each named by its bytes, seals by their manifest's."""
_STAGED = re.compile(r"[0-9a-f]{64}(\.[0-9]+)?")
_SEAL = re.compile(rf"(?P<form>{'|'.join(FORMS)})\.[0-9a-f]{{16}}\.{MANIFEST_NAME}(?P<signature>\.minisig)?")


@dataclass(frozen=True, slots=True)
class Seen:
    """A file as it was when it was read; what differs later is not touched.

    Attributes:
        size: bytes.
        changed: nanoseconds since 1970.
    """

    size: int
    changed: int

    @classmethod
    def of(cls, about: os.stat_result) -> Seen:
        """Return what a file is known by."""
        return cls(about.st_size, about.st_mtime_ns)


@dataclass(slots=True)
class Found:
    """What a survey found."""

    there: dict[str, tuple[int, int]] = field(default_factory=dict)
    staged: set[str] = field(default_factory=set)
    replaced: dict[str, Seen] = field(default_factory=dict)
    obsolete: dict[str, Seen] = field(default_factory=dict)
    stale: dict[str, int] = field(default_factory=dict)
    strange: list[str] = field(default_factory=list)


def staging_names(source: Source) -> dict[str, str]:
    """Return the name under which each file lies ready, by its name on the stick."""
    names: dict[str, str] = {}
    seen: dict[str, int] = {}
    for file in source.files:
        again = seen[file.digest] = seen.get(file.digest, -1) + 1
        names[file.name] = f"{STAGING}/{file.digest}" + (f".{again}" if again else "")
    for form in source.forms:
        for file in form.seal:
            names[file.name] = seal_name(form.name, form.seal[-1].digest, file.name)
    return names


def seal_name(form: str, manifest_digest: str, name: str) -> str:
    """Return the name of a manifest or a signature among what lies ready, or was retired."""
    return f"{STAGING}/{form}.{manifest_digest[:16]}.{name.rpartition('/')[2]}"


def seals_of(tree: HeldTree, form: str, keys: TrustedKeys) -> dict[str, Signed]:
    """Return what was signed of a form on the stick, by the digest of its manifest: in place or retired."""
    manifests: list[bytes] = []
    signatures: list[bytes] = []
    places = [(f"{FOLDER}/{form}/{MANIFEST_NAME}", False), (f"{FOLDER}/{form}/{SIGNATURE_NAME}", True)]
    for name in _names(tree, STAGING):
        found = _SEAL.fullmatch(name)
        if found is not None and found["form"] == form:
            places.append((f"{STAGING}/{name}", found["signature"] is not None))
    for name, is_signature in places:
        raw = _read(tree, name, LARGEST_SIGNATURE if is_signature else LARGEST_MANIFEST)
        if raw is not None:
            (signatures if is_signature else manifests).append(raw)
    signed = {}
    for manifest in manifests:
        for signature in signatures:
            try:
                made = signed_manifest(manifest, signature, keys)
            except PackRejected:
                continue
            if made.manifest.is_program:
                signed[hashlib.sha256(manifest).hexdigest()] = made
                signed.setdefault(hashlib.sha256(signature).hexdigest(), made)
    return signed


def _names(tree: HeldTree, folder: str) -> list[str]:
    if tree.look(folder) is None:
        return []
    return sorted(each.name for each in tree.enter(folder).iterdir())


def _read(tree: HeldTree, name: str, largest: int) -> bytes | None:
    about = tree.look(name)
    if about is None or not stat.S_ISREG(about.st_mode) or about.st_size > largest:
        return None
    with open_ordinary(tree.file(name)) as file:
        return file.read(largest)


def in_place(tree: HeldTree, form: str, seals: dict[str, Signed]) -> Signed | None:
    """Return what the manifest says that stands in its place."""
    raw = _read(tree, f"{FOLDER}/{form}/{MANIFEST_NAME}", LARGEST_MANIFEST)
    return None if raw is None else seals.get(hashlib.sha256(raw).hexdigest())


def survey(
    tree: HeldTree, source: Source, seals: dict[str, dict[str, Signed]], progress: Progress | None
) -> Found:
    """Find out what of a copy is there.

    Args:
        tree: the stick.
        source: what is copied.
        seals: what was signed of each form on it.
        progress: told how much of what is there was read; may raise to stop.

    Raises:
        Blocked: something stands where a folder must be.
        OSError: it cannot be read.
    """
    wanted = {file.name: file for file in (*source.files, *source.seals)}
    ours = _ours(seals)
    found = Found()
    copied = {form.name for form in source.forms}
    others = [signed for form in seals if form not in copied for signed in seals[form].values()]
    still = {name for signed in others for name, _ in names_at_root(signed.manifest)}
    listed = {
        name
        for form in copied
        for signed in seals[form].values()
        for name in (
            *(f"{FOLDER}/{form}/{each}" for each, _ in signed.manifest.files),
            *(each for each, _ in names_at_root(signed.manifest) if each not in still),
        )
    }
    present = {}
    for name in (*wanted, *sorted(listed - wanted.keys())):
        about = tree.look(name)
        if about is None:
            continue
        if stat.S_ISREG(about.st_mode):
            present[name] = about
        elif name in wanted:
            found.strange.append(name)
    ready = _lying_ready(tree, source, found)
    total = sum(about.st_size for about in (*present.values(), *ready.values()))
    done = 0

    def step(count: int) -> None:
        nonlocal done
        done += count
        if progress is not None:
            progress(done, total)

    for name, about in present.items():
        digest = digest_on_disk(tree.file(name), step)
        if name in wanted and digest == wanted[name].digest:
            found.there[name] = (about.st_dev, about.st_ino)
        elif digest in ours.get(name.casefold(), ()):
            (found.replaced if name in wanted else found.obsolete)[name] = Seen.of(about)
        elif name in wanted:
            found.strange.append(name)
    _mind_one_file_of_two_names(found, present)
    names = staging_names(source)
    for file in wanted.values():
        if names[file.name] in ready:
            right = digest_on_disk(tree.file(names[file.name]), step) == file.digest
            if right and file.name not in found.there:
                found.staged.add(file.name)
            else:
                found.stale[names[file.name]] = ready[names[file.name]].st_size
    for form in copied:
        _look_for_others(tree, form, wanted, found)
    return found


def _ours(seals: dict[str, dict[str, Signed]]) -> dict[str, set[str]]:
    """Return every digest that a signed list on the stick gives a name; without regard to its case."""
    ours: dict[str, set[str]] = {}
    for form, known in seals.items():
        for digest, signed in known.items():
            for own in (MANIFEST_NAME, SIGNATURE_NAME):
                ours.setdefault(f"{FOLDER}/{form}/{own}".casefold(), set()).add(digest)
            listed = [(f"{FOLDER}/{form}/{name}", each) for name, each in signed.manifest.files]
            for name, each in (*listed, *names_at_root(signed.manifest)):
                ours.setdefault(name.casefold(), set()).add(each)
    return ours


def leftovers(tree: HeldTree) -> list[str]:
    """Return what of ours lies in the folder where files are written aside."""
    names = _names(tree, STAGING)
    return [f"{STAGING}/{name}" for name in names if _STAGED.fullmatch(name) or _SEAL.fullmatch(name)]


def _lying_ready(tree: HeldTree, source: Source, found: Found) -> dict[str, os.stat_result]:
    """Return what an interrupted copy left that may be of use; note what is of none."""
    wanted, ready = set(staging_names(source).values()), {}
    for each in _names(tree, STAGING):
        name = f"{STAGING}/{each}"
        about = tree.look(name)
        if about is None or not stat.S_ISREG(about.st_mode):
            continue
        if name in wanted:
            ready[name] = about
        elif _STAGED.fullmatch(each):
            found.stale[name] = about.st_size
    return ready


def _mind_one_file_of_two_names(found: Found, present: dict[str, os.stat_result]) -> None:
    """Where case makes no difference, an old name and a new one may be one file: it goes, and is written."""
    going = {(present[name].st_dev, present[name].st_ino) for name in found.obsolete}
    for name in [*found.there, *found.replaced]:
        about = present[name]
        if (about.st_dev, about.st_ino) in going:
            found.there.pop(name, None)
            found.replaced.pop(name, None)


def _look_for_others(tree: HeldTree, form: str, wanted: dict[str, SourceFile], found: Found) -> None:
    """Note what lies in a form's folder and is neither wanted nor ours: no copy there would be genuine."""
    below = f"{FOLDER}/{form}"
    if tree.look(below) is None:
        return
    for each in walk(tree.enter(below)):
        name = f"{below}/{each.name}"
        if name in wanted or name in found.obsolete:
            continue
        if each.name.startswith(f"{REMEMBERED}/") and not is_alarm(each):
            continue
        found.strange.append(name)
