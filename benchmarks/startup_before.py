"""Compares opening with an earlier state of the project, started in turn with this one in the same run.

git worktree add ../before COMMIT
python benchmarks/startup_before.py ../before [RUNS]
"""

from __future__ import annotations

import compileall
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNS = 15
MEASURED = {"paint": "first paint, ms", "ready": "index ready after it, ms", "memory": "peak memory, MiB"}


def main() -> int:
    """Start both in turn and print the ratios."""
    if len(sys.argv) < 2:
        print("Not measured: name the folder of an earlier state.")
        return 0
    before, runs = Path(sys.argv[1]).resolve(), int(sys.argv[2]) if len(sys.argv) > 2 else RUNS
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    results: dict[Path, list[dict[str, float]]] = {before: [], ROOT: []}
    for folder in results:
        compileall.compile_dir(folder / "reader", quiet=2)
        _started(folder)  # fills the disk cache
    for number in range(runs):
        for folder in list(results)[:: 1 if number % 2 else -1]:
            results[folder].append(_started(folder))
    print(f"start-up now and before, {runs} runs each; the busier the machine, the more the shortest count")
    for key, name in MEASURED.items():
        now, was = ([result[key] for result in results[folder]] for folder in (ROOT, before))
        told = [
            f"{which} {choose(now):7.1f} {choose(was):7.1f}, ratio {choose(now) / choose(was):.3f}"
            for which, choose in (("median", statistics.median), ("shortest", min))
        ]
        print(f"  {name:<26} {'; '.join(told)}")
    return 0


def _started(folder: Path) -> dict[str, float]:
    """Start the reader of a folder as its own benchmark does; return what that measured."""
    command = [sys.executable, "-B", str(folder / "benchmarks" / "startup.py"), "--child", "reader"]
    began = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=folder)
    measured: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    measured["paint"] = (measured["paint"] - began) * 1000
    return measured


if __name__ == "__main__":
    sys.exit(main())
