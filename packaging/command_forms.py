"""``forms``: packs the program folders of a stick into archives, packages and installers."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

from project_folders import BUNDLE_LOCK, BUNDLE_VENV, ROOT
from virtual_environment import prepare, python

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def forms(arguments: Sequence[str]) -> int:
    """Make them.

    Args:
        arguments: for ``forms``; ``--help`` shows them.
    """
    prepare(BUNDLE_VENV, BUNDLE_LOCK)
    around = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "packaging")])}
    command = [python(BUNDLE_VENV), "-B", "-P", "-m", "forms", *arguments]
    return subprocess.run(command, env=around, check=False).returncode


def pack_forms(stick: Path, *, release: bool) -> int:
    """Make those of a stick that was built just now.

    Args:
        stick: its folder.
        release: refuse the development key.
    """
    print("Packing archives and packages; that takes some minutes …", flush=True)
    return forms([str(stick), *(["--release"] * release)])
