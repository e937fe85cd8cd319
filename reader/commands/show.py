"""``show``: prints the passages of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.commands.opening import open_desk
from reader.commands.terminal import print_json

if TYPE_CHECKING:
    import argparse


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command understands."""
    parser.description = "Print the passages of a document."
    parser.add_argument("document", metavar="DOCUMENT")
    parser.add_argument("--lang", default="", help="language of the edition")


def run(options: argparse.Namespace) -> int:
    """Print the passages."""
    edition = open_desk().edition(options.document, options.lang)
    if options.json:
        print_json(
            [
                {
                    "id": passage.id,
                    "kind": passage.kind.value,
                    "text": passage.text,
                    "number": passage.number,
                    "marker": passage.marker,
                }
                for passage in edition.passages
            ]
        )
        return 0
    for passage in edition.passages:
        marker = f"{passage.marker} " if passage.marker else ""
        print(f"[{passage.id}] {marker}{passage.text}")
    return 0
