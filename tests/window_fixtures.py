"""What tests of the window stand on: a briefing, a desk, dressed widgets, and an open window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader import paths
from reader.settings import Settings
from tests import garden as garden_book

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from reader.desk import Desk
    from reader.ui.main_window import MainWindow
    from reader.ui.surroundings import Surroundings

# Qt and the core are imported in the fixtures: tests of the text need neither.


@pytest.fixture(scope="session")
def garden(tmp_path_factory) -> Path:
    return garden_book.write(tmp_path_factory.mktemp("garden") / "content")


@pytest.fixture
def desk(garden) -> Desk:
    from reader.desk import Desk
    from reader.library.catalogue import Catalogue
    from reader.security.program_folder import ProgramFolder

    return Desk(Catalogue.load(ProgramFolder(garden)))


@pytest.fixture(scope="session")
def around(qapp) -> Surroundings:
    from reader.ui.surroundings import Surroundings

    return Surroundings(qapp, paths.resources())


@pytest.fixture
def open_window(qtbot, desk, around) -> Iterator[Callable[..., MainWindow]]:
    """Open a window and wait until its index is ready."""
    from PySide6.QtGui import QGuiApplication

    from reader.ui.main_window import MainWindow

    opened = []

    def open_it(
        interface="fa", languages="", place="", theme="light", size=(1180, 760), zoom=100
    ) -> MainWindow:
        settings = Settings(interface, languages or interface, theme, zoom)
        window = MainWindow(desk, around, settings, desk.opening(place, settings.languages))
        opened.append(window)
        window.resize(*size)
        with qtbot.waitSignal(window.prepared):
            window.show()
        return window

    yield open_it
    # Without a screen the clipboard outlives the interpreter, and what Python gave it must not.
    QGuiApplication.clipboard().clear()
    for window in opened:
        window.close()
        window.deleteLater()
