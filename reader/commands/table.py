"""Every command that answers without a window, by the name it is called with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import argparse

    from reader.commands.arguments import Parser

NAMES = ("list", "show", "search", "verify", "copy", "export")


class Command(Protocol):
    """What a command's module has."""

    def describe(self, parser: Parser) -> None:
        """Say what the command understands; ``--json`` is added to it."""

    def run(self, options: argparse.Namespace) -> int:
        """Do it, and return the exit code: 0 found or done, 1 nothing found or failed."""


def command(name: str) -> Command | None:
    """Return a command; None if there is none of that name. The others are not loaded.

    Args:
        name: as in ``NAMES``.
    """
    # Spelled out, so that whoever freezes the program sees what it imports.
    match name:
        case "list":
            from reader.commands import list as listing

            return listing
        case "show":
            from reader.commands import show

            return show
        case "search":
            from reader.commands import search

            return search
        case "verify":
            from reader.commands import verify

            return verify
        case "copy":
            from reader.commands import copy

            return copy
        case "export":
            from reader.commands import export

            return export
        case _:
            return None
