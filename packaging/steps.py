"""One step of a test or a measurement: said, run, and told whether it ended well."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from project_folders import ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence


def passes(name: str, command: Sequence[str]) -> bool:
    """Run a command in the project's folder, with a line above it that names it."""
    print(f"\n== {name}: {' '.join([Path(command[0]).name, *command[1:]])}")
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0
