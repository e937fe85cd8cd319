"""The PDF edition: the briefing on paper, A4, set as the window sets it, and made in memory page by page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader import paths
from reader.editions import Form, taken, walk
from reader.render.html import page as page_of
from reader.share import provenance
from reader.text.digits import digits_of
from reader.text.direction import is_right_to_left
from reader.ui import pdf_wording
from reader.ui.page_values import Dress
from reader.ui.pdf_file import Entry, Facts, finished
from reader.ui.pdf_front import Front, Listed, about_page
from reader.ui.pdf_galley import Galley
from reader.ui.pdf_ink import Ink
from reader.ui.pdf_pages import Pages, Running
from reader.ui.pdf_paper import paper_style

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from reader.desk import Desk
    from reader.editions import Progress
    from reader.library.document import Document, Edition, Language
    from reader.ui.pdf_ink import Link
    from reader.wording import Wording

_ABOUT = "about-this-file"


def pdf_edition(
    desk: Desk, languages: tuple[Language, ...], wordings: Mapping[Language, Wording], progress: Progress
) -> bytes:
    """Make the file; of the same briefing, with the same Qt, always the same bytes.

    To be called in the window's thread, because text is laid out: an application must exist, and the face
    of the text must be loaded (``Surroundings``). Between two calls of ``progress`` lies the drawing of
    one page, or a part of the setting of a document.

    Args:
        desk: has the briefing.
        languages: those of the file; the texts of a document follow each other in this order.
        wordings: the program's own languages that the file speaks.
        progress: is told how far it is; it may let the window live meanwhile, and raises to cancel.

    Raises:
        DocumentBroken: a document cannot be shown.
    """
    making = _Making(desk, languages, wordings)
    try:
        return making.made(progress)
    finally:
        making.close()


PDF = Form("pdf", pdf_edition)
"""The edition for paper."""


class _Making:
    """One file on its way."""

    def __init__(
        self, desk: Desk, languages: tuple[Language, ...], wordings: Mapping[Language, Wording]
    ) -> None:
        self._desk, self._languages, self._wordings = desk, languages, wordings
        self._briefing = taken(desk)
        self._style = paper_style(paths.resources())
        self._ink = Ink()
        self._front = Front(self._ink, self._style)
        self._rows: dict[Language, list[Listed]] = {each: [] for each in languages}
        self._outline: dict[Language, list[Entry]] = {each: [] for each in languages}

    def made(self, progress: Progress) -> bytes:
        """Draw the documents, then what stands before them and needs to know their pages."""
        contents = {language: self._contents(language, 0, drawn=False) for language in self._languages}
        before = 1 + len(self._wordings) + sum(contents.values())
        told = 0.0

        def tell(part: float) -> None:
            nonlocal told
            told = part
            progress(part)

        def rest() -> None:
            progress(told)

        pages = Pages(self._ink, self._style, before + 1, rest)
        for document, there in walk(self._desk, self._languages, tell):
            for edition in there.values():
                for _ in self._document(pages, document, edition, rest):
                    rest()
        drawn = self._ink.page + 1
        self._before(contents, rest)
        rest()
        order = [*range(drawn, self._ink.page + 1), *range(drawn)]
        raw, facts = self._ink.finish(), self._facts(order)
        return finished(raw, facts, rest)

    def close(self) -> None:
        """Let go of what was drawn."""
        self._ink.close()

    # The documents

    def _document(
        self, pages: Pages, document: Document, edition: Edition, rest: Callable[[], None]
    ) -> Iterator[None]:
        """Set and draw a document in one language, page by page."""
        language = edition.language
        dress = Dress(
            self._style,
            provenance.standing_of(document, language, self._wording(language)),
            lambda number: digits_of(number, language),
        )
        page = page_of(edition)
        rest()
        galley = Galley(page, dress, self._desk.picture, rest)
        rest()
        translated = bool(document.original) and document.original != language
        standing = pdf_wording.translated(self._wording(language)) if translated else ""
        running = Running(document.id, edition.title, language, standing)
        target = f"{document.id}.{language}"
        self._rows[language].append(Listed(edition.title, target, pages.number))
        headings: list[tuple[str, str]] = []
        yield from pages.draw(galley, running, headings)
        below = tuple(Entry(words, name) for name, words in headings if words != edition.title)
        self._outline[language].append(Entry(edition.title, target, below))

    def _wording(self, language: Language) -> Wording:
        return self._wordings.get(language) or next(iter(self._wordings.values()))

    # What stands before them

    def _contents(self, language: Language, first: int, *, drawn: bool) -> int:
        """Draw the contents of a language, or only count their pages while the numbers are unknown."""
        rows: list[Listed] = []
        known = {row.target: row for row in self._rows[language]}
        for kind, titles in self._briefing.parts.items():
            listed = [
                known.get(f"{each.id}.{language}", Listed(each.titles[language], f"{each.id}.{language}", 1))
                for each in self._briefing.documents
                if each.kind == kind and language in each.languages
            ]
            if listed:
                rows += [Listed(titles.get(language) or next(iter(titles.values()), "")), *listed]
        draw = self._front.contents if drawn else self._front.pages_of_contents
        return draw(self._wording(language), rows, language, first)

    def _before(self, contents: Mapping[Language, int], rest: Callable[[], None]) -> None:
        self._front.title(self._briefing, self._languages, self._wordings, self._desk.verdict)
        pages = Pages(self._ink, self._style, 2, rest)
        for language, wording in self._wordings.items():
            page = about_page(self._briefing, self._desk.verdict, wording)
            galley = Galley(page, Dress(self._style), self._desk.picture, rest)
            running = Running(_ABOUT, page.edition.title, language)
            for _ in pages.draw(galley, running, []):
                rest()
        number = pages.number
        for language, count in contents.items():
            rest()
            self._contents(language, number, drawn=True)
            number += count

    def _facts(self, order: list[int]) -> Facts:
        first = self._languages[0]
        outline = [
            Entry(pdf_wording.contents(self._wording(language)), f"contents.{language}", ())
            for language in self._languages
        ]
        for language in self._languages:
            entries = tuple(self._outline[language])
            if len(self._languages) == 1:
                outline += entries
            elif entries:
                outline.append(Entry(provenance.language_name(language), entries[0].target, entries))
        return Facts(
            # In a viewer's list of files no more is to be read than that.
            title=provenance.program(self._wording(first)),
            language=first,
            right_to_left=is_right_to_left(first),
            day=self._briefing.issued,
            order=order,
            links=[self._led(link) for link in self._ink.links],
            places=self._ink.places,
            outline=outline,
            fonts=list(self._ink.fonts.values()),
        )

    def _led(self, link: Link) -> Link:
        """Let a link to what is not there in its own language lead to it in another."""
        if link.target in self._ink.places:
            return link
        name = link.target.rpartition(".")[0]
        others = (f"{name}.{language}" for language in self._languages)
        return replace(link, target=next((each for each in others if each in self._ink.places), ""))
