"""Opens the desk on the briefing that came with the program, its own help beside it."""

from __future__ import annotations

from reader import paths
from reader.commands.terminal import load_wording
from reader.desk import Desk
from reader.library.catalogue import Catalogue
from reader.security.program_folder import ProgramFolder

# What only a bundle or the help's page needs is imported where it is needed: a window opens sooner.


def open_desk() -> Desk:
    """Open the desk.

    Raises:
        ContentError: the briefing cannot be read.
        PackRejected: the bundle's own pack is not what its publisher signed.
    """
    help_ = Catalogue.load(ProgramFolder(paths.resources() / "help"), {"keys": _keys})
    pack = paths.bundled_pack()
    if pack is None:
        return Desk(Catalogue.load(ProgramFolder(paths.content())), help_)
    from reader.library.pack import announced
    from reader.security.trusted_keys import TrustedKeys
    from reader.security.verification import open_pack

    return Desk(announced(open_pack(pack, TrustedKeys.load(paths.keys()))), help_)


def _keys(language: str) -> str:
    """Return the help's table of keys."""
    from reader.actions import keys_in_markdown, read_actions

    table = read_actions(paths.resources() / "keyboard" / "actions.toml")
    return keys_in_markdown(table, load_wording(language))
