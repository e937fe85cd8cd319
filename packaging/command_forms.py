"""``forms``: packs the program folders of a stick into archives, packages and installers."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from project_folders import ROOT, RUN_LOCK, VENV
from reader_process import become
from virtual_environment import prepare, python

if TYPE_CHECKING:
    from collections.abc import Sequence


def forms(arguments: Sequence[str]) -> int:
    """Make them.

    Args:
        arguments: for ``forms``; ``--help`` shows them.
    """
    prepare(VENV, RUN_LOCK)
    return become(
        [python(VENV), "-B", "-P", "-m", "forms", *arguments],
        os.pathsep.join([str(ROOT), str(ROOT / "packaging")]),
    )
