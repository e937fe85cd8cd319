"""Dresses a page for what is chosen: theme, face and size, its line above the title, its digits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.settings import LARGEST_ZOOM
from reader.ui.page_layout import kicker_height
from reader.ui.page_style import PageStyle
from reader.ui.page_values import Dress
from reader.ui.text_size import scaled

if TYPE_CHECKING:
    from reader.desk import Desk
    from reader.render.html import Page
    from reader.ui.choices import Choices
    from reader.ui.surroundings import Surroundings
    from reader.ui.theme import Theme


class Dressing:
    """Says how pages are to look.

    Args:
        desk: knows which editions are translations.
        around: fonts and languages.
        choices: what the reader chose.
        theme: the colours to begin with.
    """

    def __init__(self, desk: Desk, around: Surroundings, choices: Choices, theme: Theme) -> None:
        self._desk, self._around, self._choices = desk, around, choices
        self.theme = theme

    def dress(self, page: Page, *, parallel: bool) -> Dress:
        """Return the dress of a page.

        Args:
            page: what is to be shown.
            parallel: whether it stands beside its twin.
        """
        edition = page.edition
        original = self._desk.document(edition.document).original if edition.document else ""
        kicker = ""
        if original and original != edition.language:
            # In the language of the page, not of the window: it is read there.
            kicker = self._around.say(edition.language, "Dressing", "Unofficial translation from the Persian")
        style = self._style(narrow=parallel)
        return Dress(
            style,
            kicker,
            lambda number: self._around.digits(edition.language, number),
            back=self._around.say(edition.language, "Dressing", "Back to the text"),
            turns=(
                self._around.say(edition.language, "Dressing", "The section before this"),
                self._around.say(edition.language, "Dressing", "The next section"),
            ),
            ruled=parallel,
            lead=kicker_height(style, right_to_left=not page.right_to_left)
            if original and parallel and not kicker
            else 0.0,
            explained=self._desk.explanations(edition),
        )

    def _style(self, *, narrow: bool) -> PageStyle:
        chosen = self._choices.settings
        self._around.load_face(chosen.face)
        return PageStyle(
            self.theme,
            # No larger than pages are shown to hold together.
            min(LARGEST_ZOOM, scaled(chosen.zoom)),
            chosen.face,
            narrow=narrow,
            line_spacing=chosen.line_spacing,
            measure=chosen.measure,
        )
