"""G31, G32: with a real display and a Persian keyboard alone, the one key ends the program from anywhere."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import packs

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.needs("Xvfb", "xdotool", "setxkbmap")

KEY_OF_Q, KEY_OF_C = "24", "54"
"""X keycodes: the keys stay where they are, whatever stands on them."""
AT_ONCE = [f"ctrl+shift+{KEY_OF_Q}"]
ESC_THREE_TIMES = ["Escape", "Escape", "Escape"]
SCREENS = {
    "the page": [],
    "side by side": ["ctrl+2"],
    "searching": ["slash", "36"],
    "a menu": ["Tab", "Tab", "space"],
    "help": ["F1"],
    "full screen": ["F11"],
    "the contents": ["F9"],
    "settings": ["ctrl+59"],
    "bookmarks": ["F2", "shift+F2"],
    "about this copy": ["ctrl+31"],
    "opening a pack": ["ctrl+32"],
    "going to a passage": ["ctrl+42"],
    "what a word means": ["F4"],
    "copying to a stick": ["ctrl+shift+39"],
}
"""What is pressed to get there."""

WATCHER = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication(sys.argv)
board = application.clipboard()
print("|".join(board.mimeData().formats()), board.text() == "", sep="\\n")
"""


class Reader:
    """The reader as a person starts it, on a display of its own, in a home of its own."""

    def __init__(self, display: str, home: Path) -> None:
        self.surroundings = {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "HOME": str(home),
            "TMPDIR": str(home),
            "XDG_RUNTIME_DIR": str(home),
        }
        self.run("setxkbmap", "-layout", "ir")
        command = [sys.executable, "-B", "-P", "-m", "reader"]
        self.process = subprocess.Popen(
            command, env={**self.surroundings, "PYTHONPATH": str(ROOT)}, cwd=home, stderr=subprocess.PIPE
        )
        found = self.run("xdotool", "search", "--sync", "--onlyvisible", "--pid", str(self.process.pid))
        self.window = found.split()[0]
        self.run("xdotool", "windowfocus", "--sync", self.window)

    def run(self, *command: str) -> str:
        done = subprocess.run(
            command, env=self.surroundings, check=True, capture_output=True, encoding="utf-8", timeout=60
        )
        return done.stdout

    def press(self, keys: list[str]) -> None:
        for key in keys:
            self.run("xdotool", "key", "--clearmodifiers", key)

    def ends(self) -> int:
        """Return how the process ended; it has one second by promise, here ten, the machine may be busy."""
        return self.process.wait(timeout=10)


@pytest.fixture
def reader(x_display, tmp_path):
    started = Reader(x_display, tmp_path)
    yield started
    started.process.kill()
    started.process.communicate()


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("keys", [AT_ONCE, ESC_THREE_TIMES], ids=["Ctrl+Shift+Q", "Esc three times"])
def test_the_reader_is_gone(reader, tmp_path, screen, keys):
    reader.press(SCREENS[screen])
    reader.press(keys)
    assert reader.ends() == 0
    assert list(tmp_path.rglob("*")) == []


@pytest.mark.parametrize("more", [[], ["Return"]], ids=["chosen", "checked"])
def test_the_reader_is_gone_while_a_pack_is_checked(reader, tmp_path, more):
    path = tmp_path / "news.briefing"
    path.write_bytes(packs.pack())
    reader.press(["ctrl+32", "End", "Return"])
    reader.run("xdotool", "key", "--clearmodifiers", *more, *AT_ONCE)
    assert reader.ends() == 0
    assert list(tmp_path.rglob("*")) == [path]


def test_what_was_copied_asks_not_to_be_kept_and_is_gone_with_the_reader(reader):
    def board() -> tuple[str, str]:
        formats, empty = reader.run(sys.executable, "-B", "-c", WATCHER).splitlines()
        return formats, empty

    reader.press([f"ctrl+shift+{KEY_OF_C}"])
    formats, empty = board()
    assert "x-kde-passwordManagerHint" in formats
    assert "ExcludeClipboardContentFromMonitorProcessing" in formats
    assert empty == "False"
    reader.press(AT_ONCE)
    assert reader.ends() == 0
    assert board() == ("", "True")


def test_closing_after_copying_ends_in_order(reader):
    reader.press([f"ctrl+shift+{KEY_OF_C}", f"ctrl+{KEY_OF_Q}"])
    assert reader.ends() == 0
