"""Long work in a lane: it tells how far it is, and can be called off."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.ui.background import Lane

    Tell = Callable[[str, int, int], None]
    """Called from the lane with the step, how much of it is done, and how much there is."""

_PAUSE = 0.04
"""Seconds between two reports."""

Result = TypeVar("Result")


class CalledOff(Exception):
    """The person does not want it any more."""


class Job(QObject):
    """Runs one piece of work.

    Args:
        lane: where it runs.
        parent: the owner.

    Signals:
        moved: how far it is; carries the step, done and total.
    """

    moved = Signal(str, object, object)

    def __init__(self, lane: Lane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._called_off = False
        self._told = 0.0

    def run(
        self,
        work: Callable[[Tell], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do it; nothing is answered once it was called off.

        Args:
            work: runs in the lane; is given what to tell its progress to, which may raise to stop it.
            done: called with what it returned.
            failed: called with what it raised.
        """
        self._lane.run(
            lambda: work(self.tell),
            lambda result: None if self._called_off else done(result),
            lambda fault: None if self._called_off else failed(fault),
        )

    def call_off(self) -> None:
        """Have it stop at its next step."""
        self._called_off = True

    def tell(self, step: str, done: int, total: int) -> None:
        """Tell how far it is; for the work itself.

        Args:
            step: what is being done.
            done: how much of it is done.
            total: how much there is.

        Raises:
            CalledOff: it is not wanted any more.
        """
        if self._called_off:
            raise CalledOff
        now = time.monotonic()
        if now - self._told >= _PAUSE or done >= total:
            self._told = now
            self.moved.emit(step, done, total)
