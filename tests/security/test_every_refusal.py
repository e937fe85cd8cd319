"""G25: a disk that is full, failing, read-only or not ours, at any call of any work, loses nothing."""

from __future__ import annotations

import errno
import os
from contextlib import suppress

import pytest

from reader.errors import ReaderError
from reader.security import safe_write
from tests.security.durable_works import WORKS, held
from tests.security.test_kill_matrix import CALLS, done_in_peace, perform

REFUSALS = ((errno.ENOSPC, True), (errno.EIO, False), (errno.EROFS, True), (errno.EACCES, False))
"""What the system answers, and whether it goes on answering so."""


class Refusing:
    """The system's calls, of which one fails, and perhaps every one after it."""

    def __init__(self, at: int, code: int, *, then_too: bool) -> None:
        self._at, self._code, self._then_too = at, code, then_too
        self.on, self.made = False, 0

    def begin(self) -> None:
        self.on = True

    def __getattr__(self, name: str):
        real = getattr(os, name)
        if name not in CALLS:
            return real

        def call(*given):
            if self.on:
                self.made += 1
                if self.made == self._at or (self._then_too and self.made > self._at):
                    raise OSError(self._code, "refused")
            return real(*given)

        return call


@pytest.mark.parametrize("kind", WORKS)
@pytest.mark.parametrize(("code", "then_too"), REFUSALS, ids=lambda value: errno.errorcode.get(value, ""))
def test_a_refusal_is_a_sentence_and_loses_nothing(tmp_path, monkeypatch, kind, code, then_too):
    work = WORKS[kind]
    old = held(work.begin(tmp_path / "old"))
    new = done_in_peace(kind, work.begin(tmp_path / "new"))
    for at in range(1, 500):
        folder = work.begin(tmp_path / str(at))
        system = Refusing(at, code, then_too=then_too)
        monkeypatch.setattr(safe_write, "os", system)
        with suppress(ReaderError):  # anything else is no sentence for a person
            perform(work.code, folder, system.begin)
        monkeypatch.undo()
        found = work.check(folder, old, new)
        if system.made < at:
            assert found == new
            return
    pytest.fail("it never came to its end")
