"""G4: with remembering on, everything that is written is in the one folder; pictures write nothing there."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.guarantees.watching import belongs_to, is_harmless, snapshot, touched

ROOT = Path(__file__).resolve().parents[2]

A_READER = """
import sys
from pathlib import Path
from reader.commands.opening import open_desk
from reader.app import _settle, make_window
from reader.memory.memory import Memory
memory = Memory(Path(sys.argv[1]), chosen=True)
kept = memory, memory.open()
desk = open_desk()
application, window = make_window(desk, kept[1].settings, desk.opening("letter", "fa"), kept)
window.show()
_settle(window)
for name in ("bookmark", "next_document", "theme", "zoom_in"):
    window._actions[name].trigger()
    _settle(window)
window.search_for("اتحادیه")
_settle(window)
window._furniture.keeping._save()
window.close()
"""


def run(around: Path, *command: str) -> set[str]:
    """Run the reader in a home that nobody used before; return the paths it would change."""
    home = around / "home"
    home.mkdir(exist_ok=True)
    names = ("HOME", "TMPDIR", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME")
    environment = {
        **os.environ,
        **dict.fromkeys(names, str(home)),
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
    }
    trace = around / "trace"
    watch = ["strace", "-f", "-qq", "-s", "4096", "-e", "trace=%file", "-o", str(trace)]
    done = subprocess.run(
        [*watch, sys.executable, "-B", "-P", *command],
        cwd=home,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert list(home.iterdir()) == []
    lines = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    return {path for line in lines for path in touched(line) if not is_harmless(path)}


@pytest.mark.needs("strace")
def test_everything_written_is_in_the_folder(tmp_path):
    folder = tmp_path / "remembered"
    written = run(tmp_path, "-c", A_READER, str(folder))
    assert sorted(path.name for path in folder.iterdir()) == [
        "bookmarks.json",
        "places.json",
        "settings.json",
    ]
    assert {path for path in written if not path.startswith(f"{folder}/") and path != str(folder)} == set()


@pytest.mark.needs("strace")
def test_what_was_searched_for_is_not_remembered(tmp_path):
    folder = tmp_path / "remembered"
    run(tmp_path, "-c", A_READER, str(folder))
    everything = b"".join(path.read_bytes() for path in folder.iterdir())
    assert "اتحادیه" not in everything.decode("utf-8")


@pytest.mark.needs("strace")
def test_a_picture_reads_what_is_remembered_and_writes_only_itself(tmp_path):
    folder, picture = tmp_path / "remembered", tmp_path / "picture.png"
    run(tmp_path, "-c", A_READER, str(folder))
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    written = run(tmp_path, "-m", "reader", "--data", str(folder), "--screenshot", str(picture))
    assert str(picture) in written
    assert {path for path in written if not belongs_to(picture, path)} == set()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


BROKEN = {
    "nothing": lambda path: path.write_bytes(b""),
    "noise": lambda path: path.write_bytes(random.Random(28).randbytes(5000)),
    "a gigabyte": lambda path: os.truncate(path, 1_000_000_000),
    "a folder": lambda path: (path.unlink(), path.mkdir()),
    "a link": lambda path: (path.unlink(), path.symlink_to("elsewhere")),
    "a pipe": lambda path: (path.unlink(), os.mkfifo(path)),
}
"""What may stand in the place of what was remembered."""


@pytest.mark.needs("strace")
@pytest.mark.parametrize("how", BROKEN)
def test_whatever_stands_there_the_window_opens(tmp_path, how):
    """G28, the program as a whole; each file by itself is in tests/memory/test_memory.py."""
    folder, picture = tmp_path / "remembered", tmp_path / "picture.png"
    folder.mkdir()
    for name in ("bookmarks.json", "places.json", "settings.json"):
        (folder / name).write_bytes(b"{}")
        BROKEN[how](folder / name)
    content = snapshot(ROOT / "content")
    before = sorted((path.name, path.lstat().st_mode, path.lstat().st_size) for path in folder.iterdir())
    written = run(tmp_path, "-m", "reader", "--data", str(folder), "--screenshot", str(picture))
    assert {path for path in written if not belongs_to(picture, path)} == set()
    assert picture.stat().st_size > 10_000
    assert before == sorted(
        (path.name, path.lstat().st_mode, path.lstat().st_size) for path in folder.iterdir()
    )
    assert snapshot(ROOT / "content") == content
