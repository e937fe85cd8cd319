"""How the program speaks at a terminal: in its language, one sentence for an error, JSON where asked."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from reader import paths
from reader.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.errors import ReaderError


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


def print_json(value: Any) -> None:  # noqa: ANN401  anything JSON can hold
    """Print a value as JSON."""
    import json

    print(json.dumps(value, ensure_ascii=False, indent=2))
