"""While a card is open the window's keys are quiet, and the card listens to nothing it need not hear."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from reader.ui.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def heard() -> Iterator[set[type]]:
    """The kinds of what a card was told events of.

    Noted from outside: Qt 6.11's binding remembers a method that C++ calls, and crashes when it is replaced.
    """
    kinds: set[type] = set()

    def note(frame, event, _):
        if event == "call" and frame.f_code is Sheet.eventFilter.__code__:
            kinds.add(type(frame.f_locals["watched"]))

    before = sys.getprofile()
    sys.setprofile(note)
    yield kinds
    sys.setprofile(before)


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
