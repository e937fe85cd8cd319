"""Opens the desk on the briefing that came with the program, its own help beside it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader import paths
from reader.commands.terminal import load_wording
from reader.desk import Desk
from reader.library.catalogue import Catalogue
from reader.library.source import parse
from reader.security.program_folder import ProgramFolder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.library.catalogue import Reading
    from reader.render.html import Shape
    from reader.security.trusted_keys import TrustedKeys

INDEX = "index"
"""Name of the index among what was made beforehand."""

# What only a bundle or the help's page needs is imported where it is needed: a window opens sooner.


def open_desk() -> Desk:
    """Open the desk.

    Raises:
        ContentError: the briefing cannot be read.
        PackRejected: the bundle's own pack is not what its publisher signed.
    """
    pack, made_beforehand = paths.bundled_pack(), paths.made_beforehand()
    if pack is None or made_beforehand is None:
        return Desk(Catalogue.load(ProgramFolder(paths.content())), _help())
    from reader.library.made_editions import MadeEditions
    from reader.render.made_pages import MadePages
    from reader.security.made import Made
    from reader.security.trusted_keys import TrustedKeys

    keys = TrustedKeys.load(paths.keys())
    made = Made.load(made_beforehand, paths.program(), keys)
    return _open(pack, keys, MadeEditions(made), partial(made.piece, INDEX), MadePages(made))


def make_beforehand(pack: Path) -> dict[str, bytes]:
    """Return what a bundle can be spared to work out: its editions, its pages and its index, by name.

    Args:
        pack: the bundle's briefing.

    Raises:
        ContentError, PackRejected: it cannot be read.
    """
    from reader.library.made_editions import RecordingReading
    from reader.render.made_pages import pages_to_make
    from reader.security.trusted_keys import TrustedKeys

    reading = RecordingReading()
    desk = _open(pack, TrustedKeys.load(paths.keys()), reading)
    index = desk.index_to_store()
    editions = (
        desk.edition(document.id, language)
        for document in desk.briefing.documents
        for language in document.languages
    )
    return {**reading.pieces, **pages_to_make(editions), INDEX: index}


def _open(
    pack: Path,
    keys: TrustedKeys,
    reading: Reading,
    made_index: Callable[[], bytes | None] | None = None,
    shape: Shape | None = None,
) -> Desk:
    from reader.library.pack import announced
    from reader.security.verification import open_pack

    return Desk(announced(open_pack(pack, keys), reading), _help(reading), made_index, shape)


def _help(reading: Reading = parse) -> Catalogue:
    return Catalogue.load(ProgramFolder(paths.resources() / "help"), {"keys": _keys}, reading)


def _keys(language: str) -> str:
    """Return the help's table of keys."""
    from reader.actions import keys_in_markdown, read_actions

    table = read_actions(paths.resources() / "keyboard" / "actions.toml")
    return keys_in_markdown(table, load_wording(language))
