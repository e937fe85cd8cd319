"""The reader as another process: its command line, its bytecode, its answers."""

from __future__ import annotations

import compileall
import json
import os
import subprocess
from typing import Any

from project_folders import ROOT, VENV
from stopping import Stop
from virtual_environment import python


def command_line(*arguments: str) -> list[str]:
    """Return the command line of the reader; -B: it writes no bytecode, -P: only our modules are found."""
    return [python(VENV), "-B", "-P", "-m", "reader", *arguments]


def become(command: list[str], modules: str = str(ROOT)) -> int:
    """Let the command take this program's place; where that cannot be, wait for it.

    Args:
        command: the command line.
        modules: the folders its modules are found in, as in PYTHONPATH.
    """
    os.environ["PYTHONPATH"] = modules
    if os.name == "posix":
        os.execv(command[0], command)
    return subprocess.run(command, check=False).returncode


def compile_modules() -> None:
    """Compile the reader's modules where they have changed, because -B leaves that to us."""
    compileall.compile_dir(ROOT / "reader", quiet=2)


def answer(*arguments: str) -> Any:  # noqa: ANN401  anything JSON can hold
    """Return what the reader prints, read as JSON; None if it prints nothing."""
    around = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run(
        command_line(*arguments), env=around, stdout=subprocess.PIPE, encoding="utf-8", check=False
    )
    if done.returncode:
        raise Stop(f"The reader failed at: {' '.join(arguments)}")
    return json.loads(done.stdout) if done.stdout else None
