"""Side by side: every passage stands level with its twin, and both pages move as one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from reader.library.document import Place
from reader.ui.page_position import TOP_SPACE
from reader.ui.page_style import PageStyle
from reader.ui.page_values import Dress
from reader.ui.reading_area import SIDE_BY_SIDE, ReadingArea
from reader.ui.twin_gaps import Levelling


@pytest.fixture
def show(qtbot, desk, around):
    def show_it(document="guide", width=1100, first="fa"):
        area = ReadingArea(desk.picture)
        qtbot.addWidget(area)
        area.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        area.resize(width, 640)
        area.show()
        second = "en" if first == "fa" else "fa"
        pages = [desk.open(Place(document, language)) for language in (first, second)]
        style = PageStyle(around.theme("light"))
        area.show_pages(pages, lambda page: Dress(style, "" if page.right_to_left else "kicker", ruled=True))
        qtbot.waitUntil(lambda: not area._levelling.isActive())
        return area

    return show_it


@pytest.mark.parametrize("document", ["preface", "guide", "tables"])
@pytest.mark.parametrize("width", [760, 1100])
def test_twins_are_level(show, document, width):
    one, other = (view.gaps.tops() for view in show(document, width).views)
    assert list(one) == list(other)
    assert len(one) > 1
    for passage in one:
        assert one[passage] == pytest.approx(other[passage], abs=1.0), passage


def test_levelling_again_changes_nothing(show):
    area = show()
    before = [view.gaps.tops() for view in area.views]
    levelling = Levelling(*(view.gaps for view in area.views))
    while not levelling.is_done:
        levelling.step()
    assert [view.gaps.tops() for view in area.views] == before


def test_twins_are_level_again_at_another_width(show, qtbot):
    area = show()
    area.resize(860, 640)
    qtbot.waitUntil(lambda: not area._levelling.isActive())
    one, other = (view.gaps.tops() for view in area.views)
    for passage in one:
        assert one[passage] == pytest.approx(other[passage], abs=1.0), passage


def test_persian_stands_on_the_right_whichever_was_gone_to(show):
    for first in ("fa", "en"):
        area = show(first=first)
        persian, english = area.views
        assert persian.page.edition.language == "fa"
        assert persian.x() > english.x()
        assert area.views[area._primary].page.edition.language == first


def test_both_scroll_together(show):
    area = show()
    persian, english = area.views
    persian.verticalScrollBar().setValue(240)
    assert english.verticalScrollBar().value() == 240
    english.verticalScrollBar().setValue(90)
    assert persian.verticalScrollBar().value() == 90


def test_going_to_a_place_brings_the_twin_along(show):
    area = show()
    area.go_to("en", "g20")
    assert area.reading_point().passage in ("g19", "g20")
    persian, english = area.views
    assert persian.verticalScrollBar().value() == english.verticalScrollBar().value() > 0


def test_marks_lie_in_their_own_language(show):
    area = show()
    area.mark({"fa": {"g26": ((0, 6),)}, "en": {"g26": ((0, 6), (11, 15))}}, ("en", "g26", (11, 15)))
    persian, english = area.views
    assert [each.cursor.selectedText() for each in persian.extraSelections()] == ["بیلچه "]
    assert [each.cursor.selectedText() for each in english.extraSelections()] == ["Trowel", "rake"]


def test_a_narrow_window_stacks_them(show):
    area = show(width=SIDE_BY_SIDE - 60)
    persian, english = area.views
    assert area.is_stacked
    assert english.y() > persian.y()
    persian.go_to("g20")
    area._follow(0)
    assert english.reading_point().passage in ("g19", "g20")


@pytest.mark.parametrize(("size", "zoom"), [((900, 640), 180), ((1400, 860), 100)])
def test_room_for_the_line_above_a_twins_title_is_left_only_beside_it(open_window, qtbot, size, zoom):
    window = open_window(languages="both", place="guide", size=size, zoom=zoom)
    qtbot.waitUntil(lambda: not window._page._levelling.isActive())
    persian, english = window._page.views
    assert window._page.is_stacked == (zoom == 180)
    assert persian.dress.lead > 0
    above = persian.document().rootFrame().frameFormat().topMargin()
    if window._page.is_stacked:
        assert above == TOP_SPACE
    else:
        assert persian.gaps.top("g10") == pytest.approx(english.gaps.top("g10"), abs=1.0)


def test_one_page_takes_the_whole_area_again(show, desk, around):
    area = show()
    area.show_pages([desk.open(Place("guide", "en"))], lambda page: Dress(PageStyle(around.theme("light"))))
    assert not area.is_parallel
    assert area.view.page.edition.language == "en"
    assert area.view.width() == area.width()
    assert not area._views[1].isVisible()


@pytest.mark.parametrize(("place", "passage"), [("guide", "g10"), ("guide#g20", "g20")])
def test_a_window_opens_side_by_side_where_it_was_told_to(open_window, qtbot, place, passage):
    window = open_window(languages="both", place=place, size=(1400, 860))
    qtbot.waitUntil(lambda: window.is_settled and not window._page._levelling.isActive())
    assert window._page.reading_point().passage == passage
    values = {view.verticalScrollBar().value() for view in window._page.views}
    assert len(values) == 1
    assert values == {0} or passage != "g10"


def test_both_end_level(show):
    area = show()
    persian, english = (view.verticalScrollBar() for view in area.views)
    assert persian.maximum() == english.maximum() > 0


def test_long_twins_are_level_bit_by_bit(qtbot, around):
    """What is on the screen is level at once, the rest soon after; both ends meet."""
    from benchmarks.large_documents import long_page

    area = ReadingArea(lambda _: b"")
    qtbot.addWidget(area)
    area.resize(1100, 640)
    area.show()
    pages = [long_page(language, 9_000) for language in ("fa", "en")]
    area.show_pages(pages, lambda page: Dress(PageStyle(around.theme("light")), ruled=True))
    area._levelling.stop()
    area._level()
    assert area.is_level
    assert area._levelling.isActive()
    third = pages[0].edition.passages[3].id
    one, other = (view.gaps for view in area.views)
    assert one.top(third) == pytest.approx(other.top(third), abs=1.0)
    qtbot.waitUntil(lambda: not area._levelling.isActive())
    tops, others = one.tops(), other.tops()
    assert all(tops[passage] == pytest.approx(others[passage], abs=1.0) for passage in tops)
    unlaid = [
        view.document().findBlockByNumber(number).layout().lineCount() == 0
        for view in area.views
        for number in range(view.document().blockCount())
    ]
    assert not any(unlaid)
    persian, english = (view.verticalScrollBar() for view in area.views)
    assert persian.maximum() == english.maximum()


def test_going_far_down_long_twins_arrives_level(qtbot, around):
    from benchmarks.large_documents import long_page

    area = ReadingArea(lambda _: b"")
    qtbot.addWidget(area)
    area.resize(1100, 640)
    area.show()
    pages = [long_page(language, 9_000) for language in ("fa", "en")]
    area.show_pages(pages, lambda page: Dress(PageStyle(around.theme("light")), ruled=True))
    far = pages[0].edition.passages[150].id
    area.go_to("fa", far)
    area._levelling.stop()
    area._level()
    assert {view.reading_point().passage for view in area.views} == {far}


def test_turning_the_theme_colours_both_pages(open_window, qtbot):
    window = open_window(languages="fa")
    window._actions["both"].trigger()
    qtbot.waitUntil(lambda: window.is_settled and window._page.is_parallel)
    for _ in range(3):
        window._actions["theme"].trigger()
        qtbot.waitUntil(lambda: window.is_settled)
        paper = window._dressing.theme.colours["paper"]
        for view in window._page.views:
            drawn = view.viewport().grab().toImage().pixelColor(view.viewport().width() - 2, 2)
            assert drawn.name() == paper.lower()
