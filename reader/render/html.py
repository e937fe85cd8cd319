"""An edition as a page: its HTML as it may be shown, with what stands above, before and after it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.library.document import Edition, PassageKind
from reader.text.direction import is_right_to_left

if TYPE_CHECKING:
    from reader.render.sections import Section

_BACK = re.compile(r'(?:\s|&#160;|&nbsp;)*(<a href="#fnref[^"]*")[^<>]*>[^<>]*</a>')

Shape = Callable[[str, str], str]
"""Turns HTML of ``reader.library.source``, in a language, into what may be shown: ``shaping.shaped``."""


@dataclass(frozen=True, slots=True)
class Page:
    """An edition ready to be shown.

    Attributes:
        edition: what it was made from.
        html: sanitised; ids of passages on their blocks, on the cells for a table row.
        right_to_left: direction of the whole page.
        passages: ids of what stands on it, where that is a section of a very long edition; None for all.
        before: id of the passage the section before begins with; empty for none.
        after: the same for the one after it.
    """

    edition: Edition
    html: str
    right_to_left: bool
    passages: frozenset[str] | None = None
    before: str = ""
    after: str = ""

    def holds(self, passage_id: str) -> bool:
        """Whether a passage stands on this page; the beginning, which has no id, is on the first section."""
        if self.passages is None:
            return True
        return passage_id in self.passages if passage_id else not self.before

    def html_with(self, kicker: str, back: str = "", turns: tuple[str, str] = ("", "")) -> str:
        """Return the HTML of a whole page: a line above, and a title where the text itself has none.

        Args:
            kicker: text of the line above; empty for none.
            back: what the way back from a note is called; empty for an arrow, which not every face has.
            turns: what the ways to the section before and after this are called.
        """
        above = f"<p>{html.escape(kicker)}</p>" if kicker else ""
        titled = any(passage.kind is PassageKind.TITLE for passage in self.edition.passages)
        title = "" if titled or not self.edition.title else f"<h1>{html.escape(self.edition.title)}</h1>"
        inside = _BACK.sub(rf"\1> · {html.escape(back)}</a>", self.html) if back else self.html
        before, after = (
            f'<p><a href="#{html.escape(name)}">{html.escape(said)}</a></p>' if name and said else ""
            for name, said in zip((self.before, self.after), turns, strict=True)
        )
        return f"{above}{before}{title}{inside}{after}"


def page(edition: Edition, section: Section | None = None, shape: Shape | None = None) -> Page:
    """Make the page of an edition, or of a section of it.

    Args:
        edition: the document in one language.
        section: the part that is wanted; None for the whole.
        shape: turns the HTML into what may be shown; ``shaping.shaped`` if left out.
    """
    if shape is None:
        # Imported here: a bundle that has its pages made beforehand seldom needs it.
        from reader.render.shaping import shaped

        shape = shaped
    right_to_left = is_right_to_left(edition.language)
    if section is None:
        return Page(edition, shape(edition.body, edition.language), right_to_left)
    inside = shape(section.body, edition.language)
    return Page(edition, inside, right_to_left, section.passages, section.before, section.after)


def without_ways_back(body: str) -> str:
    """Return the HTML of a page without the links at the end of each note that lead back to its call."""
    return _BACK.sub("", body)


def notice(sentence: str, language: str) -> Page:
    """Make a page that says one sentence in place of a document.

    Args:
        sentence: plain text.
        language: its language.
    """
    edition = Edition("", language, "", (), "")
    return Page(edition, f"<p>{html.escape(sentence)}</p>", is_right_to_left(language))
