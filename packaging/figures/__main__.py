"""Draws the figures of content/figures anew from the data beside them; ``build_app.py figures`` runs this."""

from __future__ import annotations

import sys

from figures.data import FIGURES
from figures.drawing import pictures


def main() -> int:
    """Draw every figure and say how large the files are."""
    total = 0
    for name, picture in pictures():
        (FIGURES / name).write_bytes(picture)
        total += len(picture)
        print(f"{len(picture):>8,}  {name}")
    print(f"{total:>8,}  bytes in all")
    return 0


if __name__ == "__main__":
    sys.exit(main())
