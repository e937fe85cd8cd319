"""Writes a PDF of Qt's anew: the same bytes every time, with an outline, links, and text that can be copied.

Qt's writer names the time, a random number and, of many glyphs, no letters; it knows neither links within
a file nor an outline. All that is put right on the file's objects (ISO 32000-1, sections 7.3 to 7.7, 9.10
and 12.3); what is drawn stays as Qt drew it.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime
    from collections import Counter
    from collections.abc import Callable, Mapping, Sequence

    from reader.ui.pdf_ink import FontUse, Link

_REFERENCE = re.compile(rb"(?<![\d.])(\d+) 0 R\b")
_STREAM = re.compile(rb"(?<=>>)\s*stream\r?\n")
_FONT_NAME = re.compile(rb"(/(?:BaseFont|FontName)\s+)/(?:[A-Z]{6}\+)?([^\s/<>\[\]()]+)")
_ROOT, _INFORMATION = 3, 1
_OBJECTS = 100
"""How many are written before others may do something."""
_LIGATURES = {
    unicodedata.normalize("NFKC", chr(each)): chr(each) for each in (0xFEF5, 0xFEF7, 0xFEF9, 0xFEFB)
}
"""Two letters in one glyph, as one: programs that turn a leftward line round would turn two as well."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the outline.

    Attributes:
        title: its words.
        target: the name of what it leads to.
        children: entries below it.
    """

    title: str
    target: str
    children: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file is to say of itself.

    Attributes:
        title: what viewers call it.
        language: the first of its text.
        right_to_left: whether its pages are turned leftwards.
        day: when it was issued.
        order: for each page of the file, which page that was drawn.
        links: on the pages that were drawn.
        places: names that links lead to, each with the page that was drawn and a height in points.
        outline: its entries.
        fonts: which glyphs are which letters, by face, in the order in which they were first used.
    """

    title: str
    language: str
    right_to_left: bool
    day: datetime.date
    order: Sequence[int]
    links: Sequence[Link]
    places: Mapping[str, tuple[int, float]]
    outline: Sequence[Entry]
    fonts: Sequence[FontUse]


def finished(raw: bytes, facts: Facts, rest: Callable[[], None] = lambda: None) -> bytes:
    """Return a file with everything in it that Qt left out, and nothing of when and by whom it was made.

    Args:
        raw: what ``QPdfWriter`` wrote.
        facts: what it is to say.
        rest: is called again and again meanwhile; may let a window live, and raises to give up.

    Raises:
        ValueError: this is not what that writer writes.
    """
    return _File(raw, facts, rest).written()


class _File:
    """The objects of a file, by number."""

    def __init__(self, raw: bytes, facts: Facts, rest: Callable[[], None]) -> None:
        self._facts, self._rest = facts, rest
        self._objects = _objects(raw)
        self._next = max(self._objects) + 1
        tree = _number(self._objects[_ROOT], b"/Pages")
        self._tree = tree
        kids = re.search(rb"/Kids\s*\[(.*?)\]", self._objects[tree], re.S)
        if kids is None:
            raise ValueError("pages")
        self._drawn = [int(each) for each in _REFERENCE.findall(kids[1])]

    def written(self) -> bytes:
        """Return the bytes of the file."""
        for step in (self._pages, self._letters, self._subset_tags):
            self._rest()
            step()
        self._rest()
        outline = self._outline(self._facts.outline)
        self._root(outline)
        return self._bytes()

    def _add(self, content: bytes) -> int:
        number = self._next
        self._objects[number] = content
        self._next += 1
        return number

    def _pages(self) -> None:
        kids = b" ".join(b"%d 0 R" % self._drawn[at] for at in self._facts.order)
        count = len(self._facts.order)
        self._objects[self._tree] = b"<< /Type /Pages /Kids [ %s ] /Count %d >>" % (kids, count)
        by_page: dict[int, list[bytes]] = {}
        for link in self._facts.links:
            target = self._destination(link.target)
            if target:
                area = b" ".join(b"%.2f" % edge for edge in link.area)
                by_page.setdefault(link.page, []).append(
                    b"<< /Type /Annot /Subtype /Link /Rect [%s] /Border [0 0 0] /F 4 /Dest %s >>"
                    % (area, target)
                )
        for number, page in enumerate(self._drawn):
            links = b"/Annots [ %s ]" % b" ".join(by_page.get(number, ()))
            own, found = re.subn(rb"/Annots \d+ 0 R", links, self._objects[page])
            if not found:
                raise ValueError("annotations")
            self._objects[page] = own

    def _destination(self, name: str) -> bytes:
        place = self._facts.places.get(name)
        if place is None:
            return b""
        page, height = place
        return b"[%d 0 R /XYZ null %.2f null]" % (self._drawn[page], height + 6)

    def _outline(self, entries: Sequence[Entry]) -> int:
        root = self._add(b"")
        first, last, count = self._entries(entries, root)
        self._objects[root] = b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>" % (
            first,
            last,
            count,
        )
        return root

    def _entries(self, entries: Sequence[Entry], parent: int) -> tuple[int, int, int]:
        numbers = [self._add(b"") for _ in entries]
        for at, (number, entry) in enumerate(zip(numbers, entries, strict=True)):
            said = b"<< /Title %s /Parent %d 0 R" % (_text(entry.title), parent)
            if at:
                said += b" /Prev %d 0 R" % numbers[at - 1]
            if at + 1 < len(numbers):
                said += b" /Next %d 0 R" % numbers[at + 1]
            if entry.children:
                # A negative count: shut until it is opened.
                said += b" /First %d 0 R /Last %d 0 R /Count -%d" % self._entries(entry.children, number)
            target = self._destination(entry.target)
            self._objects[number] = said + (b" /Dest %s >>" % target if target else b" >>")
        return numbers[0], numbers[-1], len(numbers)

    def _root(self, outline: int) -> None:
        facts = self._facts
        direction = b"/R2L" if facts.right_to_left else b"/L2R"
        self._objects[_ROOT] = (
            b"<< /Type /Catalog /Pages %d 0 R /Outlines %d 0 R /PageMode /UseOutlines /Lang (%s) "
            b"/ViewerPreferences << /DisplayDocTitle true /Direction %s >> >>"
            % (self._tree, outline, facts.language.encode("ascii", "replace"), direction)
        )
        day = facts.day.strftime("D:%Y%m%d000000Z").encode()
        self._objects[_INFORMATION] = b"<< /Title %s /CreationDate (%s) /ModDate (%s) >>" % (
            _text(facts.title),
            day,
            day,
        )

    def _letters(self) -> None:
        """Tell for every glyph which letters it stands for."""
        fonts = sorted(
            number for number, content in self._objects.items() if b"/Subtype /Type0" in content[:400]
        )
        if len(fonts) != len(self._facts.fonts):
            # A face that came from the system and was parted otherwise: then what Qt knows must do.
            return
        for number, use in zip(fonts, self._facts.fonts, strict=True):
            table = _number(self._objects[number], b"/ToUnicode")
            self._objects[table] = _stream(_letter_table(list(use.glyphs.values())))

    def _subset_tags(self) -> None:
        """Name the part of each font that is there (ISO 32000-1, section 9.6.4): Qt's tag is by chance."""
        heads = {number: _head(content) for number, content in self._objects.items()}
        names = sorted({found[2] for head, _ in heads.values() for found in _FONT_NAME.finditer(head)})
        tags = {name: b"READE%c" % (ord("A") + at % 26) for at, name in enumerate(names)}
        for number, (head, rest) in heads.items():
            named = _FONT_NAME.sub(lambda found: b"%s/%s+%s" % (found[1], tags[found[2]], found[2]), head)
            self._objects[number] = named + rest

    def _bytes(self) -> bytes:
        """Number the objects in the order in which they are come across: Qt's own order is by chance."""
        order: dict[int, int] = {}
        waiting = [_ROOT, _INFORMATION]
        while waiting:
            number = waiting.pop(0)
            if number in order:
                continue
            order[number] = len(order) + 1
            if order[number] % _OBJECTS == 0:
                self._rest()
            waiting += [int(each) for each in _REFERENCE.findall(_head(self._objects[number])[0])]
        out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
        places = []
        for number, new in order.items():
            if new % _OBJECTS == 0:
                self._rest()
            head, rest = _head(self._objects[number])
            head = _REFERENCE.sub(lambda found: b"%d 0 R" % order[int(found[1])], head)
            places.append(len(out))
            out += b"%d 0 obj\n%s%s\nendobj\n" % (new, head, rest)
        identity = hashlib.sha256(out).hexdigest()[:32].encode()
        table = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
        out += b"".join(b"%010d 00000 n \n" % place for place in places)
        out += (
            b"trailer\n<< /Size %d /Root 1 0 R /Info 2 0 R /ID [ <%s> <%s> ] >>\nstartxref\n%d\n%%%%EOF\n"
            % (
                len(places) + 1,
                identity,
                identity,
                table,
            )
        )
        return bytes(out)


def _objects(raw: bytes) -> dict[int, bytes]:
    """Cut a file into its objects."""
    begins = raw.rfind(b"startxref")
    table = int(raw[begins:].split()[1])
    rows = raw[table:].split(b"\n")
    if rows[0].strip() != b"xref":
        raise ValueError("xref")
    first, count = (int(each) for each in rows[1].split())
    places = {}
    for number, row in enumerate(rows[2 : 2 + count], start=first):
        if row[17:18] == b"n":
            places[number] = int(row[:10])
    ends = sorted([*places.values(), table])
    objects = {}
    for number, place in places.items():
        whole = raw[place : ends[ends.index(place) + 1]]
        found = re.match(rb"\s*(\d+) 0 obj\s*", whole)
        end = whole.rfind(b"endobj")
        if found is None or int(found[1]) != number or end < 0:
            raise ValueError("object")
        objects[number] = whole[found.end() : end].rstrip()
    return objects


def _head(content: bytes) -> tuple[bytes, bytes]:
    """Part an object into what may name others, and the bytes of its stream."""
    found = _STREAM.search(content)
    return (content, b"") if found is None else (content[: found.start()], content[found.start() :])


def _number(content: bytes, key: bytes) -> int:
    found = re.search(re.escape(key) + rb" (\d+) 0 R", content)
    if found is None:
        raise ValueError(key.decode())
    return int(found[1])


def _text(words: str) -> bytes:
    """Return a text string (ISO 32000-1, section 7.9.2)."""
    return b"<FEFF%s>" % words.encode("utf-16-be").hex().upper().encode()


def _stream(content: bytes) -> bytes:
    packed = zlib.compress(content, 9)
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)


def _letter_table(glyphs: Sequence[Counter[str]]) -> bytes:
    """Return the table from glyphs to letters (ISO 32000-1, section 9.10.3).

    Args:
        glyphs: how often each glyph stood for which letters, in the order of their numbers, from 1.
    """
    rows = []
    for number, letters in enumerate(glyphs, start=1):
        best = max(sorted(letters), key=lambda each: (letters[each], each))
        best = _LIGATURES.get(best, best)
        if best:
            rows.append(b"<%04X> <%s>" % (number, best.encode("utf-16-be").hex().upper().encode()))
    parts = [rows[at : at + 100] for at in range(0, len(rows), 100)]
    said = b"".join(b"%d beginbfchar\n%s\nendbfchar\n" % (len(part), b"\n".join(part)) for part in parts)
    return (
        b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        b"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        b"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        + said
        + b"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    )
