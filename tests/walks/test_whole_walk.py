"""One whole walk with keys alone, in both languages: read, search, cite, go to, side by side, and back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.walks.test_read_and_search import ALT, CTRL, SHIFT, at, press, reading, type_and_wait, write

__all__ = ["reading"]


@pytest.mark.parametrize(
    ("interface", "words", "reference", "quoted", "named"),
    [
        ("fa", "گلدانی", "راهنما ۸", "«هر که باغی ندارد، گلدانی دارد.»", "«راهنمای باغبانی»"),
        ("en", "pot", "guide 8", "“Who has no garden has a pot.”", "“Guide to gardening”"),
    ],
)
def test_read_search_cite_go_to_side_by_side_and_back(
    reading, qtbot, interface, words, reference, quoted, named
):
    window = reading(interface=interface, place="preface", size=(1400, 860))
    page = window._page
    assert page.view.hasFocus()

    press(qtbot, window, Qt.Key.Key_K, CTRL)
    type_and_wait(qtbot, window, words)
    qtbot.waitUntil(lambda: window.is_settled)
    press(qtbot, window, Qt.Key.Key_Return)
    assert at(window) == ("guide", interface)
    found = page.top
    assert "g30" in page.view.position.passages_on_screen()

    press(qtbot, window, Qt.Key.Key_F7)  # a caret, which stands at the word that was found
    press(qtbot, window, Qt.Key.Key_C, CTRL | SHIFT)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(quoted)
    assert named in copied
    press(qtbot, window, Qt.Key.Key_R, CTRL | SHIFT)
    place_copied = QGuiApplication.clipboard().text()
    press(qtbot, window, Qt.Key.Key_F7)

    press(qtbot, window, Qt.Key.Key_G, CTRL)
    write(reference)
    press(qtbot, window, Qt.Key.Key_Return)
    assert page.reading_point().passage == "g20"
    press(qtbot, window, Qt.Key.Key_G, CTRL)
    write(place_copied)
    press(qtbot, window, Qt.Key.Key_Return)
    assert window._navigation._history.here.place.passage == "g30"
    press(qtbot, window, Qt.Key.Key_Left, ALT)
    assert page.reading_point().passage == "g20"

    press(qtbot, window, Qt.Key.Key_2, CTRL)
    qtbot.waitUntil(lambda: not page._levelling.isActive())
    assert page.is_parallel
    assert {view.reading_point().passage for view in page.views} == {"g20"}
    tops = [view.gaps.top("g20") for view in page.views]
    assert tops[0] == pytest.approx(tops[1], abs=1.0)

    while window._navigation.can_go_back:
        press(qtbot, window, Qt.Key.Key_Left, ALT)
        qtbot.waitUntil(lambda: not page._levelling.isActive())
        if window._navigation._history._at == 1:
            assert page.top[0] - found[0] in (-1, 0, 1)
    assert at(window)[0] == "preface"
