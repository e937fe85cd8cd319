"""G31: the one key is heard wherever one can be: after every action there is, on every card, in long work."""

from __future__ import annotations

import importlib
import pkgutil

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu

import reader.ui
from reader import paths
from reader.actions import read_actions
from reader.ui.sheet import Sheet
from reader.ui.surroundings import Surroundings
from tests import packs
from tests.walks.test_packs import NEW, bring, shown

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
PERSIAN_Q = ord("ض")
ENDS = {"quit", "leave"}
ACTIONS = [
    action.name
    for action in read_actions(paths.resources() / "keyboard" / "actions.toml")
    if action.name not in ENDS
]
CARDS = {
    "settings": "SettingsSheet",
    "bookmarks": "BookmarksSheet",
    "about_copy": "CopyDetails",
    "open_pack": "PickerSheet",
    "check_copy": "PickerSheet",
    "take_away": "TakeAwaySheet",
    "copy_to_stick": "CopySheet",
}
"""The card that an action brings up."""
OF_WORK = {"PackSheet", "CheckSheet"}
"""Cards that come up in the course of something; each has a test of its own below."""


@pytest.fixture
def left() -> list[bool]:
    return []


@pytest.fixture
def window(open_window, qtbot, left, monkeypatch, tmp_path, around):
    monkeypatch.setattr(Surroundings, "trusted_keys", lambda _: packs.KEYS)
    monkeypatch.setattr(around, "data", tmp_path / "data")
    window = open_window(place="guide", languages="fa")
    monkeypatch.setattr(window.one_key, "_leave", lambda: left.append(True))
    window.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is window.windowHandle())
    return window


def hears(window, left) -> bool:
    """Press the key as the system does, with a Persian keyboard, wherever one is; say if it was heard."""
    QApplication.processEvents()
    left.clear()
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        event = QKeyEvent(kind, PERSIAN_Q, CTRL_SHIFT)
        QGuiApplication.sendEvent(QGuiApplication.focusWindow(), event)
    return bool(left)


@pytest.mark.parametrize("name", ACTIONS)
def test_after_every_action(window, left, name):
    window._actions[name].trigger()
    QApplication.processEvents()
    assert CARDS.get(name, "") in {"", *cards(window)}
    assert hears(window, left)


def test_in_the_menus(window, left, qtbot):
    for button in (window._bar._size, window._bar._more):
        menu = button.menu()
        assert isinstance(menu, QMenu)
        menu.popup(window.mapToGlobal(window.rect().center()))
        qtbot.waitUntil(menu.isVisible)
        assert hears(window, left)
        menu.close()


def test_while_a_pack_is_checked_and_on_its_card(window, left, qtbot, tmp_path):
    path = tmp_path / "a.briefing"
    path.write_bytes(NEW)
    window._furniture.copies.open_pack(path)
    assert hears(window, left)
    assert cards(window) == {"PackSheet"}
    sheet = shown(window)
    qtbot.waitUntil(lambda: not sheet._busy, timeout=20_000)
    assert hears(window, left)
    sheet.leave()
    bring(window, qtbot, NEW[:-9], tmp_path, "b.briefing")
    assert hears(window, left)


def test_while_another_copy_is_checked_and_on_its_report(window, left, qtbot, tmp_path):
    from reader.ui.check_sheet import CheckSheet

    window._furniture.copies.check_copy(tmp_path)
    assert hears(window, left)
    assert cards(window) == {"CheckSheet"}
    card = shown(window, CheckSheet)
    qtbot.waitUntil(lambda: not card._busy, timeout=20_000)
    assert hears(window, left)


def test_while_one_searches(window, left):
    window.search_for("باغ")
    assert hears(window, left)


def test_no_card_is_left_out():
    for module in pkgutil.iter_modules(reader.ui.__path__):
        importlib.import_module(f"reader.ui.{module.name}")
    assert {each.__name__ for each in kinds(Sheet)} == {*CARDS.values(), *OF_WORK}


def cards(window) -> set[str]:
    """Return the cards that are open, by the name of their kind."""
    return {type(each).__name__ for each in window.findChildren(Sheet) if each.isVisible()}


def kinds(kind: type) -> set[type]:
    """Return every kind of a kind that the program has, without those that are only a beginning."""
    found = {each for each in kind.__subclasses__() if each.__module__.startswith("reader.")}
    return {each for each in found if not kinds(each)} | {last for each in found for last in kinds(each)}
