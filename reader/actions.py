"""The table of everything that can be done: it makes the shortcuts, the menus and the help."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from reader.wording import Wording

CONTEXT = "Actions"
"""Translation context of the names in the table."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something a reader can do.

    Attributes:
        name: what the program calls it.
        text: what a person calls it, in English.
        keys: shortcuts in Qt's portable form; the first is the one that is shown.
        checkable: whether it is a state that is on or off.
        group: what it belongs to, in English.
    """

    name: str
    text: str
    keys: tuple[str, ...]
    checkable: bool
    group: str


def read_actions(path: Path) -> tuple[Action, ...]:
    """Read the table.

    Args:
        path: ``actions.toml``.
    """
    with path.open("rb") as file:
        groups = tomllib.load(file)["group"]
    return tuple(
        Action(row["name"], row["text"], tuple(row["keys"]), row.get("checkable", False), group["text"])
        for group in groups
        for row in group["action"]
    )


def read_twins(path: Path) -> dict[str, str]:
    """Read which Persian letter lies on the key of which Latin one.

    Args:
        path: the TOML file of pairs.
    """
    with path.open("rb") as file:
        return {latin: str(persian) for latin, persian in tomllib.load(file)["twins"].items()}


def keys_in_markdown(actions: tuple[Action, ...], wording: Wording) -> str:
    """Return a table of the keys, one section for each group.

    Args:
        actions: the table.
        wording: the language to say it in.
    """
    lines: list[str] = []
    group = ""
    for action in actions:
        if action.group != group:
            group = action.group
            lines += ["", f"### {wording.say(CONTEXT, group)}", ""]
            lines += [f"| {wording.say(CONTEXT, 'Key')} | {wording.say(CONTEXT, 'Does')} |", "|---|---|"]
        lines.append(
            f"| {wording.say(CONTEXT, 'or').join(map(_shown, action.keys))} "
            f"| {wording.say(CONTEXT, action.text)} |"
        )
    return "\n".join(lines)


def _shown(key: str) -> str:
    return f"`{key}`"
