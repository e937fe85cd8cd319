"""The virtual environment: made from the lock files, and made anew when they have changed."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

from stopping import Stop
from system_packages import need


def prepare(folder: Path, *locks: Path) -> None:
    """Make a virtual environment that holds what the last of the locks names; it includes the others.

    A note in it says what it was made from. One that was made by another Python, or from a lock that has
    changed since, is made anew.
    """
    note = folder / "made-from.json"
    made = _read_note(note) if Path(python(folder)).exists() else {}
    wanted = {"python": this_python()} | {lock.name: _digest(lock) for lock in locks}
    if wanted.items() <= made.items():
        return
    if any(made.get(name) != wanted[name] for name in ("python", *(made.keys() & wanted.keys()))):
        _make_venv(folder)
        made = {}
    note.unlink(missing_ok=True)
    print(f"Installing the packages of {locks[-1].name} into {folder.name} …")
    pip = [python(folder), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    # A lock names everything. Left to look for more, the pip of Python 3.11 stops at a package that asks
    # for another one with an extra, although that one is pinned too.
    chosen = ["--no-deps", "--only-binary=:all:", "--require-hashes", "-r", str(locks[-1])]
    if subprocess.run([*pip, *chosen], check=False).returncode:
        raise Stop("The packages could not be installed; the lines above say why.")
    note.write_text(json.dumps(made | wanted, indent=1), encoding="utf-8")


def _make_venv(folder: Path) -> None:
    version = ".".join(map(str, sys.version_info[:2]))
    need({"ensurepip": f"python{version}-venv"}, is_there=importlib.util.find_spec, insist=False)
    print(f"Making {folder.name} with Python {version} …")
    if subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=False).returncode:
        raise Stop(f"{folder.name} could not be made; the lines above say why.")


def python(folder: Path) -> str:
    """Return the interpreter of the environment in a folder."""
    return str(folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))


def this_python() -> str:
    """Return what tells one Python from another, as far as installed packages depend on it."""
    return f"{sys.implementation.name} {sys.version} {sysconfig.get_platform()}"


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _read_note(file: Path) -> dict[str, str]:
    try:
        note = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return note if isinstance(note, dict) else {}
