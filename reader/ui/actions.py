"""The window's actions: made from the table, each with its shortcuts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

from reader.actions import CONTEXT
from reader.text.direction import LRI, PDI

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from reader.actions import Action


def make_actions(window: QWidget, table: tuple[Action, ...], twins: Mapping[str, str]) -> dict[str, QAction]:
    """Make the window's actions.

    WORKAROUND(Qt 6.11): with a Persian layout alone, X11 reports the Persian letter, and "Ctrl+K" is
    dead; each letter gets the Persian letter of its key as a twin
    (tests/walks/test_persian_keyboard.py::test_letter_shortcuts_need_their_twins).

    Args:
        window: the owner; its shortcuts work everywhere in it.
        table: what can be done.
        twins: Persian letter by upper-case Latin letter.
    """
    made = {}
    for action in table:
        made[action.name] = QAction(window)
        keys = [QKeySequence(key) for key in action.keys]
        for key in action.keys:
            modifiers, _, letter = key.rpartition("+")
            if modifiers and letter in twins:
                keys.append(QKeySequence(f"{modifiers}+{twins[letter]}"))
        made[action.name].setShortcuts(keys)
        made[action.name].setCheckable(action.checkable)
        window.addAction(made[action.name])
    name_actions(made, table)
    return made


def name_actions(made: Mapping[str, QAction], table: tuple[Action, ...]) -> None:
    """Write the actions' names in the language of the window."""
    for action in table:
        text = QCoreApplication.translate(CONTEXT, action.text)
        made[action.name].setText(text)
        made[action.name].setToolTip(tool_tip(text, action))


def tool_tip(text: str, action: Action) -> str:
    """Return a name with the key that does it, which stands from left to right in every language."""
    return f"{text}  ({LRI}{action.keys[0]}{PDI})" if action.keys else text
