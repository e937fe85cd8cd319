"""A publisher for tests: makes good packs and every kind of bad one."""

from __future__ import annotations

import base64
import datetime
import hashlib
import io
import struct
import zlib
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from nacl.signing import SigningKey

from reader.errors import PackDamaged
from reader.security.manifest import BRIEFING_FORMAT, MANIFEST_NAME, Manifest
from reader.security.safe_archive import write_archive
from reader.security.signature import SIGNATURE_NAME, PublicKey, Signature, write_signature
from reader.security.trusted_keys import Publisher, TrustedKeys
from tests import garden

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["PackDamaged", "write_archive"]

DAY = datetime.date(2026, 1, 2)


@dataclass(frozen=True)
class Signer:
    """Somebody with a key."""

    seed: bytes
    id: bytes

    @property
    def public(self) -> PublicKey:
        return PublicKey(self.id, SigningKey(self.seed).verify_key.encode())

    def signature(self, message: bytes, comment: bytes = b"file:SHA256SUMS") -> Signature:
        key = SigningKey(self.seed)
        signature = key.sign(hashlib.blake2b(message).digest()).signature
        return Signature(self.id, signature, comment, key.sign(signature + comment).signature)

    def sign(self, message: bytes, comment: bytes = b"file:SHA256SUMS") -> bytes:
        return write_signature(self.signature(message, comment))

    def line(self) -> str:
        """The public key as a file, as the stock minisign reads it."""
        return f"untrusted comment: a key\n{self.public.line}\n"


PUBLISHER = Signer(hashlib.sha256(b"the publisher").digest(), b"publishr")
OTHER = Signer(hashlib.sha256(b"another publisher").digest(), b"otherpub")
STRANGER = Signer(hashlib.sha256(b"a stranger").digest(), b"stranger")
KEYS = TrustedKeys(
    (
        Publisher(PUBLISHER.public, {"fa": "ناشر نمونه", "en": "Sample Publisher"}, is_development=False),
        Publisher(OTHER.public, {"fa": "ناشر دیگر", "en": "Other Publisher"}, is_development=False),
    )
)


@lru_cache
def garden_files() -> tuple[tuple[str, bytes], ...]:
    """The files of the garden book."""
    found = {"briefing.toml": garden.TOML.encode()}
    for name, texts in (("preface", garden.PREFACE), ("guide", garden.GUIDE), ("tables", garden.TABLES)):
        for language, text in texts.items():
            found[f"book/{name}.{language}.md"] = text.encode()
    return tuple(found.items())


def files(**changed: bytes) -> dict[str, bytes]:
    """The files of the garden book; ``changed`` gives other contents for ``book/NAME.LANGUAGE.md``."""
    return dict(garden_files()) | {
        f"book/{name.replace('_', '.')}.md": content for name, content in changed.items()
    }


def manifest(contents: dict[str, bytes], **values) -> Manifest:
    """The manifest of some files; ``values`` replace what it says."""
    listed = tuple(sorted((name, hashlib.sha256(content).hexdigest()) for name, content in contents.items()))
    total = sum(map(len, contents.values()))
    plain = Manifest(BRIEFING_FORMAT, "garden", 2026010201, DAY, None, "دفتر باغ", total, listed)
    return replace(plain, **values)


def entries(
    contents: dict[str, bytes] | None = None, signer: Signer = PUBLISHER, **values
) -> dict[str, bytes]:
    """All entries of a good pack, in their order."""
    contents = files() if contents is None else contents
    raw = manifest(contents, **values).write()
    return {MANIFEST_NAME: raw, SIGNATURE_NAME: signer.sign(raw), **dict(sorted(contents.items()))}


def loose_manifest(contents: dict[str, bytes]) -> bytes:
    """A list in the form of a manifest, whatever is listed."""
    plain = manifest(files()).write().split(b"# total-bytes: ")[0]
    total = sum(map(len, contents.values()))
    lines = sorted((name, hashlib.sha256(content).hexdigest()) for name, content in contents.items())
    return (
        plain
        + f"# total-bytes: {total}\n".encode()
        + b"".join(f"{digest}  {name}\n".encode() for name, digest in lines)
    )


def loose_pack(contents: dict[str, bytes]) -> bytes:
    """A well-signed pack of anything, whether or not such a list may be."""
    return signed_with(loose_manifest(contents), dict(sorted(contents.items())))


def archive(contents: dict[str, bytes]) -> bytes:
    """A container in its one form, whatever is in it."""
    raw = io.BytesIO()
    write_archive(raw, contents.items())
    return raw.getvalue()


def pack(contents: dict[str, bytes] | None = None, signer: Signer = PUBLISHER, **values) -> bytes:
    """A good pack."""
    return archive(entries(contents, signer, **values))


def signed_with(raw_manifest: bytes, contents: dict[str, bytes], signer: Signer = PUBLISHER) -> bytes:
    """A pack whose manifest is any bytes, well signed."""
    return archive({MANIFEST_NAME: raw_manifest, SIGNATURE_NAME: signer.sign(raw_manifest), **contents})


def write_folder(folder: Path, contents: dict[str, bytes]) -> Path:
    """Write entries as files, as somebody does who unpacks a pack."""
    for name, content in contents.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def png(width: int, height: int) -> bytes:
    """A picture that says it has this size and holds one line."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">L", len(body)) + kind + body + struct.pack(">L", zlib.crc32(kind + body))

    head = struct.pack(">2L5B", width, height, 8, 0, 0, 0, 0)
    line = zlib.compress(b"\0" * (min(width, 1000) + 1))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", line) + chunk(b"IEND", b"")


def legacy(signer: Signer, message: bytes) -> bytes:
    """A signature of minisign's old kind, over the file itself."""
    key = SigningKey(signer.seed)
    signature = key.sign(message).signature
    comment = b"file:SHA256SUMS"
    raw = write_signature(Signature(signer.id, signature, comment, key.sign(signature + comment).signature))
    lines = raw.split(b"\n")
    lines[1] = base64.b64encode(b"Ed" + base64.b64decode(lines[1])[2:])
    return b"\n".join(lines)


def second_form(signature: bytes) -> bytes:
    """The other S that fulfils the same equation: S + L."""
    order = 2**252 + 27742317777372353535851937790883648493
    return signature[:32] + (int.from_bytes(signature[32:], "little") + order).to_bytes(32, "little")


def loose_base64(line: bytes) -> bytes:
    """The same bytes in base64 written otherwise: with other bits where none count."""
    letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    end = len(line.rstrip(b"=")) - 1
    other = letters[letters.index(line[end : end + 1]) + 1 :][:1]
    changed = line[:end] + other + line[end + 1 :]
    assert base64.b64decode(changed) == base64.b64decode(line)
    return changed
