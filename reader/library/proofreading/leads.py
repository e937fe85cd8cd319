"""Where a text leads: links to documents and passages, from the margin too, and pictures with their texts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.library.catalogue import BRIEFING_FILE, LARGEST_IMAGE
from reader.library.proofreading.faults import Fault, quoted
from reader.library.proofreading.letters import without_code
from reader.security.program_folder import ProgramFolder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from reader.library.proofreading.blocks import Block

_LINK = re.compile(r"([a-z][a-z0-9-]*)?(?:\.md)?(?:#([A-Za-z][A-Za-z0-9._-]*))?")
_PICTURE = re.compile(r"!\[([^\]]*)\](?:\(\s*([^\s)]*)[^)]*\)|\[[^\]]*\])")
_SOURCE = re.compile(r"figures/[a-z0-9][a-z0-9._-]{0,63}\.(?:png|jpg)")
_BEGINNINGS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_NAME = re.compile(r"(?:\[[a-z][a-z0-9-]*\] ?)?")


def check_links(
    file: str, document: str, blocks: Sequence[Block], targets: Mapping[str, frozenset[str]]
) -> Iterator[Fault]:
    """Yield what is wrong with the links of an edition.

    Args:
        file: its path.
        document: its document.
        blocks: its passages.
        targets: the passages of each document of the briefing, in the same language.
    """
    for block in blocks:
        for link in block.links:
            if link in ("", "#"):
                yield Fault(file, block.line, "A link leads nowhere.")
                continue
            found = _LINK.fullmatch(link)
            if found is None:
                sentence = f"The link to {quoted(link)} leads out of the briefing; write the address as code."
                yield Fault(file, block.line, sentence)
                continue
            name = found[1] or document
            if name not in targets:
                yield Fault(file, block.line, f"The link leads to a document {quoted(name)}; there is none.")
            elif found[2] and found[2] not in targets[name]:
                sentence = f"The link leads to a passage {quoted(found[2])} of {quoted(name)}; there is none."
                yield Fault(file, block.line, sentence)


def check_explained(
    explained: Mapping[str, Sequence[str]], targets: Mapping[str, frozenset[str]]
) -> Iterator[Fault]:
    """Yield what is wrong with the links in the margin.

    Args:
        explained: references by passage.
        targets: the passages of each document of the briefing, in one language.
    """
    passages = frozenset().union(*targets.values())
    for passage, references in explained.items():
        if passage not in passages:
            sentence = f"“explained” names a passage {quoted(passage)}; there is none."
            yield Fault(BRIEFING_FILE, 0, sentence)
        for reference in references:
            document, _, place = reference.partition("#")
            if place and place not in targets.get(document, ()):
                sentence = (
                    f"“explained” leads to a passage {quoted(place)} of {quoted(document)}; there is none."
                )
                yield Fault(BRIEFING_FILE, 0, sentence)


def check_pictures(file: str, language: str, text: str, folder: Path) -> Iterator[Fault]:
    """Yield what is wrong with the pictures of a file.

    A picture begins its paragraph, and the rest of that is its caption; its alternative text says what it
    shows. It may be there once for all languages or once for each.

    Args:
        file: its path.
        language: of the file.
        text: what it holds.
        folder: the briefing's folder.
    """
    lines = [without_code(line).strip() for line in text.split("\n")]
    for number, line in enumerate(lines, start=1):
        for picture in _PICTURE.finditer(line):
            alternative, source = picture[1], picture[2] or ""
            named = quoted(source or picture[0])
            stem, _, ending = source.rpartition(".")
            if not _SOURCE.fullmatch(source):
                yield Fault(file, number, f"The picture {named} is not named as figures/NAME.png or .jpg.")
            else:
                yield from _of_picture(file, number, source, (f"{stem}.{language}.{ending}", source), folder)
            if not alternative.strip():
                yield Fault(file, number, f"The picture {named} has no text for those who cannot see it.")
            before, after = line[: picture.start()], line[picture.end() :]
            following = lines[number] if number < len(lines) else ""
            if not _NAME.fullmatch(before) or (number > 1 and lines[number - 2]):
                yield Fault(file, number, f"The picture {named} does not begin a paragraph.")
            elif not (after or following):
                yield Fault(file, number, f"The picture {named} has no caption after it in its paragraph.")


def _of_picture(file: str, line: int, source: str, names: Sequence[str], folder: Path) -> Iterator[Fault]:
    """Yield what is wrong with the file of a picture, which is the first of some names that is there."""
    files = ProgramFolder(folder)
    for name in names:
        try:
            begins = files.file(name, largest=LARGEST_IMAGE).content[: len(_BEGINNINGS[0])]
        except OSError:
            continue
        if not begins.startswith(_BEGINNINGS):
            yield Fault(file, line, f"The picture {quoted(name)} is neither a PNG nor a JPEG.")
        return
    yield Fault(file, line, f"The picture {quoted(source)} is not there.")
