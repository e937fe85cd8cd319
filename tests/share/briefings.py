"""The briefing of this program, and the garden book signed by somebody, made into HTML editions for tests."""

from __future__ import annotations

from reader import editions, paths
from reader.desk import Desk
from reader.library.catalogue import Catalogue
from reader.library.pack import announced
from reader.security.program_folder import ProgramFolder
from reader.security.verification import open_pack
from reader.wording import Wording
from tests import packs


def own_desk() -> Desk:
    """The briefing of this program, without the program's own help: an edition has none either."""
    return Desk(Catalogue.load(ProgramFolder(paths.content())))


def signed_desk(folder) -> Desk:
    """The garden book, in a pack that the sample publisher signed."""
    path = folder / "garden.briefing"
    path.write_bytes(packs.pack())
    return Desk(announced(open_pack(path, packs.KEYS)))


def made(desk: Desk, *languages: str) -> str:
    spoken = {each: Wording.load(each, paths.resources() / "translations") for each in languages}
    return editions.edition(desk, editions.FORMS["html"], languages, spoken).decode()
