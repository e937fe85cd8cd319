"""The contents of the EPUB edition: the navigation document, and the same for readers of EPUB 2."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.share import epub_wording, provenance
from reader.share.epub_pages import ABOUT, CONTENTS, TITLE, Page, headings, language_of, plain, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reader.library.document import Briefing, Language, Texts
    from reader.share.epub_pages import Chapter, Places
    from reader.wording import Wording

NCX = "toc.ncx"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents.

    Attributes:
        titles: its words in each language they are shown in.
        address: where it leads; empty for a part of the briefing, which is no place.
        inside: what stands under it.
    """

    titles: Texts
    address: str
    inside: tuple[Entry, ...] = ()

    @property
    def way(self) -> str:
        """Where it leads, or the first of what stands under it."""
        return self.address or self.inside[0].way


def entries(
    briefing: Briefing,
    chapters: Sequence[Chapter],
    places: Places,
    wordings: Mapping[Language, Wording],
) -> tuple[Entry, ...]:
    """Return the lines of the contents, in reading order.

    Args:
        briefing: gives the parts their titles.
        chapters: in reading order.
        places: where everything stands.
        wordings: the program's own languages that the book speaks.
    """
    languages = places.languages
    parts = []
    for kind, titles in briefing.parts.items():
        inside = tuple(_chapter(each, places) for each in chapters if each.document.kind == kind)
        shown = {each: titles[each] for each in languages if each in titles} or titles
        if inside:
            parts.append(Entry(shown, "", inside))
    about = {each: provenance.about_title(wording) for each, wording in wordings.items()}
    return (*parts, Entry(about, ABOUT))


def _chapter(chapter: Chapter, places: Places) -> Entry:
    language = chapter.edition.language
    inside = tuple(
        Entry({language: words}, places.address(f"{chapter.name}#{identity}"))
        for identity, words in headings(chapter.edition)
    )
    return Entry({language: chapter.edition.title}, places.address(chapter.name), inside)


def navigation(
    contents: Sequence[Entry],
    language: Language,
    wording: Wording,
    first: str,
) -> Page:
    """Return the navigation document (EPUB 3.3, section 7), which is also the page of contents.

    Args:
        contents: its lines.
        language: of the page.
        wording: what it speaks.
        first: address where reading begins.
    """
    title = epub_wording.contents(wording)
    speaks = wording.language
    marks = (
        ("titlepage", TITLE, epub_wording.first_page(wording)),
        ("toc", CONTENTS, title),
        ("bodymatter", first, epub_wording.beginning(wording)),
        ("colophon", ABOUT, provenance.about_title(wording)),
    )
    landmarks = "\n".join(
        f'<li><a epub:type="{kind}" href="{address}">{_words(words, speaks, language)}</a></li>'
        for kind, address, words in marks
    )
    body = (
        f'<nav epub:type="toc" role="doc-toc" id="toc">\n{said(title, speaks, language, "h1")}\n'
        f"{_list(contents, language, 0)}\n</nav>\n"
        f'<nav epub:type="landmarks" hidden="hidden">\n'
        f"{said(epub_wording.landmarks(wording), speaks, language, 'h2')}\n<ol>\n{landmarks}\n</ol>\n</nav>"
    )
    return Page(CONTENTS, title, language, body, "frontmatter")


def _words(text: str, language: Language, around: Language) -> str:
    return plain(text) if language == around else said(text, language, around)


def _list(lines: Iterable[Entry], around: Language, depth: int) -> str:
    """Return a list; a reader's own panel shows what the page hides."""
    rows = []
    for line in lines:
        own = next(iter(line.titles)) if len(line.titles) == 1 else around
        words = " / ".join(_words(text, language, own) for language, text in line.titles.items())
        head = f'<a href="{line.address}">{words}</a>' if line.address else f"<span>{words}</span>"
        inside = _list(line.inside, own, depth + 1) if line.inside else ""
        rows.append(f"<li{language_of(own, around)}>{head}{inside}</li>")
    listed = "\n".join(rows)
    hidden = ' hidden="hidden"' if depth == 2 else ""
    return f"<ol{hidden}>\n{listed}\n</ol>"


def ncx(contents: Sequence[Entry], identifier: str, title: str, language: Language) -> bytes:
    """Return the contents as EPUB 2 has them (OPF 2.0.1, section 2.4.1; DAISY, ANSI/NISO Z39.86).

    Args:
        contents: the lines.
        identifier: the one of the book.
        title: of the book.
        language: of the book.
    """
    order: dict[str, int] = {}

    def points(lines: Iterable[Entry], number: Iterator[int]) -> str:
        found = []
        for line in lines:
            own = next(number)
            # One place has one number, however many lines lead to it (Z39.86, section 8.4.4).
            play = order.setdefault(line.way, len(order) + 1)
            words = plain(" / ".join(line.titles.values()))
            found.append(
                f'<navPoint id="n{own}" playOrder="{play}"><navLabel><text>{words}</text></navLabel>'
                f'<content src="{line.way}"/>{points(line.inside, number)}</navPoint>'
            )
        return "\n".join(found)

    depth = _depth(contents)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="{language}">\n<head>\n'
        f'<meta name="dtb:uid" content="{identifier}"/>\n<meta name="dtb:depth" content="{depth}"/>\n'
        '<meta name="dtb:totalPageCount" content="0"/>\n<meta name="dtb:maxPageNumber" content="0"/>\n'
        f"</head>\n<docTitle><text>{plain(title)}</text></docTitle>\n"
        f"<navMap>\n{points(contents, iter(range(1, 1_000_000)))}\n</navMap>\n</ncx>\n"
    ).encode()


def _depth(lines: Sequence[Entry]) -> int:
    return 1 + max((_depth(line.inside) for line in lines if line.inside), default=0)
