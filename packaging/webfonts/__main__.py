"""Makes the fonts of resources/fonts/web anew: ``PYTHONPATH=packaging python -m webfonts``."""

from __future__ import annotations

import sys
from pathlib import Path

from webfonts.subset import web_font

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"


def main() -> int:
    """Cut the fonts and say how large they are."""
    for style in ("Regular", "Bold"):
        made = web_font(FONTS / f"Vazirmatn-{style}.ttf")
        (FONTS / "web" / f"Vazirmatn-{style}.woff2").write_bytes(made)
        print(f"{len(made):>8,}  Vazirmatn-{style}.woff2")
    return 0


if __name__ == "__main__":
    sys.exit(main())
