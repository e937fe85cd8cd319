"""Reads a query as people write it: words, “phrases”, -without, begin*, in:document, lang:en."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from reader.text.persian import fold
from reader.text.words import raw_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.library.document import Briefing

LONGEST_QUERY = 300
"""Characters of a query that are read."""
_SHORTEST_BEGINNING = 2
"""Letters that must stand before a star: fewer would ask for half the vocabulary."""

_CLAUSE = re.compile(
    r"""
    (?P<minus>(?<!\S)[-−–])?
    (?:
        (?P<scope>(?<!\w)(?:in|در|lang|language|زبان))\s?[:：](?:["“«](?P<quoted>[^"”»“«]*)["”»]|(?P<name>[^\s"“”«»]+))
      | ["“„«](?P<phrase>[^"”»“«]+)["”“»]
      | (?P<begun>[^\s"“”„«»*]+)\*+(?!\w)
      | (?P<word>[^\s"“”„«»]+)
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LANGUAGE_SCOPES = frozenset({"lang", "language", "زبان"})


class Clause(Enum):
    """What is asked of a passage."""

    WORDS = auto()
    PHRASE = auto()
    BEGINNING = auto()


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that was asked for.

    Attributes:
        clause: what is asked.
        text: the raw text of the words.
    """

    clause: Clause
    text: str


@dataclass(frozen=True, slots=True)
class Query:
    """What a query asks for.

    Attributes:
        parts: what a passage should hold, in order; words that stand together are one part.
        without: what it must not hold.
        documents: ids of the documents to look in; None for all.
        language: language to look in; empty for all.
        unfinished: the last word, which may still be being typed; empty if the query ends otherwise.
    """

    parts: tuple[Part, ...]
    without: tuple[Part, ...] = ()
    documents: frozenset[str] | None = None
    language: str = ""
    unfinished: str = ""

    @property
    def text(self) -> str:
        """The words asked for, without signs."""
        return " ".join(part.text for part in self.parts)


class QueryReader:
    """Reads queries about a certain briefing.

    Args:
        documents: names of documents and of parts of the briefing, each with the ids it stands for.
        languages: names of languages, each with its tag.

    Attributes:
        documents: the same, names folded.
        languages: the same, names folded.
    """

    def __init__(self, documents: dict[str, frozenset[str]], languages: dict[str, str]) -> None:
        self.documents = {_name(name): ids for name, ids in documents.items()}
        self.languages = {_name(name): tag for name, tag in languages.items()}

    def read(self, typed: str) -> Query:
        """Read a query.

        Args:
            typed: what was typed; what is more than ``LONGEST_QUERY`` characters is not read.
        """
        typed = typed[:LONGEST_QUERY]
        wanted: list[Part] = []
        without: list[Part] = []
        documents: frozenset[str] | None = None
        language = ""
        for match in _CLAUSE.finditer(typed):
            if match["scope"]:
                name = _name(match["quoted"] if match["quoted"] is not None else match["name"])
                if match["scope"].lower() in _LANGUAGE_SCOPES and name in self.languages:
                    language = self.languages[name]
                elif match["scope"].lower() not in _LANGUAGE_SCOPES and name in self.documents:
                    documents = (documents or frozenset()) | self.documents[name]
                else:
                    wanted.append(Part(Clause.WORDS, match[0]))
                continue
            part = _part(match)
            if part is not None:
                (without if match["minus"] else wanted).append(part)
        if not wanted and without:
            wanted, without = without, []
        ends_in_word = bool(wanted) and wanted[-1].clause is Clause.WORDS and typed.endswith(wanted[-1].text)
        last = raw_words(wanted[-1].text)[-1:] if ends_in_word else []
        return Query(
            _joined(wanted),
            tuple(without),
            documents,
            language,
            last[0].text if last and typed.endswith(last[0].text) else "",
        )


def reader_for(briefing: Briefing, languages: Mapping[str, str]) -> QueryReader:
    """Return what reads queries about a briefing.

    Args:
        briefing: its documents are named by id, title and short title; its parts by kind and heading.
        languages: names of languages, each with its tag; those that the briefing is in are understood.
    """
    names: dict[str, frozenset[str]] = {}

    def add(name: str, document: str) -> None:
        names[name] = names.get(name, frozenset()) | {document}

    for document in briefing.documents:
        for name in dict.fromkeys((document.kind, *briefing.parts.get(document.kind, {}).values())):
            add(name, document.id)
    for document in briefing.documents:
        for name in (document.id, *document.titles.values(), *document.shorts.values()):
            names[name] = frozenset({document.id})
    known = {name: tag for name, tag in languages.items() if tag in briefing.languages}
    return QueryReader(names, known | {tag: tag for tag in briefing.languages})


def _part(match: re.Match[str]) -> Part | None:
    if match["phrase"] is not None:
        return Part(Clause.PHRASE, match["phrase"]) if raw_words(match["phrase"]) else None
    if match["begun"] is not None:
        words = raw_words(match["begun"])
        if not words:
            return None
        is_long = len(words) == 1 and len(fold(words[0].text)) >= _SHORTEST_BEGINNING
        return Part(Clause.BEGINNING if is_long else Clause.WORDS, match["begun"])
    return Part(Clause.WORDS, match["word"]) if raw_words(match["word"]) else None


def _joined(parts: list[Part]) -> tuple[Part, ...]:
    """Make words that stand together one part: dates and terms reach over several of them."""
    joined: list[Part] = []
    for part in parts:
        if part.clause is Clause.WORDS and joined and joined[-1].clause is Clause.WORDS:
            joined[-1] = Part(Clause.WORDS, f"{joined[-1].text} {part.text}")
        else:
            joined.append(part)
    return tuple(joined)


def _name(text: str) -> str:
    return "".join(letter for letter in fold(text) if letter.isalnum())
