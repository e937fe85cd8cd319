"""One table of everything that can be done with a key: it makes the shortcuts, the menus and the help."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Action:
    """Something a reader can do.

    Attributes:
        name: what the program calls it.
        text: what a person calls it, in English.
        keys: shortcuts in Qt's portable form; the first is the one that is shown.
        checkable: whether it is a state that is on or off.
    """

    name: str
    text: str
    keys: tuple[str, ...] = ()
    checkable: bool = False


ACTIONS = (
    Action("search", "Search all documents", ("Ctrl+K", "/")),
    Action("find", "Find in this document", ("Ctrl+F",)),
    Action("next_hit", "Next match", ("F3",)),
    Action("previous_hit", "Previous match", ("Shift+F3",)),
    Action("back", "Back", ("Alt+Left",)),
    Action("forward", "Forward", ("Alt+Right",)),
    Action("go_to", "Go to a passage", ("Ctrl+G",)),
    Action("next_heading", "Next heading", ("Ctrl+Down",)),
    Action("previous_heading", "Previous heading", ("Ctrl+Up",)),
    Action("next_document", "Next document", ("Ctrl+PgDown",)),
    Action("previous_document", "Previous document", ("Ctrl+PgUp",)),
    Action("cite", "Copy with citation", ("Ctrl+Shift+C",)),
    Action("copy_reference", "Copy a reference to this passage", ("Ctrl+Shift+R",)),
    Action("contents", "Contents", ("F9",), checkable=True),
    Action("persian", "Persian text", ("Ctrl+1",), checkable=True),
    Action("both", "Persian and English side by side", ("Ctrl+2",), checkable=True),
    Action("english", "English text", ("Ctrl+3",), checkable=True),
    Action("zoom_in", "Larger text", ("Ctrl++", "Ctrl+=")),
    Action("zoom_out", "Smaller text", ("Ctrl+-",)),
    Action("zoom_reset", "Text at 100 %", ("Ctrl+0",)),
    Action("caret", "Caret for selecting by keyboard", ("F7",), checkable=True),
    Action("theme", "Light or dark", ("Ctrl+D",)),
    Action("interface", "Window in English", ("Ctrl+L",)),
    Action("full_screen", "Full screen", ("F11",), checkable=True),
    Action("quit", "Close", ("Ctrl+Q",)),
)


CONTEXT = "Actions"
"""Translation context of the names in the table."""


def read_twins(path: Path) -> dict[str, str]:
    """Read which Persian letter lies on the key of which Latin one.

    Args:
        path: the TOML file of pairs.
    """
    with path.open("rb") as file:
        return {latin: str(persian) for latin, persian in tomllib.load(file)["twins"].items()}


def make_actions(window: QWidget, twins: Mapping[str, str]) -> dict[str, QAction]:
    """Make the window's actions.

    WORKAROUND(Qt 6.11): with a Persian layout alone, X11 reports the Persian letter, and "Ctrl+K" is
    dead; each letter gets the Persian letter of its key as a twin
    (tests/walks/test_persian_keyboard.py::test_letter_shortcuts_need_their_twins).

    Args:
        window: the owner; its shortcuts work everywhere in it.
        twins: Persian letter by upper-case Latin letter.
    """
    made = {}
    for action in ACTIONS:
        made[action.name] = QAction(window)
        keys = [QKeySequence(key) for key in action.keys]
        for key in action.keys:
            modifiers, _, letter = key.rpartition("+")
            if modifiers and letter in twins:
                keys.append(QKeySequence(f"{modifiers}+{twins[letter]}"))
        made[action.name].setShortcuts(keys)
        made[action.name].setCheckable(action.checkable)
        window.addAction(made[action.name])
    name_actions(made)
    return made


def name_actions(made: Mapping[str, QAction]) -> None:
    """Write the actions' names in the language of the window."""
    for action in ACTIONS:
        text = QCoreApplication.translate(CONTEXT, action.text)
        made[action.name].setText(text)
        made[action.name].setToolTip(tool_tip(text, action))


def tool_tip(text: str, action: Action) -> str:
    """Return a name with the key that does it."""
    return f"{text}  ({action.keys[0]})" if action.keys else text
