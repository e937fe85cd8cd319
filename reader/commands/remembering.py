"""Opens what was remembered, and the document at the place where one was reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader import paths
from reader.errors import ReaderError
from reader.memory.memory import Memory, Mode

if TYPE_CHECKING:
    from pathlib import Path

    from reader.desk import Desk
    from reader.library.document import Place
    from reader.memory.memory import Kept


def open_memory(folder: Path | None, *, writing: bool) -> Kept:
    """Open the folder of what is remembered.

    Args:
        folder: the one named on the command line; None for the one beside the program.
        writing: whether anything may be written this time.
    """
    memory = Memory(folder or paths.data(), chosen=folder is not None)
    return memory, memory.open(writing=writing)


def take_newest(desk: Desk, memory: Memory) -> None:
    """Let the desk read the newest issue that was kept, if it is newer than what came with the program.

    Args:
        desk: reads what came with the program.
        memory: has the shelf; is told of packs that were refused.
    """
    if memory.mode is Mode.OFF or not memory.shelf.holds_something:
        return
    from reader.library.pack import announced
    from reader.security.trusted_keys import TrustedKeys

    own = desk.verdict.signed
    newest, faults = memory.shelf.newest(desk.briefing, own, TrustedKeys.load(paths.keys()))
    memory.faults += faults
    if newest is not None:
        try:
            desk.take(announced(newest))
        except ReaderError as fault:
            memory.faults.append(fault)


def resume(desk: Desk, last: Place, languages: str) -> Place:
    """Return where one was reading, or the beginning if that is not in this briefing any more.

    Args:
        desk: knows what there is.
        last: where one was.
        languages: language to read in where the document has it.
    """
    try:
        words = f"{last.document}#{last.passage}" if last.passage else last.document
        place = desk.opening(words, languages)
        desk.open(place)
    except ReaderError:
        return desk.opening("", languages)
    return place
