"""``python -m reader.library.proofreading FOLDER``: prints a briefing's faults; exit 1 if it has any."""

from __future__ import annotations

import sys
from pathlib import Path

from reader.library.proofreading.check import check


def main(folder: str) -> int:
    """Proofread the briefing in a folder and print what is wrong, one fault a line."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    faults = check(Path(folder))
    for fault in faults:
        print(fault)
    counted = f"{len(faults)} fault{'s' if len(faults) > 1 else ''} found."
    print(counted if faults else "No fault found.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
