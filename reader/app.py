"""The composition root: the only place that puts the window together and starts it."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from reader import paths
from reader.errors import ReaderError
from reader.settings import SYSTEM
from reader.ui.choices import Choices
from reader.ui.main_window import MainWindow
from reader.ui.surroundings import Surroundings
from reader.ui.system_theme import SystemTheme, system_theme

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QMessageLogContext

    from reader.desk import Desk
    from reader.editions import Form
    from reader.library.document import Place
    from reader.memory.memory import Kept
    from reader.settings import Settings


SWITCH_INTERVAL = 0.0005
"""Seconds after which a thread at work lets another have the interpreter."""


def make_window(
    desk: Desk, settings: Settings, place: Place, kept: Kept | None = None
) -> tuple[QApplication, MainWindow]:
    """Make the application and its window; the caller shows it.

    Args:
        desk: what can be done.
        settings: what was chosen.
        place: where to open.
        kept: a memory that was opened, and what it held; None if nothing is remembered.
    """
    # The window asks for the interpreter often and briefly; while the index is built beside it, it
    # would otherwise wait 5 ms each time.
    sys.setswitchinterval(SWITCH_INTERVAL)
    application = _application()
    around = Surroundings(application, paths.resources(), paths.data(), kept)
    hints, follows = application.styleHints(), settings.theme == SYSTEM
    if follows:
        settings = replace(settings, theme=system_theme(hints))
    window = MainWindow(desk, around, settings, place)
    if follows and (choices := window.findChild(Choices)) is not None:
        SystemTheme(hints, choices, window)
    window.furnished.connect(_finish_starting)
    # A session that ends closes no windows.
    application.aboutToQuit.connect(window.stop)
    return application, window


def open_window(desk: Desk, settings: Settings, place: Place, kept: Kept | None = None) -> int:
    """Open the reader and stay until it is closed.

    Args:
        desk: what can be done.
        settings: what was chosen.
        place: where to open.
        kept: a memory that was opened, and what it held; None if nothing is remembered.

    Returns:
        The exit code.
    """
    application, window = make_window(desk, settings, place, kept)
    window.show()
    return application.exec()


def take_picture(
    desk: Desk,
    settings: Settings,
    place: Place,
    file: Path,
    *,
    size: tuple[int, int],
    words: str = "",
    kept: Kept | None = None,
) -> None:
    """Draw the real window without a screen and save it.

    Args:
        desk: what can be done.
        settings: what was chosen on the command line.
        place: where to open.
        file: where to put it, as PNG.
        size: width and height of the window in pixels.
        words: what to search for before; empty for reading.
        kept: a memory that was opened to be read, and what it held; None if nothing is remembered.

    Raises:
        ReaderError: the file cannot be written; what was there before still is.
    """
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice

    from reader.security.safe_write import write_file

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application, window = make_window(desk, settings, place, kept)
    window.resize(*size)
    window.show()
    _settle(window)
    if words:
        window.search_for(words)
        _settle(window)
    # One more turn: what the answer asked for is painted now.
    application.processEvents()
    image = window.grab()
    window.close()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    if os.path.lexists(file) and not file.is_file():  # a folder, or a device that must stay one
        raise ReaderError("The picture could not be written to “{file}”.", file=file)
    write_file(file, bytes(data.data()))


def paper() -> Form:
    """Return the edition for paper, with everything that setting it needs, without a screen."""
    from reader.ui.pdf_edition import PDF

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    Surroundings(_application(), paths.resources())
    return PDF


def say_in_a_box(fault: ReaderError, language: str) -> None:
    """Say an error where there is no window yet and nobody may be looking at a terminal.

    Args:
        fault: what went wrong.
        language: the language to say it in.
    """
    # Not with the others: it would delay every start by what its many constants cost.
    from PySide6.QtWidgets import QMessageBox

    from reader.ui.one_key import OneKey, leave_at_once

    application = _application()
    around = Surroundings(application, paths.resources())
    around.theme("light")
    speech = around.speak(language)
    title = speech.wording.say("MainWindow", "Briefing Reader")
    box = QMessageBox(QMessageBox.Icon.Warning, title, speech.wording.error(fault))
    box.setTextFormat(Qt.TextFormat.PlainText)
    OneKey(around.twins()["Q"], leave_at_once, box)
    box.exec()


def _application() -> QApplication:
    # Without an address, libdbus would start a bus of its own and leave a file in the home folder.
    os.environ.setdefault("DBUS_SESSION_BUS_ADDRESS", "disabled:")
    # With its own configuration fontconfig writes no cache into the home folder (docs/decisions/0006).
    os.environ["FONTCONFIG_FILE"] = str(paths.resources() / "fonts" / "fonts.conf")
    qInstallMessageHandler(_only_what_matters)
    # Not when the interpreter has ended: Qt still has remarks then, if it is told to say everything.
    atexit.register(qInstallMessageHandler, None)
    existing = QApplication.instance()
    return existing if isinstance(existing, QApplication) else QApplication(["reader", "-style", "fusion"])


def _finish_starting() -> None:
    """Do what could wait until the window is whole."""
    import signal

    # Ctrl+C in a terminal ends it there and then, as the one key does; Python's own way would come up in the
    # midst of painting, and print where the program lies.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    # Begin to look for garbage, but not among what there is already: all of that stays.
    gc.freeze()
    gc.enable()


def _only_what_matters(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Keep Qt's remarks away from people; what ends the program is still said."""
    if kind == QtMsgType.QtFatalMsg:
        sys.stderr.write(f"{message}\n")


def _settle(window: MainWindow) -> None:
    """Run the event loop until nothing is being read or searched for."""
    from PySide6.QtCore import QEventLoop

    while not window.is_settled:
        loop = QEventLoop()
        window.settled.connect(loop.quit)
        if not window.is_settled:
            loop.exec()
    QApplication.processEvents()
