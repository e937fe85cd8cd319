"""Whether the editions of a document say the same things in the same places."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from reader.library.document import PassageKind
from reader.library.proofreading.faults import Fault, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reader.library.proofreading.blocks import Block


def check_twins(files: tuple[str, str], here: Sequence[Block], there: Sequence[Block]) -> Iterator[Fault]:
    """Yield the first place where two editions part.

    Args:
        files: their paths; the fault is reported in the second.
        here: passages of the first.
        there: passages of the second.
    """
    first, second = files
    for one, other in zip_longest(here, there):
        if one is None or other is None:
            more = here if other is None else there
            counts = f"This edition has {len(there)} passages and {first} {len(here)}"
            sentence = f"{counts}: the {_said(more[-1])} has no match."
            yield Fault(second, 0 if other is None else other.line, sentence)
            return
        if _shape(one) != _shape(other):
            sentence = f"The {_said(other)} does not match the {_said(one)} in {first}."
            yield Fault(second, other.line, sentence)
            return
    for one, other in zip(here, there, strict=True):
        for what, mine, theirs in (
            ("notes", sorted(name for _, name in one.notes), sorted(name for _, name in other.notes)),
            ("links", sorted(one.links), sorted(other.links)),
        ):
            if mine != theirs:
                odd = ", ".join(sorted(set(mine) ^ set(theirs)) or mine)
                sentence = f"The {_said(other)} does not have the {what} it has in {first}: {quoted(odd)}."
                yield Fault(second, other.line, sentence)


def check_names(files: Mapping[str, Sequence[Block]]) -> Iterator[Fault]:
    """Yield the names that stand for more than one passage.

    Args:
        files: the passages of each file, all of one language.
    """
    seen: dict[str, str] = {}
    for file, blocks in files.items():
        for block in blocks:
            known = seen.setdefault(block.passage.id, "")
            if known:
                sentence = f"The name {quoted(block.passage.id)} already stands for a passage of {known}."
                yield Fault(file, block.line, sentence)
            seen[block.passage.id] = known or file


def _shape(block: Block) -> tuple[object, ...]:
    passage = block.passage
    cells = passage.text.count("\t") if passage.kind is PassageKind.ROW else 0
    return passage.id, passage.kind, passage.level, passage.number, bool(passage.marker), cells


def _said(block: Block) -> str:
    return f"{block.passage.kind.value} {quoted(block.passage.text, 32)}"
