"""Matches along the scroll bar, also those of the page beside that has no bar of its own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from reader.library.document import Place
from reader.ui.page_style import PageStyle
from reader.ui.page_values import Dress
from reader.ui.reading_area import ReadingArea
from reader.ui.scroll_marks import ScrollMarks

TICK, ACCENT = "#ff0000", "#0000ff"


@pytest.fixture
def bar(qtbot):
    made = ScrollMarks()
    qtbot.addWidget(made)
    made.resize(12, 400)
    made.show()
    return made


def heights(bar, colour):
    picture = bar.grab().toImage()
    return [y for y in range(picture.height()) if picture.pixelColor(5, y) == QColor(colour)]


def test_the_current_match_stands_out(bar):
    bar.show_marks((0.25, 0.5, 0.75), 0.5, colours=(TICK, ACCENT))
    ticks, current = heights(bar, TICK), heights(bar, ACCENT)
    assert len(current) > len(ticks) / 2
    assert all(190 < y < 210 for y in current)
    assert min(ticks) < 110
    assert max(ticks) > 290


def test_borrowed_marks_are_painted_and_follow_their_lender(bar, qtbot):
    lender = ScrollMarks()
    qtbot.addWidget(lender)
    lender.show_marks((0.1,), 0.1, colours=(TICK, ACCENT))
    bar.borrow(lender)
    assert heights(bar, ACCENT)
    lender.show_marks((0.9,), None, colours=(TICK, ACCENT))
    assert min(heights(bar, TICK)) > 300
    assert heights(bar, ACCENT) == []
    bar.borrow(None)
    assert heights(bar, TICK) == []


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight])
def test_one_bar_shows_the_matches_of_both_pages(qtbot, desk, around, direction):
    area = ReadingArea(desk.picture)
    qtbot.addWidget(area)
    area.setLayoutDirection(direction)
    area.resize(1100, 640)
    area.show()
    pages = [desk.open(Place("guide", language)) for language in ("fa", "en")]
    area.show_pages(pages, lambda _: Dress(PageStyle(around.theme("light")), ""))
    qtbot.waitUntil(lambda: not area._levelling.isActive())
    area.mark({"fa": {"g13": ((0, 9),)}, "en": {"g20": ((0, 5),)}}, ("fa", "g13", (0, 9)))
    (shown,) = [
        view.verticalScrollBar()
        for view in area.views
        if view.verticalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    ]
    assert len(shown.shown) == 2
    assert shown.shown_current == pytest.approx(min(shown.shown), abs=0.02)
    area.show_pages(pages[:1], lambda _: Dress(PageStyle(around.theme("light")), ""))
    area.mark({"fa": {"g13": ((0, 9),)}})
    assert len(area.views[0].verticalScrollBar().shown) == 1
