"""G1, G4, G5, G26: what leaves this computer is made in the window, called off and made, while it is watched.

``test_everything_watched.py`` watches all else.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import NOTHING_LEFT_OUT
from tests.guarantees.driving import Driven, display
from tests.guarantees.everything import ROOT, SHUT_IN
from tests.guarantees.watching import Trace, snapshot, strace
from tests.share.sticks import expected, held, program, standing

pytestmark = pytest.mark.needs("strace", "Xvfb", "xdotool", "setxkbmap", "unshare")

MEGABYTES = 60
"""Of the program: enough to be called off in the midst."""
THIS_FOLDER = ["Tab", "Tab", "Tab", "Return"]
"""From the list of the picker."""
FORMS = {"html": 0, "epub": 1, "pdf": 2}
"""How many times one goes down to each on the card."""
HERE = FORMS if NOTHING_LEFT_OUT else {"pdf": 2}
"""The one that is made in the window's thread; the others are for when nothing is left out."""


@dataclass(frozen=True)
class Left:
    """What was seen.

    Attributes:
        trace: all that the program did.
        own: the folders of the person.
        before: what lay in them before.
        files: where editions were asked for.
        stick: where a copy was asked for.
        source: the program that was copied.
        called_off: what lay there after each thing that was called off; the copy is the last.
        sealed: which copies counted as such when the copy had been called off.
    """

    trace: Trace
    own: list[Path]
    before: dict[str, tuple[int, int, str]]
    files: Path
    stick: Path
    source: Path
    called_off: list[list[str]]
    sealed: list[str]


@pytest.fixture(scope="module")
def left(tmp_path_factory) -> Left:
    around = tmp_path_factory.mktemp("around")
    own = [around / name for name in ("home", "tmp", "run", "config", "cache")]
    for each in own:
        each.mkdir(mode=0o700)
    home = own[0]
    files, stick = home / "files", home / "stick"
    files.mkdir()
    stick.mkdir()
    large = {f"_internal/f{number}": os.urandom(1_000_000) for number in range(MEGABYTES)}
    source = program(around / "source" / "Reader", more=large)
    names = ("TMPDIR", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
    surroundings = {
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "HOME": str(home),
        "PYTHONPATH": str(ROOT),
        **dict(zip(names, map(str, own[1:]), strict=True)),
    }
    before, trace = snapshot(*own), around / "leaving.trace"
    called_off: list[list[str]] = []
    sealed: list[str] = []
    shut_in = ["unshare", "-rmn", "sh", "-c", SHUT_IN, str(ROOT)]
    reader = [sys.executable, "-B", "-P", "-m", "tests.guarantees.signed_program", str(source), "letter"]
    with display() as name:
        window = Driven([*shut_in, *strace(trace), *reader], name, surroundings, home)
        try:
            for number in HERE.values():  # called off, then made
                window.press("ctrl+e", *["Down"] * number, "Return")  # no folder is chosen: it is asked for
                window.press("End", "Return")
                window.press("Return")  # the first folder there
                window.press(*THIS_FOLDER)
                window.press("Return", "Escape")
                called_off.append(list(held(files)))
                window.press("ctrl+e", *["Down"] * number, "Return")
                window.press("End", "Return")
                window.press("Return")
                window.press(*THIS_FOLDER)
                window.press("Return")
                window.press("Escape")
            for once_more in (False, True):
                window.press("ctrl+shift+s")
                window.press("Tab", "Tab", "Return")  # another folder
                window.press("End", "Return")
                window.press("Down", "Return")
                window.press(*THIS_FOLDER)
                window.press("Return", *[] if once_more else ["Escape"])
                if not once_more:
                    called_off.append(list(held(stick)))
                    sealed += standing(stick)
                window.press("Escape")
            window.press("ctrl+q")
            assert window.ends() == 0
        finally:
            window.stop()
    return Left(Trace.read(trace), own, before, files, stick, source, called_off, sealed)


def test_the_editions_are_there_and_the_copy_is_sealed(left):
    assert sorted(path.suffix for path in left.files.iterdir()) == sorted(f".{form}" for form in HERE)
    assert all(path.stat().st_size > 100_000 for path in left.files.iterdir())
    assert held(left.stick) == expected(left.source)


def test_what_is_called_off_is_not_there(left):
    *editions, copy = left.called_off
    assert [len(each) for each in editions] == list(range(len(HERE)))
    assert len(copy) < len(held(left.source))
    assert left.sealed == []


def test_nothing_else_is_written(left):
    changed = {Path(path) for path in left.trace.changed()}
    assert {path for path in changed if not path.is_relative_to(left.files)} == {
        path for path in changed if path.is_relative_to(left.stick)
    }
    assert any(path.is_relative_to(left.files) for path in changed), "the trace does not see what is written"
    assert any(path.is_relative_to(left.stick) for path in changed), "the trace does not see what is written"
    after = snapshot(*left.own)
    outside = {
        path: known for path, known in after.items() if not Path(path).is_relative_to(left.files.parent)
    }
    assert outside == {path: known for path, known in left.before.items() if path in outside}
    assert sorted(path.name for path in left.files.parent.iterdir()) == ["files", "stick"]


def test_nobody_else_is_spoken_to(left):
    assert left.trace.families() <= {"AF_UNIX"}
    assert left.trace.offered() == []
    assert left.trace.looked_up() == []
    assert set(left.trace.started()) == {sys.executable}
