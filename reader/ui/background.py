"""Runs the desk's work off the window's thread, and answers on it.

One lane does one thing at a time; the window has one for reading and one for searching, so that a
search never waits for a document.
"""

from __future__ import annotations

import queue
import threading
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")


class Lane(QObject):
    """A worker thread with a queue.

    Signals:
        idle: everything asked for has been answered; carries how many answers that were.
    """

    idle = Signal(int)
    _answered = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asked: queue.SimpleQueue[Callable[[], Callable[[], None] | None] | None] = queue.SimpleQueue()
        self._waiting = 0
        self._given = 0
        self._newest = 0
        self._gate = threading.Lock()
        self._stopped = False
        self._answered.connect(self._answer)
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being worked on or waiting."""
        return self._waiting == 0

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
        *,
        only_newest: bool = False,
    ) -> None:
        """Do some work in the lane and answer on the window's thread.

        Args:
            work: runs in the lane; must not touch a widget.
            done: called with what ``work`` returned.
            failed: called with what ``work`` raised.
            only_newest: drop this if newer work with ``only_newest`` was asked for meanwhile.
        """
        if only_newest:
            self._newest += 1
        ticket = self._newest if only_newest else None

        def task() -> Callable[[], None] | None:
            if ticket is not None and ticket != self._newest:
                return None
            answer: Callable[[], None]
            try:
                result = work()
            except Exception as fault:
                problem = fault

                def answer() -> None:
                    failed(problem)
            else:

                def answer() -> None:
                    done(result)

            def unless_stale() -> None:
                if ticket is None or ticket == self._newest:
                    answer()

            return unless_stale

        self._waiting += 1
        self._asked.put(task)

    def drop_pending(self) -> None:
        """Make every answer asked for with ``only_newest`` stale."""
        self._newest += 1

    def stop(self) -> None:
        """Let the thread end after what it is doing; nothing more is answered, and nothing is waited for."""
        with self._gate:
            self._stopped = True
        self._asked.put(None)

    def _work(self) -> None:
        while (task := self._asked.get()) is not None:
            answer = task()
            # Behind the gate, so that this object is never deleted in the middle of an emission.
            with self._gate:
                if self._stopped:
                    return
                self._answered.emit(answer)

    def _answer(self, answer: Any) -> None:  # noqa: ANN401  what a Signal(object) carries
        if self._stopped:
            return
        self._waiting -= 1
        self._given += 1
        if answer is not None:
            answer()
        if self._waiting == 0:
            self.idle.emit(self._given)
