"""What the command line understands: a parser that reports wrong use as one sentence."""

from __future__ import annotations

import argparse
from typing import NoReturn

from reader.errors import WrongUse, printable


class Parser(argparse.ArgumentParser):
    """Reports wrong use as one sentence."""

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
