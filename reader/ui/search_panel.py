"""The search's side column: what was understood, filters, hits, or plain words on why there are none."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from reader.ui.chips import Chip, ChipRow
from reader.ui.flow_layout import FlowLayout
from reader.ui.hit_list import HitList

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.errors import ReaderError
    from reader.search.answer import Answer, Hit
    from reader.ui.theme import Theme
    from reader.ui.translations import Speech

ALL = ""
"""The filter that lets every part through."""


class SearchPanel(QWidget):
    """What a search says and finds.

    Args:
        theme: the colours.
        speech: the language of the window.
        where: says where a hit is.
        part: says which part of the briefing a hit is in.
        titles: says what the parts are called, in their order.
        parent: the window.

    Signals:
        hit_selected: the row one stands on changed; carries its Hit.
        hit_chosen: a row was clicked or entered; carries its Hit.
        query_offered: an example, a suggestion or an earlier query was chosen; carries its text.
        typed_asked: the words are to be searched for just as they were typed.
        exact_turned: only the exact form is wanted, or every form again; carries which.
        copy_asked: the hits listed are to be copied.
        filtered: another filter was chosen; carries the hits that pass.
    """

    hit_selected = Signal(object)
    hit_chosen = Signal(object)
    query_offered = Signal(str)
    typed_asked = Signal()
    exact_turned = Signal(bool)
    copy_asked = Signal()
    filtered = Signal(object)

    def __init__(
        self,
        theme: Theme,
        speech: Speech,
        where: Callable[[Hit], str],
        part: Callable[[Hit], str],
        titles: Callable[[], dict[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._speech, self._part, self._titles = speech, part, titles
        self._answer: tuple[Answer, int] | None = None
        self._recent: tuple[str, ...] = ()
        self._filter = ALL
        self._filters = ChipRow("filters", self)
        self._said, self._more = QLabel(self), QLabel(self)
        self._said.setObjectName("said")
        self._more.setObjectName("more")
        for label in (self._said, self._more):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setContentsMargins(16, 4, 16, 2)
        self._offers = ChipRow("offers", self)
        self._place = QLabel(self)
        self._place.setMinimumHeight(24)
        self._exact = self._small_button(checkable=True)
        self._copy = self._small_button()
        self._list = HitList(theme, where, self._count, self)
        self._tools = QWidget(self)
        tools = FlowLayout(self._tools, gap=4)
        tools.setContentsMargins(14, 0, 10, 0)
        for tool in (self._place, self._exact, self._copy):
            tools.addWidget(tool)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(2)
        for widget in (self._filters, self._said, self._more, self._offers, self._tools):
            column.addWidget(widget)
        column.addWidget(self._list, 1)
        self._list.opened.connect(self.hit_chosen)
        self._list.stood_on.connect(self._stood_on)
        self._filters.chosen.connect(self._choose_filter)
        self._offers.chosen.connect(self._offered)
        self._exact.toggled.connect(self.exact_turned)
        self._copy.clicked.connect(self.copy_asked)
        self._name()

    def _small_button(self, *, checkable: bool = False) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("small")
        button.setCheckable(checkable)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _name(self) -> None:
        self._list.setAccessibleName(self.tr("Search results"))
        self._exact.setText(self.tr("Exact form"))
        self._exact.setToolTip(self.tr("Find only the words as they are typed, not their other forms"))
        self._copy.setText(self.tr("Copy all"))
        self._copy.setToolTip(self.tr("Copy the passages found, each with its place"))

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._list.set_theme(theme)

    def set_speech(self, speech: Speech) -> None:
        """Speak another language; what is listed stays."""
        self._speech = speech
        self._name()
        if self._answer is not None:
            self.show_answer(*self._answer)
        else:
            self.say_how(self._recent)

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The hits that pass the filter, in the order listed."""
        return self._list.hits

    @property
    def is_exact(self) -> bool:
        """Whether only the exact form is wanted."""
        return self._exact.isChecked()

    def said(self) -> str:
        """Return what is said above the list, for a screen reader to announce."""
        labels = (self._said, self._more, self._place)
        return " ".join(label.text() for label in labels if label.text() and not label.isHidden())

    # What it shows

    def say_how(self, recent: tuple[str, ...] = ()) -> None:
        """Say what can be typed; nothing is searched for yet.

        Args:
            recent: what was searched for earlier in this sitting, newest first.
        """
        self._answer, self._recent, self._filter = None, recent, ALL
        examples = (
            self.tr("strike"),
            self.tr("“internet shutdown”"),
            self.tr("18 Dey 1404"),
            self.tr("union*"),
            self.tr("internet -shutdown"),
            self.tr("in:annex internet"),
        )
        self._say(
            self.tr("Type a word of any document."),
            self.tr("Spelling, half-spaces and digits do not matter. For example:"),
        )
        offers = [Chip(example, example) for example in map(self._speech.number, examples)]
        earlier = [
            Chip(query, _short(query), description=self.tr("searched for earlier")) for query in recent
        ]
        self._show_rows((), (), offers + earlier)

    def say_preparing(self) -> None:
        """Say that the documents are still being read."""
        self._answer = None
        self._say(self.tr("One moment: the documents are being read."), "")
        self._show_rows((), (), [])

    def say_fault(self, fault: ReaderError) -> None:
        """Say that a search went wrong."""
        self._answer = None
        self._say(self._speech.wording.error(fault), "")
        self._show_rows((), (), [])

    def show_answer(self, answer: Answer, documents: int) -> None:
        """List the hits of an answer, or say that there are none.

        Args:
            answer: what was found.
            documents: how many documents were searched.
        """
        self._answer = (answer, documents)
        counts = Counter(map(self._part, answer.hits))
        if self._filter not in counts:
            self._filter = ALL
        offers = []
        if answer.suggestion:
            offers.append(Chip(answer.suggestion, answer.suggestion, description=self.tr("did you mean")))
        if answer.hits:
            self._say_repaired(answer)
        else:
            self._say_nothing(answer, documents)
        if answer.repaired:
            offers.append(Chip(ALL, self.tr("search for “%1” as typed").replace("%1", _short(answer.query))))
        filters = self._filter_chips(answer, counts) if len(counts) > 1 else ()
        self._show_rows(filters, self._passing(answer), offers)

    def _say_repaired(self, answer: Answer) -> None:
        said = ""
        if answer.repaired:
            said = self.tr("Showing results for “%1”").replace("%1", _short(answer.repaired))
        elif answer.suggestion:
            said = self.tr("Did you mean:")
        self._say(said, "")

    def _say_nothing(self, answer: Answer, documents: int) -> None:
        searched = self.tr(
            "All %n document(s) were searched, in Persian and English, in every spelling.", "", documents
        )
        advice = (
            self.tr("Did you mean:") if answer.suggestion else self.tr("Try fewer letters, or another word.")
        )
        self._say(
            self.tr("Nothing was found for “%1”.").replace("%1", _short(answer.query)),
            f"{self._speech.number(searched)}\n{advice}",
        )

    def _filter_chips(self, answer: Answer, counts: Counter[str]) -> list[Chip]:
        chips = [Chip(ALL, f"{self.tr('All')} {len(answer.hits)}", self._filter == ALL)]
        chips += [
            Chip(part, f"{title} {counts[part]}", self._filter == part)
            for part, title in self._titles().items()
            if counts[part]
        ]
        return [Chip(chip.key, self._speech.number(chip.text), chip.chosen) for chip in chips]

    def _passing(self, answer: Answer) -> tuple[Hit, ...]:
        return tuple(hit for hit in answer.hits if self._filter in (ALL, self._part(hit)))

    def _say(self, said: str, more: str) -> None:
        for label, text in ((self._said, said), (self._more, more)):
            label.setText(text)
            label.setVisible(bool(text))

    def _show_rows(
        self, filters: tuple[Chip, ...] | list[Chip], hits: tuple[Hit, ...], offers: list[Chip]
    ) -> None:
        self._filters.show_chips(filters)
        self._offers.show_chips(offers)
        self._list.show_hits(hits)
        self._copy.setVisible(bool(hits))
        self._tools.setVisible(bool(hits) or self.is_exact)
        self._say_place()

    def _count(self, hit: Hit) -> str:
        matches = len(hit.ranges)
        return self._speech.number(self.tr("%n match(es)", "", matches)) if matches else ""

    def _say_place(self) -> None:
        total = len(self._passing(self._answer[0])) if self._answer else 0
        at = self._list.row + 1
        said = self.tr("%1 of %2") if at else self.tr("%n passage(s)", "", total)
        said = said.replace("%1", str(at)).replace("%2", str(total))
        self._place.setText(self._speech.number(said) if total else "")

    # What is chosen

    def step(self, by: int) -> None:
        """Stand on another row.

        Args:
            by: rows, negative for up.
        """
        self._list.step(by)

    def select(self, row: int) -> None:
        """Stand on a row."""
        self._list.select(row)

    def selected(self) -> Hit | None:
        """Return the hit one stands on."""
        return self._list.selected()

    def _stood_on(self, hit: Hit) -> None:
        self._say_place()
        self.hit_selected.emit(hit)

    def _choose_filter(self, part: str) -> None:
        self._filter = part
        if self._answer is not None:
            self.show_answer(*self._answer)
            self.filtered.emit(self.hits)

    def _offered(self, text: str) -> None:
        if text == ALL:
            self.typed_asked.emit()
        else:
            self.query_offered.emit(text)


def _short(text: str, longest: int = 40) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"
