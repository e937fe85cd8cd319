"""Loads Qt's libraries in the background while the first document is read.

The system's loader needs no interpreter for that, so on two processors it costs no time; without this, the
interpreter would wait for it.
"""

from __future__ import annotations

import sys
import threading
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

BINDINGS = ("QtWidgets", "QtGui", "QtCore")
"""What the window is made of. Each brings the libraries it needs."""


def preload() -> None:
    """Begin to load; whoever imports Qt before it is done just waits for the rest."""
    if sys.platform.startswith("linux"):
        threading.Thread(target=_load, name="loading", daemon=True).start()


def _load() -> None:
    # Here, not above: importing it is part of what is done in the background.
    import ctypes

    found = find_spec("PySide6")
    if found is None or found.origin is None:
        return
    for name in BINDINGS:
        with suppress(OSError):
            ctypes.CDLL(str(Path(found.origin).with_name(f"{name}.abi3.so")))
