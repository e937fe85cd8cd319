"""Drives the program as a person does, with keys on a display of its own, whatever its command line is."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

QUIET = 0.2
"""Seconds in which a program that has nothing to do uses no processor: more than its timers wait."""
PATIENCE = 120
"""Seconds after which a program that is still busy is taken for hanging."""
LOOKS_AT_THE_CLIPBOARD = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication(sys.argv)
board = application.clipboard()
sys.stdout.buffer.write(("|".join(board.mimeData().formats()) + "\\n" + board.text()).encode("utf-8"))
"""
LOOKS_AT_THE_SCREEN = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication(sys.argv[:1])
assert application.primaryScreen().grabWindow(0).save(sys.argv[1])
"""


@contextmanager
def display() -> Iterator[str]:
    """Give an empty X display of its own; the test needs Xvfb."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    with subprocess.Popen([*command, "-noreset"], pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        try:
            yield f":{number}"
        finally:
            server.terminate()


@dataclass
class Driven:
    """The program, running on a display.

    Args:
        command: its command line, and whatever watches it before that.
        display: the display, as ``DISPLAY`` names it.
        surroundings: its whole environment, but the display.
        layout: the keyboard.
    """

    command: Sequence[str]
    display: str
    surroundings: Mapping[str, str]
    folder: Path
    layout: str = "us"
    process: subprocess.Popen[bytes] = field(init=False)

    def __post_init__(self) -> None:
        self._around = {**os.environ, "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}
        self.tool("setxkbmap", "-layout", self.layout)
        around = {**self.surroundings, "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}
        self.process = subprocess.Popen(
            self.command, env=around, cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        window = self.tool("xdotool", "search", "--sync", "--onlyvisible", "--name", ".").split()[0]
        self.tool("xdotool", "windowfocus", "--sync", window)
        self.settle()

    def tool(self, *command: str) -> str:
        """Run a tool beside the program and return what it says."""
        done = subprocess.run(
            command, env=self._around, check=True, capture_output=True, encoding="utf-8", timeout=PATIENCE
        )
        return done.stdout

    def press(self, *keys: str) -> None:
        """Press keys, each by its X name or number, and wait until the program has nothing more to do."""
        self.tool("xdotool", "key", "--clearmodifiers", *keys)
        self.settle()

    def type(self, text: str) -> None:
        """Type a text that the layout has."""
        self.tool("xdotool", "type", "--clearmodifiers", text)
        self.settle()

    def settle(self) -> None:
        """Wait until the program sleeps and goes on sleeping."""
        pause, before = threading.Event(), None
        for _ in range(round(PATIENCE / QUIET)):
            now = self._work()
            if now is None or (now == before and now[1]):
                return
            before = now
            pause.wait(QUIET)
        raise AssertionError("it never comes to rest")

    def _work(self) -> tuple[int, bool] | None:
        """Return the processor time used so far, and whether every thread sleeps; None if it is gone."""
        if self.process.poll() is not None:
            return None
        try:
            threads = list(Path(f"/proc/{self.number}/task").iterdir())
            fields = [each.joinpath("stat").read_text().rpartition(")")[2].split() for each in threads]
        except (FileNotFoundError, ProcessLookupError):
            return None
        return sum(int(each[11]) + int(each[12]) for each in fields), all(each[0] == "S" for each in fields)

    @property
    def number(self) -> int:
        """The process of the program itself, behind whatever watches it."""
        number = self.process.pid
        while children := Path(f"/proc/{number}/task/{number}/children").read_text().split():
            number = int(children[0])
        return number

    def clipboard(self) -> tuple[str, str]:
        """Return the formats of what is on the clipboard, and its text."""
        looking = [sys.executable, "-B", "-c", LOOKS_AT_THE_CLIPBOARD]
        formats, _, text = self.tool(*looking).partition("\n")
        return formats, text

    def picture(self, file: Path) -> Path:
        """Save what is on the screen."""
        self.tool(sys.executable, "-B", "-c", LOOKS_AT_THE_SCREEN, str(file))
        return file

    def ends(self, within: float = PATIENCE) -> int:
        """Wait for its end; return its code. It must have said nothing."""
        said, complained = self.process.communicate(timeout=within)
        assert (said, complained) == (b"", b"")
        return self.process.returncode

    def stop(self) -> None:
        """See to it that it does not outlive the test."""
        if self.process.poll() is None:
            subprocess.run(["kill", "-9", str(self.number)], check=False)
            self.process.kill()
            self.process.communicate()
