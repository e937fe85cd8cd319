"""Whether every row of the data behind a figure names its source."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from reader.library.catalogue import LARGEST_DOCUMENT
from reader.library.proofreading.faults import Fault, quoted
from reader.security.program_folder import ProgramFolder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COLUMN = "source"
"""Column of the data that names entries of the list of sources, parted by spaces."""


def check_figure_data(folder: Path, entries: frozenset[str]) -> Iterator[Fault]:
    """Yield the rows of ``figures/*.csv`` that have no source, or one that is not in the list.

    Args:
        folder: the briefing's folder.
        entries: names of all passages of the briefing.
    """
    for path in sorted((folder / "figures").glob("*.csv")):
        file = f"figures/{path.name}"
        try:
            raw = ProgramFolder(folder).file(file, largest=LARGEST_DOCUMENT).content
            rows = list(csv.reader(raw.decode("utf-8").splitlines()))
        except (OSError, UnicodeDecodeError, csv.Error):
            yield Fault(file, 0, "The data cannot be read.")
            continue
        head = rows[0] if rows else []
        if COLUMN not in head:
            yield Fault(file, 0, f"The data have no column {quoted(COLUMN)} in their first line.")
            continue
        for line, cells in enumerate(rows[1:], start=2):
            if cells and len(cells) != len(head):
                yield Fault(file, line, f"The row has {len(cells)} cells, the head of the data {len(head)}.")
                continue
            row = dict(zip(head, cells, strict=False))
            sources = (row.get(COLUMN) or "").split()
            if not sources:
                yield Fault(file, line, "The row has no source.")
            for source in sources:
                if source not in entries:
                    sentence = f"The source {quoted(source)} is no entry of the list of sources."
                    yield Fault(file, line, sentence)
