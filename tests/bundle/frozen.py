"""A bundle that is run as a person runs it: without Python, and with nothing of ours around it."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

WORD = "اتحادیه"


@dataclass(frozen=True)
class Frozen:
    """A program folder.

    Attributes:
        folder: where it is; inside ``within``, if that is given, as seen from there.
        within: what comes before its command line, such as ``chroot ROOT``.
    """

    folder: Path
    within: tuple[str, ...] = ()

    @property
    def insides(self) -> Path:
        """The folder of everything that the executable needs."""
        return self.folder / "_internal"

    def command(self, *words: str | Path) -> list[str]:
        """Return a command line."""
        return [*self.within, str(self.folder / "reader"), *map(str, words)]

    def run(self, *words: str | Path, **around: str) -> subprocess.CompletedProcess[str]:
        """Run it in an environment that has nothing but what is named."""
        return subprocess.run(
            self.command(*words), env=around, capture_output=True, encoding="utf-8", check=False, timeout=120
        )

    def answer(self, *words: str | Path, **around: str) -> Any:
        """Return what it prints, read as JSON."""
        done = self.run(*words, "--json", **around)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def inside(self, *command: str) -> Frozen:
        """Return the same one, run by another command."""
        return Frozen(self.folder, (*self.within, *command))


def does_everything(program: Frozen, writable: Path, seen: Path | None = None, **around: str) -> None:
    """See to it that it lists, shows, searches, verifies, exports, and draws the window.

    Args:
        program: the bundle.
        writable: a folder it may write into, as it is seen from where it runs.
        seen: the same folder as it is seen from here; as from there if left out.
        around: its environment.
    """
    seen = seen or writable
    assert "letter" in [document["id"] for document in program.answer("list", **around)]
    shown = program.answer("show", "letter", **around)
    assert any("اتحادیه" in passage["text"] for passage in shown)
    assert program.answer("search", WORD, **around)["total"] > 0
    told = program.run("verify", **around)
    assert (told.returncode, told.stderr) == (0, "")
    assert "development" in told.stdout or "آزمایشی" in told.stdout
    export, picture = "edition.html", "window.png"
    assert program.run("export", "html", writable / export, **around).returncode == 0
    assert "اتحادیه" in (seen / export).read_text(encoding="utf-8")
    draws(program, writable / picture, ["letter"], seen / picture, **around)
    for name in (export, picture):
        (seen / name).unlink()


def draws(
    program: Frozen, picture: Path, words: Sequence[str], seen: Path | None = None, **around: str
) -> QImage:
    """Let it draw its window, and see to it that something is on the page.

    Args:
        program: the bundle.
        picture: where, as it is seen from where it runs.
        words: what else to ask of it.
        seen: the same file as it is seen from here.
        around: its environment.
    """
    done = program.run(*words, "--screenshot", picture, "--size", "1180x760", **around)
    assert (done.returncode, done.stderr) == (0, "")
    image = QImage(str(seen or picture))
    assert (image.width(), image.height()) == (1180, 760)
    colours = {image.pixel(x, y) for x in range(0, 1180, 3) for y in range(0, 760, 3)}
    assert len(colours) > 100, "letters are smooth: they have many colours"
    return image
