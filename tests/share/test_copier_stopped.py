"""Stopping a copy and going on, and sticks that do not give back what they were given (G26)."""

from __future__ import annotations

import pytest

from reader.errors import CopyDiffers, CopyStopped
from reader.security import safe_write
from reader.share import copier, read_back
from reader.share.copier import Step, Stopped
from reader.share.copy_plan import make_plan
from reader.share.copy_source import read_source
from tests import packs
from tests.share.sticks import NEW, OLD, OTHERS, bring, contents, expected, held, program, standing


def test_it_can_be_stopped_at_any_moment_and_goes_on(reader, stick, tmp_path):
    old = program(tmp_path / "old", version=OLD)
    own = program(reader)
    at, written = 0, []
    while True:
        at += 1
        target = tmp_path / f"stick-{at}"
        packs.write_folder(target, OTHERS)
        bring(old, target)
        calls = 0

        def stop(moment, at=at):
            nonlocal calls
            calls += 1
            if calls == at:
                raise Stopped

        try:
            bring(own, target, stop)
            break
        except CopyStopped:
            assert OTHERS.items() <= held(target).items()
            assert standing(target) in ([f"genuine {OLD}"], [f"genuine {NEW}"])
        written.append(bring(own, target).written)
        assert held(target) == OTHERS | expected(own)
    assert len(written) > 15
    assert written == sorted(written, reverse=True)
    assert written[-1] == 0


def test_a_stopped_copy_says_what_remains(reader, stick):
    def stop(moment):
        if moment.done:
            raise Stopped

    with pytest.raises(CopyStopped, match="left to write") as stopped:
        bring(program(reader), stick, stop)
    assert 0 < stopped.value.values["left"] < 100_000


@pytest.mark.parametrize("update", [False, True])
@pytest.mark.parametrize("which", range(8))
def test_a_stick_that_deceives_is_caught(reader, stick, tmp_path, monkeypatch, which, update):
    """What is read from the disk differs from what was written, one file at a time (G26)."""
    if update:
        bring(program(tmp_path / "old", version=OLD), stick)
    own = program(reader)
    plan = make_plan(read_source(own, packs.KEYS), stick, packs.KEYS)
    wanted = sorted(file.name for file in plan.to_place if file.size)
    victim, spoiled = wanted[which % len(wanted)], []
    real = safe_write.move

    def move(path, target):
        real(path, target)
        if str(target.resolve()) == str(stick / victim) and not spoiled:
            raw = bytearray(target.read_bytes())
            raw[len(raw) // 2] ^= 8
            target.write_bytes(raw)
            spoiled.append(victim)

    monkeypatch.setattr(safe_write, "move", move)
    with pytest.raises(CopyDiffers, match="worn out or a fake"):
        bring(own, stick)
    assert spoiled
    assert not any(each.startswith("genuine") for each in standing(stick)) or "/" not in victim
    assert "changed" not in "".join(standing(stick))
    bring(own, stick)
    assert held(stick) == expected(own)


def test_an_older_copy_stays_where_the_stick_deceives_before_it_goes(reader, stick, tmp_path):
    bring(program(tmp_path / "old", version=OLD), stick)

    def spoil(moment):
        if moment.step is Step.WRITING and moment.done == moment.total:
            ready = max((stick / "Reader" / ".unfinished").iterdir(), key=lambda path: path.stat().st_size)
            ready.write_bytes(b"x" * ready.stat().st_size)

    with pytest.raises(CopyDiffers):
        bring(program(reader), stick, spoil)
    assert standing(stick) == [f"genuine {OLD}"]


def test_everything_is_read_from_the_stick_and_not_from_memory(reader, stick, monkeypatch):
    """Before it is compared, every file's pages are given back to the system."""
    forgotten = []
    real = read_back.forget
    for module in (read_back, copier):
        monkeypatch.setattr(
            module, "forget", lambda path: (forgotten.append(str(path.resolve())), real(path))
        )
    own = program(reader)
    bring(own, stick)
    assert set(forgotten) >= {str(stick / name) for name in expected(own)}


@pytest.mark.parametrize("which", range(len(contents("linux", NEW))))
def test_any_file_of_an_older_copy_may_be_missing(reader, stick, tmp_path, which):
    old = program(tmp_path / "old", version=OLD)
    bring(old, stick)
    victim = sorted(contents("linux", NEW))[which]
    (stick / "Reader" / "linux" / victim).unlink()
    new = program(reader)
    bring(new, stick)
    assert held(stick) == expected(new)
