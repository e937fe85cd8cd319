"""Words in the cells of tables stay whole as long as the column of text has room for them."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument, QTextLength, QTextTable

from reader.ui.table_fit import fit_tables, shared

HTML = (
    "<table width='100%'><tr><td>a b c</td><td>demonstrations everywhere</td></tr>"
    "<tr><td>d</td><td>protesters and the others who came along</td></tr></table>"
)


def made(html: str, width: float) -> tuple[QTextDocument, QTextTable]:
    document = QTextDocument()
    document.setHtml(html)
    document.setDocumentMargin(0)
    document.setTextWidth(width)
    (table,) = document.rootFrame().childFrames()
    return document, table


def broken_words(document: QTextDocument, table: QTextTable) -> list[str]:
    """The words that begin on one line and end on the next."""
    document.documentLayout().documentSize()
    found = []
    for row in range(table.rows()):
        for column in range(table.columns()):
            block = table.cellAt(row, column).firstCursorPosition().block()
            layout, text = block.layout(), block.text()
            for number in range(1, layout.lineCount()):
                start = layout.lineAt(number).textStart()
                if text[start - 1] != " ":
                    found.append(text)
    return found


def widths(document: QTextDocument, table: QTextTable) -> list[float]:
    document.documentLayout().documentSize()
    layout = document.documentLayout()
    cells = [table.cellAt(0, column).firstCursorPosition().block() for column in range(table.columns())]
    return [layout.blockBoundingRect(cell).width() for cell in cells]


def wrap_anywhere(document: QTextDocument) -> None:
    option = document.defaultTextOption()
    option.setWrapMode(option.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)


@pytest.mark.parametrize("width", [150, 200, 400])
def test_words_stay_whole(qapp, around, width):
    document, table = made(HTML, width)
    wrap_anywhere(document)
    fit_tables(document, width)
    assert broken_words(document, table) == []
    narrow, wide = widths(document, table)
    assert narrow < wide


def test_where_there_is_no_room_the_table_keeps_within_the_text(qapp, around):
    document, table = made(HTML, 90)
    wrap_anywhere(document)
    fit_tables(document, 90)
    document.documentLayout().documentSize()
    assert document.idealWidth() <= 91
    assert [each.type() for each in table.format().columnWidthConstraints()] in (
        [],
        [QTextLength.Type.VariableLength] * 2,
    )


def test_columns_follow_the_width(qapp, around):
    document, table = made(HTML, 90)
    wrap_anywhere(document)
    fit_tables(document, 90)
    document.setTextWidth(300)
    fit_tables(document, 300)
    assert broken_words(document, table) == []


@pytest.mark.parametrize(
    ("spare", "wishes", "shares"),
    [
        (100, [10, 300, 100], [10, 67.5, 22.5]),
        (100, [10, 20, 300], [10, 20, 70]),
        (100, [20, 30], [40, 60]),
        (100, [0, 0], [50, 50]),
        (0, [5, 9], [0, 0]),
    ],
)
def test_who_asks_for_little_gets_it(spare, wishes, shares):
    assert shared(spare, wishes) == pytest.approx(shares)


def test_a_short_cell_stays_on_one_line_beside_a_long_one(qapp, around):
    document, table = made(
        "<table width='100%'><tr><td>Dey 1396</td><td>28 December 2017</td>"
        "<td>the death in custody of somebody, and all that was said of it since</td></tr></table>",
        400,
    )
    fit_tables(document, 400)
    document.documentLayout().documentSize()
    cells = [table.cellAt(0, column).firstCursorPosition().block() for column in range(3)]
    assert [cell.layout().lineCount() for cell in cells][:2] == [1, 1]


def test_qt_still_breaks_words_in_cells(qapp, around):
    """WORKAROUND(Qt 6.11) in ui/table_fit.py can go when Qt gives a column the room of its words."""
    broken = []
    for width in range(60, 160, 4):
        document, table = made(HTML, width)
        wrap_anywhere(document)
        cramped = broken_words(document, table)
        fit_tables(document, width)
        if not broken_words(document, table):
            broken += cramped
    assert broken


def test_a_page_with_tables_is_fitted(open_window, qtbot):
    window = open_window(interface="en", place="tables", size=(900, 640), zoom=180)
    view = window._page.view
    tables = [frame for frame in view.document().rootFrame().childFrames() if isinstance(frame, QTextTable)]
    for table in tables:
        assert broken_words(view.document(), table) == []
        assert QTextCursor(table.firstCursorPosition()).currentTable() is not None
    window.resize(700, 640)
    for table in tables:
        assert broken_words(view.document(), table) == []
