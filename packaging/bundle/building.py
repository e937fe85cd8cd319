"""Builds a program folder: brings in what that takes, and lets Python with the locked packages make it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import tomllib
from datetime import UTC, datetime, time
from pathlib import Path

from bundle.allowed import SYSTEMS
from project_folders import BUILD, BUNDLE_LOCK, BUNDLE_VENV, ROOT
from stopping import Stop
from system_packages import QT_LIBRARIES, SCREEN_LIBRARIES, need
from virtual_environment import prepare, python

TOOLS = dict.fromkeys(("ld", "objcopy", "objdump", "strip"), "binutils")
"""Programs that PyInstaller and ``icu_data`` need, with Debian's package."""


def program_folder(out: Path) -> Path:
    """Return where the program for this system lies in a folder that is laid out as a stick.

    Args:
        out: the folder.
    """
    return out / "Reader" / SYSTEMS[sys.platform]


def build(out: Path, *, release: bool, signature: Path | None = None) -> Path:
    """Build the program for this system, signed.

    What was there before is there until the new one is whole.

    Args:
        out: the folder to lay out as a stick; ``Reader/<system>`` is made in it.
        release: refuse the development key, and leave it out of the publishers that the program trusts.
        signature: of the briefing, made elsewhere; the program is then left to be signed elsewhere too.

    Returns:
        The program folder.

    Raises:
        Stop: something is missing, or a step failed.
    """
    _see_to_tools()
    prepare(BUNDLE_VENV, BUNDLE_LOCK)
    target = program_folder(out)
    target.parent.mkdir(parents=True, exist_ok=True)
    BUILD.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bundle-", dir=BUILD) as scratch:
        made = Path(scratch) / target.name
        command = [python(BUNDLE_VENV), "-B", "-P", "-m", "bundle", str(made), *(["--release"] * release)]
        if signature is not None:
            command += ["--briefing-signature", str(signature.resolve())]
        if subprocess.run(command, cwd=ROOT, env=surroundings(), check=False).returncode:
            raise Stop("The bundle could not be built; the lines above say why.")
        if target.exists():
            shutil.rmtree(target)
        shutil.move(made, target)
    return target


def _see_to_tools() -> None:
    if not sys.platform.startswith("linux"):
        return
    need(QT_LIBRARIES | SCREEN_LIBRARIES)
    need(TOOLS, is_there=shutil.which)
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    library = f"libpython{version}.so.1.0"
    if not (Path(sysconfig.get_config_var("LIBDIR") or "/usr/lib") / library).exists():
        need({library: f"libpython{version}"})


def surroundings() -> dict[str, str]:
    """Return the environment of a build: the same bytes whoever builds, and whenever."""
    around = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "LC_", "QT_"))
    }
    return around | {
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "packaging"))),
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "SOURCE_DATE_EPOCH": str(day_of_issue()),
    }


def day_of_issue() -> int:
    """Return the day of issue, in seconds since 1970: the date of everything that is built."""
    issued = tomllib.loads((ROOT / "content" / "briefing.toml").read_text(encoding="utf-8"))["issued"]
    return int(datetime.combine(issued, time(), UTC).timestamp())
