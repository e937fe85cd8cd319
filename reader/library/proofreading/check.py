"""Reads a briefing as a proofreader does, and reports every fault at its place."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reader import paths
from reader.errors import ContentError
from reader.library.catalogue import LARGEST_DOCUMENT, Catalogue
from reader.library.document import Edition, PassageKind
from reader.library.proofreading import letters
from reader.library.proofreading.blocks import blocks
from reader.library.proofreading.evidence import check_entries, check_figures, check_notes, check_sources
from reader.library.proofreading.faults import Fault, quoted
from reader.library.proofreading.figure_data import check_figure_data
from reader.library.proofreading.leads import check_explained, check_links, check_pictures
from reader.library.proofreading.persian import PersianRules
from reader.library.proofreading.tables import check_tables
from reader.library.proofreading.twins import check_names, check_twins
from reader.library.source import LONGEST_LINE, parse
from reader.security.program_folder import ProgramFolder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.library.document import Briefing, Document
    from reader.library.proofreading.blocks import Block

BRIEFING = "briefing.toml"
PERSIAN = "fa"


@dataclass(frozen=True, slots=True)
class _Text:
    """One Markdown file that could be read."""

    document: Document
    language: str
    file: str
    text: str
    blocks: tuple[Block, ...]


def check(folder: Path) -> tuple[Fault, ...]:
    """Proofread a briefing.

    A document that names its issuer is someone else's text and is left as it is: only its coding, its links
    and the agreement of its editions are looked at. Every other one is also held to the rules for sources,
    figures and Persian.

    Args:
        folder: the folder that holds ``briefing.toml``.

    Returns:
        What is wrong, by file and line; empty for a briefing without fault.
    """
    try:
        briefing = Catalogue.load(ProgramFolder(folder)).briefing
    except ContentError as error:
        return (Fault(BRIEFING, 0, str(error)),)
    return tuple(sorted(set(_Proofreading(folder, briefing).faults())))


class _Proofreading:
    def __init__(self, folder: Path, briefing: Briefing) -> None:
        self._folder = folder
        self._files = ProgramFolder(folder)
        self._briefing = briefing
        with (paths.resources() / "words" / "proofreading.toml").open("rb") as file:
            self._words: dict[str, Any] = tomllib.load(file)
        self._persian = PersianRules(**self._words["persian"])

    def faults(self) -> Iterator[Fault]:
        """Yield everything that is wrong, in no order."""
        yield from self._announcements()
        texts = []
        for document in self._briefing.documents:
            for language in document.languages:
                text, faults = self._read(document, language)
                yield from faults
                if text is not None:
                    texts.append(text)
                    yield from self._of_file(text)
        for language in self._briefing.languages:
            alike = [text for text in texts if text.language == language]
            yield from check_names({text.file: text.blocks for text in alike})
            targets = {
                text.document.id: frozenset(block.passage.id for block in text.blocks) for text in alike
            }
            yield from check_explained(self._briefing.explained, targets)
            for text in alike:
                yield from check_links(text.file, text.document.id, text.blocks, targets)
        yield from self._twins(texts)
        names = frozenset(block.passage.id for text in texts for block in text.blocks)
        yield from check_figure_data(self._folder, names)

    def _announcements(self) -> Iterator[Fault]:
        """Yield what is wrong with ``briefing.toml`` and with the files it names or does not name."""
        named = set()
        for document in self._briefing.documents:
            for language in self._briefing.languages:
                named.add(f"{document.kind}/{document.id}.{language}.md")
                if language not in document.languages:
                    sentence = (
                        f"{quoted(document.id)} has no title in {quoted(language)}, so no such edition."
                    )
                    yield Fault(BRIEFING, 0, sentence)
            if PERSIAN in document.languages:
                for fault in self._persian.check(BRIEFING, document.titles[PERSIAN]):
                    yield Fault(BRIEFING, 0, fault.sentence)
        for kind in self._briefing.parts:
            for path in sorted((self._folder / kind).glob("*.md")):
                if f"{kind}/{path.name}" not in named:
                    sentence = f"{quoted(BRIEFING)} does not name this file, so nobody will see it."
                    yield Fault(f"{kind}/{path.name}", 0, sentence)

    def _read(self, document: Document, language: str) -> tuple[_Text | None, list[Fault]]:
        file = f"{document.kind}/{document.id}.{language}.md"
        try:
            raw = self._files.file(file, largest=LARGEST_DOCUMENT).content
        except OSError:
            there = (self._folder / file).exists()
            sentence = (
                "The file is a link, is no plain file, or is too large." if there else "The file is missing."
            )
            return None, [Fault(file, 0, sentence)]
        text, faults = letters.read(file, raw)
        if not text.strip():
            return None, faults or [Fault(file, 0, "The file is empty.")]
        faults += letters.check(file, text)
        try:
            parsed = parse(text, document=document.id, numbering=document.numbering)
        except ContentError as error:
            long = next((n for n, line in enumerate(text.split("\n"), 1) if len(line) > LONGEST_LINE), 0)
            sentence = (
                f"The line has more than {LONGEST_LINE:,} letters; break it up." if long else str(error)
            )
            return None, [*faults, Fault(file, long, sentence)]
        edition = Edition(document.id, language, document.titles[language], parsed.passages, parsed.body)
        return _Text(document, language, file, text, blocks(edition, text)), faults

    def _of_file(self, text: _Text) -> Iterator[Fault]:
        yield from check_notes(text.file, text.text)
        yield from check_tables(text.file, text.text)
        yield from check_pictures(text.file, text.language, text.text, self._folder)
        if text.document.issuers:
            return
        yield from letters.check_hand(text.file, text.text, quotes=text.language != PERSIAN)
        title = text.document.titles[text.language]
        for block in text.blocks[:1]:
            if block.passage.kind is not PassageKind.TITLE:
                yield Fault(
                    text.file, block.line, f"The file does not begin with its title, {quoted(title, 80)}."
                )
            if block.passage.kind is PassageKind.TITLE and block.passage.text != title:
                sentence = f"The title is not the one in {quoted(BRIEFING)}: {quoted(title, 80)}."
                yield Fault(text.file, block.line, sentence)
        yield from check_sources(text.file, text.blocks)
        words = {name: table.get(text.language, ()) for name, table in self._words.items()}
        yield from check_entries(text.file, text.blocks, words["undated"])
        yield from check_figures(text.file, text.blocks, words["numbered"], words["months"])
        if text.language == PERSIAN:
            yield from self._persian.check(text.file, text.text)

    def _twins(self, texts: list[_Text]) -> Iterator[Fault]:
        for document in self._briefing.documents:
            editions = [text for text in texts if text.document is document]
            for other in editions[1:]:
                first = editions[0]
                yield from check_twins((first.file, other.file), first.blocks, other.blocks)
