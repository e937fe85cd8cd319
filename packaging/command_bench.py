"""``bench``: runs the measurements."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from project_folders import BENCHMARKS, ROOT, RUN_LOCK, VENV
from reader_process import compile_modules
from steps import passes
from stopping import Stop
from system_packages import QT_LIBRARIES, need
from virtual_environment import prepare, python

if TYPE_CHECKING:
    from collections.abc import Sequence


def bench(arguments: Sequence[str]) -> int:
    """Run the measurements.

    Args:
        arguments: names of files in ``benchmarks/`` without their ending; none for all.

    Returns:
        0 if every one of them ended well, else 1.
    """
    scripts = {
        script.stem: script
        for script in sorted(BENCHMARKS.glob("*.py"))
        if "__main__" in script.read_text(encoding="utf-8")
    }
    for name in arguments:
        if name not in scripts:
            raise Stop(f"There is no benchmark “{name}”; there are {', '.join(scripts)}.", exit_code=2)
    need(QT_LIBRARIES)
    prepare(VENV, RUN_LOCK)
    compile_modules()
    os.environ["PYTHONPATH"] = str(ROOT)
    ended = [passes(name, [python(VENV), "-B", str(scripts[name])]) for name in arguments or scripts]
    return 0 if all(ended) else 1
