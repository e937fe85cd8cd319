"""The matches of a search on one view: coloured in its text, ticked on its scroll bar."""

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
    """The marks on what a view shows.

    Args:
        view: the text view; it gets a scroll bar that shows them.
        line_top: gives the pixels from the top of the document to the line of a position in it.
    """

    def __init__(self, view: QTextEdit, line_top: Callable[[int], float]) -> None:
        self._view, self._line_top = view, line_top
        self._bar = ScrollMarks(view)
        view.setVerticalScrollBar(self._bar)
        self._places: tuple[tuple[int, ...], int | None] = ((), None)
        self._theme: Theme | None = None
        self.marks: Marks = {}
        self.current: tuple[str, Range] | None = None

    def begin(self) -> None:
        """Forget all: another document is shown."""
        self.marks, self.current = {}, None
        self._places = ((), None)

    def show(
        self, passages: PassageMap, theme: Theme, marks: Marks, current: tuple[str, Range] | None
    ) -> None:
        """Mark matches.

        Args:
            passages: the map of the document.
            theme: gives the colours.
            marks: ranges of characters by passage.
            current: the one that one stands on.
        """
        # Here, not above: the first paint does not need it.
        from reader.ui.matches import matches_on

        self.marks, self.current, self._theme = marks, current, theme
        matches = matches_on(self._view.document(), passages, theme, marks, current)
        self._view.setExtraSelections(matches.selections)
        self._places = (matches.places, matches.here)
        self.tick()

    def tick(self) -> None:
        """Show on the scroll bar where the matches are; to be done again when lines have moved."""
        places, here = self._places
        if self._theme is None or (not places and not self._bar.marks):
            return
        height = max(1.0, self._view.document().size().height())
        self._bar.show_marks(
            tuple(self._line_top(place) / height for place in places),
            None if here is None else self._line_top(here) / height,
            colours=(self._theme.tick, self._theme.accent),
        )
