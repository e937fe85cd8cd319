"""The card about a pack: how far its check is, what is known of it, and what can be done with it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from reader.library import verdict_words
from reader.library.shelf import News, Relation
from reader.security.verdict import judge
from reader.ui.sizes import size_words
from reader.ui.verdict_box import VerdictBox
from reader.ui.working_sheet import WorkingSheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.errors import ReaderError
    from reader.library.catalogue import Catalogue
    from reader.library.document import Briefing
    from reader.security.verdict import Verdict
    from reader.security.verification import VerifiedFolder
    from reader.ui.surroundings import Surroundings
    from reader.ui.theme import Theme
    from reader.ui.translations import Speech

CHECKING, READING = "checking", "reading"
_TAKEN = (Relation.NEWER, Relation.OLDER, Relation.OTHER_BRIEFING)


@dataclass(frozen=True, slots=True)
class Offer:
    """A pack that was verified and read through.

    Attributes:
        folder: its files.
        catalogue: its documents.
        relation: how it stands to what one has.
        news: what it brings.
    """

    folder: VerifiedFolder
    catalogue: Catalogue
    relation: Relation
    news: News


class PackSheet(WorkingSheet):
    """Shows a pack's progress, then what came of it.

    Args:
        name: the file.
        around: icons.
        theme: the colours.
        speech: the language of the window.
        window: what it is shown over.

    Signals:
        wanted: the pack is to be read; carries the Offer and whether it is to be kept.
    """

    wanted = Signal(object, bool)

    def __init__(
        self, name: str, around: Surroundings, theme: Theme, speech: Speech, window: QWidget
    ) -> None:
        super().__init__(around, theme, speech, window)
        self._name = f"\u2068{name}\u2069"
        self.begin_work(
            self.tr("Checking “%1”").replace("%1", self._name),
            self.tr("Every byte is compared with what was signed."),
        )

    def say_progress(self, step: str, done: int, total: int) -> None:
        """Say how far the check is."""
        if step == CHECKING:
            self.say_bytes(done, total)
        else:
            self.say_step(self.tr("The documents are read once, so that all of them can be shown."))
            self.say_count(done, total)

    def offer(self, offer: Offer, own: Briefing, *, can_keep: bool) -> None:
        """Show a pack that was verified.

        Args:
            offer: the pack.
            own: what one reads now.
            can_keep: whether packs can be kept.
        """
        verdict, wording = judge(offer.folder.signed), self._speech.wording
        stands = offer.relation
        self._begin(self.tr("The pack “%1”"))
        box = VerdictBox(self._around.icons, self._theme, self)
        self.body.addWidget(box)
        if stands is Relation.CONTRADICTION:
            box.say_plainly(
                "bad", "changed", self.tr("Two issues with one number"), self._contradiction(verdict)
            )
        elif stands is Relation.OTHER_PUBLISHER:
            box.say_plainly("bad", "unknown", self.tr("Another publisher"), self._other_publisher(verdict))
        else:
            box.say(verdict, wording, verdict_words.scope(wording))
        self.add_text(
            offer.catalogue.briefing.titles.get(self._speech.language, offer.folder.signed.manifest.title)
        )
        self.add_text(self._facts(offer), "sheetSoft")
        self.add_text(self._standing(offer, own), "sheetSoft")
        age = verdict_words.age(verdict, datetime.date.today(), wording)
        if age:
            self.add_text(age, "sheetSoft")
        if stands not in _TAKEN:
            self._end()
            return
        if not can_keep:
            self.add_text(
                self.tr("It is read from memory: nothing is stored, and it is gone when the window closes."),
                "sheetSoft",
            )
        self.add_button(self.tr("Cancel"), self.leave)
        once = {
            Relation.OLDER: self.tr("Open as old issue"),
        }.get(stands, self.tr("Read only this time") if can_keep else self.tr("Read"))
        keeps = can_keep and stands is not Relation.OLDER
        self.add_button(once, lambda: self._want(offer, keep=False), main=not keeps)
        if keeps:
            self.add_button(self.tr("Add"), lambda: self._want(offer, keep=True), main=True)
        self.open()

    def refuse(self, fault: ReaderError, verdict: Verdict) -> None:
        """Show a pack that was refused.

        Args:
            fault: why.
            verdict: what is known of it.
        """
        wording = self._speech.wording
        self._begin(self.tr("The pack “%1” was not opened"))
        box = VerdictBox(self._around.icons, self._theme, self)
        self.body.addWidget(box)
        if verdict.differences or type(fault).__name__ != "PackRejected":
            box.say(verdict, wording)
            for line in verdict_words.differing(verdict, wording):
                self.add_text(line, "sheetSoft")
            if verdict.differences.alarms:
                self.add_text(verdict_words.alarm(verdict.differences.alarms, wording))
        else:
            box.say_plainly("bad", "changed", self.tr("It cannot be shown"), wording.error(fault))
        self.add_text(self.tr("What you had before is untouched."), "sheetSoft")
        self._end()

    def _want(self, offer: Offer, *, keep: bool) -> None:
        self.leave()
        self.wanted.emit(offer, keep)

    def _begin(self, title: str) -> None:
        self.end_work(title.replace("%1", self._name))

    def _end(self) -> None:
        self.add_button(self.tr("Close"), self.leave, main=True)
        self.open()

    def _facts(self, offer: Offer) -> str:
        number, manifest = self._speech.number, offer.folder.signed.manifest
        facts = [
            self.tr("Issue %1").replace("%1", number(manifest.version)),
            number(self.tr("%n document(s)", "", offer.news.documents)),
        ]
        if offer.news.new:
            facts.append(number(self.tr("%n new", "", offer.news.new)))
        if offer.news.revised:
            facts.append(number(self.tr("%n revised", "", offer.news.revised)))
        facts.append(size_words(manifest.total_bytes, self._speech))
        return " · ".join(facts)

    def _standing(self, offer: Offer, own: Briefing) -> str:
        version = offer.folder.signed.manifest.version
        if offer.relation is Relation.NEWER and version == own.version:
            # Of a copy that nobody signed only the number can be compared.
            same = self.tr("The same issue as the one you have (%1), which nobody signed.")
            return same.replace("%1", self._speech.number(own.version))
        said = {
            Relation.NEWER: self.tr("Newer than what you have (issue %1)."),
            Relation.SAME: self.tr("This is the issue that you have (%1)."),
            Relation.OLDER: self.tr("It is older than what you have (issue %1)."),
            Relation.OTHER_BRIEFING: self.tr("Another briefing than the one you have (issue %1)."),
        }.get(offer.relation, self.tr("It was not opened; what you had before is untouched (issue %1)."))
        return said.replace("%1", self._speech.number(own.version))

    def _contradiction(self, verdict: Verdict) -> str:
        return self.tr(
            "%1 signed this pack and the one that you have as the same issue, and they differ. "
            "Ask the publisher which of them counts."
        ).replace("%1", self._publisher(verdict))

    def _other_publisher(self, verdict: Verdict) -> str:
        return self.tr(
            "It bears the name of the briefing that you have, but was packed by %1. "
            "It is not a new issue of it."
        ).replace("%1", self._publisher(verdict))

    def _publisher(self, verdict: Verdict) -> str:
        assert verdict.signed is not None
        names = verdict.signed.publisher.names
        return f"\u2068{names.get(self._speech.language, names['en'])}\u2069"
