"""How slow this computer is: a limit on work means the same on every one, and while coverage counts."""

from __future__ import annotations

import time
from functools import cache

from reader.library.source import parse

_HONEST = "a word\n\n" * 1000
_USUAL = 0.03
"""Seconds of work it takes on a computer at its ease; nobody is given less time than there."""


def within(seconds: float) -> float:
    """Return the seconds of work that mean on this computer what these mean on a quick one."""
    return seconds * max(1.0, _slowness())


@cache
def _slowness() -> float:
    return min(_one_run() for _ in range(3)) / _USUAL


def _one_run() -> float:
    began = time.process_time()
    parse(_HONEST, document="guide")
    return time.process_time() - began
