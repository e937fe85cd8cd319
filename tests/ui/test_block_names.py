"""Loaded twice, a page has the same letters and names as one whose marks were taken out."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument

from reader.library.document import Place
from reader.ui.block_names import BlockNames, take_marks, without_names


@pytest.mark.parametrize("language", ["fa", "en"])
def test_names_are_those_of_the_marks(qapp, desk, language):
    names = BlockNames()
    for document in ("guide", "tables", "preface", "tables"):
        html = desk.open(Place(document, language)).html_with("a line", "back", ("before", "after"))
        marked, in_order = without_names(html)
        once = QTextDocument()
        once.setHtml(marked)
        wanted = take_marks(once, in_order)
        for _ in range(2):  # the second time from what it remembers
            twice = QTextDocument()
            assert names.load(twice, html) == wanted
            assert twice.toRawText() == once.toRawText()
        assert wanted
