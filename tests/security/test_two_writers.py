"""G27: two programs at once, each at one of the things that are done to a disk, leave every file whole."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from reader.security.safe_write import sweep
from tests.security.durable_works import WORKS, held
from tests.security.killing import script
from tests.security.test_kill_matrix import done_in_peace

ROOT = Path(__file__).resolve().parents[2]
KINDS = [
    "a first file",
    "a file over an old one",
    "removing a file",
    "tidying up",
    "keeping a pack",
    "forgetting packs",
    "an edition",
]
PAIRS = 20


@pytest.mark.parametrize("pair", range(PAIRS))
def test_any_two_at_once(tmp_path, pair):
    kinds = random.Random(pair).choices(KINDS, k=2)
    folder = WORKS["an edition"].begin(tmp_path / "both")
    whole: dict[str, set[bytes]] = {}
    for kind in kinds:
        alone = WORKS[kind].begin(tmp_path / f"alone {kind} {len(list(tmp_path.iterdir()))}")
        for state in (held(alone), done_in_peace(kind, alone)):
            for name, data in state.items():
                whole.setdefault(name, set()).add(data)
        for name, data in WORKS[kind].before.items():
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
    for name, data in held(folder).items():
        whole.setdefault(name, set()).add(data)
    for name in [each for each in whole if each.endswith(".whole")]:
        # What a program that was cut short had finished is put in a place that has become empty.
        whole.setdefault(name.split(".")[1], set()).update(whole[name])
    started = [
        subprocess.Popen(
            [sys.executable, "-B", "-c", script(WORKS[kind].code), str(folder)],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": "0"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        for kind in kinds
    ]
    said = [each.communicate(timeout=60)[1] for each in started]
    for each, told in zip(started, said, strict=True):
        # One may find that the other was quicker: that is a sentence, not a fault.
        assert each.returncode == 0 or "reader.errors." in told, told
    for place in (folder, folder / "packs"):
        sweep(place)
    for name, data in held(folder).items():
        assert data in whole.get(name, set()), name
