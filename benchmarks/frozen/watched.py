"""The reader as it is started by hand; it also tells when it painted and could search, and its memory.

When the index is ready it searches in the window, opens the first hit, and ends.
"""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING, Any

from reader.__main__ import main
from reader.desk import Desk

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from reader.library.document import Edition
    from reader.ui.main_window import MainWindow
    from reader.ui.page_view import PageView

WORDS = ("اتحادیه", "قطع اینترنت", "trade union")
seen = 0.0
ready = 0.0
read_edition = Desk.edition


def edition(desk: Desk, *others: str) -> Edition:
    """Read an edition; the reader loads Qt after the first one, and only then can it be watched."""
    Desk.edition = read_edition  # type: ignore[method-assign]
    found = read_edition(desk, *others)
    watch()
    return found


def watch() -> None:
    """See to it that the window tells what happens in it."""
    from PySide6.QtCore import QTimer

    from reader import app
    from reader.ui.page_view import PageView

    paint, make = PageView.paintEvent, app.make_window

    def painted(view: PageView, event: Any) -> None:  # noqa: ANN401
        global seen
        paint(view, event)
        seen = seen or time.monotonic()

    def made(desk: Desk, *others: Any) -> tuple[QApplication, MainWindow]:  # noqa: ANN401
        application, window = make(desk, *others)
        left = list(WORDS)
        timer = QTimer(window)

        def look() -> None:
            global ready
            if not desk.can_search or not window.is_settled:
                return
            ready = ready or time.monotonic()
            if left:
                window.search_for(left.pop(0))
            else:
                timer.stop()
                window.close()

        timer.timeout.connect(look)
        window.furnished.connect(lambda: timer.start(5))
        return application, window

    PageView.paintEvent = painted  # type: ignore[method-assign]
    app.make_window = made


def peak() -> float:
    """Return this process's largest resident size so far, in MB."""
    with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123  nothing is loaded for it
        line = next(line for line in status if line.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024 / 1e6


if __name__ == "__main__":
    Desk.edition = edition  # type: ignore[method-assign]
    if main([]):
        sys.exit("The reader could not be opened.")
    print(json.dumps({"paint": seen, "ready": ready, "memory": peak()}))
