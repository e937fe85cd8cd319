"""Kills a program at each of its calls that change a disk, once each, with strace."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parents[2]
CHANGING = (
    "openat",
    "write",
    "pwrite64",
    "fsync",
    "fdatasync",
    "rename",
    "renameat",
    "renameat2",
    "mkdir",
    "mkdirat",
    "unlink",
    "unlinkat",
    "rmdir",
    "link",
    "linkat",
    "ftruncate",
    "truncate",
    "copy_file_range",
    "sendfile",
)
"""The calls at which the program is killed."""
BEGIN, END = "/the-work-begins-here", "/the-work-ends-here"
_CALL = re.compile(r"^(?:\d+ +)?(\w+)\(")

points: Counter[str] = Counter()
"""How many points each kind of work was killed at; the summary of the tests says it."""


@dataclass(frozen=True)
class Point:
    """A moment to kill at: the how-manieth call of a kind, counted from the start of the process."""

    call: str
    number: int


def kill_everywhere(kind: str, work: str, prepare: Callable[[], Path]) -> Iterator[tuple[Point, Path]]:
    """Run some work many times, each time killed at another call.

    Args:
        kind: what the work is, for the summary.
        work: Python to run, with ``folder`` standing for where.
        prepare: makes a fresh folder in its old state, and returns it.

    Yields:
        The point and the folder as the kill left it.
    """
    for point in _points(work, prepare()):
        folder = prepare()
        done = _run(work, folder, f"inject={point.call}:signal=KILL:when={point.number}")
        assert done.returncode == -9, f"not killed at {point}: {done.stderr}"
        points[kind] += 1
        yield point, folder


def _points(work: str, folder: Path) -> list[Point]:
    """Run the work to its end and return every call it made between its two marks."""
    trace = folder.parent / f"{folder.name}.trace"
    done = _run(
        work, folder, f"trace={','.join(['access', 'faccessat', 'faccessat2', *CHANGING])}", str(trace)
    )
    assert done.returncode == 0, done.stderr
    seen: Counter[str] = Counter()
    found, within = [], False
    for line in trace.read_text(encoding="utf-8", errors="replace").splitlines():
        call = _CALL.match(line)
        if call is None:
            continue
        if BEGIN in line or END in line:
            within = BEGIN in line
        elif call[1] in CHANGING:
            seen[call[1]] += 1
            if within:
                found.append(Point(call[1], seen[call[1]]))
    return found


def _run(work: str, folder: Path, watch: str, trace: str = os.devnull) -> subprocess.CompletedProcess[str]:
    command = ["strace", "-f", "-qq", "-s", "300", "-o", trace, "-e", watch]
    return subprocess.run(
        [*command, sys.executable, "-B", "-c", script(work), str(folder)],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "0"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def script(work: str) -> str:
    """Return a program that does some work in the folder that is its argument, between two marks."""
    before, _, then = work.partition("---")
    return (
        "import os, sys\nfrom pathlib import Path\nfolder = Path(sys.argv[1])\n"
        f"from reader.security.safe_write import *\n{before}\n"
        f"os.access({BEGIN!r}, os.F_OK)\n{then}\nos.access({END!r}, os.F_OK)\n"
    )
