"""Makes editions of a briefing for devices that cannot run the program, out of what the desk has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from reader import paths
from reader.desk import Desk
from reader.errors import NotFound
from reader.library.document import Language
from reader.render.blocks import blocks
from reader.render.chapter import chapter
from reader.search.finder import HELP
from reader.search.knowledge import Knowledge
from reader.search.query import reader_for
from reader.search.rules import rules
from reader.share import epub_wording
from reader.share.epub_edition import epub_edition, picture_name
from reader.share.epub_pages import Chapter
from reader.share.html_body import Sheet
from reader.share.html_edition import data_address, html_edition, suffix
from reader.text.direction import is_right_to_left
from reader.wording import LANGUAGES, Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.library.document import Briefing, Document, Edition

Progress = Callable[[float], None]
"""Is told what part is done, from 0 to 1; whatever it raises ends the making, and comes to who asked."""
Making = Callable[[Desk, tuple[Language, ...], Mapping[Language, Wording], Progress], bytes]
"""Makes an edition; the arguments are those of ``edition``."""


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of file that an edition can be.

    Attributes:
        name: what people call it; the end of its files' names.
        make: makes one.
    """

    name: str
    make: Making


def edition(
    desk: Desk,
    form: Form,
    languages: tuple[Language, ...],
    wordings: Mapping[Language, Wording],
    progress: Progress = lambda _: None,
) -> bytes:
    """Return the briefing as one file, without the program's own documents: the same bytes every time.

    Args:
        desk: has the briefing.
        form: the kind of file: one of ``FORMS``, or one that needs the window's toolkit.
        languages: those of the briefing that are to be in it; the first one leads.
        wordings: the program's own languages that the file speaks, the first one first; see ``spoken``.
        progress: is told how far it is; raise in it to cancel.

    Raises:
        DocumentBroken: a document cannot be shown.
    """
    progress(0)
    made = form.make(desk, languages, wordings, progress)
    progress(1)
    return made


def spoken(languages: tuple[Language, ...]) -> tuple[Language, ...]:
    """Return the program's own languages that an edition in these languages speaks; at least one."""
    return tuple(each for each in languages if each in LANGUAGES) or ("en",)


def taken(desk: Desk) -> Briefing:
    """Return the briefing as it goes into an edition: without the program's own documents."""
    return replace(
        desk.briefing,
        documents=tuple(document for document in desk.briefing.documents if document.kind != HELP),
        parts={kind: titles for kind, titles in desk.briefing.parts.items() if kind != HELP},
    )


def walk(
    desk: Desk, languages: tuple[Language, ...], progress: Progress
) -> Iterator[tuple[Document, dict[Language, Edition]]]:
    """Yield each document that goes into an edition with its texts in these languages, in reading order.

    Args:
        desk: has the briefing.
        languages: those wanted; a document that is in none of them is left out.
        progress: is told which part of the documents was taken.

    Raises:
        DocumentBroken: a document cannot be shown.
    """
    documents = taken(desk).documents
    for number, document in enumerate(documents, start=1):
        there = {each: desk.edition(document.id, each) for each in languages if each in document.languages}
        if there:
            yield document, there
        progress(number / (len(documents) + 1))


def _html(
    desk: Desk, languages: tuple[Language, ...], wordings: Mapping[Language, Wording], progress: Progress
) -> bytes:
    """Make the one file that any browser reads and searches."""
    briefing = taken(desk)
    sheets = []
    for document, there in walk(desk, languages, progress):
        made = {
            language: blocks(
                text,
                suffix=suffix(language, languages),
                source=partial(_address, desk, language),
                explanations=desk.explanations(text),
            )
            for language, text in there.items()
        }
        sheets.append(Sheet(document, there, made))
    resources = paths.resources()
    names = reader_for(briefing, Knowledge.load(resources).languages)
    return html_edition(
        briefing,
        sheets,
        languages=languages,
        rules=rules(resources, names, desk.glossary.pairs("fa", "en")),
        wordings=wordings,
        verdict=desk.verdict,
        resources=resources,
    )


def _address(desk: Desk, language: Language, name: str) -> str:
    """Return the address of a picture; empty where it is missing, so that the words for it are shown."""
    try:
        return data_address(desk.picture(name, language))
    except NotFound:
        return ""


def _epub(
    desk: Desk, languages: tuple[Language, ...], wordings: Mapping[Language, Wording], progress: Progress
) -> bytes:
    """Make the book for e-readers."""
    briefing = taken(desk)
    pictures: dict[str, bytes] = {}

    def picture(language: Language, name: str) -> str:
        """Return the address of a picture, and keep it for the book; empty where it is missing."""
        try:
            found = desk.picture(name, language)
        except NotFound:
            return ""
        address = picture_name(name, language, found)
        return address if address and pictures.setdefault(address, found) else ""

    chapters = []
    for document, there in walk(desk, languages, progress):
        for number, (language, text) in enumerate(there.items(), start=1):
            wording = wordings.get(language) or next(iter(wordings.values()))
            made = chapter(
                text,
                foreign=_foreign(language, briefing.languages),
                twin=[*there][number % len(there)] if len(there) > 1 else "",
                twin_words=epub_wording.twin(wording),
                picture=partial(picture, language),
                explanations=desk.explanations(text),
            )
            chapters.append(Chapter(document, text, made))
    return epub_edition(
        briefing,
        chapters,
        languages=languages,
        wordings=wordings,
        verdict=desk.verdict,
        pictures=pictures,
        resources=paths.resources(),
    )


def _foreign(language: Language, languages: tuple[Language, ...]) -> Language:
    """Return the briefing's language that runs the other way: words in its letters are taken for its own."""
    leftwards = is_right_to_left(language)
    return next((each for each in languages if is_right_to_left(each) != leftwards), "")


FORMS = {form.name: form for form in (Form("html", _html), Form("epub", _epub))}
"""The kinds of edition that need no window, by name."""
