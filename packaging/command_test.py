"""``test``: checks everything that can be checked here."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from project_folders import OTHER_LOCK, OTHER_VENV, ROOT, RUN_LOCK, TEST_LOCK, VENV
from steps import passes
from system_packages import QT_LIBRARIES, SCREEN_LIBRARIES, TEST_TOOLS, need
from virtual_environment import prepare, python

if TYPE_CHECKING:
    from collections.abc import Sequence

_SIDE_BY_SIDE = ("--numprocesses=auto", "--dist=loadfile", "--no-loadscope-reorder")
"""For pytest: a process for each processor; what comes first, the bundle, takes longest."""


def test(arguments: Sequence[str]) -> int:
    """Check everything that can be checked here.

    Args:
        arguments: for pytest, but ``--all``, which leaves nothing out.

    Returns:
        0 if every step passed, else 1.
    """
    chosen = [argument for argument in arguments if argument != "--all"]
    everything = len(chosen) < len(arguments)
    need(QT_LIBRARIES)
    need(SCREEN_LIBRARIES, insist=everything)
    if everything:
        need(TEST_TOOLS, is_there=shutil.which)
    prepare(VENV, RUN_LOCK, TEST_LOCK)
    with tempfile.TemporaryDirectory() as scratch:
        left_out = Path(scratch) / "left-out"
        os.environ["READER_TEST_LEFT_OUT"] = str(left_out)
        if everything:
            os.environ["READER_TEST_ALL"] = "1"
        failed = [name for name, command in _commands(chosen).items() if not passes(name, command)]
        if everything:
            prepare(OTHER_VENV, OTHER_LOCK)
            name = "tests with the other Qt"
            command = [
                python(OTHER_VENV),
                "-m",
                "pytest",
                *(chosen or [*_SIDE_BY_SIDE, *_tests_of_the_window()]),
            ]
            failed += [] if passes(name, command) else [name]
        not_run = left_out.read_text(encoding="utf-8").splitlines() if left_out.exists() else []
    print()
    for line in not_run:
        print(f"Left out for want of a tool: {line}")
    print(f"Failed: {', '.join(failed)}." if failed else "All passed.")
    return 1 if failed else 0


def _commands(chosen: Sequence[str]) -> dict[str, list[str]]:
    """Return the commands of a test by name.

    Args:
        chosen: arguments for pytest; with any, how much of the code was run says nothing.
    """
    program = python(VENV)
    commands: dict[str, list[str]] = {
        "format": [program, "-m", "ruff", "format", "--check"],
        "lint": [program, "-m", "ruff", "check"],
        "types": [program, "-m", "mypy"],
        "layers": [str(Path(program).with_name("lint-imports"))],
        "tests": [program, "-m", "pytest", *chosen],
    }
    if not chosen:
        commands["tests"] += [*_SIDE_BY_SIDE, "--cov", "--cov-report=", "--cov-fail-under=0"]
        commands["coverage"] = [program, "-m", "coverage", "report"]
    return commands


def _tests_of_the_window() -> list[str]:
    return [path for path in ("tests/ui", "tests/walks", "tests/test_binding.py") if (ROOT / path).exists()]
