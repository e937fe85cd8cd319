"""G25: a stick that is full, failing, read-only or pulled out, at any call, is told and loses nothing."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.errors import CopyFault, NoRoom, NotWritable, StorageFailed, WriteFailed
from reader.security import folder_check, held_folder, ordinary_file, safe_write
from reader.share import copier, read_back, stick_survey
from reader.share.copy_plan import make_plan
from reader.share.copy_source import read_source
from tests import packs
from tests.security.killing import ROOT
from tests.share.sticks import NEW, OLD, bring, expected, held, program, standing

OTHERS = {"photo.jpg": b"mine", "Reader/notes.txt": b"mine too"}
CALLS = ["open", "write", "fsync", "replace", "unlink", "mkdir", "rmdir"]
REFUSALS = {
    errno.ENOSPC: NoRoom,
    errno.EIO: StorageFailed,
    errno.ENODEV: StorageFailed,
    errno.EROFS: NotWritable,
    errno.EACCES: NotWritable,
}


class Refusing:
    """The system's calls, of which one fails from its ``at``-th time on, or only then."""

    def __init__(self, call: str, at: int, code: int, *, then_too: bool) -> None:
        self._call, self._at, self._code, self._then_too = call, at, code, then_too
        self.reached = 0

    def __getattr__(self, name: str):
        real = getattr(os, name)
        if name != self._call:
            return real

        def call(*given, **named):
            self.reached += 1
            if self.reached == self._at or (self._then_too and self.reached > self._at):
                raise OSError(self._code, "refused")
            return real(*given, **named)

        return call


@pytest.fixture
def prepared(in_memory):
    """A program to be copied, and a maker of sticks with an older one on them."""
    own = program(in_memory / "source" / "Reader", lean=True)
    old = program(in_memory / "old", version=OLD, lean=True)

    def stick(number: int, *, older: bool):
        folder = packs.write_folder(in_memory / f"stick-{number}", OTHERS)
        if older:
            bring(old, folder)
        return folder

    return own, stick


def refused(work) -> BaseException | None:
    try:
        work()
    except (WriteFailed, CopyFault) as fault:
        return fault
    return None


def check(own, stick, before, fault, said):
    """What was there is there, nothing that is sealed is a mix, and the next run completes it."""
    assert OTHERS.items() <= held(stick).items()
    assert held(own) == before
    assert all(each in (f"genuine {OLD}", f"genuine {NEW}") for each in standing(stick))
    assert fault is None or isinstance(fault, said), fault
    bring(own, stick)
    assert held(stick) == OTHERS | expected(own)


@pytest.mark.parametrize("older", [False, True], ids=["an empty stick", "over an older copy"])
@pytest.mark.parametrize(
    ("code", "then_too"),
    [(errno.ENOSPC, False), (errno.EIO, False), *((code, True) for code in REFUSALS)],
    ids=lambda given: {False: "once", True: "from then on"}.get(given) or errno.errorcode[given],
)
@pytest.mark.parametrize("call", CALLS)
def test_a_refusal_at_any_call(prepared, monkeypatch, call, code, older, then_too):
    own, sticks = prepared
    before = held(own)
    for at in range(1, 400):
        stick = sticks(at, older=older)
        plan = make_plan(read_source(own, packs.KEYS), stick, packs.KEYS)
        system = Refusing(call, at, code, then_too=then_too)
        for module in (safe_write, held_folder):
            monkeypatch.setattr(module, "os", system)
        fault = refused(lambda plan=plan: copier.copy(plan, packs.KEYS))
        monkeypatch.undo()
        if system.reached < at:
            assert fault is None
            return
        # A folder that was to be opened, and could not be, is a reading fault whatever it says.
        said = (REFUSALS[code], StorageFailed, CopyFault) if call == "open" else REFUSALS[code]
        assert fault is not None or call in ("unlink", "rmdir", "open")
        check(own, stick, before, fault, said)
    pytest.fail("it never came to its end")


@pytest.mark.parametrize("code", [errno.EIO, errno.ENODEV, errno.ENOENT], ids=errno.errorcode.get)
@pytest.mark.parametrize("older", [False, True], ids=["an empty stick", "over an older copy"])
def test_a_refusal_at_any_reading(prepared, monkeypatch, code, older):
    """Reading from the stick: what is there, what lies ready, and all of it at the end."""
    own, sticks = prepared
    before = held(own)
    for at in range(1, 400):
        stick = sticks(at, older=older)
        reached = 0

        class Failing:
            def __init__(self, file) -> None:
                self._file = file

            def __enter__(self):
                return self

            def __exit__(self, *_):
                self._file.close()

            def fileno(self):
                return self._file.fileno()

            def read(self, *count, at=at):
                nonlocal reached
                reached += 1
                if reached == at:
                    raise OSError(code, "refused")
                return self._file.read(*count)

        def opened(path, *, follow=False, stick=stick, failing=Failing):
            file = ordinary_file.open_ordinary(path, follow=follow)
            is_there = stick in Path(f"/proc/self/fd/{file.fileno()}").readlink().parents
            return failing(file) if is_there else file

        for module in (folder_check, read_back, stick_survey):
            monkeypatch.setattr(module, "open_ordinary", opened)
        fault = refused(lambda stick=stick: bring(own, stick))
        monkeypatch.undo()
        if reached < at:
            assert fault is None
            return
        check(own, stick, before, fault, (StorageFailed, CopyFault))
    pytest.fail("it never came to its end")


@pytest.mark.parametrize("takes", [1, 7, 1000])
def test_a_stick_that_takes_little_at_a_time(prepared, monkeypatch, takes):
    own, sticks = prepared
    stick = sticks(1, older=True)

    class Slow:
        def __getattr__(self, name):
            return getattr(os, name) if name != "write" else lambda to, data: os.write(to, data[:takes])

    monkeypatch.setattr(safe_write, "os", Slow())
    bring(own, stick)
    assert held(stick) == OTHERS | expected(own)


EVERY_SIZE = """
import json, subprocess, sys
from pathlib import Path
from reader.errors import NoRoom
from tests import packs
from tests.share.sticks import OLD, bring, expected, held, program, standing
folder, older = Path(sys.argv[1]), sys.argv[2] == "older"
big = {"_internal/big": bytes(100_000)}
own = program(folder / "source" / "Reader", more={"_internal/big": b"n" * (250_000 if older else 100_000)})
old = program(folder / "old", version=OLD, more=big)
source = held(folder / "source")
others = {"photo.jpg": b"mine" * 1000}
told = []
for size in range(0, 500, 12):
    stick = folder / f"stick-{size}"
    stick.mkdir()
    kilobytes = size + (232 if older else 8)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", stick], check=True)
    packs.write_folder(stick, others)
    if older:
        bring(old, stick)
    before = held(stick)
    try:
        bring(own, stick)
        told.append("done")
        assert held(stick) == others | expected(own)
    except NoRoom as fault:
        assert held(stick) == before, "it was told after something was written"
        assert others.items() <= held(stick).items()
        told.append("full")
        subprocess.run(["mount", "-o", "remount,size=2000k", stick], check=True)
        bring(own, stick)
        assert held(stick) == others | expected(own)
    assert held(folder / "source") == source
    subprocess.run(["umount", stick], check=True)
print(json.dumps(told))
"""


@pytest.mark.needs("unshare")
@pytest.mark.parametrize("older", ["empty", "older"])
def test_a_stick_of_every_size(in_memory, older):
    """From too small to enough in steps of 12 kB: full is told before a byte is written; then it is done."""
    done = subprocess.run(
        ["unshare", "--map-root-user", "--mount", sys.executable, "-B", "-c", EVERY_SIZE, in_memory, older],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    told = done.stdout
    assert '"full"' in told
    assert '"done"' in told
    assert told.rindex('"full"') < told.index('"done"'), "once it fits, it fits"
