"""One HTML file that holds a briefing whole: for a phone, or a computer that cannot run the program."""

from __future__ import annotations

import base64
import html
from typing import TYPE_CHECKING, Any

from reader.library.citation import quotation
from reader.library.document import Passage, PassageKind
from reader.share import html_wording, provenance
from reader.share.html_body import Sheet, body, direction
from reader.share.html_frame import plain_json, policy, script, style, themes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from reader.library.document import Briefing, Edition, Language
    from reader.security.verdict import Verdict
    from reader.wording import Wording

_HERE = "\ue000"
"""Stands where a citation names its passage."""


def suffix(language: Language, languages: Sequence[Language]) -> str:
    """Return what comes after every id of a language, so that ids are unique in the file."""
    return "" if language == languages[0] else f".{language}"


def data_address(picture: bytes) -> str:
    """Return a picture as an address that holds it."""
    kind = "png" if picture.startswith(b"\x89PNG") else "jpeg"
    return f"data:image/{kind};base64,{base64.b64encode(picture).decode('ascii')}"


def html_edition(
    briefing: Briefing,
    sheets: Sequence[Sheet],
    *,
    languages: Sequence[Language],
    rules: Mapping[str, Any],
    wordings: Mapping[Language, Wording],
    verdict: Verdict,
    resources: Path,
) -> bytes:
    """Make the file; of the same briefing always the same bytes.

    Args:
        briefing: what is in it.
        sheets: its documents in their order.
        languages: those of the file; the first one is shown first.
        rules: those of the search, as ``reader.search.rules`` gives them.
        wordings: the program's own languages that the file speaks, the first one first.
        verdict: what may be said of the copy it is made from.
        resources: the folder that holds ``edition/``, ``fonts/`` and ``themes/``.
    """
    colours = themes(resources)
    endings: list[str] = []
    data = {
        "languages": list(languages),
        "rules": rules,
        "themes": {
            name: {key: each for key, each in theme.items() if key != "dark"}
            for name, theme in colours.items()
        },
        "labels": {language: html_wording.labels(wording) for language, wording in wordings.items()},
        "documents": [_row(briefing, sheet, wordings, verdict, endings) for sheet in sheets],
        "endings": endings,
        "first": briefing.first,
    }
    styled = style(resources, colours, languages, list(wordings))
    scripted = script(resources / "edition")
    read = body(briefing, sheets, languages, wordings, verdict)
    own = next(iter(wordings.values()))
    return (
        f'<!DOCTYPE html>\n<html lang="{own.language}" dir="{direction(own.language)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(styled, scripted)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{html.escape(provenance.program(own))}</title>\n<style>{styled}</style>\n</head>\n"
        f'<body>\n{read}<script type="application/json" id="Data">{plain_json(data)}</script>\n'
        f"<script>{scripted}</script>\n</body>\n</html>\n"
    ).encode()


def _row(
    briefing: Briefing,
    sheet: Sheet,
    wordings: Mapping[Language, Wording],
    verdict: Verdict,
    endings: list[str],
) -> dict[str, Any]:
    """Return what the script knows of a document; puts what is new into the endings that citations share."""
    document = sheet.document
    return {
        "id": document.id,
        "titles": {language: edition.title for language, edition in sheet.editions.items()},
        "shorts": {language: document.short(language) for language in sheet.editions},
        "sources": {
            language: {
                spoken: _source(briefing, edition, wording, verdict, endings)
                for spoken, wording in wordings.items()
            }
            for language, edition in sheet.editions.items()
        },
    }


def _source(
    briefing: Briefing, edition: Edition, wording: Wording, verdict: Verdict, endings: list[str]
) -> tuple[str, int]:
    """Return the source line of a citation: what precedes its passage's number, and which ending follows."""
    signed = verdict.signed if verdict.is_unchanged else None
    passage = Passage(_HERE, PassageKind.PARAGRAPH, "", _HERE)
    number = signed.copy_number if signed is not None else ""
    source = quotation(briefing, edition, passage, "", wording, copy_number=number).source
    before, _, after = source.partition(_HERE)
    if after not in endings:
        endings.append(after)
    return before, endings.index(after)
