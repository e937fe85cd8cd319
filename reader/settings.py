"""Every setting of the reader, with its default; kept only until the window closes."""

from __future__ import annotations

from dataclasses import dataclass

SMALLEST_ZOOM = 80
LARGEST_ZOOM = 220
ZOOM_STEP = 10


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person can choose.

    Attributes:
        interface: language of the window's own words, ``fa`` or ``en``.
        languages: editions shown, ``fa``, ``en`` or ``both``.
        theme: name of a file in ``resources/themes``.
        zoom: text size of the page, percent.
    """

    interface: str = "fa"
    languages: str = "fa"
    theme: str = "light"
    zoom: int = 100
