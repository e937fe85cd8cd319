"""Shows a footnote where it is called, and leads to it and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect

from reader.render.notes import note_of
from reader.ui.bubble import Bubble

if TYPE_CHECKING:
    from reader.ui.navigation import Navigation
    from reader.ui.page_view import PageView
    from reader.ui.reading_area import ReadingArea

_AT_END = "note:"
"""Begins the link in a note's sheet that leads to the note itself."""


class Notes(QObject):
    """The footnotes of what is shown.

    Args:
        area: the page.
        navigation: goes to places, and tells which note is asked for.
        parent: the window.
    """

    def __init__(self, area: ReadingArea, navigation: Navigation, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._area, self._navigation = area, navigation
        self._bubble: Bubble | None = None
        navigation.note_asked.connect(self.show)
        navigation.page_changed.connect(lambda _: self.hide())

    @property
    def bubble(self) -> Bubble:
        """The sheet, made when it is first wanted."""
        if self._bubble is None:
            self._bubble = Bubble(self._area)
            self._bubble.closed.connect(self._area.setFocus)
            self._bubble.link_followed.connect(self._follow)
        return self._bubble

    def hide(self) -> None:
        """Put the sheet away."""
        if self._bubble is not None:
            self._bubble.hide()

    def show(self, name: str) -> None:
        """Show a note beside the number that calls it.

        Args:
            name: the note's own name (``fn:1``).
        """
        view = self._area.view
        inside = note_of(view.page, name) if view.page is not None else ""
        if inside:
            to_end = self.tr("At the end of the document")
            said = f'{inside}<p><a href="{_AT_END}{name}">{to_end}</a></p>'
            self.say(said, self.tr("Note"), view, view.pointer.link_rect())

    def say(self, html: str, name: str, view: PageView, beside: QRect) -> None:
        """Show something beside a word.

        Args:
            html: sanitised; what is said.
            name: what a screen reader calls it.
            view: the page the word stands in.
            beside: where, in pixels of that page.
        """
        if view.page is None or view.dress is None:
            return
        beside = QRect(view.viewport().mapTo(self._area, beside.topLeft()), beside.size())
        self.bubble.say(html, name, view.dress.style, beside, right_to_left=view.page.right_to_left)

    def _follow(self, link: str) -> None:
        if link.startswith(_AT_END):
            self._navigation.go_to_note(link.removeprefix(_AT_END))
        else:
            self._navigation.follow(link)
