"""A bare Debian 12 with just the four libraries that the program takes from the system, and one built bundle.

Both take minutes, so they are made once for all tests, and only where nothing may be left out
(``build_app.py test --all``): mark such a test ``only_in_full``, and one on the bare system
``needs("debootstrap", "unshare")``.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.forms import stand_in

if TYPE_CHECKING:
    from pathlib import Path

LIBRARIES = ("libgl1", "libegl1", "libdbus-1-3", "libfontconfig1")
only_in_full = pytest.mark.skipif(
    "READER_TEST_ALL" not in os.environ, reason="takes minutes: only with test --all"
)


@dataclass(frozen=True)
class BareRoot:
    """The folder of a system. What a test does in it is gone after the test.

    Attributes:
        folder: the system.
    """

    folder: Path

    def run(self, script: str, given: dict[str, Path], scratch: Path) -> subprocess.CompletedProcess[str]:
        """Run a script in it, without a network.

        Args:
            script: for its ``sh``.
            given: names in ``/given`` with the files or folders that are to be found there, read-only.
            scratch: an empty folder, for what the script changes in the system; ``scratch/root`` shows it.
        """
        for name in ("changes", "work", "root"):
            (scratch / name).mkdir()
        root = shlex.quote(str(scratch / "root"))
        lines = [
            "set -e",
            f"mount -t overlay -o lowerdir={self.folder},upperdir={scratch}/changes,workdir={scratch}/work"
            f" none {root}",
            f"mount -t proc none {root}/proc",
            f"mount -t tmpfs -o mode=1777 tmpfs {root}/dev/shm",
            f"mkdir {root}/given",
        ]
        for name, path in given.items():
            at = f"{root}/given/{shlex.quote(name)}"
            lines += [
                f"mkdir {at}" if path.is_dir() else f"touch {at}",
                f"mount --bind {shlex.quote(str(path))} {at}",
                f"mount -o remount,bind,ro {at}",
            ]
        lines.append(f"exec chroot {root} /bin/sh -c {shlex.quote(script)}")
        return stand_in.run(
            ["unshare", "--mount", "--net", "--pid", "--fork", "sh", "-c", "\n".join(lines)],
            env={"QT_QPA_PLATFORM": "offscreen", "HOME": "/root", "DEBIAN_FRONTEND": "noninteractive"},
        )


@pytest.fixture(scope="session")
def bare_root(tmp_path_factory) -> BareRoot:
    """The bare system."""
    folder = tmp_path_factory.mktemp("bare") / "root"
    command = [
        "debootstrap",
        "--variant=minbase",
        f"--include={','.join(LIBRARIES)}",
        "bookworm",
        str(folder),
    ]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    assert done.returncode == 0, (done.stdout + done.stderr)[-2000:]
    return BareRoot(folder)


@pytest.fixture(scope="session")
def built_stick(tmp_path_factory) -> Path:
    """A bundle, laid out as a stick, without the forms."""
    folder = tmp_path_factory.mktemp("built") / "stick"
    command = [sys.executable, "-B", "build_app.py", "bundle", "--no-forms", "--out", str(folder)]
    done = subprocess.run(
        command, cwd=stand_in.ROOT, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[-2000:]
    return folder
