"""The contents list parts, documents and the headings of the open one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QStyleOptionViewItem

from reader.library.document import Place
from reader.ui.contents_rows import Row, RowKind, contents_rows
from reader.ui.contents_view import ContentsView


def test_the_open_document_shows_its_headings(desk):
    rows = contents_rows(desk.briefing, "fa", desk.edition("guide", "fa"), "g25", {}, language="fa")
    assert [(row.kind, row.text) for row in rows] == [
        (RowKind.PART, "کتاب"),
        (RowKind.DOCUMENT, "پیش‌گفتار"),
        (RowKind.DOCUMENT, "راهنمای باغبانی"),
        (RowKind.HEADING, "آغاز کار"),
        (RowKind.HEADING, "ابزار"),
        (RowKind.DOCUMENT, "جدول‌ها"),
    ]
    assert [row.text for row in rows if row.current] == ["راهنمای باغبانی", "ابزار"]
    assert rows[4].place.passage == "g25"


def test_titles_are_in_the_language_of_the_window_and_lead_to_the_language_read(desk):
    rows = contents_rows(desk.briefing, "en", None, "", {"preface": "3 min"}, language="fa")
    assert [row.text for row in rows] == ["Book", "Preface", "Guide to gardening", "Tables"]
    assert rows[1].place.language == "fa"
    assert rows[1].note == "3 min"
    assert not any(row.current for row in rows)


@pytest.mark.parametrize("interface", ["fa", "en"])
def test_rows_begin_at_the_reading_side_and_long_ones_take_two_lines(open_window, interface):
    window = open_window(interface=interface, place="guide")
    view = window._contents
    picture = view.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()
    ground = picture.pixelColor(2, 2)
    row = view.visualRect(view.model().index(1))
    inked = [
        x
        for x in range(row.left(), row.right())
        for y in range(row.top() + 6, row.bottom() - 6)
        if picture.pixelColor(round(x * ratio), round(y * ratio)) != ground
    ]
    near, far = min(inked) - row.left(), row.right() - max(inked)
    assert (far < near) is (interface == "fa")
    assert min(near, far) < 40


def test_a_long_title_is_not_cut(qtbot, around):
    from reader.ui.contents_rows import Row
    from reader.ui.contents_view import ContentsView

    view = ContentsView(around.theme("light"))
    qtbot.addWidget(view)
    view.resize(264, 300)
    view.show()
    view.set_rows(
        [Row(RowKind.DOCUMENT, "Short"), Row(RowKind.DOCUMENT, "Words that go on for longer than a row")]
    )
    short, long = (view.visualRect(view.model().index(row)).height() for row in (0, 1))
    assert long > short


def test_long_titles_begin_at_one_edge(open_window):
    from reader.ui.contents_rows import Row

    view = open_window(interface="fa", place="guide")._contents
    view.set_rows([Row(RowKind.PART, "باغ"), Row(RowKind.DOCUMENT, " ".join(["درخت"] * 12))])
    row = view.visualRect(view.model().index(1))
    picture = view.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()
    ground = picture.pixelColor(2, 2)
    edges = [
        max(
            x
            for x in range(row.left(), row.right())
            for y in range(top, top + row.height() // 2 - 4)
            if picture.pixelColor(round(x * ratio), round(y * ratio)) != ground
        )
        for top in (row.top() + 3, row.center().y() + 2)
    ]
    assert abs(edges[0] - edges[1]) <= 1


def test_every_row_is_as_high_as_its_title_needs_when_the_scroll_bar_comes(qtbot, around):
    view = ContentsView(around.theme("light"))
    qtbot.addWidget(view)
    titles = ["i" * length + " word" for length in range(30, 70)]
    view.resize(264, 300)
    view.show()
    view.set_rows([Row(RowKind.DOCUMENT, title, Place("guide", "en")) for title in titles])

    def heights() -> list[tuple[int, int]]:
        option = QStyleOptionViewItem()
        option.widget = view
        rows = [view.model().index(row) for row in range(len(titles))]
        return [
            (view.visualRect(row).height(), view.itemDelegate().sizeHint(option, row).height())
            for row in rows
        ]

    qtbot.waitUntil(lambda: view.verticalScrollBar().isVisible() and all(a == b for a, b in heights()))
    tops = [view.visualRect(view.model().index(row)).top() for row in range(len(titles))]
    assert [b - a for a, b in pairwise(tops)] == [height for height, _ in heights()][:-1]
