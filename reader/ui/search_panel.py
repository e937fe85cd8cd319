"""The search's side column: what was understood, filters, hits, or plain words on why there are none."""

from __future__ import annotations

from collections import Counter
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.ui.chips import Chip, ChipRow
from reader.ui.hit_list import HitList
from reader.ui.hit_tools import HitTools
from reader.ui.search_examples import Example, Examples, QueryLanguage
from reader.ui.search_sentences import AS_TYPED, EVERY_FORM, SearchSentences, short
from reader.ui.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reader.errors import ReaderError
    from reader.search.answer import Answer, Hit
    from reader.ui.theme import Theme
    from reader.ui.translations import Speech

ALL = ""
"""The filter that lets every part through."""
_COMPLETIONS = 30
"""Characters of completions that stand in one line."""


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
        query_completed: a way to finish the word being typed was chosen; carries the whole query.
        typed_asked: the words are to be searched for just as they were typed.
        every_form_asked: the words are to be searched for in every form and spelling again.
        exact_turned: only the exact form is wanted, or every form again; carries which.
        copy_asked: the hits listed are to be copied.
        twin_asked: the hit one stands on is to be shown in its other language.
        filtered: another filter was chosen; carries the hits that pass.
        examples_wanted: examples are about to be shown; carries those that might be.
    """

    hit_selected = Signal(object)
    hit_chosen = Signal(object)
    query_offered = Signal(str)
    query_completed = Signal(str)
    typed_asked = Signal()
    every_form_asked = Signal()
    exact_turned = Signal(bool)
    copy_asked = Signal()
    twin_asked = Signal()
    filtered = Signal(object)
    examples_wanted = Signal(object)

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
        self._answer: tuple[Answer, int, bool] | None = None
        self._recent: tuple[str, ...] = ()
        self._filter = ALL
        self._sentences, self._language = SearchSentences(self), QueryLanguage(self)
        self._before: QWidget | None = None
        self._completions = ChipRow("completions", self)
        self._filters = ChipRow("filters", self)
        self._said, self._more = WrappedLabel(self), WrappedLabel(self)
        self._said.setObjectName("said")
        self._more.setObjectName("more")
        for label in (self._said, self._more):
            label.setContentsMargins(18, 4, 18, 2)
        self._offers = ChipRow("offers", self)
        self._examples = Examples(self)
        self._tools = HitTools(self)
        self._list = HitList(theme, where, self._count, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(2)
        for widget in (self._completions, self._filters, self._said, self._offers, self._more, self._tools):
            column.addWidget(widget)
        column.addWidget(self._examples, 1)
        column.addWidget(self._list, 1)
        column.addStretch(0)
        self._connect()
        self._list.setAccessibleName(self.tr("Search results"))

    def _connect(self) -> None:
        self._list.opened.connect(self.hit_chosen)
        self._list.stood_on.connect(self._stood_on)
        self._completions.chosen.connect(self.query_completed)
        self._filters.chosen.connect(self._choose_filter)
        self._offers.chosen.connect(self._offered)
        self._examples.chosen.connect(self.query_offered)
        self._tools.exact_turned.connect(self.exact_turned)
        self._tools.copy_asked.connect(self.copy_asked)
        self._tools.twin_asked.connect(self.twin_asked)
        for row in (self._completions, self._filters, self._offers, self._examples):
            row.grew.connect(self._order)

    def follow(self, before: QWidget) -> None:
        """Let the Tab key come here from a widget, and go on afterwards to what came after that one.

        Args:
            before: the field one types in.
        """
        self._before = before.focusProxy() or before
        self._order()

    def _order(self) -> None:
        if self._before is None:
            return
        rows = (self._completions, self._filters, self._offers, self._tools, self._examples)
        chain = [self._before, *(button for row in rows for button in row.buttons), self._list]
        for one, next_ in pairwise(chain):
            QWidget.setTabOrder(one, next_)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._list.set_theme(theme)

    def set_speech(self, speech: Speech) -> None:
        """Speak another language; what is listed stays."""
        self._speech = speech
        self._list.setAccessibleName(self.tr("Search results"))
        self._tools.retranslate()
        self._examples.show_examples(())
        if self.isVisible():
            self._want_examples()
        if self._answer is not None:
            self.show_answer(self._answer[0], self._answer[1], literal=self._answer[2])
        else:
            self.say_how(self._recent)

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The hits that pass the filter, best first."""
        return self._passing(self._answer[0]) if self._answer is not None else ()

    @property
    def is_exact(self) -> bool:
        """Whether only the exact form is wanted."""
        return self._tools.is_exact

    def said(self) -> str:
        """Return what is said above the list, for a screen reader to announce."""
        offers = [chip.text for chip in self._offers.chips] if self._offers.lead else []
        labels = [label.text() for label in (self._said, self._more) if not label.isHidden()]
        through = self._sentences.through(self._answer[0]) if self._answer is not None else ""
        parts = [
            labels[0] if labels else "",
            self._offers.lead,
            *offers,
            *labels[1:],
            self._tools.place,
            through,
        ]
        return " ".join(part for part in parts if part)

    def said_of_hit(self) -> str:
        """Return what is said of the hit one stands on, for a screen reader to announce."""
        hit = self.selected()
        return f"{self._tools.place}. {self._list.spoken(hit)}" if hit is not None else ""

    # What it shows

    def say_how(self, recent: tuple[str, ...] = ()) -> None:
        """Say what can be typed; nothing is searched for yet.

        Args:
            recent: what was searched for earlier in this sitting, newest first.
        """
        self._answer, self._recent, self._filter = None, recent, ALL
        self._say(
            self.tr("Type a word of any document."),
            self.tr("Spelling, half-spaces and digits do not matter."),
        )
        earlier = [Chip(query, short(query), description=self.tr("searched for earlier")) for query in recent]
        self._show_rows((), earlier, lead=self.tr("Earlier:") if earlier else "")
        self._want_examples()

    def say_preparing(self) -> None:
        """Say that the documents are still being read."""
        self._answer = None
        self._say(self.tr("One moment: the documents are being read."), "")
        self._show_rows((), [])

    def say_fault(self, fault: ReaderError) -> None:
        """Say that a search went wrong."""
        self._answer = None
        self._say(self._speech.wording.error(fault), "")
        self._show_rows((), [])

    def show_answer(self, answer: Answer, documents: int, *, literal: bool = False) -> None:
        """List the hits of an answer, or say that there are none.

        Args:
            answer: what was found.
            documents: how many documents were searched.
            literal: whether only what was typed was searched for.
        """
        self._answer = (answer, documents, literal)
        counts = Counter(map(self._part, answer.hits))
        if self._filter not in counts:
            self._filter = ALL
        says, narrow = self._sentences, literal or self.is_exact
        if answer.hits:
            self._say("", "")
        else:
            self._say(says.nothing(answer), says.tried(answer, documents, self._speech, narrow=narrow))
        filters = self._filter_chips(answer, counts) if len(counts) > 1 else ()
        self._show_rows(
            filters, says.offers(answer, narrow=narrow), lead=says.lead(answer), through=says.through(answer)
        )
        if not answer.hits:
            self._want_examples()

    def show_completions(self, completions: Iterable[str]) -> None:
        """Offer ways to finish the word that is being typed.

        Args:
            completions: whole queries.
        """
        chips = [
            Chip(query, query.split()[-1], description=self.tr("finish the word so"), name=query)
            for query in completions
        ]
        ends = accumulate(len(chip.text) + 4 for chip in chips)
        chips = [chip for chip, end in zip(chips, ends, strict=True) if end <= _COMPLETIONS]
        self._completions.show_chips(chips, "Tab" if chips else "")

    def show_examples(self, examples: tuple[Example, ...]) -> None:
        """Show examples, if this is the moment for them: nothing is listed.

        Args:
            examples: those that find something.
        """
        lead = self.tr("For example:") if self._answer is None else self.tr("You can also try:")
        self._examples.show_examples(() if self._list.hits else examples, lead)

    def _want_examples(self) -> None:
        self.examples_wanted.emit(self._language.examples(self._speech))

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
        self, filters: Iterable[Chip], offers: list[Chip], *, lead: str = "", through: str = ""
    ) -> None:
        hits = self.hits
        if self._answer is None:
            self._completions.show_chips(())
        self._filters.show_chips(filters)
        self._offers.show_chips(offers, lead)
        self._list.show_hits(hits, through)
        self._list.setVisible(bool(hits))
        self._examples.show_examples(())
        self._tools.setVisible(bool(hits) or self.is_exact)
        self._say_place()

    def _count(self, hit: Hit) -> str:
        matches = len(hit.ranges)
        return self._speech.number(self.tr("%n match(es)", "", matches)) if matches else ""

    def _say_place(self) -> None:
        self._tools.say_place(self._list.row + 1, len(self.hits), self._speech)

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

    def offer_twin(self, language: str) -> None:
        """Offer to show the hit one stands on in a language.

        Args:
            language: its tag; empty if there is no other, or both are shown.
        """
        self._tools.offer_twin(self._speech.name_of(language) if language else "")

    def describe_twin(self, description: str) -> None:
        """Say what the button for the other language does, with its key."""
        self._tools.describe_twin(description)

    def _stood_on(self, hit: Hit) -> None:
        self._say_place()
        self.hit_selected.emit(hit)

    def _choose_filter(self, part: str) -> None:
        self._filter = part
        if self._answer is not None:
            self.show_answer(self._answer[0], self._answer[1], literal=self._answer[2])
            self.filtered.emit(self.hits)

    def _offered(self, key: str) -> None:
        if key == AS_TYPED:
            self.typed_asked.emit()
        elif key == EVERY_FORM:
            self.every_form_asked.emit()
        else:
            self.query_offered.emit(key)

    def want_every_form(self) -> None:
        """Turn the exact form off."""
        self._tools.want_every_form()
