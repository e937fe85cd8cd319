"""A program folder and a stick of the agreed shape, with a script in place of the program; and odd mounts."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
STICK = ROOT / "resources" / "stick"
START_FILES = ("Start-Linux.sh", "Start-Windows.bat", "Start-macOS.command")

READER = """#!/bin/sh
# Tells where it runs and what it was given.
case $1 in
ends) exit "$2" ;;
waits) echo "${0%/*}"; exec cat ;;
esac
echo "folder: ${0%/*}"
echo "beside: ${READER_BESIDE-}"
for word in "$@"; do echo "word: $word"; done
"""


def program(folder: Path) -> Path:
    """Make a program folder, with what a reader remembers in it."""
    for name, content in {
        "reader": READER,
        "_internal/libA.so.1": "\x7fELF GLIBC_2.4 GLIBC_2.17",
        "_internal/libB.so.1": "\x7fELF GLIBC_2.36 GLIBC_2.3.4",
        "_internal/resources/a name.txt": "GLIBC_2.99",
        "_internal/resources/HOW-TO-CHECK.txt": "how",
        "stick/Start-Linux.sh": (STICK / "Start-Linux.sh").read_text(encoding="utf-8"),
        "HOW-TO-CHECK.txt": "how",
        "data/settings.json": "{}",
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8"))
    (folder / "reader").chmod(0o755)
    return folder


def stick(folder: Path) -> Path:
    """Make a stick with the program of Linux on it."""
    program(folder / "Reader" / "linux")
    for name in START_FILES:
        shutil.copy(STICK / name, folder / name)
    return folder


def run(command: list[str | Path], **options) -> subprocess.CompletedProcess[str]:
    """Run a command without a terminal and without a display."""
    around = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"} | options.pop("env", {})
    return subprocess.run(
        [str(word) for word in command],
        env=around,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
        **options,
    )


def mounted(
    mounts: dict[Path, str], command: list[str | Path], **options
) -> subprocess.CompletedProcess[str]:
    """Run a command where folders are file systems of their own, with the same files.

    Args:
        mounts: each folder with the options of its mount.
        command: what to run.
        options: as for ``run``.
    """
    lines = ["set -e"]
    for folder, how in mounts.items():
        lines += [
            f"folder={shlex.quote(str(folder))}",
            'was=$(mktemp -d); cp -a "$folder/." "$was"',
            'mount -t tmpfs -o mode=1777 none "$folder"; cp -a "$was/." "$folder"; rm -rf "$was"',
            f'mount -o remount,{how} "$folder"',
        ]
    lines.append('exec "$@"')
    return run(
        ["unshare", "--map-root-user", "--mount", "sh", "-c", "\n".join(lines), "sh", *command], **options
    )
