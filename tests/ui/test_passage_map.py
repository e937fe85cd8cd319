"""Every letter of a passage is found where it stands on the page."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor

from reader.library.document import Place
from reader.text.direction import without_isolates
from reader.ui.page_style import PageStyle
from reader.ui.page_values import Dress
from reader.ui.page_view import PageView


def shown_text(view: PageView, spans) -> str:
    pieces = []
    for start, end in spans:
        cursor = QTextCursor(view.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        pieces.append(without_isolates(cursor.selectedText()))
    return "".join(pieces)


@pytest.fixture
def show(qtbot, desk, around):
    def show_it(document, language):
        view = PageView(desk.picture)
        qtbot.addWidget(view)
        view.resize(800, 600)
        page = desk.open(Place(document, language))
        view.show_page(page, Dress(PageStyle(around.theme("light")), "…"))
        return view, page

    return show_it


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("document", ["preface", "guide", "tables"])
def test_every_word_stands_where_the_map_says(show, document, language):
    view, page = show(document, language)
    checked = 0
    for passage in page.edition.passages:
        start = 0
        for word in passage.text.replace("\t", " ").split(" "):
            spans = view._passages.spans(passage.id, start, start + len(word))
            assert shown_text(view, spans) == word, passage.id
            start += len(word) + 1
            checked += 1
    assert checked > 10


def test_every_passage_stands_on_the_page_in_order(show):
    view, page = show("guide", "fa")
    stood = [stand.passage.id for stand in view._passages.stands()]
    assert stood == [passage.id for passage in page.edition.passages]


def test_a_row_is_one_passage_over_all_its_cells(show):
    view, page = show("tables", "fa")
    row = page.edition.passage("g42")
    assert row.text == "فروردین\tکاشت\t۱۴۰۴"
    spans = view._passages.spans("g42", 0, len(row.text))
    assert shown_text(view, spans) == "فروردینکاشت۱۴۰۴"


def test_what_is_not_there_has_no_place(show):
    view, _ = show("preface", "fa")
    assert view._passages.first_block("g99") is None
    assert view._passages.spans("g99", 0, 4) == []
    assert view._passages.note("fn:1") is None
