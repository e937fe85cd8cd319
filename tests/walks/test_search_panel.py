"""A reader with a keyboard only, searching: wrong keyboard, unfinished words, the other language, copying."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolButton

from tests.walks.test_read_and_search import ALT, CTRL, SHIFT, at, press, type_and_wait, write

TAB = Qt.Key.Key_Tab


@pytest.fixture
def searching(open_window, qtbot):
    def open_it(words="", **chosen):
        window = open_window(**{"place": "preface", **chosen})
        window.activateWindow()
        qtbot.waitUntil(lambda: QGuiApplication.focusObject() is not None)
        press(qtbot, window, Qt.Key.Key_K, CTRL)
        if words:
            type_and_wait(qtbot, window, words)
            qtbot.waitUntil(lambda: window.is_settled)
        return window

    return open_it


def tab_to(qtbot, window, wanted):
    """Press Tab until a button is reached."""
    for _ in range(30):
        if window.focusWidget() is wanted:
            return
        qtbot.keyClick(window.focusWidget(), TAB)
    raise AssertionError(wanted.text())


def button(window, key):
    """Return the button of the panel that stands for something."""
    panel = window._panel
    for row in (panel._completions, panel._filters, panel._offers):
        for chip, each in zip(row.chips, row.buttons, strict=False):
            if chip.key == key:
                return each
    raise AssertionError(key)


@pytest.mark.parametrize(
    ("interface", "typed", "meant", "document"),
    [("fa", "fhyfhk", "باغبان", "guide"), ("en", "لشقیثدثقس", "gardeners", "guide")],
)
def test_wrong_keyboard_is_repaired_and_walked(searching, qtbot, interface, typed, meant, document):
    window = searching(interface=interface, place="tables")
    before = window._page.top
    type_and_wait(qtbot, window, typed)
    qtbot.waitUntil(lambda: window.is_settled)
    assert window._panel._offers.chips[0].key.startswith(meant[:5])
    assert window._panel.hits
    press(qtbot, window, Qt.Key.Key_Down)
    press(qtbot, window, Qt.Key.Key_Return)
    assert window._page.view.hasFocus()
    first = window._search._stands_on
    press(qtbot, window, Qt.Key.Key_F3)
    assert window._search._stands_on != first
    press(qtbot, window, Qt.Key.Key_F3, SHIFT)
    assert window._search._stands_on == first
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not window._search.is_open
    press(qtbot, window, Qt.Key.Key_Left, ALT)
    assert at(window) == ("tables", interface)
    assert window._page.top == before


def test_what_was_typed_can_be_searched_for_all_the_same(searching, qtbot):
    window = searching("fhyfhk")
    as_typed = window._panel._offers.buttons[1]
    tab_to(qtbot, window, as_typed)
    with qtbot.waitSignal(window._session.answered):
        qtbot.keyClick(as_typed, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.is_settled)
    assert window._panel.hits == ()
    again = window._panel._offers.buttons[0]
    tab_to(qtbot, window, again)
    with qtbot.waitSignal(window._session.answered):
        qtbot.keyClick(again, Qt.Key.Key_Return)
    assert window._panel.hits


@pytest.mark.parametrize(
    ("interface", "begun", "word"), [("fa", "باغب", "باغبان‌ها"), ("en", "seedl", "seedlings")]
)
def test_a_word_is_finished_with_tab(searching, qtbot, interface, begun, word):
    window = searching(interface=interface)
    write(begun)
    qtbot.waitUntil(lambda: window.is_settled and bool(window._panel._completions.chips))
    assert window._bar.search.text() == begun
    tab_to(qtbot, window, button(window, word))
    with qtbot.waitSignal(window._session.answered):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    field = window._bar.search
    assert field.text() == word
    # One can type on: nothing is selected.
    write(" x")
    assert field.text() == word + " x"


def test_finishing_a_word_is_never_in_the_way(searching, qtbot):
    window = searching()
    write("باغچه")
    qtbot.keyClick(QGuiApplication.focusObject(), Qt.Key.Key_Space, SHIFT)
    qtbot.waitUntil(lambda: window.is_settled)
    write("ها")
    assert window._bar.search.text() == "باغچه\u200cها"
    qtbot.waitUntil(lambda: window.is_settled)
    press(qtbot, window, Qt.Key.Key_Return)
    assert window._panel.selected() is not None
    assert window._page.view.hasFocus()


def test_tab_goes_from_the_field_through_the_results_and_on(searching, qtbot):
    window = searching("فروردین", interface="fa")
    met = []
    for _ in range(40):
        qtbot.keyClick(window.focusWidget(), TAB)
        met.append(window.focusWidget())
    panel = window._panel
    shown = [
        *(each for each in panel._filters.buttons if each.isVisible()),
        *(each for each in panel._tools.buttons if each.isVisible()),
        panel._list,
    ]
    places = [met.index(each) for each in shown]
    assert places == sorted(places)
    assert places[-1] < met.index(window._bar._more)
    before = [each for each in met[: places[0]] if isinstance(each, QToolButton)]
    assert set(before) <= set(panel._completions.buttons)


@pytest.mark.parametrize("interface", ["fa", "en"])
def test_the_passage_found_is_shown_in_the_other_language(searching, qtbot, interface):
    words, other = {"fa": ("گلدانی", "en"), "en": ("pot", "fa")}[interface]
    window = searching(words, interface=interface)
    assert at(window) == ("guide", interface)
    press(qtbot, window, Qt.Key.Key_T, CTRL)
    assert at(window) == ("guide", other)
    (selection,) = window._page.view.extraSelections()
    whole = window._desk.edition("guide", other).passage("g30").text
    assert selection.cursor.selectedText() == whole
    assert window._panel._tools.twin.endswith({"fa": "فارسی", "en": "English"}[interface])
    press(qtbot, window, Qt.Key.Key_T, CTRL)
    assert at(window) == ("guide", interface)
    press(qtbot, window, Qt.Key.Key_T, CTRL)
    press(qtbot, window, Qt.Key.Key_Return)
    assert at(window) == ("guide", interface)
    press(qtbot, window, Qt.Key.Key_Left, ALT)
    assert at(window) == ("preface", interface)


def test_the_other_language_can_be_stayed_in(searching, qtbot):
    window = searching("گلدانی")
    tab_to(qtbot, window, window._panel._tools.buttons[0])
    press(qtbot, window, Qt.Key.Key_Space)
    assert at(window) == ("guide", "en")
    window._search.stay()
    press(qtbot, window, Qt.Key.Key_Left, ALT)
    assert at(window) == ("preface", "fa")


def test_side_by_side_offers_no_other_language(searching, qtbot):
    window = searching("گلدانی", languages="both")
    assert window._panel._tools.twin == ""
    press(qtbot, window, Qt.Key.Key_T, CTRL)
    assert window._page.is_parallel


def test_all_hits_are_copied_with_their_places(searching, qtbot):
    window = searching("spring", interface="en")
    tab_to(qtbot, window, window._panel._tools.buttons[2])
    press(qtbot, window, Qt.Key.Key_Space)
    copied = QGuiApplication.clipboard().text()
    for hit in window._panel.hits:
        assert hit.text in copied
        assert window._furniture.where(hit) in copied


def test_exact_form_only(searching, qtbot):
    window = searching("gardener", interface="en")
    every = len(window._panel.hits)
    tab_to(qtbot, window, window._panel._tools.buttons[1])
    with qtbot.waitSignal(window._session.answered):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert every > 0
    assert window._panel.hits == ()
    assert "just as you typed" in window._panel.said()


def test_words_beside_each_other_are_one_mark(searching):
    window = searching("take root", interface="en")
    selections = [each.cursor.selectedText() for each in window._page.view.extraSelections()]
    assert set(selections) == {"take root"}


def test_recent_queries_are_forgotten_with_the_window(searching, qtbot, open_window):
    window = searching("spring", interface="en")
    press(qtbot, window, Qt.Key.Key_Return)
    assert window._session.recent == ("spring",)
    assert open_window(interface="en")._session.recent == ()


def test_a_narrow_window_shows_the_panel_over_the_page(searching, qtbot):
    window = searching("spring", interface="en", size=(880, 640))
    assert window._panel.isVisible()
    press(qtbot, window, Qt.Key.Key_Return)
    assert not window._side.isVisible()
    assert window._page.view.hasFocus()


def test_a_number_is_not_finished(searching, qtbot):
    window = searching("خاک ۱۴۰")
    assert window._panel._completions.chips == ()
