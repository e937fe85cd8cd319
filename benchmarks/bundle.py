"""Measures the bundle: first paint and peak memory, and what it weighs.

First paint is a ratio to a window with an empty QTextBrowser, frozen by the same recipe and started in turn
with the reader in the same run. Memory is the most that the process ever had, after reading and three
searches in the window. The reader that is measured is the bundle with another executable, which watches it
from within.

    python benchmarks/bundle.py [RUNS]
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from measured import BARE, READING, ROOT, Command, in_turn, median, screen

sys.path.insert(0, str(ROOT / "packaging"))

from bundle.building import build, surroundings
from project_folders import BUNDLE_VENV
from virtual_environment import python

RUNS = 9


def main() -> int:
    """Build, run both in turn, and print what was measured."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    on = screen()
    with tempfile.TemporaryDirectory() as scratch:
        bench = Path(scratch)
        program = build(bench / "dist", release=False)
        weight = weigh(program, bench)
        bare = frozen(bench / "bare", BARE)
        # The manifest still vouches for the texts and the index, which is all that is asked of it.
        shutil.copy(frozen(bench / "reading", joined(bench)), program / "reader")
        commands = {
            "bare": Command((str(bare),), bench),
            "reader": Command((str(program / "reader"),), bench),
        }
        told = in_turn(commands, runs)
    paint, bare_paint = (median(told[name], "paint") for name in ("reader", "bare"))
    print(f"the bundle, medians of {runs} runs each, on {on}")
    print(
        f"  first paint {paint:5.0f} ms, bare window {bare_paint:4.0f} ms:"
        f" ratio {paint / bare_paint:.2f} (goal 1.4)"
    )
    print(f"  index ready {median(told['reader'], 'ready'):5.0f} ms after the start")
    memory = max(each["searched"] for each in told["reader"]) * 2**20 / 1e6
    print(f"  peak memory {memory:5.1f} MB, reading and searching (goal 90)")
    print(f"  {weight}")
    return 0


def weigh(program: Path, bench: Path) -> str:
    """Return what a program folder weighs, and what it does as an archive."""
    files = [path for path in program.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    weight = f"{len(files)} files (at most 130), {size / 1e6:.1f} MB (goal 80)"
    if shutil.which("xz"):
        archive = bench / "program.tar.xz"
        command = f'tar -C "{program.parent}" -cf - {program.name} | xz -6 > "{archive}"'
        subprocess.run(["sh", "-c", command], check=True)
        weight += f", as .tar.xz {archive.stat().st_size / 1e6:.1f} MB (goal 24)"
    return weight


def joined(bench: Path) -> Path:
    """Join the reader's own script and what watches it: PyInstaller takes no ``__main__`` for a module."""
    own = (ROOT / "reader" / "__main__.py").read_text(encoding="utf-8").rpartition("\nif __name__")[0]
    watching = READING.read_text(encoding="utf-8")
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


if __name__ == "__main__":
    sys.exit(main())
