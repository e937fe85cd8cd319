"""Why a copy is refused, in the words people see."""

from __future__ import annotations

from reader.errors import PackDamaged, PackRejected, PackUnsigned, PublisherUnknown, printable

_MOST_NAMED = 5


def damaged(*files: str) -> PackDamaged:
    """Return the refusal of something that is not what its publisher packed.

    Args:
        files: what is altered, missing or extra.
    """
    named = tuple(printable(file, 150) for file in files)
    shown = ", ".join(named[:_MOST_NAMED]) + (" …" if len(named) > _MOST_NAMED else "")
    fault = PackDamaged(
        "This is not what its publisher packed: it is damaged, or somebody altered it ({files}). "
        "Do not trust it and do not pass it on.",
        files=shown,
    )
    fault.files = named
    return fault


def unsigned(*files: str) -> PackUnsigned:
    """Return the refusal of something without a signature.

    Args:
        files: which of the two files that make a signature are missing.
    """
    return PackUnsigned(
        "This is not signed ({files} is missing): nobody vouches for it. It was not opened.",
        files=", ".join(files),
    )


def unknown_publisher() -> PublisherUnknown:
    """Return the refusal of something signed with a key that is not ours."""
    return PublisherUnknown(
        "Its signature, SHA256SUMS.minisig, is by a key that this program does not know. "
        "Anyone can make one of these. It was not opened."
    )


def unreadable(name: str) -> PackRejected:
    """Return the refusal of a file or folder that the system does not let us read."""
    return PackRejected("“{name}” is not there, or cannot be read.", name=name)
