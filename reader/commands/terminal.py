"""How the program speaks at a terminal: in its language, one sentence for an error, JSON where asked."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader import paths
from reader.errors import ReaderError
from reader.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Sequence


def prepare() -> None:
    """Make the streams fit for every letter, and there: a window's program may be started without them."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, io.StringIO())
        else:
            # A terminal that is not UTF-8 still gets every letter it can show, and no traceback.
            stream.reconfigure(errors="replace" if stream.encoding == "utf-8" else "backslashreplace")


def arguments() -> list[str]:
    """Return what was typed after the program's name; as UTF-8 also in a locale without such letters."""
    return [_as_utf8(word) for word in sys.argv[1:]]


def _as_utf8(word: str) -> str:
    try:
        word.encode("utf-8")
    except UnicodeEncodeError:  # bytes that the locale could not read
        # What is in no letters at all stays as it is: it may be the name of a file.
        return os.fsencode(word).decode("utf-8", "surrogateescape")
    return word


def finish() -> None:
    """Write out what was printed, so that it is known whether that could be done.

    Raises:
        OSError: it could not.
    """
    sys.stdout.flush()


def abandon() -> None:
    """Give up what was printed: nobody reads it, or it cannot be written."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def wording() -> Wording:
    """Return the words of the terminal's language: Persian where the locale is, English elsewhere."""
    locale = next(
        (os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), ""
    )
    return load_wording("fa" if locale.startswith("fa") else "en")


def load_wording(language: str) -> Wording:
    """Return the words of a language.

    Args:
        language: ``fa`` or ``en``.
    """
    return Wording.load(language, paths.resources() / "translations")


def say(sentence: str) -> None:
    """Say a sentence that is not what was asked for."""
    print(sentence, file=sys.stderr)


def report(fault: ReaderError, given: Sequence[str] = ()) -> int:
    """Say an error.

    Args:
        fault: what went wrong.
        given: the command line; where it asks for a Persian window, the error is Persian too.

    Returns:
        The exit code.
    """
    try:
        persian = "--interface" in given and given[given.index("--interface") + 1 :][:1] == ["fa"]
        say((load_wording("fa") if persian else wording()).error(fault))
    except OSError:
        say(str(fault))
    return fault.exit_code


def as_error(fault: Exception) -> ReaderError:
    """Return an error as a sentence for a person.

    Args:
        fault: one of ours, or what the system said about a file.
    """
    if isinstance(fault, ReaderError):
        return fault
    reason, name = getattr(fault, "strerror", None) or fault, getattr(fault, "filename", None)
    if name is None:
        return ReaderError("Something could not be read or written: {fault}.", fault=reason)
    return ReaderError(
        "“{file}” could not be read or written: {fault}.", file=Path(os.fsdecode(name)).name, fault=reason
    )


def print_json(value: Any) -> None:  # noqa: ANN401  anything JSON can hold
    """Print a value as JSON."""
    import json

    # What the stream cannot hold is written as JSON writes it, not as a terminal shows it.
    print(json.dumps(value, ensure_ascii=sys.stdout.encoding != "utf-8", indent=2))
