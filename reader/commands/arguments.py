"""What the command line understands: a parser that reports wrong use as one sentence."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any, NoReturn

from reader.errors import WrongUse, printable


class Parser(argparse.ArgumentParser):
    """Reports wrong use as one sentence.

    Attributes:
        has_dashed_words: whether what begins with one dash, and is no option, is a word.
    """

    has_dashed_words = False

    def _parse_optional(self, arg_string: str) -> Any:  # noqa: ANN401  its type differs between Pythons
        """Take a word for a word; argparse asks here, and None means that it is no option."""
        is_dashed = arg_string[:1] == "-" and arg_string[1:2] not in ("", "-")
        if self.has_dashed_words and is_dashed and arg_string not in self._option_string_actions:
            return None
        return super()._parse_optional(arg_string)

    def error(self, message: str) -> NoReturn:
        """Report wrong use.

        Raises:
            WrongUse: always.
        """
        raise WrongUse("{what}. “--help” shows what there is.", what=message)


def number(text: str, smallest: int, largest: int) -> int:
    """Read a whole number.

    Args:
        text: what was typed, in any digits.
        smallest: the least it may be.
        largest: the most.

    Raises:
        argparse.ArgumentTypeError: it is none, or beyond the limits.
    """
    if text.isdecimal() and len(text) < 10 and smallest <= int(text) <= largest:
        return int(text)
    raise argparse.ArgumentTypeError(f"“{printable(text, 20)}” is not a number from {smallest} to {largest}")


def file_path(text: str) -> Path:
    """Read the name of a file or folder, as the system knows it.

    A locale without the letters of a name has them as bytes; ``terminal.arguments`` made them readable.

    Args:
        text: what was typed.
    """
    try:
        os.fsencode(text)
    except UnicodeEncodeError:
        return Path(os.fsdecode(text.encode("utf-8", "surrogateescape")))
    return Path(text)
