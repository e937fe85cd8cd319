"""Which theme goes with the colours of the system, also when those change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QStyleHints

    from reader.ui.choices import Choices

_HIGH = 1
"""``Qt.ContrastPreference.HighContrast``; Qt 6.9 has no such enumeration."""


def system_theme(hints: QStyleHints) -> str:
    """Return the name of the theme that goes with the system's colours.

    Args:
        hints: what the system tells; of contrast only since Qt 6.10.

    Returns:
        The dark theme in a dark system, even one of high contrast: the theme for that is white, and
        would dazzle.
    """
    if hints.colorScheme() == Qt.ColorScheme.Dark:
        return "dark"
    accessibility = getattr(hints, "accessibility", None)
    if accessibility is not None and accessibility().contrastPreference().value == _HIGH:
        return "contrast"
    return "light"


class SystemTheme(QObject):
    """Follows the system's colours for as long as the reader has chosen no others.

    Args:
        hints: what the system tells.
        choices: holds the theme, which is the system's at the beginning.
        parent: the window.
    """

    def __init__(self, hints: QStyleHints, choices: Choices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hints, self._choices = hints, choices
        self._own = choices.settings.theme
        hints.colorSchemeChanged.connect(lambda _: self._follow())

    def _follow(self) -> None:
        if self._choices.settings.theme == self._own:
            self._own = system_theme(self._hints)
            self._choices.choose(theme=self._own)
