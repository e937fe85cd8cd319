"""Draws every view of the window in every language, theme, size of text and width, to be looked at.

    QT_QPA_PLATFORM=offscreen python -m tests.ui.pictures FOLDER [VIEW…]

writes two sheets of pictures for each view, one of each width. They show the briefing that comes with the
program.
"""

from __future__ import annotations

import itertools
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from reader import app, paths
from reader.commands.opening import open_desk
from reader.settings import Settings
from reader.ui.main_window import MainWindow
from reader.ui.surroundings import Surroundings
from tests.ui.views import VIEWS, Book

if TYPE_CHECKING:
    from reader.desk import Desk

THEMES = ("light", "dark", "contrast")
ZOOMS = (100, 180)
SIZES = ((900, 640), (1400, 860))
NARROW = ((480, 640), (600, 640))
BOOK = Book(
    "letter",
    "timeline#timeline-4",
    "timeline",
    "aban-1398",
    "fn:ooni-2019-11-23",
    {"fa": "اتحادیه", "en": "strike"},
)
ACROSS, WIDTH = 2, 780


def main() -> int:
    """Draw the views that are named, or all."""
    folder, *names = sys.argv[1:]
    application = app._application()
    around = Surroundings(application, paths.resources(), paths.data())
    desk = open_desk()
    for (number, name), size in itertools.product(enumerate(names or VIEWS), (0, 1)):
        pictures = [
            _picture(desk, around, name, language, zoom, size, THEMES[(number + size + place) % len(THEMES)])
            for place, (language, zoom) in enumerate(itertools.product(("fa", "en"), ZOOMS))
        ]
        _sheet(pictures).save(str(Path(folder) / f"{name}-{SIZES[size][0]}.png"))
    return 0


def _picture(
    desk: Desk, around: Surroundings, name: str, language: str, zoom: int, size: int, theme: str
) -> QImage:
    view = VIEWS[name]
    languages = "both" if view.parallel else language
    settings = Settings(language, languages, theme, zoom)
    window = MainWindow(desk, around, settings, desk.opening(view.document(BOOK), language))
    window.furnished.connect(app._finish_starting)
    window.resize(*(NARROW if view.narrow else SIZES)[size])
    window.show()
    app._settle(window)
    while window._page._levelling.isActive():
        QApplication.processEvents()
    if view.enter is not None:
        view.enter(window, BOOK, language)
        app._settle(window)
    for _ in range(5):
        QApplication.processEvents()
    image = window.grab().toImage()
    window.close()
    window.deleteLater()
    QApplication.processEvents()
    return image


def _sheet(pictures: list[QImage]) -> QImage:
    """Put four pictures of one size on a sheet."""
    scaled = [each.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation) for each in pictures]
    height = scaled[0].height()
    sheet = QImage(ACROSS * WIDTH, height * (len(scaled) // ACROSS), QImage.Format.Format_RGB32)
    painter = QPainter(sheet)
    for number, picture in enumerate(scaled):
        painter.drawImage(number % ACROSS * WIDTH, number // ACROSS * height, picture)
    painter.end()
    return sheet


if __name__ == "__main__":
    sys.exit(main())
