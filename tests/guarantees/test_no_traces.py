"""G1, G5, G6: reading and searching write nothing, leave nothing behind, and open no connection."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.guarantees.watching import belongs_to, is_harmless, spelled_out, touched

ROOT = Path(__file__).resolve().parents[2]
WORD = "اتحادیه"


@dataclass(frozen=True)
class Run:
    """One run of the reader: what it was traced doing, and the folders that were its own."""

    calls: list[str]
    picture: Path
    own: list[Path]


def watched(around: Path, *words: str, **surroundings: str) -> Run:
    """Draw the real window, in a home that nobody used before, with Python left to its own ways."""
    own = [around / name for name in ("home", "tmp", "runtime")]
    for folder in own:
        folder.mkdir(mode=0o700, exist_ok=True)
    home, temporary, runtime = map(str, own)
    picture, trace = around / "picture.png", around / "trace"
    kept = {"PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH"}
    environment = {name: value for name, value in os.environ.items() if name in kept} | surroundings
    environment |= {"HOME": home, "TMPDIR": temporary, "XDG_RUNTIME_DIR": runtime, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-P", "-m", "reader", "letter", "--screenshot", str(picture), *words]
    watch = ["strace", "-f", "-qq", "-s", "4096", "-e", "trace=%file,%network", "-o", str(trace)]
    done = subprocess.run(
        [*watch, *command], cwd=home, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert picture.stat().st_size > 10_000
    return Run(trace.read_text(encoding="utf-8", errors="replace").splitlines(), picture, own)


@pytest.fixture(scope="module", params=["reading", "searching"])
def run(request, tmp_path_factory) -> Run:
    words = ["--search", WORD] if request.param == "searching" else []
    return watched(tmp_path_factory.mktemp(request.param), *words)


@pytest.mark.needs("strace")
def test_nothing_is_written_but_the_picture_that_was_asked_for(run):
    written = {path for line in run.calls for path in touched(line)}
    assert str(run.picture) in written, "the trace does not see writing"
    assert (
        sorted(path for path in written if not belongs_to(run.picture, path) and not is_harmless(path)) == []
    )


@pytest.mark.needs("strace")
def test_no_folder_of_the_person_keeps_a_trace(run):
    assert [path for folder in run.own for path in folder.rglob("*")] == []


@pytest.mark.needs("strace")
def test_no_connection_is_opened_and_no_name_is_looked_up(run):
    assert [line for line in run.calls if re.search(r"\b(socket|connect|bind|sendto|sendmsg)\(", line)] == []
    assert [line for line in run.calls if "resolv.conf" in line or "nsswitch.conf" in line] == []


FONT_FOLDER = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{home}/fonts</dir><cachedir>{home}/cache</cachedir></fontconfig>
"""


@pytest.mark.needs("strace")
def test_fonts_that_are_new_to_the_computer_leave_no_cache(tmp_path):
    fonts = tmp_path / "home" / "fonts"
    fonts.mkdir(parents=True)
    shutil.copy(ROOT / "resources" / "fonts" / "Vazirmatn-Regular.ttf", fonts)
    configuration = tmp_path / "fonts.conf"
    configuration.write_text(FONT_FOLDER.format(home=tmp_path / "home"), encoding="utf-8")
    run = watched(tmp_path, FONTCONFIG_FILE=str(configuration))
    assert [path.name for folder in run.own for path in folder.rglob("*") if path.is_file()] == [
        "Vazirmatn-Regular.ttf"
    ]


@pytest.mark.parametrize(
    ("line", "paths"),
    [
        ('12 openat(AT_FDCWD, "/a", O_RDONLY|O_CLOEXEC) = 3', []),
        ('12 openat(AT_FDCWD, "/a", O_WRONLY|O_CREAT, 0666) = 3', ["/a"]),
        ('12 openat(AT_FDCWD, "/a", O_RDWR) = -1 EACCES (Permission denied)', ["/a"]),
        ('[pid  7] mkdir("/b", 0777) = 0', ["/b"]),
        ('12 rename("/a", "/b") = 0', ["/a", "/b"]),
        ('12 newfstatat(AT_FDCWD, "/a", {st_mode=S_IFREG|0644}, 0) = 0', []),
        ("12 +++ exited with 0 +++", []),
    ],
)
def test_the_reading_of_the_trace_itself(line, paths):
    assert touched(line) == paths


def test_folders_that_are_held_open_are_called_by_their_names():
    lines = [
        '7 openat(AT_FDCWD, "/stick", O_RDONLY|O_DIRECTORY) = 5',
        '7 openat(AT_FDCWD, "/proc/self/fd/5/Reader", O_RDONLY|O_DIRECTORY) = 6',
        '7 mkdir("/proc/self/fd/6/linux", 0777) = 0',
        '7 mkdir("/proc/self/fd/9/other", 0777) = 0',
    ]
    changed = [path for line in spelled_out(lines) for path in touched(line)]
    assert changed == ["/stick/Reader/linux", "/proc/self/fd/9/other"]
