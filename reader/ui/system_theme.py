"""Which theme goes with the colours of the system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QStyleHints

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
