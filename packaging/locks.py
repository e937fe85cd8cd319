"""Writes the four lock files from pyproject.toml, for every system and Python that is supported.

    python packaging/locks.py

Only whoever changes a dependency runs this. It needs pip-tools, which it brings into a temporary folder.
pip-compile sees the requirements of the system it runs on; what only others need is named here.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOL = "pip-tools==7.6.2"
QT = ("pyside6-essentials", "shiboken6")
QT_VERSION = "6.9.3"
OTHER_QT_VERSION = "6.11.3"
NEWER_PYTHON = 'python_version >= "3.14"'
"""Where only the other Qt can be had."""
OLDER_PYTHON = 'python_version < "3.14"'
ELSEWHERE = {
    "colorama": ("colorama", 'sys_platform == "win32"'),
    "macholib": ("macholib>=1.8", 'sys_platform == "darwin"'),
    "pefile": ("pefile>=2022.5.30", 'sys_platform == "win32"'),
    "pywin32-ctypes": ("pywin32-ctypes>=0.2.1", 'sys_platform == "win32"'),
}
"""What pytest, click and PyInstaller ask for on other systems, and where."""
BUNDLING = "pyinstaller"
"""What makes the bundle, of the development packages."""
WINDOW_TESTS = ("pytest", "pytest-qt", "pytest-xdist", "hypothesis")
"""What the tests of the window need of the development packages."""


def main() -> int:
    """Write the lock files, keeping each version that still serves."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed, developing = project["dependencies"], project["optional-dependencies"]["dev"]
    qt, other_qt = [f"{name}=={QT_VERSION}" for name in QT], [f"{name}=={OTHER_QT_VERSION}" for name in QT]
    bundling = [line for line in developing if line.partition(">")[0] == BUNDLING]
    testing = [line for line in developing if line.partition(">")[0] in WINDOW_TESTS]
    with tempfile.TemporaryDirectory() as scratch:
        bench = Path(scratch)
        venv.create(bench / "venv", with_pip=True)
        python = str(bench / "venv" / ("Scripts" if sys.platform == "win32" else "bin") / "python")
        subprocess.run([python, "-m", "pip", "install", "--quiet", TOOL], check=True)
        kept = bench / "kept.txt"
        kept.write_text(
            "\n".join(
                f"{name}{pin}"
                for name, pin in _pins(ROOT / "requirements-dev.lock").items()
                if name not in QT
            )
        )
        main_lock = _compiled(python, bench, [*needed, *qt], kept)
        newest = _compiled(python, bench, other_qt, kept)
        test_lock = _compiled(python, bench, [*needed, *developing, *qt], kept)
        bundle_lock = _compiled(python, bench, [*needed, *bundling, *qt], kept)
        elsewhere = _compiled(python, bench, [line for line, _ in ELSEWHERE.values()], kept)
        window_lock = _compiled(python, bench, [*needed, *testing, *other_qt], kept)
    for name in QT:
        for blocks in (main_lock, test_lock, bundle_lock):
            blocks[name] = _where(blocks[name], OLDER_PYTHON) + _where(newest[name], NEWER_PYTHON)
    for name, (_, where) in ELSEWHERE.items():
        test_lock[name] = _where(elsewhere[name], where)
        if name != "colorama":
            bundle_lock[name] = test_lock[name]
    window_lock["colorama"] = test_lock["colorama"]
    _write("requirements.lock", main_lock)
    _write("requirements-dev.lock", test_lock)
    _write("requirements-bundle.lock", bundle_lock)
    _write("requirements-qt-6.11.lock", window_lock)
    return 0


def _pins(lock: Path) -> dict[str, str]:
    """Return the version that each package of a lock has, as ``==1.2``."""
    lines = lock.read_text(encoding="utf-8").splitlines() if lock.exists() else []
    named = [line.split()[0].partition("==") for line in lines if line[:1].isalpha()]
    return {name: f"=={version}" for name, _, version in named}


def _compiled(python: str, bench: Path, requirements: list[str], kept: Path) -> dict[str, str]:
    """Return the lines of a lock for some requirements, by package."""
    source, lock = bench / "requirements.in", bench / "requirements.txt"
    source.write_text("\n".join(requirements), encoding="utf-8")
    # The versions at hand are where pip-compile starts from.
    lock.write_text(kept.read_text(encoding="utf-8"), encoding="utf-8")
    quiet = ["--quiet", "--no-config", "--no-header", "--no-annotate", "--allow-unsafe", "--strip-extras"]
    silent = ["--no-emit-index-url", "--no-emit-find-links", "--no-emit-trusted-host"]
    command = [python, "-m", "piptools", "compile", *quiet, *silent, "--generate-hashes"]
    subprocess.run([*command, "-o", str(lock), str(source)], check=True)
    blocks: dict[str, str] = {}
    name = ""
    for line in lock.read_text(encoding="utf-8").splitlines():
        if line[:1].isalpha():
            name = line.partition("==")[0]
        if name and line and not line.startswith("#"):
            blocks[name] = blocks.get(name, "") + line + "\n"
    return blocks


def _where(block: str, marker: str) -> str:
    """Return the block of a package that is only for some systems."""
    first, _, rest = block.partition("\n")
    return f"{first.removesuffix(chr(92)).rstrip()} ; {marker} \\\n{rest}"


def _write(name: str, blocks: dict[str, str]) -> None:
    text = "".join(blocks[package] for package in sorted(blocks))
    (ROOT / name).write_text(f"# Written by packaging/locks.py.\n{text}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
