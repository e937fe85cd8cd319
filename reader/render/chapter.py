"""An edition to the elements of an e-book's chapter: notes stand aside, foreign words are marked."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

from reader.library.document import PassageKind
from reader.render.sanitise import sanitise
from reader.render.tree import add, drop, hold, lead, tree_of
from reader.text.digits import digits_of
from reader.text.direction import has_letters, is_right_to_left, runs_right_to_left
from reader.text.foreign_runs import foreign_words
from reader.text.xml_letters import possible

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from reader.library.document import Edition, Explanation, Language

NUMBER = "n"
"""Class of a passage's number; not part of its text."""
MARKER = "m"
"""Class of a list item's number, which old readers would leave out or write in other digits."""
CALL = "call"
"""Class of the raised number of a note, where it is called; not part of the text around it."""
BACK = "back"
"""Class of a way back from a note to where it is called; not part of the note's text."""
SEE = "see"
"""Class of a paragraph of links to what explains the passage before it; not part of any passage."""
TOLD = "told"
"""Class of a list whose numbers stand in it."""
MISSING = "missing"
"""Class of the words for a picture that is not there; not part of the caption."""

_NOTE = re.compile(r"fn(?:ref(\d*))?:(.*)")
_NESTED = frozenset({"ul", "ol", "p", "blockquote", "pre", "table"})
_VERBATIM = frozenset({"code", "pre"})


def chapter(
    edition: Edition,
    *,
    foreign: Language,
    twin: Language,
    twin_words: str,
    picture: Callable[[str], str],
    explanations: Mapping[str, Sequence[Explanation]],
) -> list[ET.Element]:
    """Return the top blocks of an edition as elements of XHTML (HTML 5, section 14; EPUB 3.3, section 6.1).

    A passage's id stands on its block, or on its row. The third note is ``fn.3``, its second call
    ``ref.3-2``. Links name document, language and id (``letter.fa#p12``): what files there are is not
    known here.

    Args:
        edition: the document in one language.
        foreign: language of words in the letters of the other direction; empty where that is not known.
        twin: another language of the document, which the numbers of its passages lead to; empty for none.
        twin_words: what such a way is called, in the edition's language.
        picture: gives the address of a picture by its name; empty for none.
        explanations: what explains a passage, by passage.
    """
    return _Chapter(edition, foreign, twin, twin_words, picture, explanations).blocks()


class _Chapter:
    """Reshapes the tree of one edition."""

    def __init__(
        self,
        edition: Edition,
        foreign: Language,
        twin: Language,
        twin_words: str,
        picture: Callable[[str], str],
        explanations: Mapping[str, Sequence[Explanation]],
    ) -> None:
        self._edition, self._language, self._foreign = edition, edition.language, foreign
        self._leftwards = is_right_to_left(edition.language)
        self._twin, self._twin_words = twin, twin_words
        self._picture, self._explanations = picture, explanations
        self._passages = {passage.id: passage for passage in edition.passages}
        self._root = tree_of(sanitise(edition.body))
        names = (each.get("id", "") for each in self._root.iter("li"))
        self._notes = {name[3:]: number for number, name in enumerate(filter(_is_note, names), start=1)}
        self._calls: dict[str, list[str]] = {}

    def blocks(self) -> list[ET.Element]:
        self._words(self._root)
        for parent in list(self._root.iter()):
            for child in list(parent):
                if child.tag == "sup" and self._note_call(child):
                    hold(parent, child)
        for each in self._root.iter("img"):
            self._show(each)
        for each in self._root.iter("a"):
            if "href" in each.attrib:
                each.set("href", self._target(each.get("href", "")))
        self._shape(self._root)
        if not any(passage.kind is PassageKind.TITLE for passage in self._edition.passages):
            title = ET.Element("h1")
            self._write(title, possible(self._edition.title))
            self._root.insert(0, title)
        for each in self._root:
            each.tail = None
        return list(self._root)

    # Words of other languages

    def _words(self, element: ET.Element) -> None:
        """Put an element around every word of another direction; code is one, whatever is in it."""
        if element.tag in _VERBATIM:
            leftwards = runs_right_to_left("".join(element.itertext()), otherwise=False)
            if leftwards != self._leftwards:
                element.set("dir", "rtl" if leftwards else "ltr")
        if element.tag in _VERBATIM or element.tag == "sup":
            for child in element:
                self._words(child)
            return
        text, children = element.text or "", list(element)
        element.text, element[:] = None, []
        self._write(element, text)
        for child in children:
            tail, child.tail = child.tail or "", None
            element.append(child)
            self._words(child)
            self._write(element, tail)

    def _write(self, element: ET.Element, text: str) -> None:
        """Add text at the end of an element."""
        at = 0
        for start, end in foreign_words(text, self._language):
            add(element, text[at:start])
            word = ET.SubElement(element, "span", {"dir": "ltr" if self._leftwards else "rtl"})
            word.text = text[start:end]
            if self._foreign and has_letters(word.text):
                word.attrib |= {"lang": self._foreign, "xml:lang": self._foreign}
            at = end
        add(element, text[at:])

    # Notes

    def _note_call(self, raised: ET.Element) -> bool:
        """Make a raised number the call of a note, and say whether it is one."""
        found = _NOTE.fullmatch(raised.get("id", ""))
        link = raised.find("a")
        if found is None or found[2] not in self._notes or link is None:
            return False
        note = found[2]
        calls = self._calls.setdefault(note, [])
        number = self._notes[note]
        calls.append(f"ref.{number}" + (f"-{len(calls) + 1}" if calls else ""))
        raised.attrib = {"class": CALL}
        link.attrib = {
            "id": calls[-1],
            "href": f"#fn:{note}",
            "epub:type": "noteref",
            "role": "doc-noteref",
        }
        link.text = self._digits(number)
        return True

    def _note(self, item: ET.Element) -> ET.Element:
        """Return a note that stands aside, its number leading back to its first call."""
        note = item.get("id", "")[3:]
        number, calls = self._notes[note], self._calls.get(note, [])
        for parent in item.iter():
            for child in list(parent):
                if _is_way_back(child):
                    drop(parent, child)
        aside = ET.Element(
            "aside", {"id": f"fn.{number}", "class": "note", "epub:type": "footnote", "role": "doc-footnote"}
        )
        aside.text, aside[:] = item.text, list(item)
        first = aside[0] if len(aside) and aside[0].tag == "p" else aside
        lead(first, self._way_back(self._digits(number) + ".", calls[:1]))
        if len(calls) > 1:
            last = aside[-1] if len(aside) and aside[-1].tag == "p" else aside
            for count, call in enumerate(calls, start=1):
                add(last, " ")
                last.append(self._way_back(f"({self._digits(count)})", [call]))
        return aside

    def _way_back(self, text: str, calls: Sequence[str]) -> ET.Element:
        back = ET.Element("a", {"class": BACK})
        back.text = text
        if calls:
            back.attrib |= {"role": "doc-backlink", "href": self._address(self._edition.document, calls[0])}
        return back

    # Passages

    def _shape(self, parent: ET.Element) -> None:
        """Give passages their numbers and their explanations, notes and figures their elements."""
        for child in list(parent):
            identity = child.get("id", "")
            if child.tag == "ol" and any(_is_note(item.get("id", "")) for item in child):
                self._notes_of(parent, child)
                continue
            if child.tag == "tr":
                self._row(child)
                continue
            if child.tag == "ol" and all(item.get("id") in self._passages for item in child):
                child.attrib = {"class": TOLD}
            self._shape(child)
            passage = self._passages.get(identity)
            if passage is None:
                child.attrib.pop("id", None)
                if child.tag == "a" and identity:
                    child.set("id", identity)
                continue
            if passage.kind is PassageKind.CAPTION and child.tag == "p" and len(child):
                self._figure(child)
            inner = child.find("figcaption")
            lead(child if inner is None else inner, self._number(identity))
            if parent.get("class") == TOLD:
                marker = ET.Element("span", {"class": MARKER})
                marker.text = self._digits(passage.marker)
                lead(child, marker)
            see = self._see(identity)
            if see is not None and child.tag == "li":
                nested = (place for place, each in enumerate(child) if each.tag in _NESTED)
                child.insert(next(nested, len(child)), see)
            elif see is not None:
                parent.insert(list(parent).index(child) + 1, see)

    def _row(self, row: ET.Element) -> None:
        """Name a row after its passage, and its heads after what they are over."""
        for column, cell in enumerate(row):
            identity, _, _ = cell.attrib.pop("id", "").rpartition(".")
            if column == 0 and identity in self._passages:
                row.set("id", identity)
                lead(cell, self._number(identity))
            if cell.tag == "th":
                cell.set("scope", "col")
            self._shape(cell)

    def _number(self, identity: str) -> ET.Element | None:
        shown = self._passages[identity].number
        if not shown:
            return None
        number = ET.Element("a", {"class": NUMBER})
        # In brackets: copied, or without a style, it must not run into a date or a figure that follows.
        number.text = f"[{self._digits(shown)}]"
        if self._twin:
            number.attrib |= {
                "href": f"{self._edition.document}.{self._twin}#{identity}",
                "title": self._twin_words,
            }
        return number

    def _figure(self, paragraph: ET.Element) -> None:
        """Make a paragraph that opens with a picture a figure; without the picture its words stand there."""
        picture = paragraph[0]
        paragraph.tag = "figure"
        caption = ET.Element("figcaption")
        rest = paragraph[1:]
        if rest and rest[0].tag == "br":
            caption.text = rest[0].tail
            rest = rest[1:]
        caption[:] = rest
        paragraph.text, paragraph[:] = None, [picture, caption]
        picture.tail = None

    def _see(self, identity: str) -> ET.Element | None:
        """Return the links to what explains a passage."""
        explanations = self._explanations.get(identity, ())
        if not explanations:
            return None
        see = ET.Element("p", {"class": SEE})
        part = ""
        for each in explanations:
            add(see, " · " if part else "")
            if each.part != part:
                part = each.part
                self._write(see, possible(f"{part}: "))
            link = ET.SubElement(see, "a", {"href": self._target(each.href)})
            self._write(link, possible(each.title))
        return see

    def _notes_of(self, parent: ET.Element, listed: ET.Element) -> None:
        """Put the notes in place of their list, and no rule before them."""
        place = list(parent).index(listed)
        section = ET.Element("section", {"class": "notes", "role": "doc-endnotes"})
        for item in listed:
            self._shape(item)
            section.append(self._note(item))
        parent[place] = section
        if place and parent[place - 1].tag == "hr":
            parent.remove(parent[place - 1])

    def _show(self, image: ET.Element) -> None:
        """Give a picture its address; where it is missing, the words for it stand there."""
        address = self._picture(image.get("src", ""))
        if address:
            image.attrib = {"src": address, "alt": image.get("alt", "")}
            return
        image.tag, image.text = "span", image.get("alt", "")
        image.attrib = {"class": MISSING}

    # Links

    def _target(self, link: str) -> str:
        document, _, inside = link.partition("#")
        document = document.removesuffix(".md") or self._edition.document
        if inside.startswith("fn:") and document == self._edition.document:
            inside = f"fn.{self._notes[inside[3:]]}" if inside[3:] in self._notes else ""
        return self._address(document, inside)

    def _address(self, document: str, inside: str) -> str:
        return f"{document}.{self._language}" + (f"#{inside}" if inside else "")

    def _digits(self, number: object) -> str:
        return digits_of(str(number), self._language)


def _is_note(name: str) -> bool:
    return name.startswith("fn:")


def _is_way_back(element: ET.Element) -> bool:
    return element.tag == "a" and "#fnref" in element.get("href", "")
