"""Measures the one key: from the press to the last window gone, and to the end of the process.

The reader is brought into a state, and the key is pressed on a display of its own as a person presses it.
Long work is let run to its end once, and then met at moments spread over that time. Each figure is a ratio
to a window with an empty QTextBrowser that quits at the same key, met in turn with the reader.

    python benchmarks/one_key.py [RUNS [STATE…]]
"""

from __future__ import annotations

import compileall
import os
import select
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pressing

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication

    from reader.desk import Desk
    from reader.ui.main_window import MainWindow

RUNS = 5
HIDDEN, ENDED = 300, 1000
"""Milliseconds that are promised."""
MEGABYTES = 120
"""Of the pack that is opened, and of the program that is copied."""
BARE = "a bare window"
CARDS = {
    "the settings": "settings",
    "about this copy": "about_copy",
    "choosing a pack": "open_pack",
    "choosing a copy to check": "check_copy",
    "taking away": "take_away",
    "copying to a stick": "copy_to_stick",
}
"""The action that brings up each card."""
EDITIONS = {"making an HTML edition": "html", "making an EPUB edition": "epub", "setting a PDF": "pdf"}
LONG = ("indexing", "checking another copy", "opening a pack", *EDITIONS, "writing to a stick")
"""States that end by themselves."""
STATES = (BARE, "opening", "reading", "searching", "bookmarks", "a menu", *CARDS, *LONG)
PATIENCE = 60
"""Seconds."""
THERE, DONE = b"there\n", b"done\n"
"""What the program that is measured says: the state was reached; the work came to its end."""


def main() -> int:
    """Press the key in every state and print what it took."""
    if sys.argv[1:2] == ["--child"]:
        state, folder = sys.argv[2], Path(sys.argv[3])
        return _bare() if state == BARE else _Reader(state, folder).run()
    from tests.guarantees.driving import display as own_display

    if shutil.which("Xvfb") is None:
        raise SystemExit("Xvfb is missing, on which the key is pressed.")
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    states = [BARE, *(sys.argv[2:] or STATES[1:])]
    # As ``build_app.py run`` does: -B keeps Python from writing bytecode, so it is made beforehand.
    compileall.compile_dir(ROOT / "reader", quiet=2)
    found: dict[str, list[tuple[float, float]]] = {state: [] for state in states}
    lasting = dict.fromkeys(states, 0.0)
    with tempfile.TemporaryDirectory() as scratch, own_display() as display:
        screen, folder = pressing.Screen(display), Path(scratch)
        _make(folder)
        for state in states:
            if state in LONG:
                lasting[state] = _lasts(screen, display, state, folder)
        for number in range(runs):
            for state in states:
                wait = lasting[state] * (number + 0.5) / runs
                found[state].append(_met(screen, display, state, folder, wait))
    print(f"the one key, {runs} presses in each state; milliseconds, and ratios to {BARE} that quits")
    bare = [statistics.median(each) for each in zip(*found[BARE], strict=True)]
    slow = []
    for state, moments in found.items():
        hidden, ended = zip(*moments, strict=True)
        said = f"  {state:<25}"
        for name, values, base in (("hidden", hidden, bare[0]), ("ended", ended, bare[1])):
            middle = statistics.median(values)
            said += f" {name} {middle:5.0f} ({middle / base:4.1f}x) worst {max(values):5.0f};"
        lasted = f" lasts {lasting[state] * 1000:.0f}" if lasting[state] else ""
        print(said.rstrip(";") + lasted)
        if max(hidden) > HIDDEN or max(ended) > ENDED:
            slow.append(state)
    verdict = f"MISSED in {', '.join(slow)}" if slow else "met"
    print(f"goal: hidden within {HIDDEN} ms and ended within {ENDED}: {verdict}")
    return 1 if slow else 0


# Who presses


def _started(screen: pressing.Screen, display: str, state: str, folder: Path) -> subprocess.Popen[bytes]:
    """Start the program and return it once its state is reached."""
    around = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": str(folder / "home")}
    child = subprocess.Popen(
        [sys.executable, "-B", __file__, "--child", state, str(folder)],
        stdout=subprocess.PIPE,
        env=around,
        cwd=ROOT,
    )
    screen.until(shown=True)
    screen.give_the_keyboard()
    if state not in (BARE, "opening"):
        _hear(child, THERE, state)
    return child


def _hear(child: subprocess.Popen[bytes], wanted: bytes, state: str) -> None:
    """Wait until the program says something."""
    assert child.stdout is not None
    ready, _, _ = select.select([child.stdout], [], [], PATIENCE)
    said = child.stdout.readline() if ready else b""
    if said != wanted:
        child.kill()
        raise SystemExit(f"In the state “{state}” it did not say {wanted!r}, but {said!r}.")


def _lasts(screen: pressing.Screen, display: str, state: str, folder: Path) -> float:
    """Let some work run to its end and return how long it takes, in seconds."""
    child = _started(screen, display, state, folder)
    began = time.monotonic()
    _hear(child, DONE, state)
    taken = time.monotonic() - began
    _met_now(screen, child)
    return taken


def _met(screen: pressing.Screen, display: str, state: str, folder: Path, wait: float) -> tuple[float, float]:
    """Bring the program into a state and press the key after a while."""
    child = _started(screen, display, state, folder)
    time.sleep(wait)
    return _met_now(screen, child)


def _met_now(screen: pressing.Screen, child: subprocess.Popen[bytes]) -> tuple[float, float]:
    """Press the key; return how many milliseconds it took until nothing is seen, and until nothing runs."""
    pressed = screen.press(pressing.CONTROL, pressing.SHIFT, pressing.KEY_OF_Q)
    hidden = screen.until(shown=False)
    code = child.wait(timeout=60)
    ended = time.monotonic()
    if code:
        raise SystemExit(f"It ended with {code}.")
    assert child.stdout is not None
    child.stdout.close()
    return (hidden - pressed) * 1000, (ended - pressed) * 1000


def _make(folder: Path) -> None:
    """Make a home, a large pack and a large program folder, signed by the publisher of the tests."""
    from tests import packs
    from tests.share.sticks import program

    (folder / "home").mkdir()
    (folder / "stick").mkdir()
    files = {f"book/f{number:05}.png": os.urandom(1_000_000) for number in range(MEGABYTES)}
    (folder / "large.briefing").write_bytes(packs.pack(packs.files() | files))
    program(folder / "Reader", more={f"_internal/{name}": data for name, data in files.items()})


# What is pressed


def _bare() -> int:
    from PySide6.QtGui import QKeySequence, QShortcut
    from PySide6.QtWidgets import QApplication, QTextBrowser

    application = QApplication([])
    window = QTextBrowser()
    window.resize(1180, 760)
    QShortcut(QKeySequence("Ctrl+Shift+Q"), window, application.quit)
    window.show()
    return application.exec()


class _Reader:
    """The reader as a person starts it, led into a state from within."""

    def __init__(self, state: str, folder: Path) -> None:
        self._state, self._folder = state, folder

    def run(self) -> int:
        from reader import __main__, app
        from reader.ui.surroundings import Surroundings
        from tests import packs

        make = app.make_window

        def led(desk: Desk, *others: Any) -> tuple[QApplication, MainWindow]:  # noqa: ANN401
            application, window = make(desk, *others)
            self._lead(desk, window)
            return application, window

        app.make_window = led
        if self._state in ("opening a pack", "checking another copy", "writing to a stick"):
            Surroundings.trusted_keys = lambda _self: packs.KEYS  # type: ignore[method-assign]
        sys.argv[1:] = []
        return __main__.main()

    def _lead(self, desk: Desk, window: MainWindow) -> None:
        """Take the next step of the way whenever the one before is done."""
        from PySide6.QtCore import QTimer
        from PySide6.QtGui import QGuiApplication

        steps = self._way(desk, window)
        waiting: Callable[[], bool] = next(steps)

        def look() -> None:
            nonlocal waiting
            if QGuiApplication.focusWindow() is None:
                return
            while waiting():
                waiting = next(steps, lambda: False)

        timer = self._timer = QTimer(window)
        timer.timeout.connect(look)
        timer.start(5)

    def _way(self, desk: Desk, window: MainWindow) -> Iterator[Callable[[], bool]]:
        """Yield what has to be so before the next step is taken."""
        from reader import paths

        yield lambda: window._furniture is not None
        furniture, state = window._furniture, self._state
        assert furniture is not None
        if state != "indexing":
            yield lambda: desk.can_search and window.is_settled
        # From here on: the briefing itself is read from the source.
        paths.is_bundle = lambda: True
        paths.passed_on = lambda: self._folder / "Reader" / "linux"
        if state in LONG:
            yield from self._work(desk, window)
            return
        if state == "searching":
            window.search_for("اتحادیه")
        elif state == "a menu":
            menu = furniture.bar._more.menu()
            menu.popup(window.mapToGlobal(window.rect().center()))
        elif state == "bookmarks":
            furniture.actions["bookmark"].trigger()
            furniture.actions["bookmarks"].trigger()
        elif state in CARDS:
            furniture.actions[CARDS[state]].trigger()
        yield lambda: window.is_settled
        os.write(1, THERE)

    def _work(self, desk: Desk, window: MainWindow) -> Iterator[Callable[[], bool]]:
        """Begin some work, say so, and say when it is done."""
        from reader.share.drives import Drive
        from reader.ui.copy_sheet import CopySheet
        from reader.ui.take_away_sheet import TakeAwaySheet
        from reader.ui.working_sheet import WorkingSheet

        furniture, state = window._furniture, self._state
        assert furniture is not None
        if state == "indexing":
            os.write(1, THERE)
            yield lambda: desk.can_search
            os.write(1, DONE)
            yield lambda: False
        elif state == "opening a pack":
            furniture.copies.open_pack(self._folder / "large.briefing")
        elif state == "checking another copy":
            furniture.copies.check_copy(self._folder / "Reader")
        elif state in EDITIONS:
            furniture.actions["take_away"].trigger()
            card = window.findChild(TakeAwaySheet)
            card._cards[EDITIONS[state]].button.setChecked(True)
            (self._folder / str(os.getpid())).mkdir()
            card.choose_folder(self._folder / str(os.getpid()))
            yield lambda: furniture.taking._lane.is_idle
            card._want()
        else:
            furniture.actions["copy_to_stick"].trigger()
            sheet = window.findChild(CopySheet)
            yield lambda: not sheet._busy
            stick = self._folder / f"stick-{os.getpid()}"
            stick.mkdir()
            sheet.drive_chosen.emit(Drive("STICK", stick, "vfat", 1 << 33, is_read_only=False))
            yield lambda: not sheet._busy
            sheet.agreed.emit()
        os.write(1, THERE)
        cards = [*window.findChildren(WorkingSheet), *window.findChildren(CopySheet)]
        yield lambda: not any(card._busy for card in cards)
        os.write(1, DONE)
        yield lambda: False


if __name__ == "__main__":
    sys.exit(main())
