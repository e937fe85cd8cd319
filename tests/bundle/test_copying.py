"""The bundle passes itself on: what it copies is the same, byte for byte, and does what it does."""

from __future__ import annotations

from tests.bundle.frozen import Frozen
from tests.share.sticks import held

BARE = {"LANG": "C.UTF-8"}


def test_its_copy_verifies_itself_and_copies_itself(program, tmp_path):
    sticks = [tmp_path / name for name in ("first", "دومی")]
    copied = program
    for stick in sticks:
        stick.mkdir()
        said = copied.answer("copy", stick, **BARE)
        assert said["forms"][0]["name"] == "linux"
        assert said["left_out"] == []
        copied = Frozen(stick / "Reader" / "linux")
        assert copied.run("verify", **BARE).returncode == 0
        assert held(copied.folder) == held(program.folder)
        again = copied.run("copy", stick, **BARE)
        assert again.returncode == 1
        assert again.stderr.count("\n") == 1
    assert held(sticks[0]) == held(sticks[1])
    root = {path.name for path in sticks[0].iterdir()}
    assert root == {"Reader", "Start-Linux.sh", "READ-ME.html", "Reader-Phone.html"}
