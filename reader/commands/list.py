"""``list``: prints the documents of the briefing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.commands.opening import open_desk
from reader.commands.terminal import print_json, report
from reader.errors import ReaderError

if TYPE_CHECKING:
    import argparse


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command understands."""
    parser.description = "List the documents."


def run(options: argparse.Namespace) -> int:
    """Print the documents; returns 1 if one of them cannot be shown."""
    desk = open_desk()
    faults = desk.faults()
    rows = []
    for document in desk.briefing.documents:
        counts = []
        for language in document.languages:
            try:
                counts.append(len(desk.edition(document.id, language).passages))
            except ReaderError:
                counts.append(0)
        rows.append(
            {
                "id": document.id,
                "kind": document.kind,
                "languages": list(document.languages),
                "title": document.titles,
                "passages": max(counts),
            }
        )
    if options.json:
        print_json(rows)
    else:
        for row in rows:
            title = " — ".join(row["title"].values())  # type: ignore[attr-defined]
            print(f"{row['id']:<18} {row['kind']:<12} {row['passages']:>4}  {title}")
    for fault in faults:
        report(fault)
    return 1 if faults else 0
