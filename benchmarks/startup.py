"""Measures opening: time to the first painted document, stalls while indexing, and peak memory.

Each figure is a ratio to a window with an empty QTextBrowser, started in turn with the reader in the
same run, so that the machine's speed cancels out. Peak memory is measured with both languages side by
side, too.

    python benchmarks/startup.py [RUNS]
"""

from __future__ import annotations

import compileall
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from reader.desk import Desk
    from reader.ui.main_window import MainWindow

ROOT = Path(__file__).resolve().parent.parent
RUNS = 9
WORD = "اتحادیه"
BOTH = ["--languages", "both"]
HEARTBEAT = 1
"""Milliseconds between two beats of the clock that watches the event loop."""


def main() -> int:
    """Run both windows in turn and print the ratios."""
    if len(sys.argv) == 3 and sys.argv[1] == "--child":
        child = {"bare": _bare, "reader": lambda: _reader([]), "both": lambda: _reader(BOTH)}
        return child[sys.argv[2]]()
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # As ``build_app.py run`` does: -B keeps Python from writing bytecode, so it is made beforehand.
    compileall.compile_dir(ROOT / "reader", quiet=2)
    results: dict[str, list[dict[str, float]]] = {"bare": [], "reader": [], "both": []}
    for kind in results:
        _started(kind)  # fills the disk cache
    for _ in range(runs):
        for kind, measured in results.items():
            measured.append(_started(kind))
    bare, reader, both = (
        {key: statistics.median(result[key] for result in results[kind]) for key in results[kind][0]}
        for kind in results
    )
    platform = os.environ.get("QT_QPA_PLATFORM") or "the display"
    print(f"start-up, medians of {runs} runs each, on {platform}")
    print(
        f"  first paint   {reader['paint']:6.0f} ms, bare window {bare['paint']:4.0f} ms:"
        f" ratio {reader['paint'] / bare['paint']:.2f} (goal 1.6)"
    )
    print(
        f"  peak memory   {reader['memory']:6.1f} MiB, bare window {bare['memory']:4.1f} MiB:"
        f" ratio {reader['memory'] / bare['memory']:.2f} (goal 1.7)"
    )
    print(
        f"  … side by side{both['memory']:6.1f} MiB, bare window {bare['memory']:4.1f} MiB:"
        f" ratio {both['memory'] / bare['memory']:.2f} (goal 2)"
    )
    worst = max(result["stall"] for result in results["reader"])
    print(
        f"  longest stall while indexing, median {reader['stall']:.0f} ms, worst {worst:.0f} ms (goal 50 ms)"
    )
    print(f"  bar, contents and status in place {reader['whole']:4.0f} ms after the first paint")
    print(f"  index ready   {reader['ready']:6.0f} ms after the first paint")
    return 0


def _started(kind: str) -> dict[str, float]:
    """Start one window in a process of its own and return what it measured, times in milliseconds."""
    before = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-B", __file__, "--child", kind],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    measured: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    measured["paint"] = (measured["paint"] - before) * 1000
    return measured


def _peak() -> float:
    """Return this process's largest resident size so far, in MiB."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise SystemExit("Peak memory is read from /proc, which is not here.")


def _bare() -> int:
    from PySide6.QtWidgets import QApplication, QTextBrowser

    application = QApplication([])

    class Bare(QTextBrowser):
        seen = 0.0

        def paintEvent(self, event: object) -> None:
            super().paintEvent(event)  # type: ignore[arg-type]
            if not self.seen:
                self.seen = time.monotonic()
                application.quit()

    window = Bare()
    window.resize(1180, 760)
    window.show()
    application.exec()
    print(json.dumps({"paint": window.seen, "memory": _peak(), "stall": 0.0, "whole": 0.0, "ready": 0.0}))
    return 0


def _reader(given: list[str]) -> int:
    """Start the reader as a person does, with these on the command line, and watch it from within."""
    sys.path.insert(0, str(ROOT))
    from reader import __main__, app
    from reader.ui.page_view import PageView

    seen, whole = 0.0, 0.0
    watch = Watch()
    first = PageView.paintEvent
    make = app.make_window

    def painted(view: PageView, event: object) -> None:
        nonlocal seen
        first(view, event)  # type: ignore[arg-type]
        seen = seen or time.monotonic()

    def furnished() -> None:
        nonlocal whole
        whole = time.monotonic()

    def watched(desk: Desk, *others: Any) -> tuple[QApplication, MainWindow]:  # noqa: ANN401
        application, window = make(desk, *others)
        window.furnished.connect(furnished)

        def finish() -> None:
            if not desk.search(WORD).total:
                raise SystemExit("The word that is in the letter was not found.")
            window.close()

        watch.start(lambda: whole, lambda: desk.can_search, finish)
        return application, window

    PageView.paintEvent = painted  # type: ignore[method-assign,assignment]
    app.make_window = watched
    sys.argv[1:] = given
    if __main__.main():
        raise SystemExit("The reader could not be opened.")
    print(
        json.dumps(
            {
                "paint": seen,
                "memory": _peak(),
                "stall": watch.longest * 1000,
                "whole": (whole - seen) * 1000,
                "ready": (watch.last - seen) * 1000,
            }
        )
    )
    return 0


class Watch:
    """Feels the pulse of the event loop from when the window is whole until the index is ready."""

    def __init__(self) -> None:
        self.last, self.longest = 0.0, 0.0  # seconds

    def start(
        self, began: Callable[[], float], is_ready: Callable[[], bool], finish: Callable[[], None]
    ) -> None:
        """Begin.

        Args:
            began: when the indexing began; 0 before.
            is_ready: whether the index is.
            finish: called when it is.
        """
        from PySide6.QtCore import Qt, QTimer

        def beat() -> None:
            if not began():
                return
            now = time.monotonic()
            self.longest = max(self.longest, now - (self.last or began()))
            self.last = now
            if is_ready():
                self._heart.stop()
                finish()

        self._heart = QTimer()
        self._heart.setTimerType(Qt.TimerType.PreciseTimer)
        self._heart.timeout.connect(beat)
        self._heart.start(HEARTBEAT)


if __name__ == "__main__":
    sys.exit(main())
