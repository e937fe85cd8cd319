"""Measures the bundle: first paint and peak memory, and what it weighs.

First paint is a ratio to a window with an empty QTextBrowser, frozen by the same recipe and started in turn
with the reader in the same run. Memory is the most that the process ever had, after reading and three
searches in the window. The reader that is measured is the bundle with another executable, which watches it
from within.

    python benchmarks/bundle.py [RUNS]
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "packaging"))

from bundle.building import build, surroundings  # noqa: E402
from project_folders import BUNDLE_VENV  # noqa: E402
from virtual_environment import python  # noqa: E402

FROZEN = Path(__file__).resolve().parent / "frozen"
RUNS = 9


def main() -> int:
    """Build, run both in turn, and print what was measured."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    with tempfile.TemporaryDirectory() as scratch:
        bench = Path(scratch)
        program = build(bench / "dist", release=False)
        weight = weigh(program, bench)
        executables = {
            "bare": frozen(bench / "bare", FROZEN / "bare.py"),
            "watched": frozen(bench / "watched", joined(bench)),
        }
        # The manifest still vouches for the texts and the index, which is all that is asked of it.
        shutil.copy(executables["watched"], program / "reader")
        executables["watched"] = program / "reader"
        for executable in executables.values():
            started(executable)  # fills the disk cache
        results: dict[str, list[dict[str, float]]] = {name: [] for name in executables}
        for _ in range(runs):
            for name, executable in executables.items():
                results[name].append(started(executable))
    bare = statistics.median(result["paint"] for result in results["bare"])
    paint = statistics.median(result["paint"] for result in results["watched"])
    ready = statistics.median(result["ready"] for result in results["watched"])
    memory = max(result["memory"] for result in results["watched"])
    print(f"the bundle, {runs} runs each, on {os.environ.get('QT_QPA_PLATFORM') or 'the display'}")
    print(f"  first paint {paint:5.0f} ms, bare window {bare:4.0f} ms: ratio {paint / bare:.2f} (goal 1.4)")
    print(f"  index ready {ready:5.0f} ms after the start")
    print(f"  peak memory {memory:5.1f} MB, reading and searching (goal 90)")
    print(f"  {weight}")
    return 0


def weigh(program: Path, bench: Path) -> str:
    """Return what a program folder weighs, and what it does as an archive."""
    files = [path for path in program.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    weight = f"{len(files)} files (at most 130), {size / 1e6:.1f} MB (at most 115, goal 80)"
    if shutil.which("xz"):
        archive = bench / "program.tar.xz"
        command = f'tar -C "{program.parent}" -cf - {program.name} | xz -6 > "{archive}"'
        subprocess.run(["sh", "-c", command], check=True)
        weight += f", as .tar.xz {archive.stat().st_size / 1e6:.1f} MB (at most 32, goal 24)"
    return weight


def joined(bench: Path) -> Path:
    """Join the reader's own script and what watches it: PyInstaller takes no ``__main__`` for a module."""
    own = (ROOT / "reader" / "__main__.py").read_text(encoding="utf-8").rpartition("\nif __name__")[0]
    watching = (FROZEN / "watched.py").read_text(encoding="utf-8")
    for line in ("from __future__ import annotations\n", "from reader.__main__ import main\n"):
        watching = watching.replace(line, "")
    script = bench / "joined.py"
    script.write_text(f"{own}\n{watching}", encoding="utf-8")
    return script


def frozen(folder: Path, script: Path) -> Path:
    """Freeze a script and return the executable."""
    command = [python(BUNDLE_VENV), "-B", "-P", "-m", "bundle.freezing", str(folder), str(script)]
    subprocess.run(command, cwd=ROOT, env=surroundings(), check=True)
    return folder / "reader"


def started(executable: Path) -> dict[str, float]:
    """Run a program once and return what it tells; times in milliseconds after its start."""
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    before = time.monotonic()
    done = subprocess.run([str(executable)], capture_output=True, text=True, check=True)
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return {name: (value if name == "memory" else (value - before) * 1000) for name, value in told.items()}


if __name__ == "__main__":
    sys.exit(main())
