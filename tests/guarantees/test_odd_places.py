"""It opens and reads where little is as usual: a folder one may not write to, with Persian letters and spaces
in its path, in a locale that is not UTF-8, and without a home."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.guarantees.driving import Driven, display
from tests.guarantees.watching import snapshot

ROOT = Path(__file__).resolve().parents[2]
WORD = "اتحادیه"
LOCALES = {
    "C": {"LC_ALL": "C"},
    "POSIX, taken at its word": {"LC_ALL": "POSIX", "PYTHONUTF8": "0"},
    "one that is not there": {"LANG": "fa_IR.ISO-8859-6", "PYTHONUTF8": "0"},
}
WITHOUT_POWERS = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if os.geteuid() == 0 else []
"""Whoever may do everything may write everywhere, too; without that power, permissions count."""
pytestmark = pytest.mark.needs("setpriv")


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> Path:
    """Put the program into a folder with an odd name, and take the right to write there."""
    folder = tmp_path_factory.mktemp("odd") / "فلش من (۲)" / "جزوه‌خوان تازه"
    folder.mkdir(parents=True)
    for name in ("reader", "resources", "content"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    folders = [folder, *(path for path in folder.rglob("*") if path.is_dir())]
    for each in folders:
        each.chmod(0o555)
    yield folder
    for each in folders:
        each.chmod(0o755)


def surroundings(place: Path, **locale: str) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "PYTHONPATH": str(place), "QT_QPA_PLATFORM": "offscreen", **locale}


def run(place: Path, folder: Path, locale: dict[str, str], *words: str) -> str:
    done = subprocess.run(
        [*WITHOUT_POWERS, sys.executable, "-B", "-P", "-m", "reader", *words],
        env=surroundings(place, **locale),
        cwd=folder,
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode("utf-8")


def test_nobody_may_write_there(place):
    writing = [*WITHOUT_POWERS, "sh", "-c", 'touch "$0/x"', str(place)]
    assert subprocess.run(writing, capture_output=True, check=False).returncode != 0


@pytest.mark.parametrize("locale", LOCALES)
def test_it_answers(place, tmp_path, locale):
    found = json.loads(run(place, tmp_path, LOCALES[locale], "search", WORD, "--json"))
    assert found["total"] > 5
    assert WORD in found["hits"][0]["text"].replace("\u200c", "")
    assert len(json.loads(run(place, tmp_path, LOCALES[locale], "list", "--json"))) > 10
    assert run(place, tmp_path, LOCALES[locale], "show", "letter").count("\n") > 20


@pytest.mark.parametrize("locale", LOCALES)
def test_it_is_drawn_and_writes_what_it_was_asked_for(place, tmp_path, locale):
    target = tmp_path / "تصویر صفحه.png"
    before = snapshot(place)
    run(place, tmp_path, LOCALES[locale], "letter", "--search", WORD, "--screenshot", str(target))
    assert target.read_bytes().startswith(b"\x89PNG")
    assert [path.name for path in tmp_path.iterdir()] == [target.name]
    assert snapshot(place) == before


AROUND = {
    "a home that is a device": {"HOME": "/dev/null"},
    "a home of two lines": {"HOME": "/nowhere\nat all"},
    "no folder for temporary files": {"TMPDIR": "/proc"},
    "folders of the desktop that are none": {
        "XDG_RUNTIME_DIR": "/etc/passwd",
        "XDG_CONFIG_HOME": "not/absolute",
        "XDG_CACHE_HOME": "/dev/full",
        "XDG_DATA_DIRS": ":::",
    },
    "a Qt that is told where to log": {"QT_LOGGING_TO_CONSOLE": "1", "QT_MESSAGE_PATTERN": "%{file}"},
    "a desktop with ways of its own": {
        "QT_STYLE_OVERRIDE": "windows",
        "QT_PLUGIN_PATH": "/nowhere",
        "XDG_CURRENT_DESKTOP": "GNOME",
    },
}
"""What may stand around it."""


@pytest.mark.parametrize("around", AROUND)
def test_whatever_stands_around_it_it_is_drawn_and_says_nothing(place, tmp_path, around):
    target = tmp_path / os.fsdecode(b"of two\nlines \xff.png")
    run(place, tmp_path, AROUND[around], "letter", "--screenshot", str(target))
    assert target.read_bytes().startswith(b"\x89PNG")
    assert list(tmp_path.iterdir()) == [target]


def test_a_qt_that_is_told_to_say_everything_ends_as_any_other(place, tmp_path):
    """Its remarks, once the interpreter has ended, find no handler of ours any more."""
    told = {"QT_LOGGING_RULES": "*=true", "QT_DEBUG_PLUGINS": "1"}
    target = tmp_path / "picture.png"
    done = subprocess.run(
        [sys.executable, "-B", "-P", "-m", "reader", "letter", "--screenshot", str(target)],
        env=surroundings(place, **told),
        cwd=tmp_path,
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("what", ["a pipe", "a device", "a file", "two lines"])
def test_whatever_is_named_for_remembering_it_is_drawn(place, tmp_path, what):
    named = tmp_path / os.fsdecode(b"of two\nlines \xff")
    if what == "a pipe":
        os.mkfifo(named)
    elif what == "a device":
        named = Path("/dev/zero")
    elif what == "a file":
        named.write_bytes(b"mine")
    before = list(tmp_path.iterdir())
    target = tmp_path / "picture.png"
    run(place, tmp_path, {}, "--data", str(named), "--screenshot", str(target))
    assert target.read_bytes().startswith(b"\x89PNG")
    assert set(tmp_path.iterdir()) == {*before, target}
    assert what != "a file" or named.read_bytes() == b"mine"


@pytest.mark.needs("Xvfb", "xdotool", "setxkbmap")
def test_the_window_opens_and_is_read(place, tmp_path):
    before = snapshot(place)
    with display() as name:
        window = Driven(
            [*WITHOUT_POWERS, sys.executable, "-B", "-P", "-m", "reader"],
            name,
            surroundings(place, **LOCALES["POSIX, taken at its word"]),
            tmp_path,
        )
        try:
            window.press("ctrl+shift+c")
            assert "نامه" in window.clipboard()[1]
            window.press("ctrl+q")
            assert window.ends() == 0
        finally:
            window.stop()
    assert list(tmp_path.iterdir()) == []
    assert snapshot(place) == before
