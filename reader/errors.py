"""The errors a person can meet, each carrying one sentence for that person.

ReaderError
├── WrongUse            the command line was used wrongly (exit 2)
│   └── NoDisplay       a window was asked for where there is no screen
├── ContentError        the briefing on disk cannot be read as it is
│   ├── BriefingBroken  briefing.toml is missing or says something impossible
│   └── DocumentBroken  one document cannot be shown
├── NotFound            the named document, language or passage does not exist
├── MemoryFault         what is remembered cannot be read or kept as it is
├── WriteFailed         something could not be written; what was there before still is
│   ├── NoRoom          the disk is full, or the file too large for it
│   ├── NotWritable     the disk is read-only, or the folder belongs to somebody else
│   └── StorageFailed   the disk failed or was pulled out
├── CopyFault           the program cannot be copied as things stand; what was there before still is
│   ├── NotGenuine      what would be copied is not as it was signed
│   ├── CopyStopped     the person stopped it
│   └── CopyDiffers     what came back from the stick is not what was written
├── PackRejected        a pack or another copy is not accepted; nothing of it was shown
│   ├── PackDamaged     it is not what its publisher packed: altered, or damaged
│   ├── PackUnsigned    nobody vouches for it
│   └── PublisherUnknown  it is signed with a key this program does not know
├── KeyUnreadable       a publisher's key is missing or is none
├── IsolationBroken     a part of the program reached for the network, another program, or a temporary file
└── PackageMissing      a Python package the reader needs is not installed
"""

from __future__ import annotations


class Bytes(int):
    """An amount of bytes in a sentence; it is said as people say amounts."""

    def __str__(self) -> str:
        return f"{self / 1e6:.1f} MB"


class ReaderError(Exception):
    """A failure for a reason a person can understand and act on.

    Args:
        sentence: the English sentence, with ``{name}`` fields; it is also the key of its translation.
        values: what stands in the fields; numbers are said with the language's digits, text from outside is
            shortened and made printable.
    """

    exit_code = 1

    def __init__(self, sentence: str, **values: object) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.values = {
            name: value if isinstance(value, int) else printable(value) for name, value in values.items()
        }

    def __str__(self) -> str:
        return self.sentence.format(**self.values)


class WrongUse(ReaderError):
    """The command line was used in a way that has no meaning."""

    exit_code = 2


class NoDisplay(WrongUse):
    """A window was asked for where there is no screen."""


class ContentError(ReaderError):
    """The briefing on disk cannot be read as it is."""


class BriefingBroken(ContentError):
    """``briefing.toml`` is missing or says something impossible."""


class DocumentBroken(ContentError):
    """One document cannot be shown."""


class NotFound(ReaderError):
    """The named document, language or passage does not exist."""


class MemoryFault(ReaderError):
    """What is remembered cannot be read or kept as it is; the reader goes on without."""


class WriteFailed(ReaderError):
    """Something could not be written; what was there before still is."""


class NoRoom(WriteFailed):
    """The disk is full, or the file too large for it."""


class NotWritable(WriteFailed):
    """The disk is read-only, or the folder belongs to somebody else."""


class StorageFailed(WriteFailed):
    """The disk failed or was pulled out."""


class CopyFault(ReaderError):
    """The program cannot be copied as things stand; what was there before still is."""


class NotGenuine(CopyFault):
    """What would be copied is not as it was signed, and is not passed on.

    Attributes:
        verdict: what is known of it, a ``Verdict``.
    """

    verdict: object = None


class CopyStopped(CopyFault):
    """The person stopped the copying."""


class CopyDiffers(CopyFault):
    """What came back from the stick is not what was written; it is not left there as a copy."""


class PackRejected(ReaderError):
    """A pack or another copy is not accepted; nothing of it was shown."""


class PackDamaged(PackRejected):
    """A pack is not what its publisher packed.

    Attributes:
        files: names of all that is altered, in the pack or beside it; made printable.
        missing: those of them that are not there.
        extra: those of them that nobody signed.
        alarms: those of the extra ones that a computer could run.
    """

    files: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    alarms: tuple[str, ...] = ()


class PackUnsigned(PackRejected):
    """Nobody vouches for a pack.

    Attributes:
        files: which of the two files that make a signature are missing.
    """

    files: tuple[str, ...] = ()


class PublisherUnknown(PackRejected):
    """A pack is signed with a key that this program does not know."""


class KeyUnreadable(ReaderError):
    """A publisher's key is missing or is none."""


class IsolationBroken(ReaderError):
    """A part of the program reached for the network, another program, or a temporary file."""


class PackageMissing(ReaderError):
    """A Python package the reader needs is not installed."""


def printable(value: object, longest: int = 80) -> str:
    """Make outside text fit for one line of a message.

    Args:
        value: anything; its ``str`` is used.
        longest: characters kept before an ellipsis.

    Returns:
        The text without control characters, line breaks or lone surrogates.
    """
    text = str(value)
    try:
        raw = text.encode("utf-8", "surrogateescape")  # a name in a locale without its letters
    except UnicodeEncodeError:
        raw = text.encode("utf-8", "replace")
    text = raw.decode("utf-8", "replace")
    text = "".join(letter if letter.isprintable() or letter == "\u200c" else " " for letter in text)
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 1] + "…"
