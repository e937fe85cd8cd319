"""G32: whatever the reader copies asks clipboard managers not to keep it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QClipboard, QGuiApplication

from reader.ui import clipboard
from reader.ui.clipboard import DO_NOT_KEEP, clear_ours

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def reading(open_window, qtbot, monkeypatch):
    # The platform without a screen does not tell whose the clipboard is.
    monkeypatch.setattr(clipboard, "owns", lambda mode: True)
    window = open_window(interface="en", languages="en", place="guide#g20")
    window.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusObject() is not None)
    QGuiApplication.clipboard().clear()
    return window


def asks() -> bool:
    data = QGuiApplication.clipboard().mimeData()
    return bool(data.text()) and all(data.data(name).data() == value for name, value in DO_NOT_KEEP.items())


@pytest.mark.parametrize("key", [Qt.Key.Key_C, Qt.Key.Key_R])
def test_citations_and_references(reading, qtbot, key):
    qtbot.keyClick(reading.focusWidget(), key, CTRL | SHIFT)
    assert asks()


def test_what_is_selected_on_the_page(reading, qtbot):
    reading._page.view.selectAll()
    qtbot.keyClick(reading._page.view, Qt.Key.Key_C, CTRL)
    assert "gardener" in QGuiApplication.clipboard().text()
    assert asks()


def test_what_was_found(reading):
    reading._copying._copy("what was found")
    assert asks()


@pytest.mark.parametrize("key", [Qt.Key.Key_C, Qt.Key.Key_X])
def test_what_was_typed(reading, qtbot, key):
    field = reading._bar.search
    qtbot.keyClick(reading.focusWidget(), Qt.Key.Key_K, CTRL)
    qtbot.waitUntil(lambda: reading.focusWidget() is not reading._page.view)
    typed = reading.focusWidget()
    typed.setText("what was typed")
    typed.selectAll()
    qtbot.keyClick(typed, key, CTRL)
    assert QGuiApplication.clipboard().text() == "what was typed"
    assert asks()
    assert field is not None


def test_leaving_clears_what_is_ours_and_nothing_else(qapp, monkeypatch):
    board = QGuiApplication.clipboard()
    monkeypatch.setattr(clipboard, "owns", lambda mode: False)
    board.setText("somebody else's")
    clear_ours()
    assert board.text() == "somebody else's"
    monkeypatch.setattr(clipboard, "owns", lambda mode: mode == QClipboard.Mode.Clipboard)
    clear_ours()
    assert board.text() == ""


def test_pictures_and_other_data_of_ours_are_left_as_they_are(reading):
    data = QMimeData()
    data.setData("image/png", b"x")
    QGuiApplication.clipboard().setMimeData(data)
    assert QGuiApplication.clipboard().mimeData().formats() == ["image/png"]
