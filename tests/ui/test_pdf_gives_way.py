"""G31: while a PDF is made the window lives; between two of its turns lies one small piece of the work."""

from __future__ import annotations

import pytest

from reader import paths
from reader.ui import pdf_edition, pdf_file, pdf_galley, pdf_pages
from reader.wording import Wording

TURN = "a turn of the window"
MOST = {(pdf_galley, "_BLOCKS"): 40, (pdf_pages, "_PIECES"): 12, (pdf_file, "_OBJECTS"): 100}
"""How much of each small work may lie between two turns."""
BLOCKS, PIECES, OBJECTS = 4, 2, 10
"""How much may here, where a briefing is small."""
LARGE = {
    pdf_edition: ("page_of",),
    pdf_galley: ("take_marks", "lay_out", "set_margins", "lower_rows"),
    pdf_edition.Ink: ("finish",),
    pdf_file._File: ("_pages", "_letters", "_subset_tags", "_outline"),
}
"""Work on a whole document or the whole file: of this, one lies between two turns."""
SMALL = {
    pdf_galley.Justifier: ("justify", BLOCKS),
    pdf_galley.Galley: ("_lines", BLOCKS),
    pdf_pages.Pages: ("_piece", PIECES + 4),
    pdf_file: ("_head", 2 * OBJECTS),
}
"""Work on a part of it; a page has some pieces of text more than are counted: a head of a table, notes;
of objects, the end of one round and the beginning of the next."""


@pytest.fixture
def done(monkeypatch) -> list[str]:
    """What was done, in its order."""
    for (module, name), few in zip(MOST, (BLOCKS, PIECES, OBJECTS), strict=True):
        monkeypatch.setattr(module, name, few)
    seen: list[str] = []

    def note(owner, name):
        real = getattr(owner, name)

        def noting(*given, **named):
            seen.append(name)
            return real(*given, **named)

        monkeypatch.setattr(owner, name, noting)

    for owner, names in LARGE.items():
        for name in names:
            note(owner, name)
    for owner, (name, _) in SMALL.items():
        note(owner, name)
    return seen


@pytest.fixture
def turns(done, desk, around) -> list[list[str]]:
    """What was done between each two turns."""
    wordings = {each: Wording.load(each, paths.resources() / "translations") for each in ("fa", "en")}
    pdf_edition.pdf_edition(desk, desk.briefing.languages, wordings, lambda _: done.append(TURN))
    between: list[list[str]] = [[]]
    for each in done:
        if each == TURN:
            between.append([])
        else:
            between[-1].append(each)
    return between


@pytest.mark.parametrize(("module", "name"), MOST, ids=[name for _, name in MOST])
def test_the_pieces_stay_small(module, name):
    assert getattr(module, name) <= MOST[module, name]


def test_between_two_turns_of_the_window_lies_little_work(turns):
    large = {name for names in LARGE.values() for name in names}
    assert {name for turn in turns for name in turn} >= large | {name for name, _ in SMALL.values()}
    for turn in turns:
        assert len([name for name in turn if name in large]) <= 1, turn
        for name, most in SMALL.values():
            # What goes over the whole file once looks at every object.
            if name != "_head" or not large & set(turn):
                assert turn.count(name) <= most, turn
