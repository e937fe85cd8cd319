"""While a card is open the window's keys are quiet, and the card listens to nothing it need not hear."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from reader.ui.sheet import Sheet


@pytest.fixture
def heard(monkeypatch) -> set[type]:
    """The kinds of what a card was told events of."""
    kinds: set[type] = set()
    real = Sheet.eventFilter

    def noting(card, watched, event):
        kinds.add(type(watched))
        return real(card, watched, event)

    monkeypatch.setattr(Sheet, "eventFilter", noting)
    return kinds


@pytest.fixture
def window(heard, open_window, qtbot):
    window = open_window(interface="en")
    window.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is window.windowHandle())
    return window


def press(window, qtbot) -> set[str]:
    """Press the keys of some actions; return those that were done."""
    done = set()
    keys = {"help": Qt.Key.Key_F1, "bookmark": Qt.Key.Key_F2, "next_heading": Qt.Key.Key_F8}
    keys = {name: key for name, key in keys.items() if window._actions[name].shortcut()[0].key() == key}
    assert keys
    for name, key in keys.items():
        noted = window._actions[name].triggered.connect(lambda name=name: done.add(name))
        qtbot.keyClick(QApplication.focusWidget(), key)
        window._actions[name].triggered.disconnect(noted)
    return done


def test_keys_are_quiet_while_it_is_open_and_only_then(window, qtbot, heard):
    window._actions["settings"].trigger()
    card = next(each for each in window.findChildren(Sheet) if each.isVisible())
    assert press(window, qtbot) == set()
    card.leave()
    assert press(window, qtbot)


def test_it_hears_only_of_actions_and_of_what_it_stands_on(window, qtbot, heard):
    window._actions["settings"].trigger()
    press(window, qtbot)
    assert heard
    for kind in heard:
        assert issubclass(kind, QAction | QWidget), kind
    assert len([kind for kind in heard if issubclass(kind, QWidget)]) <= 3
