"""A reader with a keyboard only: opens, reads, searches, stays or returns, in both languages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def write(words):
    """Type letters of any script into whatever has the keyboard; Qt's own helper knows only ASCII."""
    for letter in words:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, ord(letter.upper()), Qt.KeyboardModifier.NoModifier, letter)
            QGuiApplication.sendEvent(QGuiApplication.focusObject(), key)


def type_and_wait(qtbot, window, words):
    """Type and wait for the answer."""
    with qtbot.waitSignal(window._session.answered):
        write(words)


def press(qtbot, window, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(window.focusWidget() or window, key, modifier)
    qtbot.waitUntil(lambda: window.is_settled)


@pytest.fixture
def reading(open_window, qtbot):
    def open_it(**chosen):
        window = open_window(**chosen)
        window.activateWindow()
        qtbot.waitUntil(lambda: QGuiApplication.focusObject() is not None)
        return window

    return open_it


def at(window):
    edition = window._navigation.edition
    return edition.document, edition.language


@pytest.mark.parametrize(("interface", "words", "place"), [("fa", "گلدانی", "g30"), ("en", "pot", "g30")])
def test_type_stand_on_the_word_and_stay(reading, qtbot, interface, words, place):
    window = reading(interface=interface, place="preface")
    press(qtbot, window, Qt.Key.Key_K, CTRL)
    type_and_wait(qtbot, window, words)
    qtbot.waitUntil(lambda: window.is_settled)
    assert at(window) == ("guide", interface)
    (selection,) = window._page.view.extraSelections()
    assert selection.cursor.selectedText() == words
    press(qtbot, window, Qt.Key.Key_Return)
    assert window._page.view.hasFocus()
    assert window._panel.selected().passage == place
    press(qtbot, window, Qt.Key.Key_Left, ALT)
    assert at(window)[0] == "preface"


def test_esc_returns_to_the_line_one_left(reading, qtbot):
    window = reading(place="guide#g20")
    before = window._page.top
    press(qtbot, window, Qt.Key.Key_K, CTRL)
    type_and_wait(qtbot, window, "فروردین کاشت")
    qtbot.waitUntil(lambda: window.is_settled)
    press(qtbot, window, Qt.Key.Key_Escape)
    assert at(window) == ("guide", "fa")
    assert window._page.top == before
    assert window._page.view.extraSelections() == []
    assert window._side.currentWidget() is window._contents


def test_f3_walks_the_matches_in_reading_order(reading, qtbot):
    window = reading(place="preface")
    press(qtbot, window, Qt.Key.Key_K, CTRL)
    type_and_wait(qtbot, window, "باغبان")
    qtbot.waitUntil(lambda: window.is_settled)
    press(qtbot, window, Qt.Key.Key_Return)
    first = window._search._stands_on
    seen = [first]
    for _ in range(3):
        press(qtbot, window, Qt.Key.Key_F3)
        seen.append(window._search._stands_on)
    assert len(set(seen)) == 4
    for _ in range(3):
        press(qtbot, window, Qt.Key.Key_F3, SHIFT)
    assert window._search._stands_on == first


def test_arrows_look_through_the_hits(reading, qtbot):
    window = reading(place="preface")
    press(qtbot, window, Qt.Key.Key_K, CTRL)
    type_and_wait(qtbot, window, "فروردین")
    qtbot.waitUntil(lambda: window.is_settled)
    first = window._panel.selected()
    press(qtbot, window, Qt.Key.Key_Down)
    assert window._panel.selected() != first
    press(qtbot, window, Qt.Key.Key_Up)
    assert window._panel.selected() == first


def test_nothing_found_is_said_and_the_page_stays(reading, qtbot):
    window = reading(interface="en", place="preface")
    press(qtbot, window, Qt.Key.Key_K, CTRL)
    type_and_wait(qtbot, window, "zzzzqqqq")
    assert "zzzzqqqq" in window._panel.said()
    assert "3 documents" in window._panel.said()
    assert at(window)[0] == "preface"


def test_find_in_this_document_only(reading, qtbot):
    window = reading(place="guide")
    press(qtbot, window, Qt.Key.Key_F, CTRL)
    type_and_wait(qtbot, window, "فروردین")
    assert {hit.document for hit in window._panel.hits} == {"guide"}
    press(qtbot, window, Qt.Key.Key_Escape)
    press(qtbot, window, Qt.Key.Key_K, CTRL)
    type_and_wait(qtbot, window, "فروردین")
    assert {hit.document for hit in window._panel.hits} == {"guide", "tables"}


def test_shift_space_types_a_half_space(reading, qtbot):
    window = reading()
    press(qtbot, window, Qt.Key.Key_K, CTRL)
    write("باغچه")
    qtbot.keyClick(QGuiApplication.focusObject(), Qt.Key.Key_Space, SHIFT)
    write("ها")
    assert window._bar.search.text() == "باغچه\u200cها"


def test_a_text_without_matches_offers_examples_and_earlier_words(reading, qtbot):
    window = reading(interface="en", place="preface")
    press(qtbot, window, Qt.Key.Key_K, CTRL)
    type_and_wait(qtbot, window, "spring")
    qtbot.waitUntil(lambda: window.is_settled)
    press(qtbot, window, Qt.Key.Key_Return)
    press(qtbot, window, Qt.Key.Key_Escape)
    press(qtbot, window, Qt.Key.Key_K, CTRL)
    assert [chip.key for chip in window._panel._offers.chips] == ["spring"]
    # Of the examples only what finds something in this briefing.
    assert [example.query for example in window._panel._examples.examples] == ["18 Dey 1404"]


@pytest.mark.parametrize("interface", ["fa", "en"])
def test_languages_at_the_same_passage(reading, qtbot, interface):
    window = reading(interface=interface, languages="fa", place="guide#g20")
    press(qtbot, window, Qt.Key.Key_3, CTRL)
    assert at(window) == ("guide", "en")
    assert window._page.reading_point().passage in ("g19", "g20")
    press(qtbot, window, Qt.Key.Key_2, CTRL)
    assert window._page.is_parallel
    press(qtbot, window, Qt.Key.Key_1, CTRL)
    assert at(window) == ("guide", "fa")
    assert not window._page.is_parallel


def test_go_to_a_passage_by_its_name(reading, qtbot):
    window = reading(interface="en", place="preface")
    press(qtbot, window, Qt.Key.Key_G, CTRL)
    write("guide 9")
    press(qtbot, window, Qt.Key.Key_Return)
    assert at(window) == ("guide", "en")
    assert window._page.reading_point().passage == "g21"
    press(qtbot, window, Qt.Key.Key_G, CTRL)
    write("guide 99")
    press(qtbot, window, Qt.Key.Key_Return)
    assert "no such passage" in window._go_to._fault.text()
    assert at(window) == ("guide", "en")
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not window._go_to.isVisible()


def test_copy_with_citation_and_go_to_what_was_copied(reading, qtbot):
    window = reading(interface="en", languages="en", place="guide#g20")
    press(qtbot, window, Qt.Key.Key_C, CTRL | SHIFT)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("“Every year in the month of Farvardin")
    assert "“Guide to gardening”" in copied
    assert "guide 8" in copied
    assert "unofficial translation" in copied
    assert "2026010201" in copied
    press(qtbot, window, Qt.Key.Key_R, CTRL | SHIFT)
    reference = QGuiApplication.clipboard().text()
    assert window._desk.place(reference).passage == "g20"


def test_headings_and_documents_one_after_the_other(reading, qtbot):
    window = reading(place="guide")
    press(qtbot, window, Qt.Key.Key_Down, CTRL)
    first = window._page.reading_point().passage
    press(qtbot, window, Qt.Key.Key_Down, CTRL)
    second = window._page.reading_point().passage
    assert first != second
    press(qtbot, window, Qt.Key.Key_PageDown, CTRL)
    assert at(window)[0] == "tables"
    press(qtbot, window, Qt.Key.Key_PageUp, CTRL)
    assert at(window)[0] == "guide"


def test_theme_interface_and_size(reading, qtbot):
    window = reading()
    assert window.windowTitle() == "جزوه‌خوان"
    press(qtbot, window, Qt.Key.Key_L, CTRL)
    assert window.windowTitle() == "Briefing Reader"
    assert window.layoutDirection() == Qt.LayoutDirection.LeftToRight
    press(qtbot, window, Qt.Key.Key_D, CTRL)
    assert window._dressing.theme.name == "dark"
    before = window._page.view.document().defaultFont().pixelSize()
    press(qtbot, window, Qt.Key.Key_Plus, CTRL)
    assert window._page.view.document().defaultFont().pixelSize() > before
    press(qtbot, window, Qt.Key.Key_0, CTRL)
    assert window._page.view.document().defaultFont().pixelSize() == before


def test_a_narrow_window_keeps_the_page_clear(reading, qtbot):
    window = reading(size=(820, 640))
    assert not window._side.isVisible()
    press(qtbot, window, Qt.Key.Key_F9)
    assert window._side.isVisible()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not window._side.isVisible()


def test_face_lines_and_column(reading, qtbot):
    window = reading(place="guide#g20")
    page = window._page.view
    press(qtbot, window, Qt.Key.Key_B, CTRL)
    assert page.document().defaultFont().family() == "Amiri"
    assert window._page.reading_point().passage == "g20"
    press(qtbot, window, Qt.Key.Key_B, CTRL)
    assert page.document().defaultFont().family() == "Vazirmatn"
    press(qtbot, window, Qt.Key.Key_L, CTRL | SHIFT)
    assert window._status._stored.text() == "فاصله‌ی سطرها: ۱۱۵٪"
    assert page._dress.style.line_spacing == 115
    press(qtbot, window, Qt.Key.Key_M, CTRL | SHIFT)
    assert page._dress.style.measure == 36


def test_what_is_left_to_read_is_told_in_the_new_language_at_once(reading, qtbot):
    window = reading(interface="fa")
    qtbot.waitUntil(lambda: window.is_settled)
    press(qtbot, window, Qt.Key.Key_L, CTRL)
    assert window._status._read.text().startswith("0%")
