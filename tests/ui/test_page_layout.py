"""The page is set as a Persian book: what the layout pass makes, and the defects of Qt it answers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLibraryInfo, Qt, QVersionNumber
from PySide6.QtGui import QFont, QRawFont, QTextCursor, QTextDocument, QTextFormat, QTextOption

from reader.library.document import PassageKind, Place
from reader.ui.page_layout import JUSTIFIED, QUOTE_BAR
from reader.ui.page_style import BODY_PIXELS, PageStyle
from reader.ui.page_values import Dress
from reader.ui.page_view import PageView


@pytest.fixture
def show(qtbot, desk, around):
    def show_it(document, language="fa", zoom=100):
        view = PageView(desk.picture)
        qtbot.addWidget(view)
        view.resize(900, 700)
        view.show()
        view.show_page(
            desk.open(Place(document, language)), Dress(PageStyle(around.theme("light"), zoom), "سرنامه")
        )
        return view

    return show_it


def block_of(view, passage):
    return view._passages.first_block(passage)


def lines_of(view, passage):
    """The lines of a passage once the document is laid out; Qt crashes when asked before."""
    view.document().documentLayout().documentSize()
    layout = block_of(view, passage).layout()
    return [layout.lineAt(number) for number in range(layout.lineCount())]


def sizes(view, passage) -> set[int]:
    block, found = block_of(view, passage), set()
    iterator = block.begin()
    while not iterator.atEnd():
        found.add(iterator.fragment().charFormat().font().pixelSize())
        iterator += 1
    return found


def test_headings_have_their_sizes_and_nothing_of_qts_own(show):
    view = show("guide")
    assert sizes(view, "g10") == {round(1.7 * BODY_PIXELS)}
    assert sizes(view, "g11") == {round(1.1 * BODY_PIXELS)}
    assert sizes(view, "g12") == {round(1.1 * BODY_PIXELS)}
    assert sizes(view, "g13") == {BODY_PIXELS}


def test_zoom_scales_everything(show):
    view = show("guide", zoom=180)
    assert sizes(view, "g10") == {round((1 + 0.7 * 130 / 180) * 36)}
    assert sizes(view, "g13") == {36}


@pytest.mark.parametrize(
    ("language", "markers"), [("fa", ["۱.", "۲.", "۳.", "•"]), ("en", ["1.", "2.", "3.", "•"])]
)
def test_list_markers_have_the_digits_of_the_text(show, language, markers):
    view = show("guide", language)
    texts = [block_of(view, passage).text() for passage in ("g26", "g27", "g28", "g29")]
    assert [text.partition("\t")[0] for text in texts] == markers
    assert all(block_of(view, passage).textList() is None for passage in ("g26", "g29"))


@pytest.mark.parametrize(("language", "markers"), [("fa", ["۱.", "۲."]), ("en", ["1.", "2."])])
def test_notes_are_numbered_one_by_one(show, language, markers):
    view = show("tables", language)
    assert [block_of(view, note).text().partition("\t")[0] for note in ("n1", "n2")] == markers


def test_a_link_in_a_note_is_as_small_as_the_note(show):
    iterator = block_of(show("tables"), "n2").begin()
    found = {}
    while not iterator.atEnd():
        look = iterator.fragment().charFormat()
        found[look.anchorHref()] = look.font().pixelSize()
        iterator += 1
    assert found["guide"] == round(0.85 * BODY_PIXELS)


@pytest.mark.parametrize(("language", "direction"), [("fa", "RightToLeft"), ("en", "LeftToRight")])
def test_every_block_has_the_direction_of_the_document(show, language, direction):
    view = show("guide", language)
    block = view.document().begin()
    while block.isValid():
        assert block.blockFormat().layoutDirection() == Qt.LayoutDirection[direction]
        block = block.next()


def test_only_persian_running_text_is_justified(show):
    view = show("guide")
    assert block_of(view, "g13").blockFormat().property(JUSTIFIED)
    assert not block_of(view, "g10").blockFormat().property(JUSTIFIED)
    assert not block_of(show("guide", "en"), "g13").blockFormat().property(JUSTIFIED)


def test_a_quote_has_its_bar_on_the_reading_side(show):
    shape = block_of(show("guide"), "g30").blockFormat()
    assert shape.property(QUOTE_BAR)
    assert shape.rightMargin() > 0 == shape.leftMargin()


def test_a_hanging_item_returns_to_its_indent(show):
    view = show("guide")
    shape = block_of(view, "g26").blockFormat()
    assert shape.rightMargin() == -shape.textIndent() > 0
    assert shape.tabPositions()[0].type == QTextOption.TabType.RightTab


def test_cells_run_from_right_to_left_in_persian(show):
    # 2 columns are mirrored in the HTML: the first cell of the source is the last of its row.
    view = show("tables")
    texts = []
    for number in range(view.document().blockCount()):
        block = view.document().findBlockByNumber(number)
        if QTextCursor(block).currentTable() is not None:
            texts.append(block.text())
    assert texts[:3] == ["سال", "کار", "ماه"]


def test_the_line_above_the_title_is_no_passage(show):
    view = show("preface")
    assert view.document().firstBlock().text() == "سرنامه"
    assert view._passages.stand(0) is None
    assert view._passages.stands()[0].passage.kind is PassageKind.PARAGRAPH


# The defects of Qt for which there are work-arounds: a test that fails here says one can go.


def test_qt_still_numbers_lists_in_latin(qapp):
    document = QTextDocument()
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    document.setDefaultTextOption(option)
    document.setHtml("<ol dir='rtl'><li>سیب</li></ol>")
    block = document.begin()
    while block.textList() is None:
        block = block.next()
    assert "1" in block.textList().itemText(block)


def _glyphs(html: str) -> list[int]:
    """The glyphs a paragraph is drawn with."""
    document = QTextDocument()
    document.setDefaultFont(QFont("Vazirmatn"))
    document.setHtml(html)
    document.setTextWidth(500)
    document.documentLayout().documentSize()
    block = document.lastBlock()
    runs = block.layout().glyphRuns(0, block.length())
    return [glyph for run in runs for glyph in run.glyphIndexes()]


def test_qt_still_tears_the_first_letter(around):
    whole = _glyphs("<p>هشدار</p>")
    named = _glyphs("<p id='p06'>هشدار</p>")
    assert len(whole) > 3
    torn = sorted(named) != sorted(whole)
    assert torn == (QLibraryInfo.version() < QVersionNumber(6, 10))


def test_a_named_block_is_shaped_as_a_whole(show):
    view = show("preface")
    block = block_of(view, "g01")
    assert block.begin().fragment().length() > 1
    assert not block.begin().fragment().charFormat().hasProperty(QTextFormat.Property.AnchorName)


def test_a_block_that_begins_with_a_link_is_shaped_as_a_whole(show):
    first = block_of(show("tables"), "g44").begin().fragment()
    assert first.text() == "راهنما"
    assert first.charFormat().anchorHref() == "guide#g10"


@pytest.mark.parametrize(("face", "shapes"), [("Vazirmatn", 10), ("Amiri", 10)])
def test_faces_draw_persian_digits_in_their_persian_shape(around, face, shapes):
    """۴ ۵ ۶ ۷ have glyphs of their own, apart from the Arabic ٤ ٥ ٦ ٧ where the shapes differ."""
    around.load_face(face)
    font = QRawFont.fromFont(QFont(face))
    assert font.familyName() == face
    persian = font.glyphIndexesForString("۰۱۲۳۴۵۶۷۸۹")
    assert len(set(persian)) == shapes
    assert 0 not in persian
    arabic = font.glyphIndexesForString("٠١٢٣٤٥٦٧٨٩")
    for digit in (4, 5, 6):
        assert font.pathForGlyph(persian[digit]) != font.pathForGlyph(arabic[digit])


@pytest.mark.parametrize("face", ["Vazirmatn", "Amiri"])
def test_a_face_has_every_letter_of_the_briefing(around, face, content):
    around.load_face(face)
    font = QRawFont.fromFont(QFont(face))
    letters = {letter for file in content.rglob("*.md") for letter in file.read_text(encoding="utf-8")}
    missing = {
        letter for letter in letters if letter.isprintable() and not font.supportsCharacter(ord(letter))
    }
    assert missing == set()


def test_the_book_face_fills_the_same_column(show, around):
    around.load_face("Amiri")
    view = show("guide")
    width = lines_of(view, "g13")[0].width()
    view.restyle(Dress(PageStyle(around.theme("light"), family="Amiri")))
    assert lines_of(view, "g13")[0].width() == width
    assert sizes(view, "g13") == {23}


@pytest.mark.parametrize("spacing", [90, 130])
def test_lines_stand_as_far_apart_as_is_asked(show, around, spacing):
    view = show("guide")
    view.restyle(Dress(PageStyle(around.theme("light"), line_spacing=spacing)))
    first, second = lines_of(view, "g13")[:2]
    apart = second.y() - first.y()
    assert apart == pytest.approx(1.9 * BODY_PIXELS * spacing / 100, abs=1)


def test_the_column_is_as_wide_as_is_asked(show, around):
    view = show("guide")
    view.restyle(Dress(PageStyle(around.theme("light"), measure=24)))
    assert lines_of(view, "g13")[0].width() == 24 * BODY_PIXELS


def test_every_marker_of_a_list_is_in_every_face(around):
    from reader.ui.page_layout import _BULLETS

    for face in ("Vazirmatn", "Amiri"):
        around.load_face(face)
        font = QRawFont.fromFont(QFont(face))
        assert all(font.supportsCharacter(ord(bullet)) for bullet in _BULLETS)


def test_the_number_of_a_note_is_as_small_as_the_note(show):
    view = show("guide")
    block = view._passages.note("fn:1")
    first = block.begin().fragment()
    assert first.text().startswith("۱.")
    assert first.charFormat().font().pixelSize() == round(0.85 * BODY_PIXELS)
