"""The words of a briefing: what each is called in every language and what it means.

A briefing may hold a document called ``glossary``. A table row in it that is named ``term-…`` is one
entry: ``| [term-strike] strike | اعتصاب | stopping work together … |``. The first cell holds the names in
the edition's own language, parted by `` / ``, the usual one first; the last cell the meaning in that
language; cells between them are for the eye. The row of the same id in another edition holds the other
language. Rows without such a name (headings, months) are no entries.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.library.document import PassageKind
from reader.text.words import raw_words, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.library.document import Edition, Language

GLOSSARY = "glossary"
"""Id of the document that holds the entries."""
TERM = "term-"
"""Begins the id of a row that is an entry."""

_BETWEEN = re.compile(r"[\s,،()–\-\u200c]*")
"""What may stand between two words of one name."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One word of the glossary.

    Attributes:
        id: id of its passage in the glossary, the same in every language (``term-strike``).
        names: what it is called in each language, the usual name first; never empty for a language
            that is there.
        meanings: one line in each language.
    """

    id: str
    names: Mapping[Language, tuple[str, ...]]
    meanings: Mapping[Language, str]


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a text names an entry.

    Attributes:
        start: first character in the text.
        end: one past the last.
        entry: what is named.
    """

    start: int
    end: int
    entry: Entry


class Glossary:
    """All entries of a briefing.

    Args:
        entries: in reading order.
    """

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.entries = tuple(entries)
        self._by_id = {entry.id: entry for entry in self.entries}
        self._phrases: dict[Language, dict[str, list[tuple[tuple[str, ...], Entry]]]] = {}
        for entry in self.entries:
            for language, names in entry.names.items():
                for name in names:
                    self._learn(language, name, entry)
        for phrases in self._phrases.values():
            for each in phrases.values():
                each.sort(key=lambda phrase: -len(phrase[0]))

    @classmethod
    def of(cls, editions: Iterable[Edition]) -> Glossary:
        """Read the entries from the editions of one document.

        Args:
            editions: in any number of languages; the first gives the order.
        """
        names: dict[str, dict[Language, tuple[str, ...]]] = {}
        meanings: dict[str, dict[Language, str]] = {}
        for edition in editions:
            for passage in edition.passages:
                cells = passage.text.split("\t")
                if passage.kind is PassageKind.ROW and passage.id.startswith(TERM) and cells[0]:
                    own = tuple(name.strip() for name in cells[0].split(" / "))
                    names.setdefault(passage.id, {})[edition.language] = own
                    meanings.setdefault(passage.id, {})[edition.language] = cells[-1]
        return cls(Entry(each, names[each], meanings[each]) for each in names)

    def entry(self, entry_id: str) -> Entry | None:
        """Return the entry of that id, or None."""
        return self._by_id.get(entry_id)

    def pairs(self, one: Language, other: Language) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
        """Return the names of each entry in two languages, as ``reader.text.bilingual.Bridges`` takes them.

        A name that is the same in both (an abbreviation) is left out on the first side.
        """
        found = []
        for entry in self.entries:
            here, there = entry.names.get(one, ()), entry.names.get(other, ())
            here = tuple(name for name in here if name not in there)
            if here and there:
                found.append((here, there))
        return tuple(found)

    def mentions(self, text: str, language: Language) -> tuple[Mention, ...]:
        """Return where a text names entries, in its order; of two that overlap, the longer one.

        Plurals, half-spaces, case and letter variants make no difference, as in searching.

        Args:
            text: raw text of a passage; places count its characters.
            language: language of the text.
        """
        phrases = self._phrases.get(language, {})
        words = [
            (word.start, word.end, token.stem) for word in raw_words(text) for token in tokens(word.text)
        ]
        found = []
        at = 0
        while at < len(words):
            for stems, entry in phrases.get(words[at][2], ()):
                here = words[at : at + len(stems)]
                if tuple(stem for _, _, stem in here) == stems and _joined(text, here):
                    found.append(Mention(here[0][0], here[-1][1], entry))
                    at += len(stems) - 1
                    break
            at += 1
        return tuple(found)

    def _learn(self, language: Language, name: str, entry: Entry) -> None:
        stems = tuple(token.stem for word in raw_words(name) for token in tokens(word.text))
        if stems:
            self._phrases.setdefault(language, {}).setdefault(stems[0], []).append((stems, entry))


def _joined(text: str, words: list[tuple[int, int, str]]) -> bool:
    """Whether nothing stands between the words that would part them."""
    return all(
        _BETWEEN.fullmatch(text, one[1], other[0]) is not None
        for one, other in pairwise(words)
        if one[1] <= other[0]
    )
