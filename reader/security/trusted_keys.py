"""The publishers whose signatures count: minisign keys in a folder, with the names people see."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.errors import KeyUnreadable
from reader.security.manifest import is_title
from reader.security.signature import PublicKey, Signature, read_public_key, verifies

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_KEYS = 8
NAMES = "publishers.toml"
_LANGUAGES = ("fa", "en")


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who packed a copy; not who wrote what is in it.

    Attributes:
        key: the key it signs with.
        names: what it is called, by language; from our list, never from a pack.
        is_development: whether this is the key whose secret half anybody can have.
    """

    key: PublicKey
    names: dict[str, str]
    is_development: bool


class TrustedKeys:
    """The publishers this program knows.

    Args:
        publishers: at most eight.
    """

    def __init__(self, publishers: tuple[Publisher, ...]) -> None:
        self._publishers = publishers

    @classmethod
    def load(cls, folder: Path) -> TrustedKeys:
        """Read the keys of a folder and the names they are known by.

        Args:
            folder: holds ``NAME.pub`` files, and ``publishers.toml`` with a table for each NAME.

        Raises:
            KeyUnreadable: a key or its name is missing or wrong, or there are too many.
        """
        try:
            named = tomllib.loads((folder / NAMES).read_text(encoding="utf-8"))
            files = sorted(folder.glob("*.pub"))
            if len(files) > MOST_KEYS or {file.stem for file in files} != set(named):
                raise ValueError
            return cls(tuple(_publisher(file, named[file.stem]) for file in files))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            raise KeyUnreadable("The list of publishers is damaged. Ask for another copy.") from None

    def __iter__(self) -> Iterator[Publisher]:
        return iter(self._publishers)

    def signer(self, message: bytes, signature: Signature) -> Publisher | None:
        """Return the publisher who made a signature over a message; None if none of them did."""
        made = (each for each in self._publishers if verifies(each.key, message, signature))
        return next(made, None)

    def knows(self, key_id: bytes) -> bool:
        """Say whether a signature names a key of ours; that is no proof of anything."""
        return any(each.key.id == key_id for each in self._publishers)


def _publisher(file: Path, table: dict[str, object]) -> Publisher:
    names = {language: str(table[language]) for language in _LANGUAGES}
    if not all(is_title(name) for name in names.values()):
        raise ValueError
    return Publisher(read_public_key(file.read_bytes()), names, table.get("development") is True)
