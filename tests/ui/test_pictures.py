"""Figures on the page: as wide as the column, in the colours of the theme, with words to hear."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QAccessible, QImage, QTextCursor, QTextDocument
from PySide6.QtWidgets import QLabel

from reader.library.document import Place
from reader.ui.page_style import PageStyle
from reader.ui.page_values import Dress
from reader.ui.page_view import PageView
from reader.ui.pictures import Pictures, picture_positions

NAME = "figures/map.png"


@pytest.fixture
def open_view(qtbot, desk, around):
    def open_it(language="fa", theme="light", width=820, zoom=100) -> PageView:
        view = PageView(desk.picture)
        qtbot.addWidget(view)
        view.resize(width, 1400)
        with qtbot.waitSignal(view.first_painted):
            view.show_page(desk.open(Place("tables", language)), Dress(PageStyle(around.theme(theme), zoom)))
            view.show()
        return view

    return open_it


def shape(view):
    (position,) = picture_positions(view.document())
    cursor = QTextCursor(view.document())
    cursor.setPosition(position + 1)
    return cursor.charFormat().toImageFormat()


def shown(view) -> QImage:
    return view.document().resource(QTextDocument.ResourceType.ImageResource.value, QUrl(NAME))


def column(view) -> float:
    frame = view.document().rootFrame().frameFormat()
    return view.viewport().width() - frame.leftMargin() - frame.rightMargin()


@pytest.mark.parametrize(("width", "zoom"), [(820, 100), (500, 100), (1300, 160)])
def test_a_figure_is_as_wide_as_the_column_at_every_size(open_view, width, zoom):
    view = open_view(width=width, zoom=zoom)
    assert shape(view).width() == pytest.approx(column(view))
    assert shape(view).height() == pytest.approx(column(view) / 2)
    assert shown(view).width() == round(column(view) * view.devicePixelRatioF())
    view.resize(width - 60, 1400)
    assert shape(view).width() == pytest.approx(column(view))


def test_a_small_picture_is_not_made_larger(desk, qapp):
    document = QTextDocument()
    document.setHtml('<img src="figures/small.png">')
    small = QImage(40, 20, QImage.Format.Format_RGB32)
    small.fill(0)
    pictures = Pictures(lambda *_: b"", "fa", {})
    pictures._decoded["figures/small.png"] = small
    pictures.fit(document, 600, 2)
    cursor = QTextCursor(document)
    cursor.setPosition(1)
    assert cursor.charFormat().toImageFormat().width() == 40
    sharp = document.resource(QTextDocument.ResourceType.ImageResource.value, QUrl("figures/small.png"))
    assert (sharp.width(), sharp.devicePixelRatio()) == (80, 2)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_a_figure_wears_the_colours_of_the_theme(open_view, around, theme):
    picture = shown(open_view(theme=theme))
    colours = around.theme(theme)
    assert picture.pixelColor(5, 5).name() == colours.ink.lower()
    assert picture.pixelColor(5, picture.height() - 5).name() == colours.paper.lower()


def test_another_theme_changes_the_figure_at_once(open_view, around):
    view = open_view()
    dark = around.theme("dark")
    view.restyle(Dress(PageStyle(dark)))
    assert shown(view).pixelColor(5, 5).name() == dark.ink.lower()


@pytest.mark.parametrize(("language", "words"), [("fa", "نقشه‌ی باغچه‌ها"), ("en", "A map of the beds")])
def test_a_screen_reader_is_told_what_a_figure_shows(open_view, language, words):
    view = open_view(language)
    (label,) = (each for each in view.findChildren(QLabel) if each.isVisible())
    spoken = QAccessible.queryAccessibleInterface(label)
    assert spoken.role() is QAccessible.Role.Graphic
    assert spoken.text(QAccessible.Text.Name) == words
    assert label.width() == pytest.approx(shape(view).width(), abs=1)
    frame = view.document().rootFrame().frameFormat()
    assert label.x() == pytest.approx(frame.leftMargin(), abs=1)
    view.resize(820, 200)
    assert not [each for each in view.findChildren(QLabel) if each.isVisible()]


def test_the_caption_is_a_passage_that_can_be_marked_and_copied(open_view):
    view = open_view()
    text = view.page.edition.passage("g45").text
    assert text == "باغچه‌ها در بهار، از بالا."
    start = text.index("بهار")
    view.mark({"g45": ((start, start + 4),)})
    (selection,) = view.extraSelections()
    assert selection.cursor.selectedText() == "بهار"
    view.selectAll()
    assert text in map(str.strip, view.selection.text().split("\n"))


def test_going_to_a_figure_shows_the_picture_whole(open_view):
    view = open_view()
    view.resize(820, 480)
    assert view.go_to("g45")
    block = view._passages.first_block("g45")
    top = view.position.line_top(block.position()) - view.verticalScrollBar().value()
    assert 0 <= top < 80


def test_a_page_without_pictures_carries_nothing_for_them(open_view, desk, around):
    view = open_view()
    view.show_page(desk.open(Place("preface", "fa")), Dress(PageStyle(around.theme("light"))))
    assert not view.has_pictures
    assert not [each for each in view.findChildren(QLabel) if each.isVisible()]


def test_a_picture_that_is_missing_leaves_its_caption(qtbot, desk, around):
    from reader.errors import NotFound

    def nothing(*_):
        raise NotFound("There is no picture “{name}” in this briefing.", name=NAME)

    view = PageView(nothing)
    qtbot.addWidget(view)
    view.show_page(desk.open(Place("tables", "en")), Dress(PageStyle(around.theme("light"))))
    assert "The beds in spring, from above." in view.toPlainText()
