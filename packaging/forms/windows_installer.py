"""Makes the installer for Windows, by ``makensis``: one for each person, which asks for no rights.

It was compiled, and never started on Windows.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from forms.members import DATE
from stopping import Stop

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from forms.members import Member

_SCRIPT = Path(__file__).with_name("installer.nsi")


def write_windows_installer(target: Path, program: Sequence[Member], version: str) -> None:
    """Write the installer.

    Args:
        target: the ``.exe``.
        program: the files of the program folder, below one folder; each is a file on the disk.
        version: what the list of programs says.

    Raises:
        Stop: makensis is missing, or did not do it.
    """
    makensis = shutil.which("makensis")
    if makensis is None:
        raise Stop("makensis, which makes the installer for Windows, is missing; it comes with NSIS.")
    with tempfile.TemporaryDirectory() as folder:
        files = Path(folder) / "files.nsh"
        files.write_text(_lists(program), encoding="utf-8")
        defined = {"FILES": files, "TARGET": target.resolve(), "VERSION": version}
        done = subprocess.run(
            [
                makensis,
                "-V2",
                "-WX",
                "-INPUTCHARSET",
                "UTF8",
                *(f"-D{name}={value}" for name, value in defined.items()),
                _SCRIPT,
            ],
            env={**os.environ, "SOURCE_DATE_EPOCH": str(DATE)},
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    if done.returncode != 0:
        raise Stop(f"makensis failed: {(done.stdout + done.stderr).strip()}")


def _lists(program: Sequence[Member]) -> str:
    """Return what puts the files in their folders, and what takes just these away again."""
    named = [
        (member.name.partition("/")[2].replace("/", "\\"), member.content)
        for member in program
        if isinstance(member.content, Path)
    ]
    folders = sorted({name.rpartition("\\")[0] for name, _ in named})
    put = [
        line
        for folder in folders
        for line in (
            f'SetOutPath "$INSTDIR\\{folder}"',
            *(f'File "{content}"' for name, content in named if name.rpartition("\\")[0] == folder),
        )
    ]
    take = [f'Delete "$INSTDIR\\{name}"' for name, _ in named]
    take += [f'RMDir "$INSTDIR\\{folder}"' for folder in reversed(_with_parents(folders))]
    return _macro("PUT_FILES", put) + _macro("TAKE_FILES", take)


def _with_parents(folders: Iterable[str]) -> list[str]:
    found: set[str] = set()
    for folder in folders:
        parts = folder.split("\\")
        found.update("\\".join(parts[:end]) for end in range(1, len(parts) + 1))
    return sorted(found - {""})


def _macro(name: str, lines: Iterable[str]) -> str:
    return "\n".join([f"!macro {name}", *lines, "!macroend", ""])
