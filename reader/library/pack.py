"""A verified pack as a briefing: what it holds must be what its manifest and ``briefing.toml`` both say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import ContentError, PackRejected
from reader.library.catalogue import BRIEFING_FILE, Catalogue, file_name, is_picture
from reader.library.source import parse

if TYPE_CHECKING:
    from reader.library.catalogue import Reading
    from reader.library.document import Briefing
    from reader.security.manifest import Manifest
    from reader.security.verification import Progress, VerifiedFolder


def announced(folder: VerifiedFolder, reading: Reading = parse) -> Catalogue:
    """Read what a pack says of itself; its documents are read later.

    Args:
        folder: the pack, verified.
        reading: as ``Catalogue.load`` has it.

    Raises:
        PackRejected: its ``briefing.toml`` cannot be read, says otherwise than the manifest, or a file
            is in the pack that is none of the briefing's, or is not there.
    """
    try:
        catalogue = Catalogue.load(folder, reading=reading)
    except ContentError as fault:
        raise _refused(fault) from None
    briefing, manifest = catalogue.briefing, folder.signed.manifest
    if not _agree(briefing, manifest):
        raise PackRejected("The pack says one thing of itself in its list and another in “briefing.toml”.")
    listed = set(folder.names)
    wanted = {BRIEFING_FILE} | {
        file_name(document, language) for document in briefing.documents for language in document.languages
    }
    for name in sorted(wanted ^ listed):
        if name in wanted or not is_picture(name):
            raise PackRejected("“{file}” is not as the pack's “briefing.toml” announces it.", file=name)
    return catalogue


def read_through(catalogue: Catalogue, progress: Progress | None = None) -> Catalogue:
    """Read every document of a pack, so that whoever takes the pack can read all of it.

    Args:
        catalogue: from ``announced``.
        progress: told after each document.

    Raises:
        PackRejected: a document cannot be shown.
    """
    editions = list(catalogue.editions())
    for done, (document, language) in enumerate(editions, start=1):
        try:
            catalogue.edition(document.id, language)
        except ContentError as fault:
            raise _refused(fault) from None
        if progress is not None:
            progress(done, len(editions))
    return catalogue


def _agree(briefing: Briefing, manifest: Manifest) -> bool:
    title = briefing.titles[briefing.languages[0]]
    said = (manifest.pack, manifest.version, manifest.issued, manifest.title)
    return said == (briefing.id, briefing.version, briefing.issued, title)


def _refused(fault: ContentError) -> PackRejected:
    """Return the same sentence as a refusal."""
    return PackRejected(fault.sentence, **fault.values)
