"""The sheet of paper that the PDF edition is set for: its size, its margins and its scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.page_style import PageStyle
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from pathlib import Path

A4 = (595.276, 841.89)
"""Width and height (ISO 216) in points."""
SCALE = 0.55
"""Points for each pixel of the page as the window sets it: the text has 11 points."""
WIDTH, HEIGHT = A4[0] / SCALE, A4[1] / SCALE
"""Of the sheet in pixels."""
TOP = 138.0
"""Pixels from the upper edge to the text."""
BOTTOM = 142.0
"""Pixels from the text and its notes to the lower edge."""
HEAD = 84.0
"""Pixels from the upper edge to the running head."""
FOOT = 92.0
"""Pixels from the page's number to the lower edge."""
ROOM = HEIGHT - TOP - BOTTOM
"""Pixels of a page for text and notes."""
_MEASURE = 33
"""Em: about 72 letters, a few more than on a screen."""
_LINES = 90
"""Percent of the height of a line on a screen: paper is held still."""


def paper_style(resources: Path) -> PageStyle:
    """Return how a page is to look on paper.

    Args:
        resources: the folder that holds ``print/``.

    Raises:
        OSError: the colours are missing.
    """
    theme = Theme.load(resources / "print", "paper")
    return PageStyle(theme, measure=_MEASURE, line_spacing=_LINES)
