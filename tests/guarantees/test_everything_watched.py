"""G1, G4, G5, G6: the program does everything it can while it is watched, as a person makes it do it.

Opened, searched, read side by side, dressed, bookmarked, copied from, given a pack, made to check one, and
made to answer every command of its command line. First with a network and a session bus at hand, then
without either and from a folder that cannot be written to, then asked to remember.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from reader.commands.export import _PURPOSES as EDITIONS
from tests.guarantees.driving import Driven, display
from tests.guarantees.watching import Trace, belongs_to, files_that_hold, snapshot, strace

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
QUERY = "shutdown"
VERSION = "2026112499"
"""Of the pack that is brought: newer than what comes with the program."""
pytestmark = pytest.mark.needs("strace", "Xvfb", "xdotool", "setxkbmap", "unshare", "dbus-daemon")

BUNDLE = "READER_TEST_BUNDLE"
"""Names the folder of a program that was built; without it the source alone is watched."""
SOURCE = [sys.executable, "-B", "-P", "-m", "reader"]
SHUT_IN = """
set -e
mount --bind "$0" "$0"
mount -o remount,bind,ro "$0"
cd "$HOME"
exec "$@"
"""
"""Runs a command in a name space without a network, with one folder read-only."""
BUS = """<busconfig><type>session</type><listen>unix:path={path}</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>"""


@dataclass(frozen=True)
class Seen:
    """What was seen of all that one program did.

    Attributes:
        program: the file that was started; a bundle starts itself a second time, with its own libraries.
        traces: of each command line, by what it was.
        own: the folders of the person: home, temporary files, and the places of the desktop.
        before: what lay in them before.
        targets: the files that it was asked to write.
        bus: the session bus; empty if there was none.
        data: the folder it was asked to remember in, if it was.
    """

    program: str
    traces: dict[str, Trace]
    own: list[Path]
    before: dict[str, tuple[int, int, str]]
    targets: list[Path]
    bus: str
    data: Path | None


def program_of(kind: str) -> tuple[list[str], Path]:
    """Return the command line of the program and the folder it is in."""
    if kind == "source":
        return SOURCE, ROOT
    folder = Path(os.environ[BUNDLE])
    return [str(folder / "reader")], folder


@pytest.fixture(
    scope="module",
    params=[
        (kind, how)
        for kind in ("source", "bundle")
        if kind == "source" or BUNDLE in os.environ
        for how in ("with a network and a bus", "shut in, from a folder that is read-only", "remembering")
    ],
    ids=lambda each: ", ".join(each),
)
def seen(request, tmp_path_factory) -> Iterator[Seen]:
    kind, how = request.param
    command, folder = program_of(kind)
    around = tmp_path_factory.mktemp("around")
    home, *others = own = [
        around / name for name in ("home", "tmp", "run", "config", "cache", "local", "state")
    ]
    for each in own:
        each.mkdir(mode=0o700)
    make_pack(home / "news.briefing", around)
    names = (
        "TMPDIR",
        "XDG_RUNTIME_DIR",
        "XDG_CONFIG_HOME",
        "XDG_CACHE_HOME",
        "XDG_DATA_HOME",
        "XDG_STATE_HOME",
    )
    surroundings = {
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "HOME": str(home),
        "PYTHONPATH": str(ROOT),
        **dict(zip(names, map(str, others), strict=True)),
    }
    shut_in = ["unshare", "-rmn", "sh", "-c", SHUT_IN, str(folder)] if how.startswith("shut in") else []
    data = around / "remembered" if how == "remembering" else None
    before = snapshot(*own)
    with bus(around) if how.startswith("with") else no_bus() as address:
        if address:
            surroundings["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={address}"
        traces = {"window": use(command, around, surroundings, shut_in, data)}
        targets = [around / f"picture.{how[:4].strip()}.png"]
        words: list[list[str]] = [
            ["letter", "--search", QUERY, "--screenshot", str(targets[0])],
            ["list"],
            ["show", "letter"],
            ["search", QUERY],
            ["verify"],
            ["verify", str(home / "news.briefing")],
        ]
        for form in EDITIONS if data is None else ():
            targets.append(around / f"edition.{form}")
            words.append(["export", form, str(targets[-1])])
        for each in words if data is None else words[:1]:
            name = " ".join(each[:2])
            trace = around / f"{each[0]}-{len(traces)}.trace"
            done = subprocess.run(
                [*shut_in, *strace(trace), *command, *each],
                cwd=home,
                env=surroundings,
                capture_output=True,
                encoding="utf-8",
                check=False,
            )
            unsigned = each == ["verify"] and kind == "source"  # which nobody signs; it says so
            assert (done.returncode, bool(done.stderr)) == (int(unsigned), unsigned), (name, done.stderr)
            traces[name] = Trace.read(trace)
    return Seen(command[0], traces, own, before, targets, str(address), data)


def use(
    command: list[str], around: Path, surroundings: dict[str, str], shut_in: list[str], data: Path | None
) -> Trace:
    """Do with the window what people do with it; that it did it shows on the clipboard and in the trace."""
    trace = around / "window.trace"
    words = ["--data", str(data)] if data else []
    with display() as name:
        window = Driven(
            [*shut_in, *strace(trace), *command, *words, "letter"], name, surroundings, around / "home"
        )
        try:
            window.press("ctrl+shift+c")
            assert "نامه به اتحادیه" in window.clipboard()[1]
            window.press("slash")
            window.type(QUERY)
            window.press("Return")
            window.press("ctrl+t", "ctrl+t")
            window.press("ctrl+2")
            window.press("ctrl+3", "ctrl+shift+c")
            assert "نامه به اتحادیه" not in window.clipboard()[1], "the search led nowhere"
            window.press("Escape", "F8", "ctrl+Next", "ctrl+Down", "alt+Left", "F4", "ctrl+u", "ctrl+shift+r")
            for card in ("ctrl+comma", "ctrl+i", "ctrl+g"):
                window.press(card)
                window.press("Escape", "F1", "F2")
            window.press("shift+F2")
            window.press("Escape")
            window.press("ctrl+d", "ctrl+plus", "ctrl+b", "ctrl+shift+l", "ctrl+shift+m", "F9", "F11")
            window.press("ctrl+l")
            window.press("ctrl+l")
            # The picker's last row is the home folder; the pack is all that is in it.
            window.press("ctrl+o")
            window.press("End", "Return")
            window.press("Return")
            window.press("Return")
            window.press("ctrl+1", "ctrl+shift+c")
            digits = VERSION.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
            assert digits in window.clipboard()[1], "the pack is not what is read now"
            window.press("ctrl+shift+o")
            window.press("End", "Return")
            window.press("Return")
            window.press("Escape")
            window.press("ctrl+q")
            assert window.ends() == 0
        finally:
            window.stop()
    return Trace.read(trace)


def make_pack(file: Path, around: Path) -> None:
    """Make a newer issue of the briefing, signed with the development key."""
    for path in sorted((ROOT / "content").rglob("*")):
        if path.is_file():
            copy = around / "content" / path.relative_to(ROOT / "content")
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    toml = around / "content" / "briefing.toml"
    told = re.sub(r"(?m)^version = \d+", f"version = {VERSION}", toml.read_text(encoding="utf-8"))
    toml.write_text(told, encoding="utf-8")
    subprocess.run(
        [
            sys.executable,
            "-B",
            "-P",
            "-m",
            "signing",
            "pack",
            str(file),
            "--content",
            str(around / "content"),
        ],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "packaging")])},
        check=True,
        capture_output=True,
    )


@contextmanager
def bus(around: Path) -> Iterator[str]:
    """Give a session bus that starts nothing."""
    path, told = around / "bus", around / "bus.conf"
    told.write_text(BUS.format(path=path), encoding="utf-8")
    command = ["dbus-daemon", f"--config-file={told}", "--nofork", "--nopidfile", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as daemon:
        assert daemon.stdout is not None
        assert daemon.stdout.readline()
        try:
            yield str(path)
        finally:
            daemon.terminate()


@contextmanager
def no_bus() -> Iterator[str]:
    """Give none."""
    yield ""


def test_it_speaks_to_its_display_and_to_nobody_else(seen):
    for name, trace in seen.traces.items():
        assert trace.families() <= {"AF_UNIX"}, name
        spoken_to = {re.sub(r"^@?/tmp/\.X11-unix/X\d+$", "the display", each) for each in trace.spoken_to()}
        assert spoken_to <= {"the display", seen.bus} - {""}, name
        assert trace.offered() == [], name
        assert trace.looked_up() == [], name
    assert seen.traces["window"].spoken_to(), "the trace does not see what is spoken to"


def test_it_starts_no_other_program(seen):
    for name, trace in seen.traces.items():
        assert set(trace.started()) == {seen.program}, name


def test_it_writes_only_what_it_was_asked_for(seen):
    for name, trace in seen.traces.items():
        changed = {
            path
            for path in trace.changed()
            if not any(belongs_to(target, path) for target in seen.targets)
            and not (seen.data and Path(path).is_relative_to(seen.data))
        }
        assert changed == set(), name
    assert all(target.stat().st_size > 10_000 for target in seen.targets)


def test_the_folders_of_the_person_are_as_they_were(seen):
    assert snapshot(*seen.own) == seen.before


@pytest.mark.parametrize(
    "canary", [QUERY, "هشدار فوری: سرکوب خونین", "solidarity", "ما این نامه را در شرایط بسیار خطرناک"]
)
def test_nothing_of_what_was_read_or_searched_for_lies_there(seen, canary):
    assert files_that_hold(canary, *seen.own) in ([], [str(seen.own[0] / "news.briefing")])


def test_what_is_remembered_says_nothing_of_what_was_searched_for(seen):
    if seen.data is None:
        assert not (ROOT / "data").exists()
        return
    kept = seen.data / "packs" / f"iran-labour-appeal-2026-{VERSION}.briefing"
    assert kept.read_bytes() == (seen.own[0] / "news.briefing").read_bytes()
    found = sorted(path.relative_to(seen.data).as_posix() for path in seen.data.rglob("*") if path.is_file())
    assert found == ["bookmarks.json", f"packs/{kept.name}", "places.json", "settings.json"]
    assert set(files_that_hold(QUERY, seen.data)) <= {str(kept)}


def test_the_pack_that_was_brought_was_read(seen):
    assert str(seen.own[0] / "news.briefing") in seen.traces["window"].opened()


@pytest.mark.parametrize("form", ["utf-8", "utf-16-le", "an address"])
def test_the_search_for_canaries_itself(tmp_path, form):
    canary = "سرکوب خونین"
    written = quote(canary).encode() if form == "an address" else canary.encode(form)
    (tmp_path / "inside").write_bytes(b"\0\1" + written)
    assert files_that_hold(canary, tmp_path) == [str(tmp_path / "inside")]
