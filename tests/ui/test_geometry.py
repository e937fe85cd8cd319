"""Nothing overlaps, nothing is clipped, nothing scrolls sideways: in every language, theme, size and zoom."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QTextCursor
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QScrollArea

from reader import paths
from reader.commands.opening import _keys
from reader.desk import Desk
from reader.library.catalogue import Catalogue
from reader.security.program_folder import ProgramFolder
from reader.ui.margin import Margin, number_line
from reader.ui.text_size import INTERFACE_PIXELS
from reader.wording import Wording
from tests.ui.views import VIEWS, Book

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZES = [(900, 640), (1400, 860)]
NARROW = [(480, 640), (600, 700)]
"""In place of these, for views of narrow windows."""
LANGUAGES = ["fa", "en", "stretched"]
THEMES = ["light", "dark", "contrast"]
ZOOMS = [100, 180, 80, 220]
FACES = ["Vazirmatn", "Amiri"]
LARGE_TEXTS = [1.3, 1.6, 2.0]
BOOK = Book("guide", "tables#g42", "tables#g45", "tables", "fn:1", {"fa": "باغ", "en": "garden"})
MATRIX = [
    (
        name,
        LANGUAGES[(row + column) % len(LANGUAGES)],
        THEMES[(row + 2 * column) % len(THEMES)],
        zoom,
        (row // 3 + column) % 2,
        FACES[(row + column // 2) % 2],
    )
    for row, name in enumerate(VIEWS)
    for column, zoom in enumerate(ZOOMS)
]
"""View, language, theme, zoom, which size, face: with every pair of values in some row."""


LATIN_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789")


class Stretched(Wording):
    """A language nobody speaks: every sentence half as long again, and the window mirrored."""

    def say(self, context: str, sentence: str, number: int = -1) -> str:
        said = super().say(context, sentence, number)
        return f"[{said}{' ~~~' * (len(said) // 8)}]"


def speak(spoken: str, around, monkeypatch) -> str:
    """Return the language of the window, after making one up if it is to be the stretched one."""
    if spoken != "stretched":
        return spoken
    real = Wording.load("en", around._resources / "translations")
    made = Stretched("fa", {**real._messages})
    monkeypatch.setitem(around._wordings, "fa", made)
    return "fa"


@pytest.fixture
def desk(garden) -> Desk:
    """The desk with the program's own help."""
    help_ = Catalogue.load(ProgramFolder(paths.resources() / "help"), {"keys": _keys})
    return Desk(Catalogue.load(ProgramFolder(garden)), help_)


@pytest.fixture(params=LANGUAGES)
def spoken(request, around, monkeypatch) -> str:
    return speak(request.param, around, monkeypatch)


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
        area, where = scrolls_in(widget), rect(widget, window)
        if area is not None:
            where = where & QRect(where.left(), rect(area, window).top(), where.width(), area.height())
            if where.isEmpty():
                continue  # scrolled away
        assert rect(area or window, window).contains(where), widget


def scrolls_in(widget) -> QScrollArea | None:
    """Return the area a widget can be scrolled in, if it is in one."""
    while widget is not None and not isinstance(widget, QScrollArea):
        widget = widget.parentWidget()
    return widget


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
        baseline = 0.0
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
                # The boxes of headings that follow each other meet; their letters must not.
                first = block.layout().lineAt(0)
                letters = block.begin().fragment().charFormat().font().pixelSize()
                assert box.top() + first.y() + first.ascent() >= baseline + letters, block.text()
                last = block.layout().lineAt(block.layout().lineCount() - 1)
                baseline = box.top() + last.y() + last.ascent()
            block = block.next()
        assert view.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def assert_numbers_stand_beside_their_passages(view):
    drawn = []

    class Pen:
        def setFont(self, font): ...
        def setPen(self, pen): ...
        def fillRect(self, *arguments): ...
        def drawText(self, x, y, text):
            drawn.append((x, y, text))

    margin = Margin(view.document(), view._passages, view.dress)
    width, shape = view.viewport().width(), view.document().rootFrame().frameFormat()
    for stand in view._passages.stands():
        block = view.document().findBlockByNumber(stand.block)
        drawn.clear()
        margin.paint(Pen(), block, width)
        if not stand.passage.number or stand.column:
            assert not drawn, stand.passage
            continue
        ((x, y, text),) = drawn
        box = view.document().documentLayout().blockBoundingRect(block)
        line = number_line(stand.passage, block)
        assert box.top() <= y <= box.top() + line.y() + line.height()
        if view.page.right_to_left:
            assert width - shape.rightMargin() < x < width
            text = text.translate(LATIN_DIGITS)
        else:
            assert 0 <= x < shape.leftMargin()
        assert text == stand.passage.number


def test_every_pair_of_values_is_met():
    dimensions = [list(VIEWS), LANGUAGES, THEMES, ZOOMS, [0, 1], FACES]
    for one, other in itertools.combinations(range(len(dimensions)), 2):
        met = {(row[one], row[other]) for row in MATRIX}
        assert met == set(itertools.product(dimensions[one], dimensions[other])), (one, other)


@pytest.mark.parametrize(
    ("name", "language", "theme", "zoom", "size", "face"), MATRIX, ids=lambda value: str(value)
)
def test_every_view(open_window, qtbot, around, monkeypatch, name, language, theme, zoom, size, face):
    view = VIEWS[name]
    window = open_window(
        interface=speak(language, around, monkeypatch),
        languages="both" if view.parallel else "en" if language == "en" else "fa",
        place=view.document(BOOK),
        size=(NARROW if view.narrow else SIZES)[size],
        theme=theme,
        zoom=zoom,
    )
    if face != FACES[0]:
        window._choices.choose(face=face)
    if view.enter is not None:
        view.enter(window, BOOK, "en" if language == "en" else "fa")
    qtbot.waitUntil(lambda: window.is_settled and not window._page._levelling.isActive())
    QApplication.processEvents()  # the layouts follow what was said
    assert window._page.is_parallel == view.parallel
    assert_nothing_is_clipped(window)
    assert_nothing_overlaps(window)
    assert_pages_fit(window)
    for page in window._page.views:
        assert_numbers_stand_beside_their_passages(page)
    if name == "note":
        assert_the_note_lies_within_the_page(window)


def assert_the_note_lies_within_the_page(window):
    bubble = window._furniture.notes.bubble
    assert bubble.isVisible()
    assert window._page.rect().contains(bubble.geometry())
    text = bubble._text
    assert text.horizontalScrollBar().maximum() == 0
    assert text.document().size().height() <= text.viewport().height() + 1 or (
        bubble.height() >= window._page.height() // 2
    )


@pytest.fixture(params=LARGE_TEXTS)
def system_text(request, qapp) -> Iterator[float]:
    """Text of another size was chosen for the whole system."""
    before = qapp.font()
    font = QFont(before)
    font.setPixelSize(round(INTERFACE_PIXELS * request.param))
    qapp.setFont(font)
    yield request.param
    qapp.setFont(before)


def test_large_text_of_the_system(open_window, qtbot, spoken, system_text):
    size = SIZES[system_text == LARGE_TEXTS[1]]
    languages = "both" if system_text != LARGE_TEXTS[0] else "fa"
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
        stand.passage.id: window._page.view.position.line_top(0)
        for stand in window._page.view._passages.stands()
    }
    plain = open_window(theme="light", place="guide")
    assert tops == {
        stand.passage.id: plain._page.view.position.line_top(0)
        for stand in plain._page.view._passages.stands()
    }
