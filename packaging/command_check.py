"""``check``: proofreads a briefing and names every fault by file and line."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from project_folders import ROOT, RUN_LOCK, VENV
from stopping import Stop
from virtual_environment import prepare, python

if TYPE_CHECKING:
    from collections.abc import Sequence

MODULE = "reader.library.proofreading"


def check(arguments: Sequence[str]) -> int:
    """Proofread a briefing.

    Args:
        arguments: the folder that holds ``briefing.toml``; none for ``content/``.

    Returns:
        0 if it is without fault, else 1.
    """
    if len(arguments) > 1:
        raise Stop("Name one folder, the one that holds “briefing.toml”.", exit_code=2)
    folder = Path(arguments[0]) if arguments else ROOT / "content"
    if not folder.is_dir():
        raise Stop(f"There is no folder “{folder}”.", exit_code=2)
    prepare(VENV, RUN_LOCK)
    around = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [python(VENV), "-B", "-P", "-m", MODULE, str(folder.resolve())]
    return subprocess.run(command, env=around, check=False).returncode
