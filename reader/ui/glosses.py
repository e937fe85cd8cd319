"""Explains the words of the glossary in the text: underlined where that is asked for, told at a touch."""

from __future__ import annotations

import html
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.text.direction import is_right_to_left

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.desk import Desk
    from reader.library.document import Edition
    from reader.library.glossary import Entry, Mention
    from reader.ui.background import Lane
    from reader.ui.notes import Notes
    from reader.ui.page_view import PageView
    from reader.ui.reading_area import ReadingArea
    from reader.wording import Wording

Mentions = dict[str, tuple["Mention", ...]]
"""What a page names, by passage."""


class Glosses(QObject):
    """The words of the glossary on the pages shown.

    Args:
        desk: knows the glossary.
        lane: where the words are looked for.
        area: the pages.
        notes: shows what a word means.
        wording: gives the language of the window.
        parent: the window.
    """

    def __init__(
        self,
        desk: Desk,
        lane: Lane,
        area: ReadingArea,
        notes: Notes,
        wording: Callable[[], Wording],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._lane, self._area, self._notes = desk, lane, area, notes
        self._wording = wording
        self._is_shown = False
        self._found: dict[tuple[str, str], tuple[Edition, Mentions]] = {}
        self._told: tuple[str, int] = ("", -1)

    def show(self, shown: bool) -> None:
        """Underline the words, or do not.

        Args:
            shown: whether to.
        """
        self._is_shown = shown
        self.refresh()

    def refresh(self) -> None:
        """Underline what the pages shown name now."""
        for view in self._area.views:
            view.pointer.explain = self._explaining(view) if self._is_shown else None
            if view.page is None:
                continue
            if not self._is_shown:
                view.marks.underline({})
            else:
                self._with_mentions(view.page.edition, partial(self._underline, view))

    def tell(self) -> None:
        """Show what the word at the caret means, or the next one on the screen that the glossary knows."""
        view = self._area.view
        if view.page is not None and view.page.edition.document:
            self._with_mentions(view.page.edition, lambda found: self._tell(view, found))

    def _with_mentions(self, edition: Edition, done: Callable[[Mentions], None]) -> None:
        key = (edition.document, edition.language)
        known = self._found.get(key)
        # Another issue of the briefing holds other editions.
        if known is not None and known[0] is edition:
            done(known[1])
            return

        def look() -> Mentions:
            glossary = self._desk.glossary
            return {
                passage.id: mentions
                for passage in edition.passages
                if not passage.id.startswith("term-")
                and (mentions := glossary.mentions(passage.text, edition.language))
            }

        def keep(found: Mentions) -> None:
            self._found[key] = (edition, found)
            done(found)

        self._lane.run(look, keep, _fail)

    def _underline(self, view: PageView, found: Mentions) -> None:
        if self._is_shown and view.page is not None and self._of(view) is found:
            view.marks.underline(
                {
                    passage: tuple((each.start, each.end) for each in mentions)
                    for passage, mentions in found.items()
                }
            )

    def _of(self, view: PageView) -> Mentions:
        edition = view.page.edition if view.page is not None else None
        known = self._found.get((edition.document, edition.language)) if edition else None
        return known[1] if known is not None and known[0] is edition else {}

    def _explaining(self, view: PageView) -> Callable[[str, int], str]:
        def explain(passage: str, at: int) -> str:
            for mention in self._of(view).get(passage, ()):
                if mention.start <= at < mention.end:
                    return self._said(mention.entry, view)
            return ""

        return explain

    def _tell(self, view: PageView, found: Mentions) -> None:
        on_screen = [
            (passage, mention)
            for passage in view.position.passages_on_screen()
            for mention in found.get(passage, ())
        ]
        caret = view.selection.caret()
        chosen = next(
            (
                (passage, mention)
                for passage, mention in on_screen
                if caret is not None and caret[0] == passage and mention.start <= caret[1] <= mention.end
            ),
            None,
        )
        if chosen is None and on_screen:
            keys = [(passage, mention.start) for passage, mention in on_screen]
            after = keys.index(self._told) + 1 if self._told in keys else 0
            chosen = on_screen[after % len(on_screen)]
        if chosen is None:
            return
        passage, mention = chosen
        self._told = (passage, mention.start)
        link = html.escape(f"glossary#{mention.entry.id}")
        to_glossary = html.escape(self._wording().say("Glosses", "In the glossary"))
        self._notes.say(
            f'{self._said(mention.entry, view)}<p><a href="{link}">{to_glossary}</a></p>',
            self._wording().say("Glosses", "Meaning"),
            view,
            view.selection.rect_of(passage, mention.start, mention.end),
        )

    def _said(self, entry: Entry, view: PageView) -> str:
        """Return the names of an entry in all languages, then its meaning in that of the page."""
        language = view.page.edition.language if view.page is not None else ""
        names = [entry.names[each][0] for each in sorted(entry.names, key=lambda each: each != language)]
        meaning = entry.meanings.get(language, "")
        direction = "rtl" if is_right_to_left(language) else "ltr"
        parted = " \u2068/\u2069 ".join(f"\u2068{html.escape(name)}\u2069" for name in names)
        said = f"<p dir='{direction}'><b>{parted}</b></p>"
        return f"{said}<p dir='{direction}'>{html.escape(meaning)}</p>" if meaning else said


def _fail(fault: Exception) -> None:
    raise fault
