"""Reads a pack once, and hands out its files only when every byte is what its publisher signed.

Order: the signature over the manifest, then every hash, and only then may anybody look at a content.
The bytes that were hashed are the bytes that are handed out; the file is not read again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from reader.errors import PackRejected
from reader.security.manifest import LARGEST_MANIFEST, MANIFEST_NAME, Manifest, copy_number, read_manifest
from reader.security.ordinary_file import open_ordinary
from reader.security.refusals import damaged, unknown_publisher, unreadable, unsigned
from reader.security.safe_archive import ArchiveMalformed, ArchiveReader, write_archive
from reader.security.signature import LARGEST_SIGNATURE, SIGNATURE_NAME, read_signature

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from reader.security.safe_archive import Sink
    from reader.security.trusted_keys import Publisher, TrustedKeys

Progress = Callable[[int, int], None]
"""Told how many bytes are done, and how many there are; may raise to stop."""


@dataclass(frozen=True, slots=True)
class Signed:
    """A manifest that a publisher of ours signed.

    Attributes:
        manifest: what it says.
        publisher: who signed it.
        copy_number: the 20 digits that name exactly this issue.
    """

    manifest: Manifest
    publisher: Publisher
    copy_number: str


@dataclass(frozen=True, slots=True)
class VerifiedFile:
    """A file whose bytes are those its publisher signed. Only this module makes one.

    Attributes:
        name: as in the manifest.
        view: where the bytes lie that were hashed.
    """

    name: str
    view: memoryview

    @property
    def content(self) -> bytes:
        """The bytes that were hashed."""
        return bytes(self.view)


class VerifiedFolder:
    """All files of a copy, each of them verified, in memory. Only this module makes one.

    Args:
        signed: what the publisher signed.
        own: the bytes of the manifest and of the signature.
        files: one for each name in its manifest, in its order.
    """

    def __init__(self, signed: Signed, own: tuple[bytes, bytes], files: Iterable[VerifiedFile]) -> None:
        self.signed = signed
        self._own = own
        self._files = {file.name: file for file in files}

    def write(self, sink: Sink) -> None:
        """Write the pack it was read from, byte for byte."""
        own = zip((MANIFEST_NAME, SIGNATURE_NAME), self._own, strict=True)
        write_archive(sink, (*own, *((file.name, file.view) for file in self._files.values())))

    def file(self, name: str, *, largest: int) -> VerifiedFile:
        """Return a file.

        Args:
            name: as in the manifest.
            largest: bytes it may have.

        Raises:
            OSError: the copy has none of that name, or it is larger.
        """
        found = self._files.get(name)
        if found is None or len(found.view) > largest:
            raise FileNotFoundError(name)
        return found

    @property
    def names(self) -> tuple[str, ...]:
        """The name of every file."""
        return tuple(self._files)


def signed_manifest(raw_manifest: bytes, raw_signature: bytes, keys: TrustedKeys) -> Signed:
    """Check a signature over a manifest, and only then read the manifest.

    Args:
        raw_manifest: the whole file.
        raw_signature: the whole file.
        keys: whose signatures count.

    Raises:
        PackDamaged: the signature is not its key's, or one of the two files is not in its one form.
        PublisherUnknown: the signature names none of our keys, and none of them made it.
    """
    signature = read_signature(raw_signature)
    publisher = keys.signer(raw_manifest, signature)
    if publisher is None:
        if keys.knows(signature.key_id):
            raise damaged(MANIFEST_NAME, SIGNATURE_NAME)
        raise unknown_publisher()
    if publisher.key.id != signature.key_id:
        # minisign itself would refuse it, and these bytes count as any others.
        raise damaged(SIGNATURE_NAME)
    return Signed(read_manifest(raw_manifest), publisher, copy_number(raw_manifest))


def open_pack(path: Path, keys: TrustedKeys, progress: Progress | None = None) -> VerifiedFolder:
    """Read and verify a pack.

    Args:
        path: the file.
        keys: whose signatures count.
        progress: told after each file.

    Raises:
        PackRejected: it is not what one of our publishers packed, or cannot be read.
    """
    try:
        with open_ordinary(path, follow=True) as file:
            return read_pack(file, path.name, keys, progress)
    except OSError:
        raise unreadable(path.name) from None


def read_pack(
    file: BinaryIO, name: str, keys: TrustedKeys, progress: Progress | None = None
) -> VerifiedFolder:
    """Read and verify a pack from its beginning.

    Args:
        file: the pack.
        name: what it is called.
        keys: whose signatures count.
        progress: told after each file.

    Raises:
        PackRejected: it is not what one of our publishers packed.
        OSError: it cannot be read.
    """
    archive = ArchiveReader(file)
    manifest = None
    try:
        raw_manifest = bytes(archive.take(MANIFEST_NAME, LARGEST_MANIFEST)[0])
        raw_signature = bytes(archive.take(SIGNATURE_NAME, LARGEST_SIGNATURE)[0])
        signed = signed_manifest(raw_manifest, raw_signature, keys)
        manifest = signed.manifest
        if manifest.is_program:
            raise damaged(MANIFEST_NAME)
        files = list(_verified(archive, manifest, progress))
        archive.finish()
    except ArchiveMalformed:
        raise _refusal(file, name, manifest, keys) from None
    return VerifiedFolder(signed, (raw_manifest, raw_signature), files)


def _refusal(file: BinaryIO, name: str, manifest: Manifest | None, keys: TrustedKeys) -> PackRejected:
    """Return the refusal of a pack that is not as it must be, naming what differs."""
    # Imported here: the reader's own briefing is read before the first paint, and it is whole.
    from reader.security.pack_diagnosis import differences, own_files

    if manifest is None:
        own = own_files(file)
        if len(own) == 2:
            try:
                manifest = signed_manifest(own[MANIFEST_NAME], own[SIGNATURE_NAME], keys).manifest
            except PackRejected as fault:
                return fault
    found = differences(file, manifest)
    if found.seen and manifest is None and found.missing and not found.changed:
        return unsigned(*found.missing)
    if not found.seen or not found:
        return damaged(name)
    return damaged(*found.changed, missing=found.missing, extra=found.extra, alarms=found.alarms)


def _verified(
    archive: ArchiveReader, manifest: Manifest, progress: Progress | None
) -> Iterator[VerifiedFile]:
    """Yield every file of a pack, in its order.

    Raises:
        ArchiveMalformed: a file is not the one that was signed.
    """
    left = manifest.total_bytes
    archive.make_room((name for name, _ in manifest.files), left)
    for name, digest in manifest.files:
        content, found = archive.take(name, left)
        if found != digest:
            raise ArchiveMalformed
        left -= len(content)
        if progress is not None:
            progress(manifest.total_bytes - left, manifest.total_bytes)
        yield VerifiedFile(name, content)
    if left:
        raise ArchiveMalformed
