"""The bundle itself, built once; again in another folder; and a bare system to run it on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bundle.frozen import Frozen
from tests.conftest import NOTHING_LEFT_OUT, ROOT, left_out

FOUR_LIBRARIES = "libgl1,libegl1,libdbus-1-3,libfontconfig1"
"""What a computer must have besides a bare Debian 12."""
GIVEN, GIVEN_ROOT = "READER_TEST_PROGRAM", "READER_TEST_BARE_ROOT"
"""Environment: a program folder that is built already, and a bare system, to work on these tests."""


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Build only where nothing may be left out."""
    if "program" in getattr(item, "fixturenames", ()) and not (NOTHING_LEFT_OUT or GIVEN in os.environ):
        left_out["a bundle, which “test --all” builds"] += 1
        pytest.skip("the bundle is not built")


def build(source: Path, out: Path) -> Path:
    """Build a bundle from a copy of the sources, as a person would, and return its program folder."""
    python = getattr(sys, "_base_executable", sys.executable)
    command = [python, str(source / "build_app.py"), "bundle", "--no-forms", "--out", str(out)]
    done = subprocess.run(command, cwd=out.parent, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return out / "Reader" / "linux"


@pytest.fixture(scope="session")
def program(tmp_path_factory) -> Frozen:
    given = os.environ.get(GIVEN)
    if given:
        return Frozen(Path(given))
    return Frozen(build(ROOT, tmp_path_factory.mktemp("bundle") / "dist"))


@pytest.fixture(scope="session")
def twin(program, tmp_path_factory) -> Path:
    """The same, built from a copy of the sources in a folder with another name, in another place."""
    source = tmp_path_factory.mktemp("twin") / "کپی دوم"
    names = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    for name in filter(None, names.stdout.decode("utf-8").split("\0")):
        if (ROOT / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, source / name)
    # It takes part in nothing but running PyInstaller; making it anew would take as long as all the rest.
    (source / ".venv-bundle").symlink_to(ROOT / ".venv-bundle")
    return build(source, source / "بیرون")


@pytest.fixture(scope="session")
def bare_root(program, tmp_path_factory) -> Path:
    """A bare Debian 12 with the four libraries."""
    if os.geteuid() != 0:
        pytest.skip("only root may make a bare system")
    given = os.environ.get(GIVEN_ROOT)
    if given:
        return Path(given)
    root = tmp_path_factory.mktemp("bare") / "root"
    command = ["debootstrap", "--variant=minbase", f"--include={FOUR_LIBRARIES}", "bookworm", str(root)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr
    return root
