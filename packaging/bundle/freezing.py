"""Freezes a script into a folder by the recipe of the bundle: the reader, or what it is measured against."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bundle.allowed import Allowed
from bundle.icu_data import trim
from project_folders import ROOT
from stopping import Stop

SPEC = Path(__file__).with_name("reader.spec")
READER = ROOT / "reader" / "__main__.py"
ENTRY = "BUNDLE_ENTRY"
"""Environment: the script that the recipe freezes."""


def freeze(folder: Path, script: Path = READER) -> None:
    """Freeze a script, with what it needs and may have.

    Args:
        folder: where; it must not be there.
        script: what is run.

    Raises:
        Stop: it failed.
    """
    with tempfile.TemporaryDirectory(prefix="freezing-", dir=folder.parent) as scratch:
        quiet = ["--clean", "--noconfirm", "--log-level", "ERROR"]
        places = ["--workpath", f"{scratch}/work", "--distpath", f"{scratch}/made"]
        # Without the columns of each instruction, which only tracebacks show: a quarter less to read.
        python = [sys.executable, "-W", "ignore", "-X", "no_debug_ranges"]
        command = [*python, "-m", "PyInstaller", *quiet, *places, str(SPEC)]
        if subprocess.run(command, env=os.environ | {ENTRY: str(script)}, check=False).returncode:
            raise Stop(f"“{script.name}” could not be frozen; the lines above say why.")
        made = Path(scratch) / "made" / "program"
        trim(made, Allowed.load().icu)
        made.rename(folder)


if __name__ == "__main__":
    freeze(Path(sys.argv[1]), Path(sys.argv[2]))
