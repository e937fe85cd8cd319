"""Makes editions of a briefing for devices that cannot run the program, out of what the desk has."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from reader import paths
from reader.errors import NotFound
from reader.render.blocks import blocks
from reader.search.finder import HELP
from reader.search.knowledge import Knowledge
from reader.search.query import reader_for
from reader.search.rules import rules
from reader.share.html_body import Sheet
from reader.share.html_edition import data_address, html_edition, suffix

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.desk import Desk
    from reader.library.document import Language
    from reader.wording import Wording


def html(desk: Desk, languages: tuple[Language, ...], wordings: Mapping[Language, Wording]) -> bytes:
    """Return the briefing as one HTML file, without the program's own documents.

    Args:
        desk: has the briefing.
        languages: those of the briefing that are to be in it; the first one is shown first.
        wordings: the program's own languages that the file speaks, the first one first.

    Raises:
        DocumentBroken: a document cannot be shown.
    """
    briefing = replace(
        desk.briefing,
        documents=tuple(document for document in desk.briefing.documents if document.kind != HELP),
        parts={kind: titles for kind, titles in desk.briefing.parts.items() if kind != HELP},
    )
    sheets = []
    for document in briefing.documents:
        editions = {each: desk.edition(document.id, each) for each in languages if each in document.languages}
        made = {
            language: blocks(
                edition,
                suffix=suffix(language, languages),
                source=partial(_address, desk, language),
                explanations=desk.explanations(edition),
            )
            for language, edition in editions.items()
        }
        if editions:
            sheets.append(Sheet(document, editions, made))
    resources = paths.resources()
    names = reader_for(briefing, Knowledge.load(resources).languages)
    return html_edition(
        briefing,
        sheets,
        languages=languages,
        rules=rules(resources, names, desk.glossary.pairs("fa", "en")),
        wordings=wordings,
        verdict=desk.verdict,
        resources=resources,
    )


def _address(desk: Desk, language: Language, name: str) -> str:
    """Return the address of a picture; empty where it is missing, so that the words for it are shown."""
    try:
        return data_address(desk.picture(name, language))
    except NotFound:
        return ""
