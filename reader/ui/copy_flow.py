"""Copying to a stick, from the card that chooses one to the next: what is done between its states."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from reader import paths
from reader.errors import ReaderError
from reader.share.copier import Moment, Step, Stopped, copy
from reader.share.copy_plan import make_plan
from reader.share.copy_source import read_source
from reader.share.drives import Drive, drive_of
from reader.ui.copy_sheet import CopySheet
from reader.ui.disk_rows import targets
from reader.ui.job import Job

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from reader.share.copier import Arrived
    from reader.share.copy_plan import Plan
    from reader.share.copy_source import Source
    from reader.ui.background import Lane
    from reader.ui.job import Tell
    from reader.ui.surroundings import Surroundings
    from reader.ui.theme import Theme
    from reader.ui.translations import Speech

_LOOK_EVERY = 1500
"""Milliseconds between two looks at what is plugged in."""
_OF = ": "
"""Between a step and the file at hand."""
_MEASURED = 1.0
"""Seconds after which enough was done to say how long it will take."""


class CopyFlow(QObject):
    """Leads through one copy after the other.

    Args:
        lane: where disks are read and written.
        around: icons and keys.
        theme: the colours.
        speech: the language of the window.
        window: what the card is shown over.
        pick: lets a folder be picked; is given what to do with it, and what to do if there is none.
    """

    def __init__(
        self,
        lane: Lane,
        around: Surroundings,
        theme: Theme,
        speech: Speech,
        window: QWidget,
        pick: Callable[[Callable[[Path], None], Callable[[], None]], None],
    ) -> None:
        super().__init__(window)
        self._lane, self._around, self._pick = lane, around, pick
        self._stop = threading.Event()
        self._source: Source | None = None
        self._drive: Drive | None = None
        self._plan: Plan | None = None
        self._job: Job | None = None
        self._step: Step | None = None
        self._began = 0.0
        self._drives: list[Drive] = []
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK_EVERY)
        self._looking.timeout.connect(self._look)
        self.sheet = CopySheet(around, theme, speech, window)
        for signal, done in (
            (self.sheet.drive_chosen, self._look_at),
            (self.sheet.agreed, self._copy),
            (self.sheet.folder_asked, self._pick_folder),
            (self.sheet.stop_asked, self._ask_to_stop),
            (self.sheet.again_asked, self._choose),
            (self.sheet.left, self._end),
        ):
            signal.connect(done)

    def begin(self) -> None:
        """Check the copy one runs, then let a stick be chosen."""
        program = paths.passed_on() if paths.is_bundle() else None
        self.sheet.say_checking()
        self._run(
            lambda tell: read_source(
                program, self._around.trusted_keys(), lambda done, total: tell("", done, total)
            ),
            self._have_source,
        )

    def _have_source(self, source: Source) -> None:
        self._source = source
        self._choose()

    # Choosing

    def _choose(self) -> None:
        assert self._source is not None
        self._drive = self._plan = None
        self._stop.clear()
        self._drives = targets()
        self.sheet.choose(self._source, self._drives)
        self._looking.start()

    def _look(self) -> None:
        """See what is plugged in now; a stick that does not answer keeps the lane waiting, not the window."""
        self._lane.run(targets, self._found, lambda _fault: None, only_newest=True)

    def _found(self, drives: list[Drive]) -> None:
        if self._looking.isActive() and drives != self._drives:
            self._drives = drives
            self.sheet.show_drives(drives)

    def _pick_folder(self) -> None:
        self._looking.stop()
        self.sheet.hide()
        self._pick(self._picked, self._choose)

    def _picked(self, folder: Path) -> None:
        known = drive_of(folder)
        free = known.free if known else 0
        self._look_at(
            Drive(
                name=folder.name or str(folder),
                path=folder,
                file_system=known.file_system if known else "",
                free=free,
                is_read_only=known.is_read_only if known else False,
            )
        )

    def _look_at(self, drive: Drive) -> None:
        """Find out what will be done to a stick."""
        self._looking.stop()
        self._lane.drop_pending()
        source, keys = self._source, self._around.trusted_keys()
        assert source is not None
        self._drive = drive
        self.sheet.say_looking(source, drive)
        self._run(
            lambda tell: make_plan(
                source, drive.path, keys, drive, lambda done, total: tell("", done, total)
            ),
            self._have_plan,
        )

    def _have_plan(self, plan: Plan) -> None:
        assert self._drive is not None
        self._plan = plan
        self.sheet.show_plan(plan, self._drive)

    # Copying

    def _copy(self) -> None:
        plan, keys = self._plan, self._around.trusted_keys()
        assert plan is not None
        self._stop.clear()
        self._step = None
        self._enter(Step.WRITING if plan.needed else Step.READING)

        def work(tell: Tell) -> Arrived:
            def told(moment: Moment) -> None:
                if self._stop.is_set():
                    raise Stopped
                tell(f"{moment.step.value}{_OF}{moment.file}", moment.done, moment.total)

            return copy(plan, keys, told)

        self._run(work, self._have_copy)

    def _enter(self, step: Step) -> None:
        if step is not self._step:
            assert self._plan is not None
            assert self._drive is not None
            self._step, self._began = step, time.monotonic()
            self.sheet.say_copying(self._plan, self._drive, step)

    def _moved(self, told: str, done: int, total: int) -> None:
        step, _, file = told.partition(_OF)
        if step and self._plan is not None and not self._stop.is_set():
            self._enter(Step(step))
        self.sheet.say_progress(done, total, self._left(done, total) if step else None, file)

    def _left(self, done: int, total: int) -> float | None:
        """Return how many seconds the step at hand will still take, by what it took so far."""
        taken = time.monotonic() - self._began
        return (total - done) * taken / done if done and taken > _MEASURED else None

    def _have_copy(self, arrived: Arrived) -> None:
        assert self._source is not None
        assert self._drive is not None
        self.sheet.tell(arrived, self._source, self._drive)

    # What is the same everywhere

    def _run(self, work: Callable[[Tell], object], done: Callable[..., None]) -> None:
        self._job = Job(self._lane, self)
        self._job.moved.connect(self._moved)
        self._job.run(work, done, self._refuse)

    def _refuse(self, fault: Exception) -> None:
        if not isinstance(fault, ReaderError):
            raise fault
        self.sheet.refuse(fault, self._drive, again=self._source is not None)

    def _ask_to_stop(self) -> None:
        """Stop what writes at its next piece; what only reads is simply left."""
        if self._plan is not None and self._step is not None:
            self._stop.set()
            self.sheet.say_stopping()
            return
        if self._job is not None:
            self._job.call_off()
        self.sheet.close_now()

    def _end(self) -> None:
        self._looking.stop()
        self.sheet.deleteLater()
        self.deleteLater()
