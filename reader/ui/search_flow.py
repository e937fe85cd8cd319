"""Searching from the first keystroke to Enter or Esc: field, panel and page act as one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.errors import ReaderError
from reader.library.document import Place
from reader.ui.announcing import announce

if TYPE_CHECKING:
    from reader.desk import Desk
    from reader.search.answer import Answer, Hit
    from reader.ui.navigation import Navigation
    from reader.ui.reading_area import ReadingArea
    from reader.ui.search_examples import Example
    from reader.ui.search_field import SearchField
    from reader.ui.search_panel import SearchPanel
    from reader.ui.search_session import SearchSession

Range = tuple[int, int]


class SearchFlow(QObject):
    """What a search does to the window.

    While one looks through the hits they are shown in passing; Enter stays there, Esc returns to
    where the search began.

    Args:
        desk: tells whether the index is ready.
        session: asks it, and walks the matches.
        field: where the words are typed.
        panel: lists the hits.
        navigation: goes to them.
        area: marks them.
        parent: the window.

    Signals:
        began: the field was entered.
        stayed: one chose to stay at a hit.
        ended: the search is over.
        changed: there is another answer, or none.
    """

    began = Signal()
    stayed = Signal()
    ended = Signal()
    changed = Signal()

    def __init__(
        self,
        desk: Desk,
        session: SearchSession,
        field: SearchField,
        panel: SearchPanel,
        navigation: Navigation,
        area: ReadingArea,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._session = desk, session
        self._field, self._panel = field, panel
        self._navigation, self._area = navigation, area
        self._is_looking = False
        self._is_open = False
        self._document = ""
        self._language = ""
        self._stands_on: tuple[str, str, str, Range] | None = None
        self._as_twin = False
        self._literal = False
        field.search_asked.connect(self._ask)
        field.step_asked.connect(self._step_list)
        field.entered.connect(self._enter)
        field.left.connect(self.leave)
        field.focused.connect(self._begin)
        session.answered.connect(self._answered)
        session.completed.connect(panel.show_completions)
        session.failed.connect(self._failed)
        panel.hit_selected.connect(lambda hit: self._stand_on(hit, _first_range(hit)))
        panel.hit_chosen.connect(self._choose)
        panel.query_offered.connect(self._take_offer)
        panel.query_completed.connect(self._complete)
        panel.examples_wanted.connect(self._try_examples)
        panel.twin_asked.connect(self.turn_twin)
        panel.typed_asked.connect(lambda: self._ask(field.text(), literal=True))
        panel.every_form_asked.connect(self._ask_every_form)
        panel.exact_turned.connect(lambda _: self._ask(field.text()))
        panel.filtered.connect(lambda hits: panel.select(0) if hits else None)
        navigation.page_changed.connect(lambda _: self.mark())

    @property
    def is_open(self) -> bool:
        """Whether the results stand in place of the contents."""
        return self._is_open

    def search_in(self, document: str) -> None:
        """Begin to search.

        Args:
            document: id of the only document to search; empty for all.
        """
        self._document = document
        self._field.set_scope(bool(document))
        self._field.take_focus()
        self._field.ask_again()

    def search_for(self, words: str) -> None:
        """Search as if the words had been typed."""
        self._field.take_focus()
        self._field.set_text(words)

    def step(self, by: int) -> None:
        """Go to the next or previous match in reading order.

        Args:
            by: +1 or -1.
        """
        found = self._session.beside(self._stands_on, by, self._desk.briefing)
        if found is not None:
            self._stand_on(*found)

    def stay(self) -> None:
        """Stay where one is looking; the marks and the list remain until the search is left."""
        if self._is_looking and self._stands_on is not None:
            self._navigation.settle(self._place_shown(*self._stands_on))
        self._is_looking = False
        self._session.remember()
        self.stayed.emit()

    def leave(self) -> None:
        """End the search; without an Enter, return to where it began."""
        was_looking = self._is_looking
        self._end()
        if was_looking:
            self._navigation.restore()

    def leave_for(self, place: Place) -> None:
        """End the search and go to a place."""
        was_looking = self._is_looking
        self._end()
        if was_looking:
            self._navigation.settle(place)
        else:
            self._navigation.go(place)

    def turn_twin(self) -> None:
        """Show the hit one stands on in its other language, or in its own again."""
        if self._stands_on is None or not self._other_language():
            return
        self._as_twin = not self._as_twin
        place = self._place_shown(*self._stands_on)
        self._navigation.look(place)
        self.mark()
        passage = self._desk.edition(place.document, place.language).passage(place.passage)
        if passage is not None:
            announce(self._panel, passage.text)

    def mark(self) -> None:
        """Mark the matches on the pages that are shown."""
        marks = {
            edition.language: self._session.marks(edition.document, edition.language)
            for edition in self._navigation.editions
        }
        current = None
        for edition in self._navigation.editions:
            if self._stands_on is None or edition.document != self._stands_on[0]:
                continue
            current = current or self._stands_on[1:]
            if self._as_twin and edition.language != self._stands_on[1]:
                # What the hit says stands here in other words: all of the passage is marked.
                passage = edition.passage(self._stands_on[2])
                if passage is not None:
                    whole = ((0, len(passage.text)),)
                    ranges = marks[edition.language].setdefault(passage.id, whole) or whole
                    current = (edition.language, passage.id, ranges[0])
        self._area.mark(marks, current)
        self._offer_twin()

    def _offer_twin(self) -> None:
        other = self._other_language()
        if self._as_twin and self._stands_on is not None:
            other = self._stands_on[1]
        self._panel.offer_twin("" if self._navigation.wants_both else other)

    def _other_language(self) -> str:
        """Return the other language of the hit one stands on; empty if there is none."""
        if self._stands_on is None:
            return ""
        document, language, passage, _ = self._stands_on
        others = (each for each in self._desk.document(document).languages if each != language)
        other = next(others, "")
        has_it = other and self._desk.edition(document, other).passage(passage) is not None
        return other if has_it else ""

    def _place_shown(self, document: str, language: str, passage: str, range_: Range) -> Place:
        if self._as_twin:
            return Place(document, self._other_language(), passage)
        return Place(document, language, passage, *range_)

    def _begin(self) -> None:
        if not self._is_looking:
            self._navigation.note()
            self._is_looking = True
            edition = self._navigation.edition
            self._language = edition.language if edition else ""
        if not self._is_open:
            self._is_open = True
            self._panel.say_how(self._session.recent)
        self.began.emit()

    def _take_offer(self, text: str) -> None:
        self._field.set_text(text)
        self._field.take_focus()
        self._field.ask_now()

    def _complete(self, query: str) -> None:
        self._field.set_text(query)
        self._field.go_on()
        self._field.ask_now()

    def _ask_every_form(self) -> None:
        # Turning the exact form off asks by itself.
        if self._panel.is_exact:
            self._panel.want_every_form()
        else:
            self._ask(self._field.text())

    def _try_examples(self, examples: tuple[Example, ...]) -> None:
        """Show those of some examples that find anything in this briefing."""
        self._session.try_out(
            tuple(example.query for example in examples),
            lambda found: self._panel.show_examples(
                tuple(example for example in examples if example.query in found)
            ),
        )

    def _step_list(self, by: int) -> None:
        self._panel.step(by)
        announce(self._panel, self._panel.said_of_hit())

    def _ask(self, query: str, *, literal: bool = False) -> None:
        self._literal = literal
        if not query.strip():
            self._session.end()
            self._stands_on = None
            self._panel.say_how(self._session.recent)
            self.mark()
            self.changed.emit()
            return
        if not self._desk.can_search:
            self._panel.say_preparing()
        self._session.ask(query, document=self._document, exact=self._panel.is_exact, literal=literal)

    def _answered(self, answer: Answer) -> None:
        answer = self._preferring_shown(answer)
        self._session.answer = answer
        self._stands_on = None
        documents = 1 if self._document else len(self._desk.briefing.documents)
        self._panel.show_answer(answer, documents, literal=self._literal)
        if answer.hits:
            self._panel.select(0)
        else:
            self.mark()
        announce(self._panel, self._panel.said())
        self.changed.emit()

    def _preferring_shown(self, answer: Answer) -> Answer:
        """Put direct hits in the language one was reading first; among themselves they keep their rank."""
        ranked = sorted(answer.hits, key=lambda hit: (hit.bridged, hit.language != self._language))
        return replace(answer, hits=tuple(ranked))

    def _failed(self, fault: Exception) -> None:
        if not isinstance(fault, ReaderError):
            raise fault
        self._panel.say_fault(fault)

    def _choose(self, hit: Hit) -> None:
        self._is_looking = True
        self._stand_on(hit, _first_range(hit))
        self.stay()

    def _enter(self) -> None:
        hit = self._panel.selected()
        if hit is not None:
            self._choose(hit)

    def _stand_on(self, hit: Hit, range_: Range) -> None:
        self._as_twin = False
        self._stands_on = (hit.document, hit.language, hit.passage, range_)
        self._navigation.look(Place(hit.document, hit.language, hit.passage, *range_))
        self.mark()

    def _end(self) -> None:
        self._session.end()
        self._field.clear()
        self._field.set_scope(False)
        self._document = ""
        self._is_looking = self._is_open = False
        self._stands_on = None
        self.mark()
        self.ended.emit()


def _first_range(hit: Hit) -> Range:
    return hit.ranges[0] if hit.ranges else (0, 0)
