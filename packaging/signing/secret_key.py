"""The secret half of a publisher's key: read from a file or the environment, and used to sign.

The format is that of minisign ("Secret key format" on https://jedisct1.github.io/minisign/). The reader
itself has no code that signs.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nacl.pwhash import scrypt
from nacl.signing import SigningKey

from reader.security.signature import PublicKey, Signature, write_signature
from stopping import Stop

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE, DATA, PASSWORD = (
    "BRIEFING_SIGNING_KEY",
    "BRIEFING_SIGNING_KEY_DATA",
    "BRIEFING_SIGNING_KEY_PASSWORD",
)
"""Environment: the key's file, or the key itself; and its password."""
COMMENT = b"file:SHA256SUMS"
"""The signed comment: the same for every copy, so that building a pack again gives the same bytes."""
_LENGTH = 158
_PLAIN, _LOCKED = b"\x00\x00", b"Sc"


@dataclass(frozen=True)
class SecretKey:
    """What signs.

    Attributes:
        public: the other half.
        seed: the secret, 32 bytes.
    """

    public: PublicKey
    seed: bytes = field(repr=False)

    def sign(self, message: bytes) -> bytes:
        """Return the signature file over a message."""
        signer = SigningKey(self.seed)
        signature = signer.sign(hashlib.blake2b(message).digest()).signature
        over_comment = signer.sign(signature + COMMENT).signature
        return write_signature(Signature(self.public.id, signature, COMMENT, over_comment))


def chosen_key(environment: Mapping[str, str], development: Path) -> SecretKey:
    """Read the key that the environment names, or the development key if it names none.

    Args:
        environment: the process's.
        development: the file of the development key.

    Raises:
        Stop: there is no such key, or its password is wrong.
    """
    try:
        if data := environment.get(DATA):
            raw = data.encode("utf-8")
        else:
            raw = _file(environment.get(FILE), development)
    except OSError as fault:
        raise Stop(f"The signing key cannot be read: {fault.strerror}.") from None
    return read_secret_key(raw, environment.get(PASSWORD, ""))


def _file(named: str | None, development: Path) -> bytes:
    if not named:
        return development.read_bytes()
    with open(named, "rb") as file:  # noqa: PTH123  as the person wrote it
        return file.read(10_000)


def read_secret_key(raw: bytes, password: str) -> SecretKey:
    """Read a secret key as minisign writes it.

    Args:
        raw: the file, or only the line with the key.
        password: what it is locked with; not looked at if it is not.

    Raises:
        Stop: it is none, or the password is wrong.
    """
    try:
        key = base64.b64decode(raw.decode("utf-8").strip().split("\n")[-1].strip(), validate=True)
    except (ValueError, binascii.Error):
        raise Stop("The signing key is not a secret key of minisign.") from None
    if len(key) != _LENGTH or key[:2] != b"Ed" or key[4:6] != b"B2" or key[2:4] not in (_PLAIN, _LOCKED):
        raise Stop("The signing key is not a secret key of minisign.")
    body = key[54:]
    if key[2:4] == _LOCKED:
        operations, memory = (int.from_bytes(key[start : start + 8], "little") for start in (38, 46))
        if memory > 2**31 or operations > 2**31:
            raise Stop("The signing key is not a secret key of minisign.")
        stream = scrypt.kdf(len(body), password.encode("utf-8"), key[6:38], operations, memory)
        body = bytes(a ^ b for a, b in zip(body, stream, strict=True))
        if hashlib.blake2b(b"Ed" + body[:72], digest_size=32).digest() != body[72:]:
            raise Stop(f"The password of the signing key is wrong (it is read from {PASSWORD}).")
    key_id, seed, public = body[:8], body[8:40], body[40:72]
    if SigningKey(seed).verify_key.encode() != public:
        raise Stop("The signing key is damaged.")
    return SecretKey(PublicKey(key_id, public), seed)
