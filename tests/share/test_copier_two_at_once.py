"""G26, G27: two programs that copy to one stick at once leave a copy that is genuine, or none that counts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.share.sticks import NEWER, OLD, bring, expected, held, program, standing

ROOT = Path(__file__).resolve().parents[2]
COPIES = """
import sys
from pathlib import Path
from reader.errors import ReaderError
from tests.share.sticks import bring
try:
    bring(Path(sys.argv[1]), Path(sys.argv[2]))
except ReaderError as fault:
    print(fault)
else:
    print("done")
"""


def started(source: Path, stick: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-B", "-c", COPIES, str(source), str(stick)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, stdout=pipe, stderr=pipe, encoding="utf-8")


@pytest.mark.parametrize("older", [False, True], ids=["to an empty stick", "over an older copy"])
@pytest.mark.parametrize("other", [False, True], ids=["the same issue", "two issues"])
def test_two_at_once(tmp_path, older, other):
    large = {f"_internal/f{number}": os.urandom(100_000) for number in range(40)}
    new = program(tmp_path / "new" / "Reader", more=large)
    newer = program(tmp_path / "newer" / "Reader", version=NEWER, more=large) if other else new
    stick = tmp_path / "stick"
    stick.mkdir()
    if older:
        bring(program(tmp_path / "old" / "Reader", version=OLD), stick)
    for process in [started(new, stick), started(newer, stick)]:
        said, complained = process.communicate(timeout=60)
        assert complained == ""
        assert said.count("\n") == 1
    assert {each.partition(" ")[0] for each in standing(stick)} <= {"genuine"}
    bring(newer, stick)
    assert held(stick) == expected(newer)
