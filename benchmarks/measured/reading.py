"""The reader as it is started by hand; it also tells what it did when, and how much memory that took.

When the index is ready it searches once at the desk, then several times in the window, and ends.
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

    from reader.library.document import Place
    from reader.ui.main_window import MainWindow
    from reader.ui.page_view import PageView

WORDS = ("اتحادیه", "قطع اینترنت", "trade union")
HEARTBEAT = 1
"""Milliseconds between two beats of the clock that watches the event loop."""
told = dict.fromkeys(("paint", "whole", "ready", "stall", "read", "searched"), 0.0)
"""Moments in seconds: first paint, window whole, index ready. The longest stall between the last two, in
seconds. The largest resident size after reading and after searching, in bytes."""
choose_opening = Desk.opening


def opening(desk: Desk, *others: str) -> Place:
    """Say what is opened; the reader imports Qt after that, and only then can it be watched."""
    place = choose_opening(desk, *others)
    watch()
    return place


def watch() -> None:
    """See to it that the window tells what happens in it."""
    from reader import app
    from reader.ui.page_view import PageView

    paint, make = PageView.paintEvent, app.make_window

    def painted(view: PageView, event: Any) -> None:  # noqa: ANN401
        paint(view, event)
        told["paint"] = told["paint"] or time.monotonic()

    def made(desk: Desk, *others: Any) -> tuple[QApplication, MainWindow]:  # noqa: ANN401
        application, window = make(desk, *others)
        window.furnished.connect(lambda: feel_pulse(desk, window))
        return application, window

    PageView.paintEvent = painted  # type: ignore[method-assign]
    app.make_window = made


def feel_pulse(desk: Desk, window: MainWindow) -> None:
    """Watch the event loop until the index is ready, and search then."""
    from PySide6.QtCore import Qt, QTimer

    told["whole"] = last = time.monotonic()
    heart = QTimer(window)
    heart.setTimerType(Qt.TimerType.PreciseTimer)

    def beat() -> None:
        nonlocal last
        now = time.monotonic()
        told["stall"], last = max(told["stall"], now - last), now
        if desk.can_search:
            heart.stop()
            told["ready"] = now
            if not desk.search(WORDS[0]).total:
                sys.exit("The word that is in the letter was not found.")
            told["read"] = peak()
            search(window)

    heart.timeout.connect(beat)
    heart.start(HEARTBEAT)


def search(window: MainWindow) -> None:
    """Search in the window, one after another, and close it."""
    from PySide6.QtCore import QTimer

    left = list(WORDS)
    timer = QTimer(window)

    def look() -> None:
        if not window.is_settled:
            return
        if left:
            window.search_for(left.pop(0))
        else:
            timer.stop()
            told["searched"] = peak()
            window.close()

    timer.timeout.connect(look)
    timer.start(5)


def peak() -> float:
    """Return this process's largest resident size so far, in bytes."""
    with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123  nothing is loaded for it
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM:"))


if __name__ == "__main__":
    Desk.opening = opening  # type: ignore[method-assign]
    if main(sys.argv[1:]):
        sys.exit("The reader could not be opened.")
    print(json.dumps(told))
