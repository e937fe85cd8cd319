"""Rows of the side column begin at the side where their language begins, and no line of a snippet is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor

from reader.search.answer import Hit
from reader.ui.contents_rows import Row, RowKind
from reader.ui.contents_view import ContentsView
from reader.ui.hit_list import HitList

SIDES = [("fa", Qt.LayoutDirection.RightToLeft), ("en", Qt.LayoutDirection.LeftToRight)]


def ink(widget, top, bottom, ground):
    """Return how far from the left and from the right edge something is painted in some lines of pixels."""
    picture = widget.viewport().grab(QRect(0, top, widget.viewport().width(), bottom - top)).toImage()
    columns = [
        x
        for x in range(picture.width())
        if any(picture.pixelColor(x, y) != QColor(ground) for y in range(picture.height()))
    ]
    return columns[0], picture.width() - columns[-1]


@pytest.fixture
def listing(qtbot, around):
    def make(direction, hit):
        made = HitList(around.theme("light"), lambda _: "x", lambda _: "")
        qtbot.addWidget(made)
        made.setStyleSheet(around.theme("light").style_sheet())
        made.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setLayoutDirection(direction)
        made.resize(300, 400)
        made.show()
        made.show_hits((hit,))
        qtbot.waitUntil(lambda: made.visualRect(made.model().index(0, 0)).isValid())
        return made

    return make


@pytest.mark.parametrize(("interface", "direction"), SIDES)
@pytest.mark.parametrize(("language", "text"), [("fa", "اعتصاب"), ("en", "strike")])
def test_a_hit_begins_where_its_lines_begin(listing, around, interface, direction, language, text):
    shown = listing(direction, Hit("d", language, "p1", "t", "", text, (), 1.0))
    side = around.theme("light").side
    left, right = ink(shown, 6, 32, side)
    assert (right < left) is (direction == Qt.LayoutDirection.RightToLeft)
    row = shown.visualRect(shown.model().index(0, 0))
    left, right = ink(shown, 34, row.bottom(), side)
    assert (right < left) is (language == "fa")


@pytest.mark.parametrize(("interface", "direction"), SIDES)
def test_contents_begin_where_their_lines_begin(qtbot, around, interface, direction):
    made = ContentsView(around.theme("light"))
    qtbot.addWidget(made)
    made.setLayoutDirection(direction)
    made.setStyleSheet(around.theme("light").style_sheet())
    made.resize(300, 200)
    made.show()
    made.set_rows([Row(RowKind.DOCUMENT, "نامه" if interface == "fa" else "Letter", None)])
    left, right = ink(made, 2, 38, around.theme("light").side)
    assert (right < left) is (direction == Qt.LayoutDirection.RightToLeft)


def test_no_line_of_a_snippet_is_lost(listing):
    text = "اتحادیه " + "کارگران سازمان‌یافته " * 30
    shown = listing(Qt.LayoutDirection.RightToLeft, Hit("d", "fa", "p1", "t", "", text, ((0, 7),), 1.0))
    for width in (60, 120, 200, 260):
        layout = shown._delegate._snippet(shown.hits[0], width).layout
        last = layout.lineAt(layout.lineCount() - 1)
        assert layout.lineCount() <= 4
        if width > 100:
            assert last.textStart() + last.textLength() == len(layout.text())
            assert layout.text().endswith("…")


def test_rows_are_there_when_one_comes_to_them(listing, qtbot):
    one = Hit("d", "fa", "p1", "t", "", "اتحادیه", ((0, 7),), 1.0)
    shown = listing(Qt.LayoutDirection.RightToLeft, one)
    shown.show_hits(tuple(replace(one, passage=f"p{number}") for number in range(190)))
    assert shown.model().rowCount() < 50
    shown.select(0)
    shown.setFocus()
    for _ in range(100):
        qtbot.keyClick(shown, Qt.Key.Key_Down)
    assert shown.row == 100
    shown.step(80)
    assert shown.row == 180
    assert shown.viewport().rect().contains(shown.visualRect(shown.currentIndex()))
    shown.step(80)
    assert shown.row == 189
    bar = shown.verticalScrollBar()
    shown.show_hits(shown.hits)
    for _ in range(30):
        bar.setValue(bar.maximum())
    assert shown.model().rowCount() == 190
