"""Every setting of the reader, with its default and what it may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

SMALLEST_ZOOM = 80
LARGEST_ZOOM = 220
ZOOM_STEP = 10
THEMES = ("light", "dark", "contrast")
"""Files of ``resources/themes``, in the order they are offered."""
SYSTEM = ""
"""Instead of a theme: the one that goes with the system's colours, until another is chosen."""
FACES = ("Vazirmatn", "Amiri")
"""Families of ``resources/fonts``: the face of the window, and the book face."""
LINE_SPACINGS = (90, 100, 115, 130)
"""Percent of the face's own line."""
MEASURES = (24, 30, 36, 44)
"""Widths of the text column in em."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person can choose.

    Attributes:
        interface: language of the window's own words, ``fa`` or ``en``.
        languages: editions shown, ``fa``, ``en`` or ``both``.
        theme: name of a file in ``resources/themes``.
        zoom: text size of the page, percent.
        face: family of the page, one of ``FACES``.
        line_spacing: percent, one of ``LINE_SPACINGS``.
        measure: width of the text column in em, one of ``MEASURES``.
    """

    interface: str = "fa"
    languages: str = "fa"
    theme: str = "light"
    zoom: int = 100
    face: str = FACES[0]
    line_spacing: int = 100
    measure: int = 30


ALLOWED: dict[str, Container[object]] = {
    "interface": ("fa", "en"),
    "languages": ("fa", "en", "both"),
    "theme": THEMES,
    "zoom": range(SMALLEST_ZOOM, LARGEST_ZOOM + 1),
    "face": FACES,
    "line_spacing": LINE_SPACINGS,
    "measure": MEASURES,
}
"""What each setting may be: what was remembered is checked against it."""
