"""Furnishes a frozen program with what it reads, and makes its folder the same whoever built it."""

from __future__ import annotations

import json
import os
import shutil
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from project_folders import ROOT
from reader.share.html_frame import WHOLE_SCRIPT, script
from stopping import Stop

if TYPE_CHECKING:
    from collections.abc import Mapping

INSIDES = "_internal"
"""The folder beside the executable that holds everything it needs."""
RESOURCES = ROOT / "resources"
HOW_TO_CHECK = "HOW-TO-CHECK.txt"
NOT_READ = ("stick", HOW_TO_CHECK)
"""What lies in ``resources`` for other reasons than being read by the program."""
START_FILES = {"Start-Linux.sh": "linux", "Start-Windows.bat": "windows", "Start-macOS.command": "macos"}
"""Each file that starts the program from a stick, with the system it is for."""
_PROGRAM, _FILE = 0o755, 0o644


def furnish(folder: Path, *, release: bool) -> None:
    """Put beside the program what it reads, and into its folder how to check it.

    Args:
        folder: the program folder.
        release: leave the development key out of the publishers.

    Raises:
        Stop: no publisher would be left.
    """
    resources = folder / INSIDES / "resources"
    shutil.copytree(RESOURCES, resources, ignore=_not_read)
    shutil.copyfile(RESOURCES / HOW_TO_CHECK, folder / HOW_TO_CHECK)
    if release:
        _forget_others(resources / "keys", publishers(release=True))
    _join_scripts(resources / "edition")


def _not_read(folder: str, names: list[str]) -> list[str]:
    hidden = [name for name in names if name.startswith((".", "__"))]
    return hidden + (list(NOT_READ) if Path(folder) == RESOURCES else [])


def publishers(*, release: bool) -> dict[str, dict[str, object]]:
    """Return whom the program shall trust, by the names of their keys.

    Args:
        release: leave the development key out.

    Raises:
        Stop: nobody is left.
    """
    named = tomllib.loads((RESOURCES / "keys" / "publishers.toml").read_text(encoding="utf-8"))
    kept = {name: table for name, table in named.items() if not (release and table.get("development"))}
    if not kept:
        raise Stop("A release needs the key of a publisher in resources/keys (docs/publishing.md).")
    return kept


def _forget_others(keys: Path, kept: Mapping[str, Mapping[str, object]]) -> None:
    """Leave only some publishers in the list of those who are trusted."""
    for file in keys.glob("*.pub"):
        if file.stem not in kept:
            file.unlink()
    tables = (
        "".join(
            (
                f"[{name}]\n",
                *(f"{key} = {json.dumps(each, ensure_ascii=False)}\n" for key, each in table.items()),
            )
        )
        for name, table in kept.items()
    )
    (keys / "publishers.toml").write_text("\n".join(tables), encoding="utf-8", newline="\n")


def _join_scripts(folder: Path) -> None:
    """Make one file of the many that the script of the HTML edition is written in."""
    whole = script(folder)
    for file in sorted(folder.rglob("*.js")):
        file.unlink()
    (folder / WHOLE_SCRIPT).write_text(whole, encoding="utf-8", newline="\n")
    for below in folder.iterdir():
        if below.is_dir():
            below.rmdir()


def take_stick_files(folder: Path) -> None:
    """Put into the program folder what lies at the root of a stick, so that it is signed with the rest.

    Args:
        folder: the program folder, its ``stick`` made.
    """
    for file in sorted((RESOURCES / "stick").glob("*")):
        if START_FILES.get(file.name, folder.name) == folder.name:
            shutil.copyfile(file, folder / "stick" / file.name)


def tidy(folder: Path, date: int) -> None:
    """Give everything in a folder one date and plain permissions.

    Args:
        folder: the folder.
        date: seconds since 1970.

    Raises:
        Stop: there is a link in it, which a stick could not hold.
    """
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_symlink():
            raise Stop(f"“{path.relative_to(folder)}” is a link; a stick can hold none.")
        if path.is_file():
            starts = path.name in START_FILES or (path.parent == folder and path.stem == "reader")
            path.chmod(_PROGRAM if starts else _FILE)
        else:
            path.chmod(_PROGRAM)
        os.utime(path, (date, date))
    os.utime(folder, (date, date))
