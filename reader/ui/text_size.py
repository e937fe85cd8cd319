"""How large the interface is: follows the size of text that was chosen for the whole system."""

from __future__ import annotations

import sys

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

INTERFACE_PIXELS = 14
"""Size of the interface's text where the system's has its ordinary size."""
BAR_HEIGHT, STATUS_HEIGHT = 56, 31
"""Pixels of the lines above and below the page, beside text of that size."""
LARGEST = 2.0
"""How many times larger that it grows at most."""
_INCH = {"darwin": 72.0}.get(sys.platform, 96.0)
"""Pixels of an inch where nothing is enlarged."""
_ORDINARY = {"win32": 9.0, "darwin": 13.0}.get(sys.platform, 11.0)
"""Points of text at most where nobody chose another size: on Linux that of GNOME; KDE has 10, Qt itself 9."""


def system_scale(font: QFont, inch: float) -> float:
    """Return how large the system's text is beside the ordinary.

    Args:
        font: the system's.
        inch: pixels of an inch, as the screen tells.

    Returns:
        1.0 for the ordinary size and for smaller ones, up to 2.0.
    """
    points = font.pointSizeF()
    if points <= 0:
        points, inch = font.pixelSize() * 72 / _INCH, _INCH
    return min(LARGEST, max(1.0, points * inch / _INCH / _ORDINARY))


def interface_font(family: str) -> QFont:
    """Return the interface's font in the size that goes with the system's text.

    Args:
        family: what to set it in.
    """
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    screen = QGuiApplication.primaryScreen()
    scale = system_scale(system, screen.logicalDotsPerInch() if screen else _INCH)
    font = QFont(family)
    font.setPixelSize(round(INTERFACE_PIXELS * scale))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def scaled(pixels: float, most: float = LARGEST) -> int:
    """Return a length of the interface, enlarged as its text is.

    Args:
        pixels: the length beside text of the ordinary size.
        most: how many times that it grows at most.
    """
    return round(pixels * min(most, QGuiApplication.font().pixelSize() / INTERFACE_PIXELS))
