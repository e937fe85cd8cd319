"""The part of a font that editions carry: WOFF2 (W3C, March 2022) for browsers, TrueType for e-readers."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from fontTools import subset
from fontTools.ttLib import TTFont

if TYPE_CHECKING:
    from pathlib import Path

LETTERS = (
    *(range(0x20, 0x7F), range(0xA0, 0x100), range(0x2000, 0x2040), range(0x2060, 0x206A)),
    *(
        range(0x60C, 0x60D),
        range(0x61B, 0x620),
        range(0x621, 0x63B),
        range(0x640, 0x656),
        range(0x660, 0x671),
    ),
    *map(ord, "ٱپچڕژڤکگڵھۀہۆیێە€−≈×−"),
    *range(0x6F0, 0x6FA),
)
"""Latin letters with the accents of Western Europe; those of Persian, Arabic and Sorani; punctuation."""


def web_font(file: Path, flavor: str | None = "woff2") -> bytes:
    """Return a font with only these letters and what joins them; the same bytes every time.

    Args:
        file: a TrueType font.
        flavor: ``woff2``; None for TrueType, which the oldest readers know too.
    """
    options = subset.Options()
    options.layout_features = [
        *("ccmp", "init", "medi", "fina", "rlig", "calt", "liga", "kern", "mark", "mkmk", "locl"),
    ]
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]  # what the licence asks to be kept, and the family
    options.flavor = flavor
    with TTFont(file, recalcTimestamp=False) as font:
        cutting = subset.Subsetter(options)
        cutting.populate(
            unicodes=[code for span in LETTERS for code in (span if isinstance(span, range) else (span,))]
        )
        cutting.subset(font)
        font.flavor = flavor
        made = io.BytesIO()
        font.save(made, reorderTables=True)
    return made.getvalue()
