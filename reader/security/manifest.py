"""The list that is signed: every file of a copy with its SHA-256, and what the copy says of itself.

The file satisfies ``sha256sum -c``, which passes over lines that begin with ``#``. There is one way to
write a manifest; what is written otherwise is refused, so that every byte of it means something.
"""

from __future__ import annotations

import datetime
import hashlib
import re
from dataclasses import dataclass

from reader.security.names import collide, is_name
from reader.security.refusals import damaged

MANIFEST_NAME = "SHA256SUMS"
LARGEST_MANIFEST = 5_000_000
"""Bytes."""
MOST_FILES = 20_000
LARGEST_TOTAL = 512_000_000
"""Bytes of all files of a briefing together."""
BRIEFING_FORMAT = "briefing-manifest-1"
PROGRAM_FORMAT = "program-manifest-1"

_KEYS = ("format", "pack", "version", "issued", "next-issue-by", "title", "total-bytes")
_NEVER = "never"
_ID = re.compile(r"[a-z][a-z0-9-]{0,63}")
_NUMBER = re.compile(r"0|[1-9][0-9]{0,11}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LINE = re.compile(r"([0-9a-f]{64})  (.+)")
_JOINERS = frozenset("\u200c\u200d\u200e\u200f")
"""Half-space, joiner and direction marks: Persian needs them, and they cannot reorder what is around."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is signed.

    Attributes:
        format: ``BRIEFING_FORMAT``, or ``PROGRAM_FORMAT`` for a folder with the program in it.
        pack: id of the briefing, or of the program.
        version: YYYYMMDDnn; it only rises.
        issued: day of issue.
        next_issue_by: day until which another issue is to be expected; None if none is announced.
        title: one line for people.
        total_bytes: of all files together.
        files: name and SHA-256 in hex of each file, by name.
    """

    format: str
    pack: str
    version: int
    issued: datetime.date
    next_issue_by: datetime.date | None
    title: str
    total_bytes: int
    files: tuple[tuple[str, str], ...]

    @property
    def is_program(self) -> bool:
        """Whether it lists a program's folder rather than a briefing."""
        return self.format == PROGRAM_FORMAT

    def digest(self, name: str) -> str | None:
        """Return the SHA-256 of a file in hex, or None if it is not listed."""
        return dict(self.files).get(name)

    def write(self) -> bytes:
        """Return the one form of this manifest.

        Raises:
            PackDamaged: its values are not such as a manifest may have.
        """
        raw = _written(self)
        if read_manifest(raw) != self:
            raise damaged(MANIFEST_NAME)
        return raw


def read_manifest(raw: bytes) -> Manifest:
    """Read a manifest.

    Args:
        raw: the whole file.

    Raises:
        PackDamaged: it is not in the one form a manifest has.
    """
    try:
        if len(raw) > LARGEST_MANIFEST:
            raise ValueError
        manifest = _read(raw.decode("utf-8"))
    except ValueError:
        raise damaged(MANIFEST_NAME) from None
    if _written(manifest) != raw:
        raise damaged(MANIFEST_NAME)
    return manifest


def copy_number(raw: bytes) -> str:
    """Return the 20 digits that name exactly this issue, in groups of five.

    Args:
        raw: the manifest.
    """
    return digits(b"briefing copy number 1\n" + raw, 20)


def digits(raw: bytes, count: int) -> str:
    """Return the last ``count`` decimal digits of the SHA-256 of some bytes, in groups of five.

    Digits are the same in every script, and can be read out over a telephone.
    """
    number = str(int.from_bytes(hashlib.sha256(raw).digest(), "big") % 10**count).zfill(count)
    return " ".join(number[start : start + 5] for start in range(0, count, 5))


def is_title(text: str) -> bool:
    """Say whether a text is one honest line: no control characters, nothing that turns direction."""
    shown = "".join(letter for letter in text if letter not in _JOINERS)
    return bool(shown.strip()) and text == text.strip() and len(text) <= 200 and shown.isprintable()


def is_version(version: int) -> bool:
    """Say whether a number is a day and two digits, YYYYMMDDnn."""
    try:
        datetime.date.fromisoformat(str(version // 100))
    except ValueError:
        return False
    return 1900_01_01_00 <= version <= 9999_12_31_99


def _read(text: str) -> Manifest:
    """Read the text loosely: that it is the one form is checked by writing it again.

    Raises:
        ValueError: something is not as it must be.
    """
    lines = text.split("\n")
    head = dict(line.removeprefix("# ").split(": ", 1) for line in lines[: len(_KEYS)])
    if tuple(head) != _KEYS or head["format"] not in (BRIEFING_FORMAT, PROGRAM_FORMAT):
        raise ValueError
    files = []
    for line in lines[len(_KEYS) : -1]:
        found = _LINE.fullmatch(line)
        if found is None:
            raise ValueError
        files.append((found[2], found[1]))
    names = [name for name, _ in files]
    strict = head["format"] == BRIEFING_FORMAT
    version, total = _number(head["version"]), _number(head["total-bytes"])
    if (
        not _ID.fullmatch(head["pack"])
        or not is_version(version)
        or not is_title(head["title"])
        or not 1 <= len(files) <= MOST_FILES
        or names != sorted(set(names))
        or not all(is_name(name, strict=strict) for name in names)
        or collide([*names, MANIFEST_NAME, f"{MANIFEST_NAME}.minisig"])
        or (strict and total > LARGEST_TOTAL)
    ):
        raise ValueError
    return Manifest(
        format=head["format"],
        pack=head["pack"],
        version=version,
        issued=_day(head["issued"]),
        next_issue_by=None if head["next-issue-by"] == _NEVER else _day(head["next-issue-by"]),
        title=head["title"],
        total_bytes=total,
        files=tuple(files),
    )


def _written(manifest: Manifest) -> bytes:
    values = (
        manifest.format,
        manifest.pack,
        manifest.version,
        manifest.issued.isoformat(),
        manifest.next_issue_by.isoformat() if manifest.next_issue_by else _NEVER,
        manifest.title,
        manifest.total_bytes,
    )
    head = "".join(f"# {key}: {value}\n" for key, value in zip(_KEYS, values, strict=True))
    return (head + "".join(f"{digest}  {name}\n" for name, digest in manifest.files)).encode(
        "utf-8", "replace"
    )


def _number(text: str) -> int:
    if not _NUMBER.fullmatch(text):
        raise ValueError
    return int(text)


def _day(text: str) -> datetime.date:
    if not _DAY.fullmatch(text):
        raise ValueError
    return datetime.date.fromisoformat(text)
