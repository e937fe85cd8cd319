"""Starts programs that tell what they measured from within: run by Python, or frozen as the bundle is."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent.parent
BARE, READING = (Path(__file__).with_name(name) for name in ("bare.py", "reading.py"))
MOMENTS = ("paint", "whole", "ready")
"""Told as moments; what is returned are milliseconds since the start."""

Told = dict[str, float]


class Command(NamedTuple):
    """What is started: the words of its command line, and where the reader's package is."""

    words: tuple[str, ...]
    root: Path


def from_source(script: Path, *arguments: str, root: Path = ROOT) -> Command:
    """Return the command that starts one of the programs here as ``build_app.py run`` starts the reader."""
    return Command((sys.executable, "-B", str(script), *arguments), root)


def in_turn(commands: Mapping[str, Command], runs: int) -> dict[str, list[Told]]:
    """Start programs in turn, so that what else the machine does meets all of them.

    Args:
        commands: by name.
        runs: of each, after one that fills the disk cache.

    Returns:
        For each what its runs told: times in milliseconds, memory in MiB.
    """
    results: dict[str, list[Told]] = {name: [] for name in commands}
    for command in commands.values():
        _started(command)
    for number in range(runs):
        for name in list(commands)[:: 1 if number % 2 else -1]:
            results[name].append(_started(commands[name]))
    return results


def median(told: Sequence[Told], name: str) -> float:
    """Return the median of one figure over runs."""
    return statistics.median(each[name] for each in told)


def screen() -> str:
    """Name the platform that is drawn on; without a display it is Qt's own memory."""
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return os.environ.get("QT_QPA_PLATFORM") or "the display"


def _started(command: Command) -> Told:
    around = os.environ | {"PYTHONPATH": str(command.root)}
    before = time.monotonic()
    done = subprocess.run(command.words, capture_output=True, text=True, check=True, env=around)
    told: Told = json.loads(done.stdout.splitlines()[-1])
    for name, value in told.items():
        if name in MOMENTS:
            told[name] = (value - before) * 1000
        elif name == "stall":
            told[name] = value * 1000
        else:
            told[name] = value / 2**20
    return told
