"""What is marked on a page and on its scroll bar: matches of a search, and words of the glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.scroll_marks import ScrollMarks

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QTextEdit

    from reader.ui.matches import Marks, Range
    from reader.ui.passage_map import PassageMap
    from reader.ui.theme import Theme


class PageMarks:
    """The marks of one view.

    Args:
        view: the text view; it gets a scroll bar that shows them.
        line_top: tells where the line of a document position begins, in pixels.
    """

    def __init__(self, view: QTextEdit, line_top: Callable[[int], float]) -> None:
        self._view, self._line_top = view, line_top
        self._bar = ScrollMarks(view)
        view.setVerticalScrollBar(self._bar)
        self._passages: PassageMap | None = None
        self._theme: Theme | None = None
        self._matches: Marks = {}
        self._current: tuple[str, Range] | None = None
        self._terms: Marks = {}
        self._places: tuple[tuple[int, ...], int | None] = ((), None)

    def leave(self) -> None:
        """Leave a document that is about to go: nothing of it may be asked any more."""
        self._passages = None
        self._places = ((), None)

    def begin(self, passages: PassageMap, theme: Theme, *, keep: bool) -> None:
        """Mark another document.

        Args:
            passages: its map.
            theme: its colours.
            keep: whether it is the same page in another dress, with the same marks.
        """
        self._passages, self._theme = passages, theme
        if not keep:
            self._matches, self._current, self._terms = {}, None, {}
        if self._matches or self._terms or self._view.extraSelections():
            self._show()

    def mark(self, matches: Marks, current: tuple[str, Range] | None = None) -> None:
        """Mark matches.

        Args:
            matches: ranges of characters by passage.
            current: the one that one stands on.
        """
        self._matches, self._current = matches, current
        self._show()

    def underline(self, terms: Marks) -> None:
        """Underline words of the glossary.

        Args:
            terms: ranges of characters by passage.
        """
        if terms != self._terms:
            self._terms = terms
            self._show()

    def _show(self) -> None:
        if self._passages is None or self._theme is None:
            return
        # Here, not above: the first paint does not need it.
        from reader.ui.matches import matches_on, terms_on

        document = self._view.document()
        matches = matches_on(document, self._passages, self._theme, self._matches, self._current)
        terms = terms_on(document, self._passages, self._theme, self._terms)
        self._view.setExtraSelections([*terms, *matches.selections])
        self._places = (matches.places, matches.here)
        self.show_on_bar()

    def show_on_bar(self) -> None:
        """Mark the scroll bar anew: where the matches lie has changed."""
        places, here = self._places
        if self._theme is None or (not places and not self._bar.marks):
            return
        height = max(1.0, self._view.document().size().height())
        self._bar.show_marks(
            tuple(self._line_top(place) / height for place in places),
            None if here is None else self._line_top(here) / height,
            colours=(self._theme.tick, self._theme.accent),
        )
