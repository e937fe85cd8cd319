"""Every view of the window and how one comes to it, for tests and for looking at them all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from tests.ui import copying_states

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.ui.main_window import MainWindow


@dataclass(frozen=True)
class Book:
    """Where in a briefing there is something of each kind.

    Attributes:
        text: a document of paragraphs and lists.
        table: one with a table.
        figure: one with a picture.
        noted: one with footnotes.
        note: the name of one of them, as links have it.
        words: that stand in it, by language.
    """

    text: str
    table: str
    figure: str
    noted: str
    note: str
    words: dict[str, str]


@dataclass(frozen=True)
class View:
    """One view.

    Attributes:
        place: what is opened, by the name of an attribute of ``Book``, or a document.
        enter: brings the open window there; is given the language of the window too.
        parallel: whether both languages are shown.
        narrow: whether it is of narrow windows only.
    """

    place: str = "text"
    enter: Callable[[MainWindow, Book, str], None] | None = None
    parallel: bool = False
    narrow: bool = False

    def document(self, book: Book) -> str:
        """Return the document that is opened."""
        return getattr(book, self.place, self.place)


def _trigger(*names: str) -> Callable[[MainWindow, Book, str], None]:
    def enter(window: MainWindow, book: Book, language: str) -> None:
        for name in names:
            window._actions[name].trigger()

    return enter


def _begin_search(window: MainWindow, book: Book, language: str) -> None:
    window._bar.search.take_focus()
    window._search._begin()


def _slide_contents_over(window: MainWindow, book: Book, language: str) -> None:
    if not window._panes.side_is_shown:
        window._actions["contents"].trigger()


def _take_away(window: MainWindow, book: Book, language: str) -> None:
    window._actions["take_away"].trigger()
    # How large each file will be is found out in the background, and said then.
    while not window._furniture.taking._lane.is_idle:
        QApplication.processEvents()


VIEWS = {
    "reading": View(),
    "side-by-side": View(parallel=True),
    "table": View("table"),
    "table-side-by-side": View("table", parallel=True),
    "figure": View("figure"),
    "note": View("noted", lambda window, book, language: window._furniture.notes.show(book.note)),
    "help": View("help"),
    "contents-over": View(enter=_slide_contents_over, narrow=True),
    "search-begun": View(enter=_begin_search),
    "searching": View(enter=lambda window, book, language: window.search_for(book.words[language])),
    "no-hits": View(enter=lambda window, book, language: window.search_for("zzzz")),
    "go-to": View(enter=_trigger("go_to")),
    "settings": View(enter=_trigger("settings")),
    "bookmarks": View(enter=_trigger("bookmark", "bookmarks")),
    "about-copy": View(enter=_trigger("about_copy")),
    "open-pack": View(enter=_trigger("open_pack")),
    "check-copy": View(enter=_trigger("check_copy")),
    "take-away": View(enter=_take_away),
    "copy-choose": View(enter=copying_states.choose),
    "copy-no-stick": View(enter=copying_states.choose_none),
    "copy-plan": View(enter=copying_states.plan),
    "copying": View(enter=copying_states.copy),
    "copied": View(enter=copying_states.done),
}
"""By name."""
