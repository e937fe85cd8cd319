"""Links in the margin: beside the text and never in it, for mouse, keyboard and screen reader."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QMenu

from reader.ui.margin_links import MarginLink


def links(view) -> dict[str, MarginLink]:
    return {each.passage: each for each in view.findChildren(MarginLink) if each.isVisible()}


def arrived(window, qtbot, do):
    with qtbot.waitSignal(window._navigation.arrived) as where:
        do()
    return where.args[0]


@pytest.mark.parametrize("interface", ["fa", "en"])
def test_every_explained_passage_in_sight_has_a_link(open_window, interface):
    window = open_window(interface=interface, place="guide", size=(1180, 900))
    assert set(links(window._page.view)) >= {"g13", "g15"}
    assert "g26" not in links(window._page.view)


def test_links_go_along_with_their_passages(open_window):
    window = open_window(place="guide")
    view = window._page.view
    view.go_to("g26")
    assert "g13" not in links(view)
    before = links(view)["g26"].y()
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() - 25)
    assert links(view)["g26"].y() == before + 25


@pytest.mark.parametrize("interface", ["fa", "en"])
@pytest.mark.parametrize("size", [(1400, 860), (640, 640)])
def test_a_link_stands_in_the_margin_beside_its_number(open_window, interface, size):
    window = open_window(interface=interface, place="guide", size=size)
    view = window._page.view
    view.go_to("g13")
    link = links(view)["g13"]
    frame = view.document().rootFrame().frameFormat()
    if interface == "fa":
        assert link.x() >= view.viewport().width() - frame.rightMargin()
        assert link.geometry().right() <= view.viewport().width()
    else:
        assert link.x() >= 0
        assert link.geometry().right() <= frame.leftMargin()
    block = view._passages.first_block("g13")
    top = view.position.line_top(block.position()) - view.verticalScrollBar().value()
    assert top < link.y() < top + 60


def test_where_there_is_no_room_for_the_word_a_sheet_stands_for_it(open_window):
    view = open_window(place="guide")._page.view
    link = links(view)["g13"]
    assert link.size_within(200).width() > link.size_within(12).width()
    assert link.size_within(12).width() == link.size_within(12).height() < 24
    before = view.grab().toImage()
    link.resize(link.size_within(12))
    assert view.grab().toImage() != before


def test_the_text_itself_has_no_word_of_a_link(open_window):
    window = open_window(place="guide", interface="en")
    view = window._page.view
    assert links(view)
    assert "Book" not in view.toPlainText()
    view.selectAll()
    assert "Book" not in view.selection.text()


@pytest.mark.parametrize(
    ("languages", "name"), [("fa", "کتاب: جدول‌ها؛ پیش‌گفتار"), ("en", "Book: Tables; Preface")]
)
def test_a_link_says_where_it_leads(open_window, languages, name):
    window = open_window(interface="fa", languages=languages, place="guide", size=(1180, 900))
    view = window._page.view
    view.go_to("g15")
    spoken = QAccessible.queryAccessibleInterface(links(view)["g15"])
    assert spoken.role() is QAccessible.Role.Button
    assert spoken.text(QAccessible.Text.Name) == name
    assert spoken.text(QAccessible.Text.Description) == view.page.edition.passage("g15").text


def test_a_click_leads_there_and_back_returns(open_window, qtbot):
    window = open_window(place="guide")
    link = links(window._page.view)["g13"]
    place = arrived(window, qtbot, lambda: qtbot.mouseClick(link, Qt.MouseButton.LeftButton))
    assert (place.document, place.language) == ("tables", "fa")
    assert not links(window._page.view)
    place = arrived(window, qtbot, window._navigation.go_back)
    assert place.document == "guide"
    assert "g13" in links(window._page.view)


def test_a_link_to_several_offers_them(open_window, qtbot, monkeypatch):
    window = open_window(place="guide", interface="en", size=(1180, 900))
    link = links(window._page.view)["g15"]
    # The offscreen platform cannot give a menu the keyboard.
    monkeypatch.setattr(QMenu, "popup", lambda *_: None)
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    (offered,) = link.findChildren(QMenu)
    assert offered.accessibleName() == "Book"
    assert [each.text() for each in offered.actions()] == ["Tables", "Preface"]
    assert offered.activeAction() is offered.actions()[0]
    place = arrived(window, qtbot, offered.actions()[0].trigger)
    assert (place.document, place.passage) == ("tables", "g42")


def test_the_keyboard_steps_from_link_to_link_and_follows(open_window, qtbot):
    window = open_window(place="guide")
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    stepped = []
    for _ in range(5):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F8)
        link = QApplication.focusWidget()
        stepped.append(link.passage)
        assert window._page.view.viewport().rect().contains(link.geometry())
    assert stepped == ["g13", "g15", "g22", "g26", "g13"]
    place = arrived(window, qtbot, lambda: qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return))
    assert place.document == "tables"
    assert QApplication.focusWidget() is window._page.view


def test_escape_gives_the_keyboard_back_to_the_text(open_window, qtbot):
    window = open_window(place="guide")
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    window._page.step_margin_link()
    assert isinstance(QApplication.focusWidget(), MarginLink)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is window._page.view


def test_a_link_scrolled_away_gives_the_keyboard_back(open_window, qtbot):
    window = open_window(place="guide")
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    window._page.step_margin_link()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown)
    window._page.view.go_to("g26")
    assert QApplication.focusWidget() is window._page.view


def test_tab_goes_on_from_the_text_to_the_links_in_sight(open_window, qtbot):
    window = open_window(place="guide", size=(1180, 900))
    window.activateWindow()
    window._page.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window._page.view)
    while QApplication.focusWidget() is window._page.view:
        qtbot.keyClick(window._page.view, Qt.Key.Key_Tab)  # through the links in the text
    reached = []
    while isinstance(link := QApplication.focusWidget(), MarginLink):
        reached.append(link.passage)
        qtbot.keyClick(link, Qt.Key.Key_Tab)
    assert reached == sorted(links(window._page.view))
    assert reached


def test_twins_have_their_own_links_level_with_each_other(open_window, qtbot):
    window = open_window(languages="both", place="guide", size=(1180, 900))
    persian, english = window._page.views
    qtbot.waitUntil(lambda: set(links(persian)) == set(links(english)) != set())
    for passage, link in links(persian).items():
        twin = links(english)[passage]
        assert abs(link.y() - twin.y()) < 12
        assert link.toolTip().startswith("کتاب:")
        assert twin.toolTip().startswith("Book:")


def test_the_action_is_there_only_where_links_are(open_window, qtbot):
    window = open_window(place="guide")
    assert window._actions["margin_link"].isEnabled()
    arrived(window, qtbot, lambda: window._navigation.follow("tables"))
    assert not window._actions["margin_link"].isEnabled()


def test_another_theme_is_worn_by_the_links(open_window):
    window = open_window(place="guide", theme="light")
    link = links(window._page.view)["g13"]
    window._actions["theme"].trigger()
    assert link._theme.name == "dark"
