"""Why a copy is refused, in the words people see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import PackDamaged, PackRejected, PackUnsigned, PublisherUnknown, printable

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST_NAMED = 5


def damaged(
    *changed: str, missing: Iterable[str] = (), extra: Iterable[str] = (), alarms: Iterable[str] = ()
) -> PackDamaged:
    """Return the refusal of something that is not what its publisher packed.

    Args:
        changed: files that are altered.
        missing: files that are not there.
        extra: files that nobody signed.
        alarms: those of the extra ones that a computer could run.
    """
    gone, more, named = _named(missing), _named(extra), _named(changed)
    named += gone + more
    shown = ", ".join(named[:_MOST_NAMED]) + (" …" if len(named) > _MOST_NAMED else "")
    fault = PackDamaged(
        "This is not what its publisher packed: it is damaged, or somebody altered it ({files}). "
        "Do not trust it and do not pass it on.",
        files=shown,
    )
    fault.files, fault.missing, fault.extra, fault.alarms = named, gone, more, _named(alarms)
    return fault


def _named(files: Iterable[str]) -> tuple[str, ...]:
    return tuple(printable(file, 150) for file in files)


def unsigned(*files: str) -> PackUnsigned:
    """Return the refusal of something without a signature.

    Args:
        files: which of the two files that make a signature are missing.
    """
    fault = PackUnsigned(
        "This is not signed ({files} is missing): nobody vouches for it. It was not opened.",
        files=", ".join(files),
    )
    fault.files = files
    return fault


def unknown_publisher() -> PublisherUnknown:
    """Return the refusal of something signed with a key that is not ours."""
    return PublisherUnknown(
        "Its signature, SHA256SUMS.minisig, is by a key that this program does not know. "
        "Anyone can make one of these. It was not opened."
    )


def unreadable(name: str) -> PackRejected:
    """Return the refusal of a file or folder that the system does not let us read."""
    return PackRejected("“{name}” is not there, or cannot be read.", name=name)
