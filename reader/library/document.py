"""The values the whole program speaks in: briefing, document, edition, passage, place."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

Language = str
"""A BCP 47 primary language tag, such as ``fa`` or ``en``."""

Texts = dict[Language, str]
"""The same short text in several languages."""


class PassageKind(StrEnum):
    """What a passage is in its document."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTE = "quote"
    ROW = "row"
    CAPTION = "caption"
    CODE = "code"
    FOOTNOTE = "footnote"

    @property
    def is_heading(self) -> bool:
        """Whether the passage names what follows it."""
        return self in (PassageKind.TITLE, PassageKind.SUBTITLE, PassageKind.HEADING)


@dataclass(frozen=True, slots=True)
class Passage:
    """The smallest citable block: the unit of the index, of a hit, of a citation.

    Attributes:
        id: stable, unique in the briefing and the same in every language (``p12``, ``ilo-7``).
        kind: what it is.
        text: raw text with the markup removed; a list item's marker stands apart. The cells of a
            table row are parted by a tab.
        number: what the margin shows and people say (``6``, ``4.2``), in ASCII digits; empty for headings.
        marker: a list item's ``1.`` or ``•``, a note's ``1.``; empty elsewhere.
        level: depth of a heading (1-6) or of a list item (1-); 0 elsewhere.
        section: id of the heading it stands under; empty before the first.
    """

    id: str
    kind: PassageKind
    text: str
    number: str = ""
    marker: str = ""
    level: int = 0
    section: str = ""


@dataclass(frozen=True, slots=True, init=False)
class Edition:
    """One document in one language.

    Its HTML is kept packed: of all the documents only the one that is opened is needed whole.

    Args:
        document: id of the document.
        language: language of the text.
        title: title in that language.
        passages: in reading order.
        body: HTML of the whole, not yet sanitised: only ``reader.render`` may use it.
    """

    document: str
    language: Language
    title: str
    passages: tuple[Passage, ...]
    _packed: bytes = field(repr=False)

    def __init__(
        self, document: str, language: Language, title: str, passages: tuple[Passage, ...], body: str
    ) -> None:
        packed = zlib.compress(body.encode(), 1)
        for name, value in zip(self.__slots__, (document, language, title, passages, packed), strict=True):
            object.__setattr__(self, name, value)

    @property
    def body(self) -> str:
        """HTML of the whole, not yet sanitised: only ``reader.render`` may use it."""
        return zlib.decompress(self._packed).decode()

    def passage(self, passage_id: str) -> Passage | None:
        """Return the passage of that id, or None."""
        return next((each for each in self.passages if each.id == passage_id), None)


@dataclass(frozen=True, slots=True)
class Document:
    """One piece of the briefing, as ``briefing.toml`` announces it.

    Attributes:
        id: its name in files, links and commands.
        kind: the part it belongs to (``appeal``, ``annex``, ``background``, ``help``).
        titles: title in each language it is in.
        languages: in the briefing's order.
        original: the language it was written in; the others are unofficial translations.
            Empty where no edition is a translation of another.
        numbering: ``paragraphs`` (1, 2, 3) or ``sections`` (section.item).
        date: the date the text itself bears, if it bears one.
        shorts: the name people say with a passage number, where it is not the title.
        issuers: who issued the text, as it names itself; empty for a piece of this briefing's own.
    """

    id: str
    kind: str
    titles: Texts
    languages: tuple[Language, ...]
    original: Language = ""
    numbering: str = "paragraphs"
    date: datetime.date | None = None
    shorts: Texts = field(default_factory=dict)
    issuers: Texts = field(default_factory=dict)

    def short(self, language: Language) -> str:
        """Return the name people say with a number: "letter" in "letter 6"."""
        return self.shorts.get(language) or self.titles[language]


@dataclass(frozen=True, slots=True)
class Briefing:
    """A set of documents with an id, a version and an issue date.

    Attributes:
        id: its name.
        version: YYYYMMDDnn; only rises.
        issued: the day this issue was packed.
        titles: name of the briefing in each language.
        languages: in the order they are offered.
        parts: heading in the contents for each kind of document, in order.
        documents: in reading order.
        first: id of the document that is opened first.
        explained: for a passage that documents of this briefing explain: references to them
            (``shutdown``, ``act#act-ilo``).
    """

    id: str
    version: int
    issued: datetime.date
    titles: Texts
    languages: tuple[Language, ...]
    parts: dict[str, Texts]
    documents: tuple[Document, ...]
    first: str = ""
    explained: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def document(self, document_id: str) -> Document | None:
        """Return the document of that id, or None."""
        return next((each for each in self.documents if each.id == document_id), None)


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands. Links, hits, history and contents entries are all places.

    Attributes:
        document: id of the document.
        language: edition meant.
        passage: id of the passage; empty for the top of the document.
        start: first character within the passage's text.
        end: one past the last character; equal to ``start`` for no range.
    """

    document: str
    language: Language
    passage: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Explanation:
    """A document, or a passage of one, that explains a passage elsewhere.

    Attributes:
        part: title of the part of the briefing it is in.
        title: its own title.
        href: reference to it, as links in the text have it.
    """

    part: str
    title: str
    href: str
