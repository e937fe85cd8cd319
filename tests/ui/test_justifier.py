"""Persian lines reach both edges without letters coming apart."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextDocument, QTextOption

from reader.library.document import Place
from reader.ui.justifier import NARROWEST, WIDEST
from reader.ui.page_style import PageStyle
from reader.ui.page_values import Dress
from reader.ui.page_view import PageView

TEXT = "باغبان‌های شهرهای کوچک در فروردین‌ماه خاک را آماده می‌کنند و دانه‌ها را می‌کارند " * 4


@pytest.fixture
def view(qtbot, desk, around):
    view = PageView(desk.picture)
    qtbot.addWidget(view)
    view.resize(820, 700)
    view.show()
    view.show_page(desk.open(Place("guide", "fa")), Dress(PageStyle(around.theme("light"))))
    view.document().documentLayout().documentSize()
    return view


def gaps_in_word(block, word: str) -> list[float]:
    """Distances between neighbouring letters of a word, in pixels."""
    start = block.text().index(word)
    line = block.layout().lineForTextPosition(start)
    places = [line.cursorToX(start + offset) for offset in range(len(word) + 1)]
    places = [place[0] if isinstance(place, tuple) else place for place in places]
    return [round(one - other, 1) for one, other in itertools.pairwise(places)]


def take_back(view, block) -> None:
    """Undo what a paint may have stretched already."""
    view._justifier.forget()
    view.document().markContentsDirty(block.position(), block.length())
    view.document().documentLayout().documentSize()


def test_lines_reach_the_edge_and_words_stay_whole(view):
    block = view._passages.first_block("g13")
    take_back(view, block)
    layout = block.layout()
    natural = [layout.lineAt(number).naturalTextWidth() for number in range(layout.lineCount())]
    word = "باغبان‌ها"
    before = gaps_in_word(block, word)
    assert view._justifier.justify(block)
    view.document().documentLayout().documentSize()
    stretched = [layout.lineAt(number).naturalTextWidth() for number in range(layout.lineCount())]
    assert len(stretched) == len(natural) > 3
    for number in range(len(natural) - 1):
        assert layout.lineAt(number).width() - stretched[number] < 1.5
    assert stretched[-1] == pytest.approx(natural[-1])
    assert gaps_in_word(block, word) == pytest.approx(before, abs=0.6)


def test_a_block_is_stretched_once_for_a_width(view):
    block = view._passages.first_block("g14")
    view._justifier.justify(block)
    assert not view._justifier.justify(block)
    take_back(view, block)
    assert block.layout().formats() == []
    assert view._justifier.justify(block)


@pytest.mark.parametrize("face", ["Vazirmatn", "Amiri"])
@pytest.mark.parametrize("width", [600, 1100])
@pytest.mark.parametrize("zoom", [80, 100, 130, 180, 220])
def test_no_river_and_no_torn_letter_at_any_size(view, around, face, width, zoom):
    """Spaces grow by half an em at most, words not at all; a narrow column is left ragged as a whole."""
    around.load_face(face)
    view.resize(width, 700)
    view.restyle(Dress(PageStyle(around.theme("light"), zoom, face)))
    block = view._passages.first_block("g13")
    view.document().documentLayout().documentSize()
    take_back(view, block)
    em, word = view.dress.style.em, "باغبان‌ها"
    layout = block.layout()
    before = gaps_in_word(block, word)
    natural = [layout.lineAt(number).naturalTextWidth() for number in range(layout.lineCount())]
    view._justifier.justify(block)
    view.document().documentLayout().documentSize()
    assert gaps_in_word(block, word) == pytest.approx(before, abs=1)
    reached = []
    for number in range(layout.lineCount() - 1):
        line = layout.lineAt(number)
        text = block.text()[line.textStart() : line.textStart() + line.textLength()].rstrip(" ")
        added = line.naturalTextWidth() - natural[number]
        assert added <= text.count(" ") * WIDEST * em + 1
        reached.append(line.width() - line.naturalTextWidth() < 2)
    if layout.lineAt(0).width() < NARROWEST * em:
        assert natural == [layout.lineAt(number).naturalTextWidth() for number in range(len(natural))]
    else:
        assert sum(reached) >= 0.8 * len(reached)


def test_headings_and_lists_ends_are_left_alone(view):
    for passage in ("g10", "g12"):
        assert not view._justifier.justify(view._passages.first_block(passage))


def test_qt_still_tears_joined_letters(around):
    """WORKAROUND(Qt 6.11) in justifier.py can go when AlignJustify widens spaces only."""

    def distances(alignment):
        document = QTextDocument()
        font = QFont("Vazirmatn")
        font.setPixelSize(20)
        document.setDefaultFont(font)
        option = QTextOption(alignment)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        document.setDefaultTextOption(option)
        document.setPlainText(TEXT)
        document.setTextWidth(300)
        document.documentLayout().documentSize()
        line = document.firstBlock().layout().lineAt(0)
        places = [place.x() for run in line.glyphRuns() for place in run.positions()]
        return [one - other for one, other in itertools.pairwise(places)]

    ragged, justified = distances(Qt.AlignmentFlag.AlignLeft), distances(Qt.AlignmentFlag.AlignJustify)
    moved = sum(abs(one - other) > 0.5 for one, other in zip(ragged, justified, strict=True))
    assert moved > TEXT[:22].count(" ") + 2
