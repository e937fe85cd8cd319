"""Where a text leads: links to documents and passages, pictures with their texts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.library.proofreading.faults import Fault, quoted
from reader.library.proofreading.letters import without_code

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from reader.library.proofreading.blocks import Block

_LINK = re.compile(r"([a-z][a-z0-9-]*)?(?:\.md)?(?:#([A-Za-z][A-Za-z0-9._-]*))?")
_PICTURE = re.compile(r"!\[([^\]]*)\](?:\(\s*([^\s)]*)[^)]*\)|\[[^\]]*\])")
_SOURCE = re.compile(r"figures/[a-z0-9][a-z0-9._-]{0,63}\.(?:png|jpg)")
_NO_PARAGRAPH = re.compile(r"#|\||[-*+] |\d+\. |!\[|\[\^|```|>")


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


def check_pictures(file: str, text: str, folder: Path) -> Iterator[Fault]:
    """Yield what is wrong with the pictures of a file.

    A picture stands alone in its paragraph; its alternative text says what it shows, and the paragraph after
    it is its caption.

    Args:
        file: its path.
        text: what it holds.
        folder: the briefing's folder.
    """
    lines = [without_code(line).strip() for line in text.split("\n")]
    for number, line in enumerate(lines, start=1):
        for picture in _PICTURE.finditer(line):
            alternative, source = picture[1], picture[2] or ""
            named = quoted(source or picture[0])
            if not _SOURCE.fullmatch(source):
                yield Fault(file, number, f"The picture {named} is not named as figures/NAME.png or .jpg.")
            elif not (folder / source).is_file():
                yield Fault(file, number, f"The picture {named} is not there.")
            if not alternative.strip():
                yield Fault(file, number, f"The picture {named} has no text for those who cannot see it.")
            after = next((each for each in lines[number:] if each), "")
            if line != picture[0] or not after or _NO_PARAGRAPH.match(after):
                yield Fault(
                    file, number, f"The picture {named} has no paragraph after it that is its caption."
                )
