"""The pages of the EPUB edition: chapters cut into files, links between them, title page and colophon."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from reader.library.document import PassageKind
from reader.share import epub_wording, provenance
from reader.text.direction import is_right_to_left
from reader.text.xml_letters import possible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.library.document import Briefing, Document, Edition, Language
    from reader.security.verdict import Verdict
    from reader.wording import Wording

LARGEST = 200_000
"""Bytes of a file, as long as there is somewhere to cut: old readers refuse one of more than 300 kB."""
TITLE, CONTENTS, ABOUT = "title.xhtml", "nav.xhtml", "about.xhtml"
_EMPTY = re.compile(r"<((?!(?:br|hr|img)\b)[a-z0-9]+)((?: [^<>]*)?) />")


@dataclass(frozen=True, slots=True)
class Chapter:
    """One document in one language, ready for the file.

    Attributes:
        document: what the briefing says of it.
        edition: the document in that language.
        blocks: its top blocks, as ``reader.render.chapter`` made them; their links still name documents.
    """

    document: Document
    edition: Edition
    blocks: Sequence[ET.Element]

    @property
    def name(self) -> str:
        """What links call it."""
        return f"{self.document.id}.{self.edition.language}"


@dataclass(frozen=True, slots=True)
class Page:
    """One file of text.

    Attributes:
        name: of the file.
        title: of the page.
        language: of the page; what is in another one says so.
        body: its XHTML.
        kind: what it is (EPUB 3 Structural Semantics Vocabulary 1.1).
    """

    name: str
    title: str
    language: Language
    body: str
    kind: str = "bodymatter"

    def content(self) -> bytes:
        """Return the whole file."""
        tongue, way = language_of(self.language), direction(self.language)
        return (
            '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
            '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
            f'{tongue}>\n<head>\n<meta charset="utf-8"/>\n<title>{plain(self.title)}</title>\n'
            '<link rel="stylesheet" type="text/css" href="style.css"/>\n</head>\n'
            f'<body class="{self.language} {way} {self.kind}" dir="{way}" epub:type="{self.kind}">\n'
            f"{self.body}\n</body>\n</html>\n"
        ).encode()


@dataclass(frozen=True, slots=True)
class Places:
    """Where everything stands that a link may lead to.

    Attributes:
        files: name of the file by chapter and id; the id is empty for a chapter's beginning.
        languages: those of the book, in order.
    """

    files: dict[tuple[str, str], str] = field(default_factory=dict)
    languages: tuple[Language, ...] = ()

    def address(self, target: str) -> str:
        """Return the address of what a link names; empty if it is not in the book."""
        chapter, _, identity = target.partition("#")
        document, _, wanted = chapter.rpartition(".")
        for language in (wanted, *self.languages):
            there = f"{document}.{language}"
            if (there, identity) in self.files:
                return self.files[there, identity] + (f"#{identity}" if identity else "")
        return self.address(chapter) if identity else ""


def direction(language: str) -> str:
    """Return the direction of a language, as HTML names it."""
    return "rtl" if is_right_to_left(language) else "ltr"


def plain(text: str) -> str:
    """Return a text as XML has it."""
    return escape(possible(text))


def said(text: str, language: Language, around: Language, tag: str = "span") -> str:
    """Return words as an element, which says their language where it is not the one around it."""
    return f"<{tag}{language_of(language, around)}>{plain(text)}</{tag}>"


def language_of(language: Language, around: Language = "") -> str:
    """Return the attributes that say a language, where it is not the one around it."""
    if language == around:
        return ""
    return f' lang="{language}" xml:lang="{language}" dir="{direction(language)}"'


def markup(elements: Iterable[ET.Element]) -> str:
    """Return elements as XHTML of which a reader for HTML makes the same: only void ones close themselves."""
    written = "\n".join(ET.tostring(each, encoding="unicode") for each in elements)
    return _EMPTY.sub(r"<\1\2></\1>", written)


def chapter_pages(
    chapters: Sequence[Chapter], languages: tuple[Language, ...], wordings: Mapping[Language, Wording]
) -> tuple[list[Page], Places]:
    """Cut chapters into files and lead their links there.

    Args:
        chapters: in reading order.
        languages: those of the book.
        wordings: the program's own languages that the book speaks.

    Returns:
        The files in reading order, and what stands in which.
    """
    places = Places(languages=languages)
    cut: list[tuple[Chapter, str, list[ET.Element]]] = []
    for chapter in chapters:
        blocks = [*_above(chapter, chapters, wordings), *chapter.blocks]
        for number, part in enumerate(_parts(blocks), start=1):
            name = chapter.name + (f".{number}" if number > 1 else "") + ".xhtml"
            places.files.setdefault((chapter.name, ""), name)
            for element in part:
                places.files.update({(chapter.name, each.get("id", "")): name for each in _named(element)})
            cut.append((chapter, name, part))
    pages = []
    for chapter, name, part in cut:
        for element in part:
            _lead_links(element, places, name)
        pages.append(Page(name, chapter.edition.title, chapter.edition.language, markup(part)))
    return pages, places


def _named(element: ET.Element) -> Iterable[ET.Element]:
    return (each for each in element.iter() if each.get("id"))


def _lead_links(element: ET.Element, places: Places, here: str) -> None:
    """Give links their addresses; one that leads nowhere is none."""
    for link in element.iter("a"):
        target = link.attrib.pop("href", "")
        address = places.address(target) if target else ""
        if address:
            link.set("href", address.removeprefix(here) if address.startswith(f"{here}#") else address)
        elif link.attrib.pop("role", ""):
            link.attrib.pop("epub:type", None)


def _parts(blocks: Sequence[ET.Element]) -> list[list[ET.Element]]:
    """Cut blocks into parts that no reader refuses; a heading stays with what it is over."""
    parts: list[list[ET.Element]] = [[]]
    size = 0
    for block in blocks:
        own = len(ET.tostring(block, encoding="utf-8"))
        if parts[-1] and size + own > LARGEST:
            kept: list[ET.Element] = []
            while len(parts[-1]) > 1 and re.fullmatch("h[1-6]", parts[-1][-1].tag):
                kept.insert(0, parts[-1].pop())
            parts.append(kept)
            size = 0
        parts[-1].append(block)
        size += own
    return parts


def _above(
    chapter: Chapter, chapters: Sequence[Chapter], wordings: Mapping[Language, Wording]
) -> list[ET.Element]:
    """Return the line above a document: whether it is a translation, and the ways to its other languages."""
    language = chapter.edition.language
    wording = wordings.get(language) or next(iter(wordings.values()))
    label = provenance.standing_of(chapter.document, language, wording)
    others = [each for each in chapters if each.document.id == chapter.document.id and each is not chapter]
    if not label and not others:
        return []
    line = ET.Element("p", {"class": "kick"})
    if label:
        words = ET.SubElement(line, "span", _other(wording.language, language))
        words.text = label
        words.tail = " · " if others else None
    for number, other in enumerate(others):
        own = other.edition.language
        link = ET.SubElement(line, "a", {"href": other.name} | _other(own, language))
        link.text = provenance.language_name(own)
        link.tail = " · " if number + 1 < len(others) else None
    return [line]


def _other(language: Language, around: Language) -> dict[str, str]:
    if language == around:
        return {}
    return {"lang": language, "xml:lang": language, "dir": direction(language)}


def title_page(
    briefing: Briefing, languages: Sequence[Language], wordings: Mapping[Language, Wording], verdict: Verdict
) -> Page:
    """Return the first page: what this is, and which issue."""
    first = languages[0]
    body = []
    for language in dict.fromkeys([*languages, *wordings]):
        title = briefing.titles.get(language)
        if title and language in languages:
            body.append(said(title, language, first, "h1" if language == first else "h2"))
        wording = wordings.get(language)
        if wording is not None:
            body += [
                said(provenance.issue(briefing, wording), language, first, "p"),
                said(epub_wording.vouched(verdict, wording), language, first, "p"),
                f"<p{language_of(language, first)}>"
                f'<a href="{ABOUT}">{plain(provenance.about_title(wording))}</a></p>',
            ]
    name = provenance.program(next(iter(wordings.values())))
    return Page(TITLE, name, first, "\n".join(body), "titlepage")


def about_page(
    briefing: Briefing, languages: Sequence[Language], wordings: Mapping[Language, Wording], verdict: Verdict
) -> Page:
    """Return the last page: what the book says of itself, and how it is checked."""
    first = languages[0]
    body = []
    for wording in wordings.values():
        lines = [
            *provenance.origin(briefing, verdict, wording),
            *provenance.checking("epub", wording),
            *epub_wording.about(wording, is_bilingual=len(languages) > 1),
        ]
        tongue = language_of(wording.language, first)
        title = plain(provenance.about_title(wording))
        body.append(
            f'<div{tongue} class="about {direction(wording.language)}">\n<h1>{title}</h1>\n'
            + "\n".join(f"<p>{provenance.grouped(plain(line))}</p>" for line in lines)
            + "\n</div>"
        )
    title = provenance.about_title(next(iter(wordings.values())))
    return Page(ABOUT, title, first, "\n".join(body), "colophon")


def headings(edition: Edition) -> list[tuple[str, str]]:
    """Return id and words of the headings of an edition that its contents list."""
    found = [each for each in edition.passages if each.kind is PassageKind.HEADING]
    top = min((each.level for each in found), default=0)
    return [(each.id, each.text) for each in found if each.level == top and each.text]
