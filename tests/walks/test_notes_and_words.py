"""Footnotes where they are called, and words explained: with the keyboard alone, in both languages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QTextCursor
from PySide6.QtWidgets import QMenu, QTextBrowser, QToolTip

from tests import garden as garden_book
from tests.walks.test_read_and_search import ALT, CTRL, at, press, reading

__all__ = ["reading"]
GLOSSARY = {
    "fa": "# واژه‌نامه\n\n| واژه | معنی |\n|---|---|\n| [term-soil] خاک | آنچه گیاه در آن می‌ایستد |\n",
    "en": "# Glossary\n\n| word | meaning |\n|---|---|\n| [term-soil] soil | what plants stand in |\n",
}
NOTE = {"fa": "ماه‌ها خورشیدی است.", "en": "Months are of our own calendar."}


@pytest.fixture(scope="module")
def garden(tmp_path_factory):
    """The garden book with a glossary at its end."""
    folder = garden_book.write(tmp_path_factory.mktemp("glossary") / "content")
    announced = folder / "briefing.toml"
    more = '[[document]]\nid = "glossary"\nkind = "book"\nfa = "واژه‌نامه"\nen = "Glossary"\n'
    announced.write_text(announced.read_text(encoding="utf-8") + more, encoding="utf-8")
    for language, text in GLOSSARY.items():
        (folder / "book" / f"glossary.{language}.md").write_text(text, encoding="utf-8")
    return folder


def ask_for_note(qtbot, window):
    """Walk to the number of the first note with Tab and press Enter."""
    view = window._page.view
    view.setFocus()
    for _ in range(4):
        if view.textCursor().charFormat().anchorHref() == "#fn:1":
            break
        qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert view.textCursor().charFormat().anchorHref() == "#fn:1"
    qtbot.keyClick(view, Qt.Key.Key_Return)


@pytest.mark.parametrize("language", ["fa", "en"])
def test_a_note_is_read_where_it_is_called(reading, qtbot, language):
    window = reading(interface=language, place="tables")
    top = window._page.top
    ask_for_note(qtbot, window)
    bubble = window._furniture.notes.bubble
    assert bubble.isVisible()
    assert NOTE[language] in bubble.text()
    assert "↩" not in bubble.text()
    text = bubble._text
    assert text.document().size().height() <= text.viewport().height() + 1
    assert bubble.height() < 160
    assert window._page.rect().contains(bubble.geometry())
    assert QGuiApplication.focusObject() is bubble._text
    assert not bubble.geometry().intersects(window._page.view.selection.rect_of("g44", 0, 3))
    qtbot.keyClick(bubble._text, Qt.Key.Key_Escape)
    assert not bubble.isVisible()
    assert window._page.view.hasFocus()
    assert window._page.top == top


@pytest.mark.parametrize("language", ["fa", "en"])
def test_from_the_note_to_the_end_and_back_to_the_exact_line(reading, qtbot, language):
    window = reading(interface=language, place="guide#g20", size=(900, 500))
    view = window._page.view
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    top = window._page.top
    window._furniture.notes.show("fn:1")
    bubble = window._furniture.notes.bubble
    qtbot.keyClick(bubble._text, Qt.Key.Key_Tab)
    qtbot.keyClick(bubble._text, Qt.Key.Key_Return)
    assert not bubble.isVisible()
    note = view._passages.note("fn:1")
    assert view._passages.stand(note.blockNumber()).passage.id in view.position.passages_on_screen()
    press(qtbot, window, Qt.Key.Key_Left, ALT)
    assert window._page.top == top
    window._navigation.follow("#fnref:1")
    assert "g28" in view.position.passages_on_screen()
    press(qtbot, window, Qt.Key.Key_Left, ALT)
    assert window._page.top == top


def test_the_way_back_is_a_word_of_the_text(reading):
    window = reading(interface="en", languages="fa", place="tables")
    note = window._page.view._passages.note("fn:1")
    assert note.text().endswith("بازگشت به متن")


def test_a_link_in_a_note_leads_on(reading, qtbot):
    window = reading(interface="en", place="tables")
    window._furniture.notes.show("fn:2")
    qtbot.keyClick(window._furniture.notes.bubble._text, Qt.Key.Key_Tab)
    qtbot.keyClick(window._furniture.notes.bubble._text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.is_settled)
    assert at(window) == ("guide", "en")


@pytest.mark.parametrize("language", ["fa", "en"])
def test_a_word_is_explained_at_a_key(reading, qtbot, language):
    window = reading(interface=language, place="guide")
    press(qtbot, window, Qt.Key.Key_F4)
    bubble = window._furniture.notes.bubble
    assert bubble.isVisible()
    said = bubble.text()
    assert "خاک" in said
    assert "soil" in said
    qtbot.keyClick(bubble._text, Qt.Key.Key_Escape)
    # The next press tells the next word on the screen.
    press(qtbot, window, Qt.Key.Key_F4)
    assert window._furniture.glosses._told[0] != "g13" or bubble.text() == said
    qtbot.keyClick(bubble._text, Qt.Key.Key_Tab)
    qtbot.keyClick(bubble._text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.is_settled)
    assert at(window) == ("glossary", language)
    assert "term-soil" in window._page.view.position.passages_on_screen()


def test_words_are_underlined_only_where_that_is_asked_for(reading, qtbot):
    window = reading(place="guide")
    view = window._page.view
    assert view.extraSelections() == []
    press(qtbot, window, Qt.Key.Key_U, CTRL)
    marked = {each.cursor.selectedText() for each in view.extraSelections()}
    assert marked == {"خاک"}
    press(qtbot, window, Qt.Key.Key_3, CTRL)
    assert {each.cursor.selectedText() for each in view.extraSelections()} == {"soil"}
    press(qtbot, window, Qt.Key.Key_D, CTRL)
    assert view.extraSelections() != []
    press(qtbot, window, Qt.Key.Key_U, CTRL)
    assert view.extraSelections() == []


def test_the_mouse_over_an_underlined_word_tells_what_it_means(reading, qtbot):
    window = reading(interface="en", place="guide")
    press(qtbot, window, Qt.Key.Key_U, CTRL)
    view = window._page.view
    start = view.page.edition.passage("g13").text.index("soil")
    where = view.selection.rect_of("g13", start, start + 4).center()
    hover = QHelpEvent(QHelpEvent.Type.ToolTip, where, view.viewport().mapToGlobal(where))
    QGuiApplication.sendEvent(view.viewport(), hover)
    assert "what plants stand in" in QToolTip.text()


def test_the_menu_of_the_page_speaks_the_language_of_the_window(reading):
    window = reading(interface="fa", place="guide")
    view = window._page.view
    view.setTextCursor(QTextCursor(view._passages.first_block("g13")))
    window._page.menu_asked.emit(view, view.mapToGlobal(QPoint(50, 50)))
    menu = next(each for each in view.findChildren(QMenu) if each.isVisible())
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts[0] == "رونوشت"
    assert not menu.actions()[0].isEnabled()
    assert all(any("آ" <= letter <= "ی" for letter in text) for text in texts)
    menu.close()


def test_qts_own_menu_still_speaks_of_addresses(qtbot):
    """WORKAROUND(Qt 6.11) in ui/page_menu.py can go when Qt's menu of a text has no link address."""
    browser = QTextBrowser()
    qtbot.addWidget(browser)
    texts = [action.text() for action in browser.createStandardContextMenu().actions()]
    assert any("Link" in text or "پیوند" in text for text in texts)


def test_headings_are_walked_to_the_last_even_where_nothing_scrolls_any_more(reading, qtbot):
    window = reading(place="guide", size=(1400, 1400))
    edition = window._navigation.edition
    headings = [passage.id for passage in edition.passages if passage.kind.is_heading]
    walked = [window._page.standing()]
    for _ in headings[1:]:
        press(qtbot, window, Qt.Key.Key_Down, CTRL)
        walked.append(window._page.standing())
    assert walked == headings
    for heading in reversed(headings[:-1]):
        press(qtbot, window, Qt.Key.Key_Up, CTRL)
        assert window._page.standing() == heading
