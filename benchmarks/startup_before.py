"""Compares opening with an earlier state of the project, started in turn with this one in the same run.

git worktree add ../before COMMIT
python benchmarks/startup_before.py ../before [RUNS]
"""

from __future__ import annotations

import compileall
import statistics
import sys
from pathlib import Path

from measured import READING, ROOT, from_source, in_turn, screen

RUNS = 15
MEASURED = {"paint": "first paint, ms", "ready": "index ready, ms", "read": "peak memory, MiB"}


def main() -> int:
    """Start both in turn and print the ratios."""
    if len(sys.argv) < 2:
        print("Not measured: name the folder of an earlier state.")
        return 0
    before, runs = Path(sys.argv[1]).resolve(), int(sys.argv[2]) if len(sys.argv) > 2 else RUNS
    screen()
    for folder in (before, ROOT):
        compileall.compile_dir(folder / "reader", quiet=2)
    told = in_turn(
        {"before": from_source(READING, root=before), "now": from_source(READING, root=ROOT)}, runs
    )
    print(f"start-up now and before, {runs} runs each; the busier the machine, the more the shortest count")
    for key, name in MEASURED.items():
        now, was = ([each[key] for each in told[when]] for when in ("now", "before"))
        ratios = [
            f"{which} {choose(now):7.1f} {choose(was):7.1f}, ratio {choose(now) / choose(was):.3f}"
            for which, choose in (("median", statistics.median), ("shortest", min))
        ]
        print(f"  {name:<20} {'; '.join(ratios)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
