"""The card about copying to a stick: which one, what will be done, how far it is, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from reader.library import verdict_words
from reader.security.verdict import Standing, Verdict
from reader.share import copy_words
from reader.share.copier import Step
from reader.ui.announcing import announce
from reader.ui.copy_parts import DriveBox, Mark, StepRow
from reader.ui.icons import icon
from reader.ui.verdict_box import VerdictBox
from reader.ui.working_sheet import WorkingSheet

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QWidget

    from reader.errors import ReaderError
    from reader.share.copier import Arrived
    from reader.share.copy_plan import Plan
    from reader.share.copy_source import Source
    from reader.share.drives import Drive
    from reader.ui.surroundings import Surroundings
    from reader.ui.theme import Theme
    from reader.ui.translations import Speech

_DRIVE = Qt.ItemDataRole.UserRole


class CopySheet(WorkingSheet):
    """Shows one state after the other; what happens between them is the flow's.

    Args:
        around: icons.
        theme: the colours.
        speech: the language of the window.
        window: what it is shown over.

    Signals:
        drive_chosen: a stick is to be copied to; carries its Drive.
        folder_asked: another folder is to be picked.
        agreed: what was planned is to be done.
        stop_asked: it is to be stopped.
        again_asked: a stick is to be chosen, the same or the next.
    """

    drive_chosen = Signal(object)
    folder_asked = Signal()
    agreed = Signal()
    stop_asked = Signal()
    again_asked = Signal()
    _watched: QListWidget | None = None

    def __init__(self, around: Surroundings, theme: Theme, speech: Speech, window: QWidget) -> None:
        super().__init__(around, theme, speech, window)
        self._beside: tuple[str, ...] = ()
        self.set_title(self.tr("Copy to a stick"))

    # The states

    def say_checking(self) -> None:
        """Say that the copy one runs is being compared with what was signed."""
        self._begin(busy=True)
        self._add_step(Mark.NOW, self.tr("Checking the copy that you are running"))
        self._add_bar()
        self.add_button(self.tr("Cancel"), self.leave)
        self.open()

    def choose(self, source: Source, drives: list[Drive]) -> None:
        """Let a stick be chosen.

        Args:
            source: what is copied.
            drives: where to.
        """
        self._begin(busy=False)
        self._say_source(source)
        self.list = self._watched = QListWidget()
        self.list.setObjectName("disk")
        self.list.setIconSize(QSize(22, 22))
        self.list.setMinimumHeight(130)
        self.list.setAccessibleName(self.tr("Sticks and drives"))
        self.list.installEventFilter(self)
        self.list.itemDoubleClicked.connect(lambda _: self._choose_current())
        self.body.addWidget(self.list, 1)
        self._none = self.add_text(
            self.tr("No stick is plugged in. As soon as one is, it stands here."), "sheetSoft"
        )
        self.add_button(self.tr("Cancel"), self.leave)
        elsewhere = self.add_button(self.tr("Another folder…"), self.folder_asked.emit)
        self._main = self.add_button(self.tr("Continue"), self._choose_current, main=True)
        self.show_drives(drives)
        self.open(self.list if drives else elsewhere)

    def show_drives(self, drives: list[Drive]) -> None:
        """List what is plugged in now; what is chosen stays chosen."""
        if self._watched is None:
            return
        chosen = self._current()
        self.list.clear()
        for drive in drives:
            item = QListWidgetItem(
                icon(self._around.icons, "drive", self._theme.soft),
                copy_words.drive_line(drive, self._speech.wording),
            )
            item.setData(_DRIVE, drive)
            self.list.addItem(item)
            if chosen is not None and chosen.path == drive.path:
                self.list.setCurrentItem(item)
        if drives and self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self._none.setVisible(not drives)
        self._main.setEnabled(bool(drives))
        if drives and self.list.isHidden():
            self.list.show()
            self.list.setFocus()
        elif not drives:
            self.list.hide()

    def say_looking(self, source: Source, drive: Drive) -> None:
        """Say that what is on the stick is being read."""
        self._begin(busy=True)
        self.body.addWidget(DriveBox(drive, self._speech.wording))
        self._say_source(source)
        self._add_step(Mark.NOW, self.tr("Reading what is on the stick"))
        self._add_bar()
        self.add_button(self.tr("Cancel"), self.leave)
        self.open()

    def show_plan(self, plan: Plan, drive: Drive) -> None:
        """Say what will be done, and ask whether it is to be."""
        wording = self._speech.wording
        self._begin(busy=False)
        self.body.addWidget(DriveBox(drive, wording))
        self._say_source(plan.source)
        for line in copy_words.to_do(plan, wording):
            self.add_text(line)
        for each in plan.source.left_out:
            self.add_text(copy_words.left_out(each, wording), "sheetSoft")
        self.add_text(copy_words.private(wording), "sheetSoft")
        self.add_button(self.tr("Cancel"), self.leave)
        self.add_button(self.tr("Another stick"), self.again_asked.emit)
        done = self.tr("Check") if plan.is_same and not plan.needed else self.tr("Copy")
        main = self.add_button(done, self.agreed.emit, main=True)
        self.open(main)
        announce(self, " ".join(copy_words.to_do(plan, wording)))

    def say_copying(self, plan: Plan, drive: Drive, step: Step) -> None:
        """Say which step is being done.

        Args:
            plan: what is being done.
            drive: where.
            step: the step at hand.
        """
        self._begin(busy=True)
        self.body.addWidget(DriveBox(drive, self._speech.wording))
        self._say_source(plan.source)
        writing, reading = self.tr("Writing"), self.tr("Reading everything back and comparing it")
        if step is Step.WRITING:
            self._add_step(Mark.NOW, writing)
            self._add_bar()
            self._add_step(Mark.LATER, reading)
        else:
            self._add_step(Mark.DONE, writing)
            self._add_step(Mark.NOW, reading)
            self._add_bar()
        self._beside = (copy_words.private(self._speech.wording).rstrip("."),)
        self._stop = self.add_button(self.tr("Stop"), self.leave)
        self.open(self._stop)
        announce(self, writing if step is Step.WRITING else reading)

    def say_progress(self, done: int, total: int, seconds: float | None = None, file: str = "") -> None:
        """Say how far the step at hand is.

        Args:
            done: bytes.
            total: bytes.
            seconds: about how long it will still take; None where nothing is known yet.
            file: the one at hand.
        """
        beside = self._beside
        if seconds is not None:
            left = copy_words.duration(seconds, self._speech.wording)
            beside = (self.tr("%1 left").replace("%1", left), *beside)
        self.say_bytes(done, total, *beside)
        if file and self._busy:
            self._file.setText(f"\u2066{file.rpartition('/')[2]}\u2069")

    def tell(self, result: Arrived, source: Source, drive: Drive) -> None:
        """Say that it is done, and offer the next stick."""
        wording = self._speech.wording
        self._begin(busy=False)
        self.body.addWidget(DriveBox(drive, wording))
        box = VerdictBox(self._around.icons, self._theme, self)
        verdict, said = source.verdict, copy_words.arrived(result, wording)
        is_genuine = verdict.standing is Standing.GENUINE
        box.say_plainly(
            "good" if is_genuine else "plain",
            "genuine" if is_genuine else "development",
            verdict_words.name(verdict, wording),
            said,
        )
        self.body.addWidget(box)
        self.add_text(copy_words.eject(wording))
        self.add_text(copy_words.holds(source, wording) + ".", "sheetSoft")
        self.add_button(self.tr("Close"), self.leave)
        following = self.add_button(self.tr("Next stick"), self.again_asked.emit, main=True)
        self.open(following)
        announce(self, f"{said} {copy_words.eject(wording)}")

    def refuse(self, fault: ReaderError, drive: Drive | None, *, again: bool) -> None:
        """Say why it was not done.

        Args:
            fault: why.
            drive: where to; None where it had not come to that.
            again: whether another attempt, or another stick, may do better.
        """
        wording = self._speech.wording
        self._begin(busy=False)
        if drive is not None:
            self.body.addWidget(DriveBox(drive, wording))
        box = VerdictBox(self._around.icons, self._theme, self)
        said = wording.error(fault)
        kind = type(fault).__name__
        if kind == "CopyStopped":
            box.say_plainly("plain", "unknown", self.tr("Not finished"), said)
        elif not again and kind != "NotGenuine":
            box.say_plainly("plain", "development", self.tr("There is nothing to copy"), said)
        else:
            box.say_plainly("bad", "changed", self.tr("Not copied"), said)
        self.body.addWidget(box)
        verdict = getattr(fault, "verdict", None)
        if isinstance(verdict, Verdict):
            for line in verdict_words.differing(verdict, wording):
                self.add_text(line, "sheetSoft")
        first = self.add_button(self.tr("Close"), self.leave, main=not again)
        if again:
            first = self.add_button(self.tr("Choose again"), self.again_asked.emit, main=True)
        self.open(first)
        announce(self, said)

    def say_stopping(self) -> None:
        """Say that it ends with the piece that is being written."""
        self._stop.setText(self.tr("Stopping…"))
        self._stop.setEnabled(False)

    # How it is left

    def leave(self) -> None:
        """Close it; while something is being done, ask to stop that first."""
        if self._busy:
            self.stop_asked.emit()
        else:
            super().leave()

    def close_now(self) -> None:
        """Close it, whatever is being done."""
        self._busy = False
        super().leave()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stop nothing where the shade is pressed by mistake."""
        if not self._busy:
            super().mousePressEvent(event)

    # Its parts

    def _begin(self, *, busy: bool) -> None:
        self._busy, self._watched, self._beside = busy, None, ()
        self.clear()

    def _say_source(self, source: Source) -> None:
        wording = self._speech.wording
        self._add_step(Mark.DONE, verdict_words.name(source.verdict, wording))
        self._add_step(Mark.DONE, copy_words.holds(source, wording))

    def _add_step(self, mark: Mark, text: str) -> None:
        spoken = {
            Mark.DONE: self.tr("done"),
            Mark.NOW: self.tr("being done"),
            Mark.LATER: self.tr("comes later"),
        }[mark]
        self.body.addWidget(StepRow(mark, self._theme, text, spoken))

    def _add_bar(self) -> None:
        self.add_bar()
        self._file = self.add_text("\u00a0", "sheetSoft")  # its line is there from the beginning

    def _current(self) -> Drive | None:
        item = self.list.currentItem()
        return item.data(_DRIVE) if item else None

    def _choose_current(self) -> None:
        drive = self._current()
        if drive is not None:
            self.drive_chosen.emit(drive)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose with Enter while the list has the keyboard."""
        if (
            watched is self._watched
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self._choose_current()
            return True
        return super().eventFilter(watched, event)
