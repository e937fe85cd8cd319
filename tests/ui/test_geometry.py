"""Nothing overlaps, nothing is clipped, nothing scrolls sideways: in every language, theme, size and zoom."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QTextCursor
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit

from reader.ui.text_size import INTERFACE_PIXELS
from reader.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZES = [(900, 640), (1400, 860)]


class Stretched(Wording):
    """A language nobody speaks: every sentence half as long again, and the window mirrored."""

    def say(self, context: str, sentence: str, number: int = -1) -> str:
        said = super().say(context, sentence, number)
        return f"[{said}{' ~~~' * (len(said) // 8)}]"


@pytest.fixture(params=["fa", "en", "stretched"])
def spoken(request, around, monkeypatch) -> str:
    if request.param != "stretched":
        return request.param
    real = Wording.load("en", around._resources / "translations")
    made = Stretched("fa", {**real._messages})
    monkeypatch.setitem(around._wordings, "fa", made)
    return "fa"


def visible_texts(window):
    for kind in (QLabel, QAbstractButton, QLineEdit):
        for widget in window.findChildren(kind):
            if widget.isVisible():
                yield widget


def rect(widget, window) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def assert_nothing_is_clipped(window):
    for widget in visible_texts(window):
        if isinstance(widget, QLabel) and not widget.wordWrap() and widget.text():
            needed = widget.fontMetrics().horizontalAdvance(widget.text())
            assert widget.contentsRect().width() + 1 >= needed, widget.text()
        elif isinstance(widget, QLabel) and widget.wordWrap():
            assert widget.height() + 1 >= widget.heightForWidth(widget.width()), widget.text()
        elif isinstance(widget, QAbstractButton):
            assert widget.width() + 1 >= min(widget.sizeHint().width(), widget.minimumSizeHint().width())
        assert window.rect().contains(rect(widget, window)), widget


def assert_nothing_overlaps(window):
    for bar in (window._bar, window._status):
        parts = [each for each in bar.children() if getattr(each, "isVisible", lambda: False)()]
        parts = [each for each in parts if hasattr(each, "geometry")]
        for one, other in itertools.combinations(parts, 2):
            assert not one.geometry().intersects(other.geometry()), (one, other)


def assert_pages_fit(window):
    """No block stands outside the column, none on another, and nothing scrolls sideways."""
    for view in window._page.views:
        layout = view.document().documentLayout()
        layout.documentSize()
        frame = view.document().rootFrame().frameFormat()
        left, right = frame.leftMargin(), view.viewport().width() - frame.rightMargin()
        bottom = 0.0
        block = view.document().begin()
        while block.isValid():
            box = layout.blockBoundingRect(block)
            if not block.text():
                block = block.next()  # Qt's own, between a table and what follows
                continue
            assert box.left() >= left - 1, block.text()
            # Qt lets a line hang over its end by less than a tenth of an em, and counts the hanging of a
            # list item twice.
            over = 1 + 0.1 * view.dress.style.em
            assert box.right() <= right + over + max(0.0, -block.blockFormat().textIndent()), block.text()
            for number in range(block.layout().lineCount()):
                line = block.layout().lineAt(number)
                assert line.naturalTextWidth() <= line.width() + 1, block.text()
            if QTextCursor(block).currentTable() is None:
                # The boxes of headings that follow each other meet; their letters do not.
                assert box.top() >= bottom - 0.35 * view.dress.style.em, block.text()
            bottom = max(bottom, box.bottom())
            block = block.next()
        assert view.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("languages", ["fa", "en", "both"])
@pytest.mark.parametrize("zoom", [80, 100, 180, 220])
def test_reading(open_window, qtbot, spoken, size, languages, zoom):
    window = open_window(interface=spoken, languages=languages, place="guide", size=size, zoom=zoom)
    qtbot.waitUntil(lambda: not window._page._levelling.isActive())
    QApplication.processEvents()
    assert window._page.is_parallel == (languages == "both")
    assert_nothing_is_clipped(window)
    assert_nothing_overlaps(window)
    assert_pages_fit(window)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("languages", ["fa", "both"])
def test_the_book_face_and_tables(open_window, qtbot, spoken, size, languages):
    for document in ("guide", "tables"):
        window = open_window(interface=spoken, languages=languages, place=document, size=size, zoom=140)
        window._choices.choose(face="Amiri", line_spacing=90)
        qtbot.waitUntil(lambda window=window: not window._page._levelling.isActive())
        assert_nothing_is_clipped(window)
        assert_pages_fit(window)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("zoom", [100, 220])
def test_a_note_lies_within_the_page_and_beside_its_number(open_window, spoken, size, zoom):
    window = open_window(interface=spoken, languages="fa", place="tables", size=size, zoom=zoom)
    window._furniture.notes.show("fn:1")
    bubble = window._furniture.notes.bubble
    assert window._page.rect().contains(bubble.geometry())
    text = bubble._text
    assert text.horizontalScrollBar().maximum() == 0
    assert text.document().size().height() <= text.viewport().height() + 1 or (
        bubble.height() >= window._page.height() // 2
    )


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("words", ["باغ", "zzzz", ""])
def test_searching(open_window, qtbot, spoken, size, words):
    window = open_window(interface=spoken, languages="fa", place="guide", size=size)
    window._bar.search.take_focus()
    window._search._begin()
    if words:
        with qtbot.waitSignal(window._session.answered):
            window._bar.search.set_text(words)
    qtbot.waitUntil(lambda: window.is_settled)
    QApplication.processEvents()  # the layouts follow what was said
    assert_nothing_is_clipped(window)
    assert_nothing_overlaps(window)


@pytest.fixture(params=[1.3, 1.6, 2.0])
def system_text(request, qapp) -> Iterator[float]:
    """Text of another size was chosen for the whole system."""
    before = qapp.font()
    font = QFont(before)
    font.setPixelSize(round(INTERFACE_PIXELS * request.param))
    qapp.setFont(font)
    yield request.param
    qapp.setFont(before)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("languages", ["fa", "both"])
def test_large_text_of_the_system(open_window, qtbot, spoken, system_text, size, languages):
    window = open_window(interface=spoken, languages=languages, place="guide", size=size)
    qtbot.waitUntil(lambda: not window._page._levelling.isActive())
    QApplication.processEvents()
    assert window.size().width() == size[0]
    assert window._page.views[0].dress.style.em == pytest.approx(20 * system_text, abs=1)
    assert_nothing_is_clipped(window)
    assert_nothing_overlaps(window)
    assert_pages_fit(window)
    with qtbot.waitSignal(window._session.answered):
        window.search_for("باغ")
    QApplication.processEvents()
    assert_nothing_is_clipped(window)
    assert_nothing_overlaps(window)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_themes_change_colours_and_nothing_else(open_window, theme):
    window = open_window(theme=theme, place="guide")
    tops = {
        stand.passage.id: window._page.view._position.line_top(0)
        for stand in window._page.view._passages.stands()
    }
    plain = open_window(theme="light", place="guide")
    assert tops == {
        stand.passage.id: plain._page.view._position.line_top(0)
        for stand in plain._page.view._passages.stands()
    }


def test_numbers_stand_beside_their_passages(open_window):
    window = open_window(place="guide")
    view = window._page.view
    from reader.ui.margin import Margin

    drawn = []

    class Pen:
        def setFont(self, font): ...
        def setPen(self, pen): ...
        def fillRect(self, *arguments): ...
        def drawText(self, x, y, text):
            drawn.append((x, y, text))

    margin = Margin(view.document(), view._passages, view._dress)
    for stand in view._passages.stands():
        block = view.document().findBlockByNumber(stand.block)
        before = len(drawn)
        margin.paint(Pen(), block, view.viewport().width())
        if not stand.passage.number:
            assert len(drawn) == before
            continue
        x, y, text = drawn[-1]
        box = view.document().documentLayout().blockBoundingRect(block)
        assert box.top() <= y <= box.top() + block.layout().lineAt(0).y() + block.layout().lineAt(0).height()
        assert x > view.viewport().width() - view.document().rootFrame().frameFormat().rightMargin()
        assert text == stand.passage.number.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
