"""``figures``: draws the figures of the background anew."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from project_folders import ROOT, RUN_LOCK, TEST_LOCK, VENV
from steps import passes
from stopping import Stop
from system_packages import QT_LIBRARIES, need
from virtual_environment import prepare, python

if TYPE_CHECKING:
    from collections.abc import Sequence


def draw(arguments: Sequence[str]) -> int:
    """Draw the figures.

    Args:
        arguments: none are known.

    Returns:
        0 if they were drawn, else 1.
    """
    if arguments:
        raise Stop("“figures” takes no arguments: it draws all of them.", exit_code=2)
    need(QT_LIBRARIES)
    prepare(VENV, RUN_LOCK, TEST_LOCK)
    os.environ["PYTHONPATH"] = os.pathsep.join((str(ROOT), str(ROOT / "packaging")))
    return 0 if passes("figures", [python(VENV), "-B", "-m", "figures"]) else 1
