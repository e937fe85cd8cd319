"""Makes the fonts of the editions anew: ``PYTHONPATH=packaging python -m webfonts``."""

from __future__ import annotations

import sys
from pathlib import Path

from webfonts.subset import web_font

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
FONTS = RESOURCES / "fonts"


def main() -> int:
    """Cut the fonts and say how large they are."""
    for style in ("Regular", "Bold"):
        font = FONTS / f"Vazirmatn-{style}.ttf"
        for target, flavor in (
            (FONTS / "web" / f"Vazirmatn-{style}.woff2", "woff2"),
            (RESOURCES / "ebook" / font.name, None),
        ):
            made = web_font(font, flavor)
            target.write_bytes(made)
            print(f"{len(made):>8,}  {target.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
