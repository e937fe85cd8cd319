"""What is asked and told about copies: this one, a pack that is brought, another copy to be checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from reader.errors import PackRejected, ReaderError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from reader.desk import Desk
    from reader.security.verification import Signed
    from reader.ui.background import Lane
    from reader.ui.keeping import Keeping
    from reader.ui.notice_bar import NoticeBar
    from reader.ui.pack_sheet import Offer, PackSheet
    from reader.ui.picker_sheet import Sought
    from reader.ui.surroundings import Surroundings
    from reader.ui.theme import Theme
    from reader.ui.translations import Speech

# The cards are imported where they are opened: most readers never ask for one, and all of them start.


class CopiesFlow(QObject):
    """Opens the cards about copies and packs.

    Args:
        desk: knows what is open.
        keeping: keeps packs, where that is on.
        around: icons and keys.
        actions: what can be asked for, by name.
        notices: tells what went wrong.
        speech: gives the language of the window.
        theme: the colours to begin with; another may be set.
        window: what the cards are shown over, and packs are dropped on.

    Signals:
        pack_taken: a pack is to be read from now on; carries its Catalogue.
    """

    pack_taken = Signal(object)

    def __init__(
        self,
        desk: Desk,
        keeping: Keeping,
        around: Surroundings,
        actions: dict[str, QAction],
        notices: NoticeBar,
        speech: Callable[[], Speech],
        theme: Theme,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk, self._keeping, self._around, self._notices = desk, keeping, around, notices
        self._speech, self._window = speech, window
        self.theme = theme
        self._lane: Lane | None = None
        self._newest: dict[str, Signed] = {}
        self._note(desk.verdict.signed)
        for name, done in (
            ("about_copy", self.tell_of_this_copy),
            ("open_pack", self.pick_pack),
            ("check_copy", self.pick_copy),
            ("copy_to_stick", self.copy_to_stick),
        ):
            actions[name].triggered.connect(done)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @property
    def shows_old_issue(self) -> bool:
        """Whether a newer issue of what is open was seen in this sitting."""
        shown = self._desk.verdict.signed
        newest = self._newest.get(self._desk.briefing.id)
        return shown is not None and newest is not None and shown.manifest.version < newest.manifest.version

    def stop(self) -> None:
        """End what is under way."""
        if self._lane is not None:
            self._lane.stop()

    # This copy

    def tell_of_this_copy(self) -> None:
        """Show what is known of the copy that is open."""
        from reader.ui.copy_details import CopyDetails

        details = CopyDetails(self._around, self.theme, self._window)
        details.left.connect(details.deleteLater)
        details.tell(self._desk.briefing, self._desk.verdict, self._speech())

    # A pack

    def pick_pack(self) -> None:
        """Let one pick a pack."""
        from reader.ui.picker_sheet import Sought

        self._pick(self.tr("Open a pack"), self.open_pack, Sought.PACK)

    def open_pack(self, path: Path) -> None:
        """Check a pack and offer it; nothing of it is shown before every byte was compared."""
        from reader.ui.job import Job
        from reader.ui.pack_sheet import PackSheet

        sheet = PackSheet(path.name, self._around, self.theme, self._speech(), self._window)
        job = Job(self._lane_here(), self)
        job.moved.connect(sheet.say_progress)
        sheet.called_off.connect(job.call_off)
        sheet.left.connect(sheet.deleteLater)
        sheet.wanted.connect(self._take)
        job.run(
            lambda tell: self._offer(path, tell),
            lambda offer: sheet.offer(offer, self._desk.briefing, can_keep=self._keeping.is_on),
            lambda fault: self._refuse(sheet, fault),
        )

    def _offer(self, path: Path, tell: Callable[[str, int, int], None]) -> Offer:
        """Verify a pack and read it through; runs in the lane.

        Raises:
            PackRejected: it is not accepted.
        """
        from reader.library.pack import announced, read_through
        from reader.library.shelf import news, relation
        from reader.security.verification import open_pack
        from reader.ui.pack_sheet import CHECKING, READING, Offer

        folder = open_pack(path, self._around.trusted_keys(), lambda done, total: tell(CHECKING, done, total))
        catalogue = read_through(announced(folder), lambda done, total: tell(READING, done, total))
        briefing = self._desk.briefing
        own = self._newest.get(briefing.id)
        stands = relation(briefing, own, folder.signed)
        return Offer(
            folder, catalogue, stands, news(catalogue.briefing, self._desk.verdict.signed, folder.signed)
        )

    def _refuse(self, sheet: PackSheet, fault: Exception) -> None:
        from reader.security.verdict import judge

        if not isinstance(fault, ReaderError):
            raise fault
        refusal = fault if isinstance(fault, PackRejected) else PackRejected(fault.sentence, **fault.values)
        sheet.refuse(fault, judge(None, refusal=refusal))

    def _take(self, offer: Offer, keep: bool) -> None:
        self._note(offer.folder.signed)
        if keep:
            try:
                self._keeping.keep_pack(offer.folder)
            except ReaderError as fault:
                self._notices.say([self._speech().wording.error(fault)])
        self.pack_taken.emit(offer.catalogue)

    def _note(self, signed: Signed | None) -> None:
        """Remember, for this sitting, the newest issue of each briefing."""
        if signed is not None:
            known = self._newest.get(signed.manifest.pack)
            if known is None or known.manifest.version < signed.manifest.version:
                self._newest[signed.manifest.pack] = signed

    # Another copy

    def pick_copy(self) -> None:
        """Let one pick a stick, a folder or a pack to be checked."""
        from reader.ui.picker_sheet import Sought

        self._pick(self.tr("Check another copy"), self.check_copy, Sought.PACK_OR_FOLDER)

    def check_copy(self, path: Path) -> None:
        """Check another copy and tell what was found."""
        from reader.security.other_copy import check_copy
        from reader.ui.check_sheet import CheckSheet
        from reader.ui.job import Job

        sheet = CheckSheet(path.name or str(path), self._around, self.theme, self._speech(), self._window)
        job = Job(self._lane_here(), self)
        job.moved.connect(sheet.say_progress)
        sheet.called_off.connect(job.call_off)
        sheet.left.connect(sheet.deleteLater)
        keys = self._around.trusted_keys
        job.run(
            lambda tell: check_copy(path, keys(), lambda done, total: tell("", done, total)),
            sheet.tell,
            self._raise,
        )

    def _raise(self, fault: Exception) -> None:
        if not isinstance(fault, ReaderError):
            raise fault
        self._notices.say([self._speech().wording.error(fault)])

    # Passing it on

    def copy_to_stick(self) -> None:
        """Copy the program and its documents to a stick, and then perhaps to the next."""
        from reader.ui.copy_flow import CopyFlow
        from reader.ui.picker_sheet import Sought

        title = self.tr("Copy to a folder")
        CopyFlow(
            self._lane_here(),
            self._around,
            self.theme,
            self._speech(),
            self._window,
            lambda picked, left: self._pick(title, picked, Sought.FOLDER, left),
        ).begin()

    # Picking and dropping

    def _pick(
        self,
        title: str,
        picked: Callable[[Path], None],
        sought: Sought,
        otherwise: Callable[[], None] | None = None,
    ) -> None:
        from reader.ui.picker_sheet import PickerSheet

        sheet = PickerSheet(
            self._lane_here(),
            self._around,
            self.theme,
            self._speech(),
            self._window,
            title,
            sought=sought,
        )
        sheet.left.connect(sheet.deleteLater)
        sheet.picked.connect(picked)
        if otherwise is not None:
            sheet.given_up.connect(otherwise)

    def _lane_here(self) -> Lane:
        if self._lane is None:
            from reader.ui.background import Lane

            self._lane = Lane("copies", self)
        return self._lane

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a pack that is dropped on the window, and nothing else."""
        if event.type() == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            if _dropped(event) is not None:
                event.acceptProposedAction()
            return True
        if event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            path = _dropped(event)
            if path is not None:
                event.acceptProposedAction()
                self.open_pack(path)
            return True
        return False


def _dropped(event: QDropEvent) -> Path | None:
    """Return the one pack that is being dropped, if that is all that is."""
    from pathlib import Path

    from reader.security.other_copy import ENDING

    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.name.lower().endswith(ENDING) else None
