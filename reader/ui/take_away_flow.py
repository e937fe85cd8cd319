"""Taking the briefing away, from the key that asks for it to the file in its place."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from reader.errors import ReaderError, WrongUse

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from reader.desk import Desk
    from reader.library.document import Language
    from reader.ui.background import Lane
    from reader.ui.job import Job, Tell
    from reader.ui.surroundings import Surroundings
    from reader.ui.take_away_sheet import TakeAwaySheet, Wish
    from reader.ui.theme import Theme
    from reader.ui.translations import Speech

_PARTS = 1000
_MAKING, _WRITING, _WRITTEN = "making", "writing", "written"

# The cards are imported where they are opened: most readers never ask for one, and all of them start.


class TakeAwayFlow(QObject):
    """Opens the card, makes the file off the window's thread where that can be, and writes it.

    Args:
        desk: has the briefing.
        around: icons and sentences.
        action: asks for it.
        speech: gives the language of the window.
        theme: the colours to begin with; another may be set.
        window: what the card is shown over.
    """

    def __init__(
        self,
        desk: Desk,
        around: Surroundings,
        action: QAction,
        speech: Callable[[], Speech],
        theme: Theme,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk, self._around, self._speech, self._window = desk, around, speech, window
        self.theme = theme
        self._lane: Lane | None = None
        self._job: Job | None = None
        self._sheet: TakeAwaySheet | None = None
        action.triggered.connect(self.ask)

    def stop(self) -> None:
        """End what is under way."""
        if self._job is not None:
            self._job.call_off()
        if self._lane is not None:
            self._lane.stop()

    def give_up(self) -> None:
        """Close the card and make nothing, because another briefing is open from now on."""
        if self._sheet is not None:
            self._sheet.leave()

    def ask(self) -> None:
        """Ask what is to be made."""
        from reader.ui.take_away_forms import offered
        from reader.ui.take_away_sheet import TakeAwaySheet

        languages = self._desk.briefing.languages
        sheet = TakeAwaySheet(offered(), languages, self._around, self.theme, self._speech(), self._window)
        sheet.folder_asked.connect(lambda: self._pick_folder(sheet))
        sheet.weighed.connect(lambda chosen: self._weigh(sheet, chosen))
        sheet.wanted.connect(lambda wish: self._make(sheet, wish))
        sheet.called_off.connect(self._call_off)
        sheet.left.connect(self._forget)
        sheet.left.connect(sheet.deleteLater)
        self._sheet = sheet
        self._weigh(sheet, languages)

    def _weigh(self, sheet: TakeAwaySheet, languages: tuple[Language, ...]) -> None:
        """Find out about how large the files will be; where that cannot be, no size is shown."""
        from reader.ui.take_away_forms import offered, sizes

        self._lane_here().run(
            lambda: sizes(self._desk, offered(), languages),
            lambda found: sheet.say_sizes(languages, found) if self._sheet is sheet else None,
            self._raise_unless_expected,
        )

    def _raise_unless_expected(self, fault: Exception) -> None:
        if not isinstance(fault, ReaderError):
            raise fault

    def _forget(self) -> None:
        self._sheet = None

    def _pick_folder(self, sheet: TakeAwaySheet) -> None:
        from reader.ui.picker_sheet import PickerSheet, Sought

        picker = PickerSheet(
            self._lane_here(),
            self._around,
            self.theme,
            self._speech(),
            self._window,
            self.tr("Where to?"),
            sought=Sought.FOLDER,
        )
        picker.left.connect(picker.deleteLater)
        picker.picked.connect(sheet.choose_folder)

    # Making

    def _make(self, sheet: TakeAwaySheet, wish: Wish) -> None:
        from reader.ui.job import Job
        from reader.ui.take_away_forms import is_drawn

        try:
            path = _target(wish)
        except ReaderError as fault:
            self._fail(sheet, fault)
            return
        sheet.begin(wish)
        job = self._job = Job(self._lane_here(), self)
        job.moved.connect(lambda step, done, total: self._say_progress(sheet, step, done, total))
        if is_drawn(wish.form):
            # Once the card has been painted.
            QTimer.singleShot(0, job, lambda: self._draw(sheet, wish, path, job))
        else:
            self._finish(sheet, wish, path, job, lambda tell: self._edition(wish, tell))

    def _draw(self, sheet: TakeAwaySheet, wish: Wish, path: Path, job: Job) -> None:
        """Make what Qt draws: in the window's thread, which lives meanwhile from page to page."""
        from reader.ui.job import CalledOff

        def tell(step: str, done: int, total: int) -> None:
            job.tell(step, done, total)
            QCoreApplication.processEvents()
            job.tell(step, done, total)

        try:
            made = self._edition(wish, tell)
        except CalledOff:
            return
        except ReaderError as fault:
            self._fail(sheet, fault)
            return
        self._finish(sheet, wish, path, job, lambda _tell: made)

    def _edition(self, wish: Wish, tell: Tell) -> bytes:
        from reader.editions import edition, spoken

        wordings = {each: self._around.wording(each) for each in spoken(wish.languages)}
        return edition(
            self._desk,
            wish.form,
            wish.languages,
            wordings,
            lambda part: tell(_MAKING, int(part * _PARTS), _PARTS),
        )

    def _finish(
        self, sheet: TakeAwaySheet, wish: Wish, path: Path, job: Job, make: Callable[[Tell], bytes]
    ) -> None:
        job.run(
            lambda tell: _written(path, make(tell), tell),
            lambda size: sheet.tell(wish, size),
            lambda fault: self._fail(sheet, fault),
        )

    def _say_progress(self, sheet: TakeAwaySheet, step: str, done: int, total: int) -> None:
        if step == _MAKING:
            sheet.say_part(done, total)
        else:
            sheet.say_written()

    def _fail(self, sheet: TakeAwaySheet, fault: Exception) -> None:
        self._job = None
        if not isinstance(fault, ReaderError):
            raise fault
        sheet.ask(self._speech().wording.error(fault))

    def _call_off(self) -> None:
        if self._job is not None:
            self._job.call_off()

    def _lane_here(self) -> Lane:
        if self._lane is None:
            from reader.ui.background import Lane

            self._lane = Lane("taking away", self)
        return self._lane


def _target(wish: Wish) -> Path:
    """Return where the file is to lie.

    Raises:
        WrongUse: it cannot have that name, or there is one of that name.
    """
    from reader.security.names import is_file_name

    assert wish.folder is not None
    if not is_file_name(wish.file_name) or not is_file_name(wish.name):
        raise WrongUse("A file cannot have this name on every system: choose another one.")
    path = wish.folder / wish.file_name
    if os.path.lexists(path):
        raise WrongUse("“{file}” is there already: choose another name.", file=wish.file_name)
    return path


def _written(path: Path, made: bytes, tell: Tell) -> int:
    """Write the file and return its size; called off, it is not there.

    Raises:
        WrongUse: there is one of that name by now.
        WriteFailed: it could not be written.
    """
    from reader.security import safe_write
    from reader.ui.job import CalledOff

    tell(_WRITING, 1, 1)
    if os.path.lexists(path):
        raise WrongUse("“{file}” is there already: choose another name.", file=path.name)
    safe_write.write_file(path, made)
    try:
        tell(_WRITTEN, 1, 1)
    except CalledOff:
        safe_write.remove(path)
        raise
    return len(made)
