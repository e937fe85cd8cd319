"""Draws every figure in every language, without a screen and with the reader's own fonts."""

from __future__ import annotations

import os
import tomllib
from typing import TYPE_CHECKING

from figures import connectivity, conventions, ladder, timeline
from figures.data import ROOT, sketch

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGES = ("fa", "en")
DRAWN = (timeline, connectivity, ladder, conventions)


def pictures() -> Iterator[tuple[str, bytes]]:
    """Yield the file name and the bytes of every picture."""
    application = _without_screen()
    with (ROOT / "resources" / "themes" / "light.toml").open("rb") as file:
        colours = tomllib.load(file)
    for figure in DRAWN:
        for language in LANGUAGES:
            yield f"{figure.NAME}.{language}.png", figure.draw(sketch(figure.NAME, language)).png(colours)
    del application


def _without_screen() -> object:
    """Start Qt, if it was not."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["FONTCONFIG_FILE"] = str(ROOT / "resources" / "fonts" / "fonts.conf")
    from PySide6.QtGui import QFontDatabase, QGuiApplication

    application = QGuiApplication.instance() or QGuiApplication([])
    for font in sorted((ROOT / "resources" / "fonts").glob("Vazirmatn-*.ttf")):
        QFontDatabase.addApplicationFont(str(font))
    return application
