"""A menu that writes keys from left to right in every language: "Ctrl+,", not ",+Ctrl"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from reader.text.direction import LRI, PDI

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QStyleOptionMenuItem

_TAB = "\t"
"""Stands between a name and its keys."""


class KeyMenu(QMenu):
    """The menu."""

    def initStyleOption(self, option: QStyleOptionMenuItem, action: QAction) -> None:
        """Keep the keys apart from the direction of the names."""
        super().initStyleOption(option, action)
        name, tab, keys = option.text.partition(_TAB)  # type: ignore[attr-defined]
        if keys:
            option.text = f"{name}{tab}{LRI}{keys}{PDI}"  # type: ignore[attr-defined]
