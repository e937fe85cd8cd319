"""Keys stand from left to right beside Persian names, in menus and in tool tips."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QStyleOptionMenuItem

from reader.text.direction import LRI, PDI
from reader.ui.key_menu import KeyMenu
from reader.ui.page_menu import PageMenu


@pytest.mark.parametrize("interface", ["fa", "en"])
def test_every_menu_of_the_window_keeps_its_keys_apart(open_window, interface):
    window = open_window(interface=interface)
    menus = [*window.findChildren(QMenu), PageMenu(window._page.view, window._actions)]
    shown = set()
    for menu in menus:
        for action in menu.actions():
            option = QStyleOptionMenuItem()
            menu.initStyleOption(option, action)
            if not action.shortcut().isEmpty():
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                assert option.text == f"{action.text()}\t{LRI}{keys}{PDI}"
                shown.add(keys)
    assert "Ctrl+," in shown


def test_a_menu_draws_them_so(qtbot, around):
    """The keys look as they do in a menu that runs from left to right."""

    def drawn(menu_type, name):
        menu = menu_type()
        qtbot.addWidget(menu)
        action = QAction(name, menu)
        action.setShortcut(QKeySequence("Ctrl+,"))
        menu.addAction(action)
        menu.setLayoutDirection(around.speak("fa").direction)
        return menu.grab().toImage()

    # Without isolation the comma comes to the other side of Ctrl.
    assert drawn(KeyMenu, "تنظیم‌ها") != drawn(QMenu, "تنظیم‌ها")


def test_tool_tips_keep_their_keys_apart(open_window):
    actions = open_window()._actions
    assert actions["settings"].toolTip().endswith(f"({LRI}Ctrl+,{PDI})")
    assert actions["about_copy"].shortcut().isEmpty() or LRI in actions["about_copy"].toolTip()
