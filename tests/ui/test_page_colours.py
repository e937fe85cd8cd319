"""A page whose theme was turned is, point by point, the page that was opened in that theme."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from reader.ui.page_style import PageStyle
from reader.ui.page_values import Dress
from reader.ui.page_view import PageView
from tests.ui.views import VIEWS, Book

BOOK = Book("guide", "tables#g42", "tables#g45", "tables", "fn:1", {"fa": "باغ", "en": "garden"})
SEEN = ["reading", "side-by-side", "table", "table-side-by-side", "figure", "searching", "search-begun"]


@pytest.fixture(autouse=True)
def still_caret(qapp):
    """A caret that does not blink is drawn each time."""
    before = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield
    qapp.setCursorFlashTime(before)


def drawn(window):
    """Return pictures of the window, and of its page from the top to the end."""
    pictures = [window.grab().toImage()]
    bars = [view.verticalScrollBar() for view in window._page.views]
    before = [bar.value() for bar in bars]
    for value in range(0, max(bar.maximum() for bar in bars) + 1, 300):
        for bar in bars:
            bar.setValue(value)
        QApplication.processEvents()  # what lies in the margin follows
        pictures.append(window._page.grab().toImage())
    for bar, value in zip(bars, before, strict=True):
        bar.setValue(value)
    return pictures


@pytest.mark.parametrize("name", SEEN)
@pytest.mark.parametrize(
    ("language", "before", "after", "zoom"),
    [("fa", "light", "dark", 100), ("en", "dark", "contrast", 180), ("fa", "contrast", "light", 130)],
)
def test_a_turned_theme_is_the_theme(open_window, qtbot, language, before, after, zoom, name):
    def opened(theme):
        view = VIEWS[name]
        languages = "both" if view.parallel else language
        window = open_window(language, languages, view.document(BOOK), theme, zoom=zoom)
        if view.enter is not None:
            view.enter(window, BOOK, language)
        settle(window)
        return window

    def settle(window):
        qtbot.waitUntil(lambda: window.is_settled and not window._page._levelling.isActive())
        for _ in range(5):
            QApplication.processEvents()

    turned = opened(before)
    drawn(turned)  # all of it wears the first theme
    turned._choices.choose(theme=after)
    settle(turned)
    seen = drawn(turned)
    turned.close()
    assert seen == drawn(opened(after))


def test_turning_the_theme_keeps_what_is_selected_and_breaks_no_line_out_of_sight(qtbot, around):
    from benchmarks.large_documents import long_page

    view = PageView(lambda _: b"")
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    view.show_page(long_page("fa", 5_000), Dress(PageStyle(around.theme("light"))))
    view.document().documentLayout().documentSize()
    document, changes = view.document(), []
    cursor = QTextCursor(document)
    cursor.setPosition(40)
    cursor.setPosition(90, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    view.repaint()
    document.contentsChange.connect(lambda position, _, added: changes.append(position + added))
    view.restyle(Dress(PageStyle(around.theme("dark"))))
    view.repaint()
    assert view.document() is document
    assert view.textCursor().selectedText() == cursor.selectedText() != ""
    end = max(block.position() + block.length() for block in view.position.blocks_in_sight())
    assert max(changes, default=0) <= end
