"""``pack``, ``sign`` and ``verify``: makes packs, signs folders, and checks copies."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from project_folders import ROOT, RUN_LOCK, VENV
from reader_process import become, command_line
from virtual_environment import prepare, python

if TYPE_CHECKING:
    from collections.abc import Sequence


def pack(arguments: Sequence[str]) -> int:
    """Make a pack that carries a briefing.

    Args:
        arguments: for ``signing``; ``--help`` shows them.
    """
    return _signing("pack", arguments)


def sign(arguments: Sequence[str]) -> int:
    """Sign a folder.

    Args:
        arguments: for ``signing``; ``--help`` shows them.
    """
    return _signing("sign", arguments)


def verify(arguments: Sequence[str]) -> int:
    """Say whether a copy is genuine.

    Args:
        arguments: for the reader's own ``verify``.
    """
    prepare(VENV, RUN_LOCK)
    return become(command_line("verify", *arguments))


def _signing(command: str, arguments: Sequence[str]) -> int:
    prepare(VENV, RUN_LOCK)
    return become(
        [python(VENV), "-B", "-P", "-m", "signing", command, *arguments],
        os.pathsep.join([str(ROOT), str(ROOT / "packaging")]),
    )
