"""Every command that answers without a window, by the name it is called with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from reader.commands import copy, export, search, show, verify
from reader.commands import list as listing

if TYPE_CHECKING:
    import argparse

    from reader.commands.arguments import Parser


class Command(Protocol):
    """What a command's module has."""

    def describe(self, parser: Parser) -> None:
        """Say what the command understands; ``--json`` is added to it."""

    def run(self, options: argparse.Namespace) -> int:
        """Do it, and return the exit code: 0 found or done, 1 nothing found or failed."""


COMMANDS: dict[str, Command] = {
    "list": listing,
    "show": show,
    "search": search,
    "verify": verify,
    "copy": copy,
    "export": export,
}
