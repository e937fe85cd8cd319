"""The passages of an edition with what stands in them: notes and links, in their places."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library.document import Edition, Passage

_NOTE = re.compile(r"#?fn:(.+)")
_BACK = re.compile(r"#fnref\d*:.+")
_MARKUP = re.compile(r"\[\^[^\]]*\]:?|(?<=\])\([^)]*\)|\[[a-z][a-z0-9-]*\] ")
_NAMED = re.compile(r"\[([a-z][a-z0-9-]{0,63})\] ")
_NO_LETTER = re.compile(r"[\W_]+")


@dataclass(slots=True)
class Block:
    """One passage.

    Attributes:
        passage: what the reader knows of it.
        line: where it begins in the file, from 1.
        text: its text; links and code are made blank, so that places stay.
        notes: for each note that is called: where, and its name.
        links: what each link leads to.
        note: the name of the note it is part of; empty if it is part of none.
    """

    passage: Passage
    line: int = 0
    text: str = ""
    notes: list[tuple[int, str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    note: str = ""


def blocks(edition: Edition, text: str) -> tuple[Block, ...]:
    """Return the passages of an edition with what stands in them.

    Args:
        edition: as it was parsed.
        text: the Markdown it was parsed from.
    """
    found = tuple(Block(passage) for passage in edition.passages)
    walk = _Walk({block.passage.id: block for block in reversed(found)})
    walk.feed(edition.body)
    walk.close()
    _find_lines(found, text)
    return found


class _Walk(HTMLParser):
    """One walk over the HTML: what stands in a passage is noted in its block."""

    def __init__(self, known: dict[str, Block]) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks = known
        self._open: list[tuple[str, Block | None]] = []
        self._blank = 0
        self._note = ""

    @property
    def _here(self) -> Block | None:
        return self._open[-1][1] if self._open else None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        identity = named.get("id", "")
        if tag == "li" and _NOTE.fullmatch(identity):
            self._note = identity.removeprefix("fn:")
        here = self.blocks.get(identity.split(".")[0], self._here)
        if here is not None and identity:
            here.note = self._note
        if tag in ("img", "br", "hr"):
            return
        if tag in ("td", "th") and here is not None:
            here.text += "\t"
        if tag == "a" and here is not None:
            address = named.get("href", "")
            note = _NOTE.fullmatch(address)
            if note:
                here.notes.append((len(here.text), note[1]))
            elif not _BACK.fullmatch(address):
                here.links.append(address)
        self._blank += tag in ("a", "code", "pre")
        self._open.append((tag, here))

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            closed, _ = self._open.pop()
            self._blank -= closed in ("a", "code", "pre")
            if closed == tag:
                break

    def handle_data(self, data: str) -> None:
        if self._here is not None:
            self._here.text += " " * len(data) if self._blank else data


def _find_lines(found: Sequence[Block], text: str) -> None:
    """Note for each block the line it begins in: that of its name, or the next that holds its letters."""
    lines = text.split("\n")
    letters = [_NO_LETTER.sub("", _MARKUP.sub("", line)) for line in lines]
    named = {marker[1]: number for number, line in enumerate(lines) for marker in _NAMED.finditer(line)}
    at = 0
    for block in found:
        sought = _NO_LETTER.sub("", block.passage.text)[:24]
        here = (number for number in range(at, len(lines)) if sought and sought in letters[number])
        at = named.get(block.passage.id, next(here, at))
        block.line = at + 1
