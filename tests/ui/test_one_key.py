"""G31: the one key is heard in every window that has the keyboard, and only it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QMainWindow, QMenu, QVBoxLayout

from reader.settings import Settings
from reader.ui import clipboard, one_key
from reader.ui.main_window import MainWindow
from reader.ui.one_key import OneKey, leave_at_once

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
SUKUN = 0x652
"""What Shift makes of the key of Q on the Persian keyboard."""


@pytest.fixture
def left() -> list[bool]:
    return []


@pytest.fixture
def window(qtbot, left):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QLineEdit())
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is window.windowHandle())
    window.one_key = OneKey("ض", lambda: left.append(True), window)
    return window


def send(key, modifiers=NONE, at=0, scan=0, repeated=False):
    """Send a press to the focused window as the system does: first as a shortcut, then as a key."""
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        event = QKeyEvent(kind, key, modifiers, scan, 0, 0, "", repeated)
        event.setTimestamp(at)
        QGuiApplication.sendEvent(QGuiApplication.focusWindow(), event)


@pytest.mark.parametrize(
    ("key", "scan"), [(int(Qt.Key.Key_Q), 24), (ord("ض"), 0), (SUKUN, 24), (0x64B, 24), (0x419, 24)]
)
def test_the_key_of_q_whatever_the_layout(window, left, key, scan):
    send(key, CTRL | SHIFT, 5, scan)
    assert left


@pytest.mark.parametrize(
    ("key", "modifiers", "scan"),
    [
        (int(Qt.Key.Key_Q), CTRL, 24),
        (int(Qt.Key.Key_Q), SHIFT, 24),
        (int(Qt.Key.Key_A), CTRL | SHIFT, 24),
        (int(Qt.Key.Key_C), CTRL | SHIFT, 54),
        (ord("ز"), CTRL | SHIFT, 54),
        (int(Qt.Key.Key_Shift), CTRL | SHIFT, 50),
    ],
)
def test_no_other_key(window, left, key, modifiers, scan):
    send(key, modifiers, 5, scan)
    assert not left


def escapes(*moments, **how):
    for moment in moments:
        send(int(Qt.Key.Key_Escape), at=moment, **how)


@pytest.mark.parametrize(
    ("moments", "meant"),
    [
        ((1000, 1300, 1800), True),
        ((1000, 1001, 1002), True),
        ((1000, 1300), False),
        ((1000, 1300, 1801), False),
        ((1000, 1500, 2000, 2300), True),
        ((1000, 1900, 2800), False),
    ],
)
def test_esc_three_times_within_800_milliseconds(window, left, moments, meant):
    escapes(*moments)
    assert bool(left) is meant


def test_a_key_in_between_begins_anew(window, left):
    escapes(1000, 1100)
    send(int(Qt.Key.Key_A), at=1150)
    escapes(1200)
    assert not left


def test_esc_held_down_is_one_press(window, left):
    escapes(1000)
    escapes(*range(1030, 1500, 30), repeated=True)
    assert not left


def test_in_a_menu_and_in_a_dialog(window, left, qtbot):
    menu = QMenu("menu", window)
    menu.addAction("one")
    menu.popup(window.mapToGlobal(QPoint(5, 5)))
    qtbot.waitUntil(menu.isVisible)
    send(ord("ض"), CTRL | SHIFT, 5)
    assert left
    menu.close()
    left.clear()
    dialog = QDialog(window)
    QVBoxLayout(dialog).addWidget(QLineEdit())
    dialog.open()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is dialog.windowHandle())
    escapes(1000)
    assert not dialog.isVisible()
    window.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is window.windowHandle())
    escapes(1100, 1200)
    assert left


def test_the_window_of_the_reader_has_it(open_window, qtbot, monkeypatch):
    window = open_window(place="preface")
    left = []
    monkeypatch.setattr(window.one_key, "_leave", lambda: left.append(True))
    window.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is window.windowHandle())
    send(ord("ض"), CTRL | SHIFT, 5)
    assert left


@pytest.mark.parametrize("esc", [False, True], ids=["Ctrl+Shift+Q", "Esc three times"])
def test_before_anything_was_painted(desk, around, qtbot, monkeypatch, esc):
    window = MainWindow(desk, around, Settings("fa", "fa", "light", 100), desk.opening("", "fa"))
    qtbot.addWidget(window)
    left = []
    monkeypatch.setattr(window.one_key, "_leave", lambda: left.append(True))
    window.show()
    window.activateWindow()
    if QGuiApplication.focusWindow() is not window.windowHandle():
        with qtbot.waitSignal(QGuiApplication.instance().focusWindowChanged):
            pass
    assert window._furniture is None
    if esc:
        escapes(1000, 1100, 1200)
    else:
        send(ord("ض"), CTRL | SHIFT, 5)
    assert left


def test_what_is_done_then(window, qtbot, monkeypatch):
    """Windows are hidden and what is ours on the clipboard is cleared; only then does the process end."""
    monkeypatch.setattr(clipboard, "owns", lambda _mode: True)
    QGuiApplication.clipboard().setText("what was copied")
    dialog = QDialog(window)
    dialog.open()
    found = []

    def end(code):
        seen = window.isVisible() or dialog.isVisible()
        found.append((code, seen, QGuiApplication.clipboard().text()))

    monkeypatch.setattr(one_key.os, "_exit", end)
    leave_at_once()
    assert found == [(0, False, "")]
