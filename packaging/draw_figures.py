"""Draws the figures of the background anew, in each language, from content/figures/*.csv.

    python packaging/draw_figures.py

Run it after a change of the data; the tests compare what is there with what it draws.
"""

from __future__ import annotations

import os
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

from figures import connectivity, conventions, ladder, timeline
from figures.data import FIGURES, sketch

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGES = ("fa", "en")
DRAWN = (timeline, connectivity, ladder, conventions)


def main() -> int:
    """Draw every figure and say how large the files are."""
    total = 0
    for name, picture in pictures():
        (FIGURES / name).write_bytes(picture)
        total += len(picture)
        print(f"{len(picture):>8,}  {name}")
    print(f"{total:>8,}  bytes in all")
    return 0


def pictures() -> Iterator[tuple[str, bytes]]:
    """Yield the file name and the bytes of every picture."""
    application = _screen()
    with (ROOT / "resources" / "themes" / "light.toml").open("rb") as file:
        colours = tomllib.load(file)
    for figure in DRAWN:
        for language in LANGUAGES:
            yield f"{figure.NAME}.{language}.png", figure.draw(sketch(figure.NAME, language)).png(colours)
    del application


def _screen() -> object:
    """Start Qt without a screen, with the fonts of the reader and no others."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["FONTCONFIG_FILE"] = str(ROOT / "resources" / "fonts" / "fonts.conf")
    from PySide6.QtGui import QFontDatabase, QGuiApplication

    application = QGuiApplication.instance() or QGuiApplication([])
    for font in sorted((ROOT / "resources" / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(font))
    return application


if __name__ == "__main__":
    sys.exit(main())
