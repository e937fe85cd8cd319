"""G23, G26: killed at any call, a copy leaves all that was there, and the next run completes it."""

from __future__ import annotations

import itertools
import random
import subprocess
import sys

import pytest

from reader.errors import CopyStopped
from reader.share.copier import Stopped
from tests import packs
from tests.security.killing import ROOT, kill_everywhere
from tests.share.sticks import NEW, OLD, bring, expected, held, program, standing

OTHERS = {"photo.jpg": b"mine", "Reader/notes.txt": b"mine too"}
BRING = (
    "from tests import packs\nfrom tests.share.sticks import bring, packs\n"
    "from reader.share.copier import copy\nfrom reader.share.copy_plan import make_plan, replace\n"
    "from reader.share.copy_source import read_source\n"
    "source = read_source(folder / 'source/Reader/linux', packs.KEYS)\n"
    "plan = make_plan(source, folder / 'stick', packs.KEYS)\n"
)
MAKING_ROOM = "---\ncopy(replace(plan, makes_room=True), packs.KEYS)"


def folders(in_memory, *, old: bool):
    """Return a maker of folders that hold a program and a stick."""
    numbers = itertools.count()

    def prepare():
        folder = in_memory / f"folder-{next(numbers)}"
        packs.write_folder(folder / "stick", OTHERS)
        if old:
            bring(program(folder / "old", version=OLD, lean=True), folder / "stick")
        program(folder / "source" / "Reader", lean=True)
        return folder

    return prepare


@pytest.mark.needs("strace")
@pytest.mark.parametrize(
    ("kind", "old", "work"),
    [
        ("a copy to an empty stick", False, "---\ncopy(plan, packs.KEYS)"),
        ("a copy over an older one", True, "---\ncopy(plan, packs.KEYS)"),
        ("a copy that an older one makes room for", True, MAKING_ROOM),
    ],
    ids=["to an empty stick", "over an older one", "without room for both"],
)  # fmt: skip
def test_killed_at_any_call(in_memory, kind, old, work):
    prepare = folders(in_memory, old=old)
    sample = prepare()
    source, whole = held(sample / "source"), OTHERS | expected(sample / "source" / "Reader" / "linux")
    stands = []
    for _, folder in kill_everywhere(kind, BRING + work, prepare):
        stick = folder / "stick"
        assert OTHERS.items() <= held(stick).items()
        assert held(folder / "source") == source
        stands.append(standing(stick))
        bring(folder / "source" / "Reader" / "linux", stick)
        assert held(stick) == whole
    # The old one, then none while files take their places, then the new one; never a mix.
    order = [f"genuine {OLD}"] * old, [], [f"genuine {NEW}"]
    assert all(each in ([order[0][0]] if old else [], [], order[2]) for each in stands)
    assert order[2] in stands
    assert not old or [f"genuine {OLD}"] in stands


PAIRS = 20


@pytest.mark.parametrize("pair", range(PAIRS))
def test_interrupted_and_taken_up_again(in_memory, pair):
    """Twenty pairs: stopped or killed somewhere, taken up again and stopped once more, then finished."""
    dice = random.Random(pair)
    folder = folders(in_memory, old=dice.random() < 0.5)()
    stick, own = folder / "stick", folder / "source" / "Reader" / "linux"
    for _ in range(2):
        left = dice.randrange(1, 30)
        if dice.random() < 0.5:
            with_stop(own, stick, left)
        else:
            killed_after(folder, left)
        assert OTHERS.items() <= held(stick).items()
        assert all(each in (f"genuine {OLD}", f"genuine {NEW}") for each in standing(stick))
    bring(own, stick)
    assert held(stick) == OTHERS | expected(own)


def with_stop(own, stick, left):
    def tell(_moment):
        nonlocal left
        left -= 1
        if left == 0:
            raise Stopped

    try:
        bring(own, stick, tell)
    except CopyStopped:
        return


def killed_after(folder, left):
    """Kill a process that copies, at one of its moments; it has no chance to tidy up."""
    code = (
        f"import os, sys\nfrom pathlib import Path\nfolder = Path(sys.argv[1])\n{BRING}left = {left}\n"
        "def tell(moment):\n    global left\n    left -= 1\n"
        "    if left == 0:\n        os.kill(os.getpid(), 9)\n"
        "copy(plan, packs.KEYS, tell)\n"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", code, str(folder)], cwd=ROOT, capture_output=True, check=False
    )
    assert done.returncode in (0, -9), done.stderr
