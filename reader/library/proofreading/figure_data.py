"""Whether every row of the data behind a figure names its source."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from reader.library.proofreading.faults import Fault, quoted

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
            rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
        except (UnicodeDecodeError, csv.Error):
            yield Fault(file, 0, "The data cannot be read.")
            continue
        for line, row in enumerate(rows, start=2):
            sources = (row.get(COLUMN) or "").split()
            if not sources:
                yield Fault(file, line, "The row has no source.")
            for source in sources:
                if source not in entries:
                    sentence = f"The source {quoted(source)} is no entry of the list of sources."
                    yield Fault(file, line, sentence)
