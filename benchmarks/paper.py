"""Measures the PDF edition: what notes at the foot of the page cost in pages, and what making the file takes.

Pages are counted for the same lines with the notes at the foot of every page that calls them, at the foot of
the first one only, and at the end of each document. Times are the processor's, and ratios to the HTML edition
of the same run; the longest step is what a window that makes the file is blocked for at a time.

    python benchmarks/paper.py
"""

from __future__ import annotations

import os
import sys
import time
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.desk import Desk
    from reader.editions import Form

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("fa", "en")


def main() -> int:
    """Measure and print."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from reader import app, editions
    from reader.commands.opening import open_desk

    paper = app.paper()
    desk = open_desk()
    for language in LANGUAGES:
        every, first, end = pages(desk, language)
        print(
            f"{language}: pages of documents, notes at their end {end}; at the foot of the first page that "
            f"calls them {first} ({first / end:.2f}x), of every page that does {every} ({every / end:.2f}x)"
        )
    html, _ = made(desk, editions.FORMS["html"])
    seconds, longest = made(desk, paper)
    print(
        f"both languages: {seconds:.1f} s, {seconds / html:.1f}x HTML; longest step {longest * 1000:.0f} ms"
    )
    return 0


def pages(desk: Desk, language: str) -> tuple[int, int, int]:
    """Count the pages of all documents with their notes in each of three places."""
    from reader import paths
    from reader.editions import taken
    from reader.render.html import page
    from reader.ui.page_values import Dress
    from reader.ui.pdf_breaks import Slip, leaves
    from reader.ui.pdf_galley import Galley
    from reader.ui.pdf_pages import PAGE
    from reader.ui.pdf_paper import paper_style

    style = paper_style(paths.resources())
    counts = [0, 0, 0]
    for document in taken(desk).documents:
        galley = Galley(page(desk.edition(document.id, language)), Dress(style), desk.picture)
        notes = {name: [piece.slip.height for piece in note] for name, note in galley.notes.items()}
        slips = [piece.slip for piece in galley.pieces]
        seen: set[str] = set()
        once = []
        for slip in slips:
            once.append(replace(slip, notes=tuple(name for name in slip.notes if name not in seen)))
            seen |= set(slip.notes)
        lines = [Slip(height) for note in notes.values() for height in note]
        counts[0] += len(leaves(slips, notes, PAGE))
        counts[1] += len(leaves(once, notes, PAGE))
        counts[2] += len(leaves([*(replace(slip, notes=()) for slip in slips), *lines], {}, PAGE))
    every, first, end = counts
    return every, first, end


def made(desk: Desk, form: Form) -> tuple[float, float]:
    """Make an edition; return how many seconds it took, and its longest step."""
    from reader import editions, paths
    from reader.wording import Wording

    wordings = {each: Wording.load(each, paths.resources() / "translations") for each in LANGUAGES}
    told = [time.process_time()]
    editions.edition(desk, form, LANGUAGES, wordings, lambda _: told.append(time.process_time()))
    told.append(time.process_time())
    return told[-1] - told[0], max(after - before for before, after in pairwise(told))


if __name__ == "__main__":
    sys.exit(main())
