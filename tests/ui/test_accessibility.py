"""What a screen reader meets: every control has a name in the language of the window."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QAccessible

ROLES = QAccessible.Role
NAMED = {ROLES.Button, ROLES.ButtonMenu, ROLES.CheckBox, ROLES.EditableText, ROLES.List, ROLES.ListItem}
PERSIAN = re.compile("[آ-ی]")


def tree(interface):
    """Yield every accessible object below one, itself first."""
    yield interface
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None and child.isValid():
            yield from tree(child)


def visible(interface) -> bool:
    return not interface.state().invisible


@pytest.mark.parametrize("interface", ["fa", "en"])
@pytest.mark.parametrize("words", ["", "garden", "zzzz"])
def test_every_control_has_a_name(open_window, qtbot, interface, words):
    window = open_window(interface=interface)
    if words:
        with qtbot.waitSignal(window._session.answered):
            window.search_for(words)
    nameless, met = [], set()
    for each in tree(QAccessible.queryAccessibleInterface(window)):
        if each.role() in NAMED and visible(each):
            name = each.text(QAccessible.Text.Name)
            met.add(each.role())
            if not name.strip():
                nameless.append((each.role(), each.object()))
    assert nameless == []
    assert {ROLES.Button, ROLES.EditableText} <= met
    # Where nothing is found there is no list.
    assert (ROLES.List in met) is (words != "zzzz")


def test_names_are_persian_in_a_persian_window(open_window):
    window = open_window(interface="fa")
    names = [
        each.text(QAccessible.Text.Name)
        for each in tree(QAccessible.queryAccessibleInterface(window))
        if each.role() in NAMED and visible(each)
    ]
    foreign = [name for name in names if not PERSIAN.search(name)]
    # A language is named in itself.
    assert set(foreign) <= {"English", "English text", "Window in English"}


def test_the_page_is_named_after_its_document(open_window):
    window = open_window(interface="en", place="guide")
    assert QAccessible.queryAccessibleInterface(window._page.view).text(QAccessible.Text.Name) == (
        "Guide to gardening"
    )


@pytest.mark.parametrize("interface", ["fa", "en"])
def test_the_keyboard_reaches_every_control(open_window, qtbot, interface):
    from PySide6.QtCore import Qt

    window = open_window(interface=interface)
    window.activateWindow()
    qtbot.waitUntil(lambda: window.focusWidget() is not None)
    reached = set()
    for _ in range(40):
        widget = window.focusWidget()
        reached.add(widget.accessibleName() or getattr(widget, "text", str)() or widget.objectName())
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    for button in (*window._bar._buttons.values(), window._bar._size, window._bar._more):
        if button.isEnabled():
            assert (button.accessibleName() or button.text()) in reached
