"""Lets the program, whatever its command line is, do everything it can while it is watched.

Opened, searched, read side by side, dressed, bookmarked, copied from, given a pack, made to check one, and
made to answer every command of its command line.
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

from reader.commands.export import _PURPOSES as EDITIONS
from tests.guarantees.driving import Driven, display
from tests.guarantees.watching import Trace, snapshot, strace

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
QUERY = "shutdown"
VERSION = "2026112499"
"""Of the pack that is brought: newer than what comes with the program."""

WAYS = ("with a network and a bus", "shut in, from a folder that is read-only", "remembering")
"""With a network and a session bus at hand; without either, from a folder that is read-only; and asked to
remember."""
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
        targets: the files and folders that it was asked to write.
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


def everything(command: list[str], folder: Path, how: str, around: Path, *, is_bundle: bool = False) -> Seen:
    """Let a program do everything.

    Args:
        command: its command line.
        folder: the folder it is in.
        how: one of ``WAYS``.
        around: an empty folder for all that comes up.
        is_bundle: whether it was built, and so can be copied and is signed.
    """
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
        if is_bundle:
            targets.append(around / "stick")
            targets[-1].mkdir()
            words.append(["copy", str(targets[-1])])
        for form in EDITIONS:
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
            unsigned = each == ["verify"] and not is_bundle  # the source is signed by nobody; it says so
            assert (done.returncode, bool(done.stderr)) == (int(unsigned), unsigned), (name, done.stderr)
            traces[name] = Trace.read(trace)
    if data is not None:
        del targets[1:]
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
            for card in ("ctrl+comma", "ctrl+i", "ctrl+g", "ctrl+e", "ctrl+shift+s"):
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
