"""The page as a reader meets it: going to places, marks, pictures, copying, resizing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser

from reader.library.document import Place
from reader.text.direction import ISOLATES
from reader.ui.clipboard import DO_NOT_KEEP
from reader.ui.page_style import PageStyle
from reader.ui.page_values import Dress
from reader.ui.page_view import PageView


@pytest.fixture
def view(qtbot, desk, around):
    view = PageView(desk.picture)
    qtbot.addWidget(view)
    view.resize(820, 600)
    view.show()
    view.show_page(desk.open(Place("guide", "fa")), Dress(PageStyle(around.theme("light"))))
    return view


def top_of(view, passage) -> float:
    """Pixels from the top of the view to a passage's first line."""
    block = view._passages.first_block(passage)
    return view.position.line_top(block.position()) - view.verticalScrollBar().value()


def test_going_to_a_passage_puts_it_near_the_top(view):
    assert view.go_to("g18")
    assert 0 <= top_of(view, "g18") < 80
    assert view.reading_point().passage in ("g17", "g18")
    assert view.reading_point().section == "g12"


def test_what_is_not_on_the_page_is_said(view):
    before = view.verticalScrollBar().value()
    assert not view.go_to("p99")
    assert view.verticalScrollBar().value() == before


def test_the_place_one_went_to_stays_when_the_window_is_resized(view):
    view.go_to("g18")
    view.resize(500, 500)
    assert 0 <= top_of(view, "g18") < 80
    view.resize(900, 640)
    assert 0 <= top_of(view, "g18") < 80


def test_the_line_at_the_top_stays_when_text_grows(view, around):
    view.go_to("g20")
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 50)
    top = view.top
    view.restyle(Dress(PageStyle(around.theme("dark"), 160)))
    assert view.top == top
    view.return_to((0, 0))
    assert view.verticalScrollBar().value() == 0


def test_marks_lie_on_the_words(view):
    passage = view.page.edition.passage("g13")
    start = passage.text.index("خاک")
    view.mark({"g13": ((start, start + 3),)}, ("g13", (start, start + 3)))
    (selection,) = view.extraSelections()
    assert selection.cursor.selectedText() == "خاک"
    assert selection.format.background().color() == QColor(view._dress.style.theme.current)
    view.mark({"g13": ((start, start + 3),)})
    assert view.extraSelections()[0].format.background().color() == QColor(view._dress.style.theme.hit)
    view.mark({})
    assert view.extraSelections() == []


def test_copied_text_is_clean(view):
    view.selectAll()
    copied = view.createMimeDataFromSelection()
    assert set(copied.formats()) - set(DO_NOT_KEEP) == {"text/plain"}
    assert not set(map(ord, copied.text())) & set(ISOLATES)
    assert "۱. بیلچه و چنگک" in copied.text()
    assert "(2025-03-21, 14:30 UTC)" in copied.text()


@pytest.mark.parametrize(
    "name",
    ["file:///etc/passwd", "//host/share/a.png", "/etc/hostname", "a.png", "qrc:/x", "data:,x", "http://h/x"],
)
def test_nothing_is_read_for_a_foreign_resource(view, name, monkeypatch):
    read = []
    monkeypatch.setattr(QTextBrowser, "loadResource", lambda *arguments: read.append(arguments))
    for kind in (QTextDocument.ResourceType.ImageResource, QTextDocument.ResourceType.StyleSheetResource):
        given = view.loadResource(kind.value, QUrl(name))
        assert (given.width(), given.height()) == (1, 1)
    assert read == []


def test_a_note_and_what_calls_it_are_found(view):
    note = view._passages.note("fn:1")
    called = view.note_place("fnref:1")
    assert view._passages.stand(note.blockNumber()).passage.id == view.note_place("fn:1")[0]
    assert called == ("g28", 4, 5)
    assert view.note_place("fnref:9") is None
    assert view.note_place("fn:9") is None


def test_the_arrow_keys_scroll_until_a_caret_is_asked_for(view, qtbot):
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.verticalScrollBar().value() > 0
    view.go_to("")
    view.show_caret(True)
    qtbot.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert view.textCursor().hasSelection()


def test_the_wheel_with_ctrl_asks_for_another_size(view, qtbot):
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent

    event = QWheelEvent(
        QPointF(50, 50),
        QPointF(50, 50),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    with qtbot.waitSignal(view.zoom_turned) as turned:
        view.wheelEvent(event)
    assert turned.args == [1]


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_text_never_scrolls_sideways(qtbot, view, desk, around, direction):
    view.setLayoutDirection(direction)
    view.show_page(desk.open(Place("guide", "fa")), Dress(PageStyle(around.theme("light"))))
    block = view._passages.first_block("g13")
    qtbot.waitUntil(lambda: view.horizontalScrollBar().maximum() > 0)
    drawn = view.cursorRect(QTextCursor(block)).right()
    laid = view.document().documentLayout().blockBoundingRect(block).right()
    assert drawn == pytest.approx(laid, abs=2)


def test_qt_still_widens_hanging_lines(qtbot, around):
    """WORKAROUND(Qt 6.11) in page_view.py can go when a hanging right-to-left line fits its document."""
    browser = QTextBrowser()
    qtbot.addWidget(browser)
    browser.resize(400, 300)
    browser.show()
    browser.setPlainText("دانه‌ها را در سینی‌های کوچک می‌کارند تا نشاها پیش از گرما ریشه بگیرند " * 3)
    shape = QTextBlockFormat()
    shape.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    shape.setRightMargin(60)
    shape.setTextIndent(-60)
    QTextCursor(browser.document().firstBlock()).setBlockFormat(shape)
    assert browser.document().size().width() > browser.viewport().width()


def test_a_table_is_copied_in_reading_order(view, desk, around):
    view.show_page(desk.open(Place("tables", "fa")), Dress(PageStyle(around.theme("light"))))
    view.selectAll()
    copied = view.createMimeDataFromSelection().text()
    assert "ماه\tکار\tسال\nفروردین\tکاشت\t۱۴۰۴\nمهر\tبرداشت\t۱۴۰۴\n\n" in copied


def test_numbers_of_notes_are_not_copied(view):
    view.selectAll()
    copied = view.createMimeDataFromSelection().text()
    assert "دستکش\n" in copied
    assert "↩" not in copied
    assert copied.endswith("دستکش چرمی بهتر است.")


def test_a_part_of_a_paragraph_is_copied_as_it_stands(view):
    block = view._passages.first_block("g13")
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + 10, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    assert view.selection.text() == block.text()[:10].strip()
    assert view.selection.passages() == ("g13", "g13")


def test_one_cell_is_copied_alone(view, desk, around):
    view.show_page(desk.open(Place("tables", "fa")), Dress(PageStyle(around.theme("light"))))
    ((start, end),) = view._passages.spans("g42", 0, 4)
    cursor = QTextCursor(view.document())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    assert view.selection.text() == "فرور"
