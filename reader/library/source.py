"""One Markdown file to passages and HTML: a single parse feeds text, page and search ranges."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.errors import DocumentBroken
from reader.library.document import Passage, PassageKind

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_LINE = 20_000
"""Characters; longer lines make the inline patterns of Python-Markdown crawl."""
MOST_BRACKETS = 500
"""Opening brackets in one block; their cost grows with the square of their number."""
MOST_LINES_SQUARED = 20_000_000
"""Lines of each block squared, over a document: a block whose every line is a heading costs the square."""
DEEPEST_NESTING = 20
"""Levels of quotes or list indent; deeper ones exhaust the stack."""

_MARKER = re.compile(r"\[([a-z][a-z0-9-]{0,63})\] ?")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_CONTROL = {code: None for code in range(32) if chr(code) not in "\t\n\r"} | {127: None}
_BACK_LINK = "\x02zz1337820767766393qq\x03"
"""Python-Markdown's stand-ins for a note's way back and for a hard space (``extensions/footnotes.py``)."""
_HARD_SPACE = "\x02qq3936677670287331zz\x03"
_BLOCKS = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li"}
    | {"blockquote", "table", "pre", "hr", "div", "dl"}
)


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one Markdown file holds.

    Attributes:
        passages: in reading order.
        body: HTML with each passage's id on its block; not sanitised. A table row's id is on its
            cells, as ``id.1``, ``id.2``.
    """

    passages: tuple[Passage, ...]
    body: str


def parse(text: str, *, document: str, numbering: str = "paragraphs") -> Parsed:
    """Read one Markdown file.

    Raw HTML and character entities outside code are text here. A block may open with ``[p12] ``, which
    names its passage; the others are counted as ``<document>-<n>``. A paragraph that opens with a picture
    is a figure; the rest of it is the caption, or else the picture's alternative text.

    Args:
        text: the whole file.
        document: id of the document, for messages and counted ids.
        numbering: ``paragraphs`` or ``sections``, as in ``Document.numbering``.

    Raises:
        DocumentBroken: the file would take too long to read, or nests too deeply.
    """
    import markdown
    from markdown.extensions.footnotes import FootnoteExtension
    from markdown.extensions.tables import TableExtension

    text = text.removeprefix("\ufeff").translate(_CONTROL)
    _refuse_abuse(text, document)
    parser = markdown.Markdown(
        extensions=[TableExtension(), FootnoteExtension(SEPARATOR=":")], output_format="xhtml"
    )
    parser.preprocessors.deregister("html_block")
    for name in ("html", "entity", "autolink", "automail"):
        parser.inlinePatterns.deregister(name)
    try:
        root = _tree(parser, text)
        _resolve(root)
        reading = _Reading(document, numbering)
        reading.block(root)
        body = "".join(ET.tostring(child, encoding="unicode", method="html") for child in root)
    except RecursionError:
        raise DocumentBroken(
            "“{document}” is nested too deeply to be shown. Ask for another copy.", document=document
        ) from None
    return Parsed(tuple(reading.passages), body)


def _tree(parser: object, text: str) -> ET.Element:
    """Run Python-Markdown's stages up to the tree, so that ranges and HTML come from one parse."""
    lines = text.split("\n")
    for preprocessor in parser.preprocessors:  # type: ignore[attr-defined]
        lines = preprocessor.run(lines)
    root: ET.Element = parser.parser.parseDocument(lines).getroot()  # type: ignore[attr-defined]
    for processor in parser.treeprocessors:  # type: ignore[attr-defined]
        replaced = processor.run(root)
        root = root if replaced is None else replaced
    return root


def _refuse_abuse(text: str, document: str) -> None:
    """Refuse what Python-Markdown would take minutes over.

    Raises:
        DocumentBroken: a line, a block or the nesting is beyond the limits above.
    """
    deep = re.compile(
        rf"(?:[ \t]*(?:>|[-*+][ \t]|\d+[.)][ \t])){{{DEEPEST_NESTING},}}|[ \t]{{{4 * DEEPEST_NESTING},}}"
    )
    lines_squared = 0
    for block in re.split(r"\n[ \t]*\n", text):
        lines_squared += block.count("\n") ** 2
        if (
            block.count("[") + block.count("![") > MOST_BRACKETS
            or block.count("*") > 4 * MOST_BRACKETS
            or lines_squared > MOST_LINES_SQUARED
        ):
            raise DocumentBroken(
                "“{document}” holds a block that cannot be shown safely. Ask for another copy.",
                document=document,
            )
        for line in block.split("\n"):
            if len(line) > LONGEST_LINE or deep.match(line):
                raise DocumentBroken(
                    "“{document}” holds a line that cannot be shown safely. Ask for another copy.",
                    document=document,
                )


class _Reading:
    """One walk over the tree: names each block and notes its passage."""

    def __init__(self, document: str, numbering: str) -> None:
        self._document = document
        self._by_section = numbering == "sections"
        self._counted = 0
        self._part = 0
        self._number = 0
        self._section = ""
        self._note_marker = ""
        self.passages: list[Passage] = []

    def block(
        self, parent: ET.Element, *, depth: int = 0, inside: PassageKind = PassageKind.PARAGRAPH
    ) -> None:
        """Note every passage below a block element, in reading order."""
        children = list(parent)
        for position, child in enumerate(children):
            tag = child.tag
            if re.fullmatch("h[1-6]", tag):
                self._heading(child, children[position + 1] if position + 1 < len(children) else None)
            elif tag == "p":
                figure = _is_figure(child)
                if figure:
                    _part_caption(child)
                self._note(child, PassageKind.CAPTION if figure else inside, level=depth)
            elif tag == "pre":
                self._note(child, PassageKind.CODE)
            elif tag in ("ul", "ol"):
                self._list(child, depth + 1, inside)
            elif tag == "table":
                for row in child.iter("tr"):
                    self._row(row)
            elif tag == "blockquote":
                self.block(child, depth=depth, inside=PassageKind.QUOTE)
            elif tag == "div":
                footnotes = child.get("class") == "footnote"
                self.block(child, depth=depth, inside=PassageKind.FOOTNOTE if footnotes else inside)

    def _heading(self, element: ET.Element, following: ET.Element | None) -> None:
        level = int(element.tag[1])
        first = not any(passage.kind is PassageKind.TITLE for passage in self.passages)
        after_title = bool(self.passages) and self.passages[-1].kind is PassageKind.TITLE
        if level == 1 and first:
            kind = PassageKind.TITLE
        elif after_title and following is not None and re.fullmatch("h[2-6]", following.tag):
            # A heading under the title that opens no section of its own says more about the title.
            kind = PassageKind.SUBTITLE
        else:
            kind = PassageKind.HEADING
            if level == 2:
                self._part += 1
                if self._by_section:
                    self._number = 0
        if self._note(element, kind, level=level):
            self._section = self.passages[-1].id

    def _list(self, element: ET.Element, depth: int, inside: PassageKind) -> None:
        ordinal = int(element.get("start") or 1)
        footnotes = inside is PassageKind.FOOTNOTE
        for item in element.findall("li"):
            blocks = [child for child in item if child.tag in _BLOCKS]
            marker = f"{ordinal}." if element.tag == "ol" else "•"
            ordinal += 1
            if footnotes:
                self._note_marker = marker
                self.block(item, depth=depth, inside=inside)
                continue
            if blocks and blocks[0].tag == "p" and not (item.text or "").strip():
                # A loose item: its first paragraph is unwrapped, so that both kinds of list are one shape.
                _unwrap(item, blocks.pop(0))
            self._note(item, PassageKind.ITEM, marker=marker, level=depth)
            self.block(item, depth=depth)

    def _row(self, row: ET.Element) -> None:
        cells = list(row)
        if not cells:
            return
        named = _take_marker(cells[0])
        identity = named or self._next_id()
        texts = []
        for column, cell in enumerate(cells, start=1):
            cell.set("id", f"{identity}.{column}")
            texts.append(_text(cell))
        header = all(cell.tag == "th" for cell in cells)
        self._append(identity, PassageKind.ROW, "\t".join(texts), numbered=not header)

    def _note(self, element: ET.Element, kind: PassageKind, *, marker: str = "", level: int = 0) -> bool:
        """Note a passage; an empty block without a name is none, and the answer is False."""
        named = _take_marker(element)
        text = _text(element)
        if kind is PassageKind.FOOTNOTE:
            text = text.rstrip("\u00a0 ")  # what stood before the way back
            marker, self._note_marker = self._note_marker, ""
        if not text and named is None:
            return False
        identity = named or self._next_id()
        element.set("id", identity)
        numbered = not kind.is_heading and kind is not PassageKind.FOOTNOTE
        self._append(identity, kind, text, numbered=numbered, marker=marker, level=level)
        return True

    def _append(
        self, identity: str, kind: PassageKind, text: str, *, numbered: bool, marker: str = "", level: int = 0
    ) -> None:
        number = ""
        if numbered:
            self._number += 1
            number = f"{self._part}.{self._number}" if self._by_section and self._part else str(self._number)
        self.passages.append(Passage(identity, kind, text, number, marker, level, self._section))

    def _next_id(self) -> str:
        self._counted += 1
        return f"{self._document}-{self._counted}"


def _take_marker(element: ET.Element) -> str | None:
    """Remove a leading ``[p12] `` from a block and return the id in it."""
    found = _MARKER.match((element.text or "").lstrip(" \n\t"))
    if found is None:
        return None
    element.text = (element.text or "").lstrip(" \n\t")[found.end() :]
    return found[1]


def _is_figure(paragraph: ET.Element) -> bool:
    """Whether a paragraph is a picture, and what follows it its caption."""
    before = _MARKER.sub("", (paragraph.text or "").strip(), count=1)
    return not before and len(paragraph) > 0 and paragraph[0].tag == "img"


def _part_caption(paragraph: ET.Element) -> None:
    """Begin a new line between a picture and its caption; without one, the words for the picture are it."""
    picture = paragraph[0]
    parting = ET.Element("br")
    parting.tail, picture.tail = (picture.tail or "").lstrip(), None
    if len(paragraph) == 1 and not parting.tail:
        parting.tail = picture.get("alt")
    if parting.tail or len(paragraph) > 1:
        paragraph.insert(1, parting)


def _unwrap(item: ET.Element, paragraph: ET.Element) -> None:
    """Put the content of an item's first paragraph into the item itself."""
    position = list(item).index(paragraph)
    item.remove(paragraph)
    item.text = paragraph.text
    for offset, child in enumerate(list(paragraph)):
        item.insert(position + offset, child)


def _text(element: ET.Element) -> str:
    """Return a block's own text: markup, notes and nested blocks left out, runs of space as one."""
    if element.tag == "pre":
        return "".join(element.itertext()).strip("\n")
    return _SPACE.sub(" ", "".join(_pieces(element))).strip(" ")


def _pieces(element: ET.Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag not in _BLOCKS and not _is_note_link(child):
            if child.tag == "br":
                yield " "
            yield from _pieces(child)
        if child.tag not in _BLOCKS:
            yield child.tail or ""


def _is_note_link(element: ET.Element) -> bool:
    """Whether an inline element is the raised number of a footnote, or its way back."""
    return element.get("class") in ("footnote-ref", "footnote-backref") or (
        element.tag == "sup" and any(child.get("class") == "footnote-ref" for child in element)
    )


def _resolve(root: ET.Element) -> None:
    """Put the letters back for which the parser left stand-ins and entities."""
    for element in root.iter():
        element.text = _resolved(element.text)
        element.tail = _resolved(element.tail)
        if element.tag == "code" and element.text:
            # The parser has escaped the inside of code, and nothing else.
            element.text = html.unescape(element.text)


def _resolved(text: str | None) -> str | None:
    if not text:
        return text
    return text.replace(_BACK_LINK, "↩").replace(_HARD_SPACE, "\u00a0")
