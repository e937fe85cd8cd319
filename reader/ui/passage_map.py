"""Which letters of the shown document are which letters of a passage's text, and back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.library.document import PassageKind
from reader.text.direction import ISOLATES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QTextBlock, QTextDocument

    from reader.library.document import Edition, Passage

_NOTE_LINK = "#fn"
_NOTE = "fn:"
_PICTURE = "\ufffc"
"""What stands in the text for a picture."""
_REFERENCE = re.compile(r"^fnref\d*:")


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a passage, or one cell of it, stands.

    Attributes:
        passage: the passage.
        column: cell of a table row, from 0; 0 elsewhere.
        block: number of the block in the document.
    """

    passage: Passage
    column: int
    block: int


class PassageMap:
    """Finds passages in a document and documents in passages.

    Args:
        document: the laid-out document; list markers may be inserted later if ``shift`` is told.
        edition: what it shows.
        names: of its blocks, by their numbers.
    """

    def __init__(
        self, document: QTextDocument, edition: Edition, names: Mapping[int, tuple[str, ...]]
    ) -> None:
        self._document = document
        self._stands: dict[int, Stand] = {}
        self._blocks: dict[str, list[int]] = {}
        self._marker_lengths: dict[int, int] = {}
        self._letters: dict[str, list[int]] = {}
        self._notes: dict[str, int] = {}
        known = {passage.id: passage for passage in edition.passages}
        for number, called in names.items():
            for name in called:
                if name.startswith(_NOTE):
                    self._notes[name] = number
                identity, _, column = name.partition(".")
                passage = known.get(identity)
                if passage is not None and (column == "" or column.isdecimal()):
                    self._stands[number] = Stand(passage, int(column or 1) - 1, number)
        for number, stand in self._stands.items():
            self._blocks.setdefault(stand.passage.id, []).append(number)

    def stand(self, block_number: int) -> Stand | None:
        """Return what stands in a block, or None between passages."""
        return self._stands.get(block_number)

    def stands(self) -> list[Stand]:
        """Return everything that stands in the document, from its top."""
        return [self._stands[number] for number in sorted(self._stands)]

    def at_or_before(self, block_number: int) -> Stand | None:
        """Return the passage one is in at a block: its own, or the last one above it."""
        while block_number >= 0:
            if (stand := self._stands.get(block_number)) is not None:
                return stand
            block_number -= 1
        return None

    def shift(self, block_number: int, length: int) -> None:
        """Tell that a list marker of so many characters was put before a block's text."""
        self._marker_lengths[block_number] = length

    def first_block(self, passage_id: str) -> QTextBlock | None:
        """Return the block a passage begins in, or None if it is not in this document."""
        numbers = self._blocks.get(passage_id)
        return self._document.findBlockByNumber(min(numbers)) if numbers else None

    def note(self, name: str) -> QTextBlock | None:
        """Return the block a footnote begins in.

        Args:
            name: the note's own name, as the links to it have it (``fn:1``).
        """
        number = self._notes.get(name)
        return None if number is None else self._document.findBlockByNumber(number)

    def reference(self, name: str) -> int | None:
        """Return the position in the document of the raised number that calls a footnote first.

        Args:
            name: the note's own name (``fn:1``).
        """
        block = self._document.begin()
        while block.isValid():
            iterator = block.begin()
            while not iterator.atEnd():
                fragment = iterator.fragment()
                if fragment.charFormat().anchorHref() == f"#{name}":
                    return fragment.position()
                iterator += 1
            block = block.next()
        return None

    def note_place(self, name: str) -> tuple[str, int, int] | None:
        """Return where a footnote stands, or the number that calls it: passage and characters of its text.

        Args:
            name: as links have it: ``fn:1`` for the note, ``fnref:1`` for where it is called.
        """
        if name.startswith(_NOTE):
            number = self._notes.get(name)
            stand = None if number is None else self._stands.get(number)
            return None if stand is None else (stand.passage.id, 0, 0)
        position = self.reference(_REFERENCE.sub(_NOTE, name))
        if position is None:
            return None
        place = self.place_at(position)
        return None if place is None else (*place, place[1] + 1)

    def place_at(self, position: int) -> tuple[str, int] | None:
        """Return the passage at a position of the document and the last character of its text before it."""
        stand = self.at_or_before(self._document.findBlock(position).blockNumber())
        if stand is None:
            return None
        letters = self._positions(stand.passage.id)
        before = [index for index, letter in enumerate(letters) if 0 <= letter <= position]
        return stand.passage.id, before[-1] if before else 0

    def spans(self, passage_id: str, start: int, end: int) -> list[tuple[int, int]]:
        """Return where characters of a passage's text stand in the document.

        Args:
            passage_id: the passage.
            start: first character of its text.
            end: one past the last.

        Returns:
            Ranges [start, end) of document positions: one, or one for each cell that is touched.
        """
        letters = self._positions(passage_id)[start:end]
        spans: list[tuple[int, int]] = []
        for position in letters:
            if position < 0:
                continue
            if spans and spans[-1][1] <= position <= spans[-1][1] + 2:
                spans[-1] = (spans[-1][0], position + 1)
            else:
                spans.append((position, position + 1))
        return spans

    def _positions(self, passage_id: str) -> list[int]:
        """Return for each character of the text its position in the document, -1 where it has none."""
        known = self._letters.get(passage_id)
        if known is None:
            known = []
            numbers = self._blocks.get(passage_id, [])
            if numbers:
                passage = self._stands[numbers[0]].passage
                pieces = passage.text.split("\t") if passage.kind is PassageKind.ROW else [passage.text]
                by_column = {self._stands[number].column: number for number in numbers}
                for column, piece in enumerate(pieces):
                    known += [-1] if column else []
                    known += self._aligned(by_column.get(column), piece)
            self._letters[passage_id] = known
        return known

    def _aligned(self, number: int | None, text: str) -> list[int]:
        if number is None:
            return [-1] * len(text)
        block = self._document.findBlockByNumber(number)
        shown = [
            (letter, position)
            for letter, position in _letters(block, self._marker_lengths.get(number, 0))
            if ord(letter) not in ISOLATES
        ]
        aligned: list[int] = []
        cursor = 0
        for letter in text:
            while (
                cursor < len(shown)
                and shown[cursor][0] != letter
                and shown[cursor][0].isspace()
                and not letter.isspace()
            ):
                cursor += 1
            if cursor < len(shown) and letter.isspace() == shown[cursor][0].isspace():
                aligned.append(shown[cursor][1])
                cursor += 1
            else:
                aligned.append(-1)
        return aligned


def _letters(block: QTextBlock, skipped: int) -> list[tuple[str, int]]:
    """Return a block's characters with positions, but no raised note numbers, pictures or list marker."""
    letters: list[tuple[str, int]] = []
    first = block.position() + skipped
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        if not fragment.charFormat().anchorHref().startswith(_NOTE_LINK):
            # Positions count UTF-16 units, as Qt does.
            position = fragment.position()
            for letter in fragment.text():
                if position >= first and letter != _PICTURE:
                    letters.append((letter, position))
                position += 2 if ord(letter) > 0xFFFF else 1
        iterator += 1
    return letters
