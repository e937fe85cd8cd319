"""Signatures in the format of minisign: Ed25519 over the BLAKE2b-512 of a file, and over a comment.

Formats: minisign's own page, "Signature format" and "Public key format"
(https://jedisct1.github.io/minisign/). Only prehashed signatures (``ED``) are read. The first line of a
signature file is not signed; it must be ``UNTRUSTED``, so that here too every byte counts.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from dataclasses import dataclass

from reader.errors import KeyUnreadable
from reader.security.manifest import MANIFEST_NAME, digits
from reader.security.refusals import damaged

SIGNATURE_NAME = f"{MANIFEST_NAME}.minisig"
LARGEST_SIGNATURE = 2_000
"""Bytes of a signature file."""
UNTRUSTED = "untrusted comment: signature of a briefing, see HOW-TO-CHECK.txt"

_COMMENT = re.compile(r"trusted comment: ([ -~\t]{0,1000})")


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A key that signatures can be checked with.

    Attributes:
        id: the eight bytes by which minisign finds a key; they prove nothing and are never shown.
        key: the Ed25519 public key, 32 bytes.
    """

    id: bytes
    key: bytes

    @property
    def number(self) -> str:
        """The 40 digits that name the key, in groups of five."""
        return digits(b"briefing key number 1\n" + self.key, 40)

    @property
    def line(self) -> str:
        """The key as minisign's option ``-P`` takes it."""
        return base64.b64encode(b"Ed" + self.id + self.key).decode("ascii")


@dataclass(frozen=True, slots=True)
class Signature:
    """What a signature file holds.

    Attributes:
        key_id: which key is said to have signed.
        signature: over the BLAKE2b-512 of the file, 64 bytes.
        comment: the trusted comment; never shown.
        comment_signature: over ``signature`` and ``comment``, 64 bytes.
    """

    key_id: bytes
    signature: bytes
    comment: bytes
    comment_signature: bytes


def verifies(key: PublicKey, message: bytes, signature: Signature) -> bool:
    """Say whether a key made a signature over a message.

    Everything that is called genuine rests on this answer. libsodium also refuses keys of small order
    and the second form of a signature (S + L).

    Args:
        key: the key; its id is not looked at.
        message: the signed file, whole.
        signature: what is claimed.
    """
    from nacl.exceptions import CryptoError
    from nacl.signing import VerifyKey

    try:
        checker = VerifyKey(key.key)
        checker.verify(hashlib.blake2b(message).digest(), signature.signature)
        checker.verify(signature.signature + signature.comment, signature.comment_signature)
    except (CryptoError, ValueError):
        return False
    return True


def read_signature(raw: bytes) -> Signature:
    """Read a signature file.

    Args:
        raw: the whole file.

    Raises:
        PackDamaged: it is not in the one form that is accepted.
    """
    try:
        if len(raw) > LARGEST_SIGNATURE:
            raise ValueError
        first, body, comment_line, last, end = raw.decode("ascii").split("\n")
        comment = _COMMENT.fullmatch(comment_line)
        if first != UNTRUSTED or comment is None or end:
            raise ValueError
        head, over_comment = _decoded(body, 74), _decoded(last, 64)
        if head[:2] != b"ED":
            raise ValueError
    except ValueError:
        raise damaged(SIGNATURE_NAME) from None
    return Signature(head[2:10], head[10:], comment[1].encode("ascii"), over_comment)


def write_signature(signature: Signature) -> bytes:
    """Return the one form of a signature file."""
    head = base64.b64encode(b"ED" + signature.key_id + signature.signature)
    lines = (
        UNTRUSTED.encode("ascii"),
        head,
        b"trusted comment: " + signature.comment,
        base64.b64encode(signature.comment_signature),
    )
    return b"".join(line + b"\n" for line in lines)


def read_public_key(raw: bytes) -> PublicKey:
    """Read a file with a public key, as minisign writes it.

    Args:
        raw: the whole file.

    Raises:
        KeyUnreadable: it is none.
    """
    try:
        comment, line = raw.decode("utf-8").replace("\r\n", "\n").rstrip("\n").split("\n")
        decoded = _decoded(line, 42)
        if not comment.startswith("untrusted comment: ") or decoded[:2] != b"Ed":
            raise ValueError
    except ValueError:
        raise KeyUnreadable("This is not a public key of minisign.") from None
    return PublicKey(decoded[2:10], decoded[10:])


def _decoded(text: str, length: int) -> bytes:
    """Decode base64 in its one form: a decoder alone would overlook the unused bits at the end.

    Raises:
        ValueError: it is another form, or of another length.
    """
    try:
        raw = base64.b64decode(text, validate=True)
    except binascii.Error:
        raise ValueError from None
    if len(raw) != length or base64.b64encode(raw).decode("ascii") != text:
        raise ValueError
    return raw
