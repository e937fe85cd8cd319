"""G24, G26: when the power goes while one copies, the older copy is there, or the new one, or none sealed."""

from __future__ import annotations

import random
import shutil
from dataclasses import replace

import pytest

from reader.security import safe_write
from reader.share import copier
from reader.share.copy_plan import make_plan
from reader.share.copy_source import read_source
from tests import packs
from tests.share.power import ATOMIC, FAT, Recorder, found_after, put
from tests.share.sticks import NEW, OLD, bring, expected, held, program, standing

OTHERS = {"photo.jpg": b"mine", "Reader/notes.txt": b"mine too"}
WHOLE = [[f"genuine {OLD}"], [f"genuine {NEW}"], []]


def recorded(folder, monkeypatch, kind) -> Recorder:
    """Copy once, and write down what reaches the disk when."""
    stick = packs.write_folder(folder / "stick", OTHERS)
    if kind != "empty":
        bring(program(folder / "old", version=OLD), stick)
    own = program(folder / "source" / "Reader")
    plan = make_plan(read_source(own, packs.KEYS), stick, packs.KEYS)
    if kind == "making room":
        plan = replace(plan, makes_room=True)
    recorder = Recorder(stick.resolve())
    monkeypatch.setattr(safe_write, "os", recorder)
    copier.copy(plan, packs.KEYS)
    monkeypatch.undo()
    assert held(stick) == OTHERS | expected(own)
    return recorder


CHANCES = {"all is lost": lambda: 0.0, "all is torn": lambda: 0.5}


@pytest.mark.parametrize("renaming", [ATOMIC, FAT])
@pytest.mark.parametrize("kind", ["empty", "older", "making room"])
def test_the_next_run_completes_whatever_is_found(in_memory, monkeypatch, kind, renaming):
    recorder = recorded(in_memory, monkeypatch, kind)
    own = in_memory / "source" / "Reader" / "linux"
    stands, dice = [], random.Random(7)
    for end in range(len(recorder.notes) + 1):
        seen = []
        for chance in (*CHANCES.values(), dice.random, dice.random):
            files, folders = found_after(recorder, end, renaming, chance)
            if (files, folders) in seen:
                continue
            seen.append((files, folders))
            stick = put(in_memory / "found", files, folders)
            assert OTHERS.items() <= files.items()
            stands.append(standing(stick))
            assert stands[-1] in WHOLE
            bring(own, stick)
            assert held(stick) == OTHERS | expected(own)
            shutil.rmtree(stick)
    assert len(stands) > 100
    assert [f"genuine {NEW}"] in stands
    assert kind == "empty" or [f"genuine {OLD}"] in stands


def test_the_model_sees_what_careless_copying_loses(in_memory, monkeypatch):
    """Without syncing, a sealed copy would be found that is not whole."""
    recorder = recorded(in_memory, monkeypatch, "older")
    recorder.notes = [replace(note, partner=-1) for note in recorder.notes if note.kind != "sync"]
    dice, found = random.Random(7), []
    for _ in range(300):
        files, folders = found_after(recorder, len(recorder.notes), FAT, dice.random)
        stick = put(in_memory / "found", files, folders)
        found += standing(stick)
        shutil.rmtree(stick)
    assert any(each.startswith("changed") for each in found)
