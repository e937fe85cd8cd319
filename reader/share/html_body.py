"""What is read in the HTML edition: contents, documents in their languages, and what the file is."""

from __future__ import annotations

import html
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from reader.library.document import PassageKind
from reader.share import html_wording, provenance
from reader.share.html_brevity import brief
from reader.text.direction import is_right_to_left

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from reader.library.document import Briefing, Document, Edition, Language
    from reader.security.verdict import Verdict
    from reader.wording import Wording


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document, ready for the file.

    Attributes:
        document: what the briefing says of it.
        editions: the document in each language of the file.
        blocks: the top blocks of each edition, as ``reader.render.blocks`` made them.
    """

    document: Document
    editions: Mapping[Language, Edition]
    blocks: Mapping[Language, tuple[str, ...]]


def direction(language: str) -> str:
    """Return the direction of a language, as HTML names it."""
    return "rtl" if is_right_to_left(language) else "ltr"


def body(
    briefing: Briefing,
    sheets: Sequence[Sheet],
    languages: Sequence[Language],
    wordings: Mapping[Language, Wording],
    verdict: Verdict,
) -> str:
    """Return everything that is read, as HTML.

    Args:
        briefing: what is in it.
        sheets: its documents in their order.
        languages: those of the file; the first one is shown first.
        wordings: the program's own languages that the file speaks.
        verdict: what may be said of the copy it is made from.
    """
    contents = "".join(_contents(kind, titles, sheets, wordings) for kind, titles in briefing.parts.items())
    about = _each(wordings, lambda wording: html.escape(provenance.about_title(wording)))
    documents = "\n".join(_section(sheet, languages, wordings) for sheet in sheets)
    return (
        '<header id="Bar"><button id="Menu" type="button"><i></i></button>'
        '<input id="Words" type="search" autocomplete="off" autocapitalize="off" spellcheck="false">'
        f'<div id="Languages">{_language_buttons(languages, wordings)}</div>'
        '<button id="Theme" type="button"><i></i></button></header>\n'
        f'<div id="Side"><nav id="Contents">{contents}<ul><li><a href="#File">{about}</a></li></ul></nav>'
        '<div id="Found"></div></div>\n'
        f'<main>\n{documents}\n<section class="doc" id="File">'
        f"{''.join(_about(briefing, wording, verdict) for wording in wordings.values())}</section>\n</main>\n"
        '<div id="Act"></div><div id="Say" role="status"></div>\n'
    )


def _each(wordings: Mapping[Language, Wording], say: Callable[[Wording], str]) -> str:
    """Say something in every language that the file speaks; only one of them is seen at a time."""
    return "".join(
        f'<span class="u-{language}" lang="{language}" dir="{direction(language)}">{say(wording)}</span>'
        for language, wording in wordings.items()
    )


def _language_buttons(languages: Sequence[Language], wordings: Mapping[Language, Wording]) -> str:
    if len(languages) < 2:
        return ""
    buttons = [
        f'<button type="button" data-show="{language}" lang="{language}">'
        f"{html.escape(provenance.language_name(language))}</button>"
        for language in languages
    ]
    both = _each(wordings, lambda wording: html.escape(html_wording.side_by_side(wording)))
    buttons.insert(1, f'<button type="button" data-show="both">{both}</button>')
    return "".join(buttons)


def _contents(
    kind: str, titles: Mapping[Language, str], sheets: Sequence[Sheet], wordings: Mapping[Language, Wording]
) -> str:
    rows = [
        f'<li><a href="#{sheet.document.id}">{_each(wordings, partial(_escaped_title, sheet))}</a></li>'
        for sheet in sheets
        if sheet.document.kind == kind
    ]
    if not rows:
        return ""
    named = _each(
        wordings, lambda wording: html.escape(titles.get(wording.language) or next(iter(titles.values()), ""))
    )
    return f"<h2>{named}</h2><ul>{''.join(rows)}</ul>"


def _escaped_title(sheet: Sheet, wording: Wording) -> str:
    edition = sheet.editions.get(wording.language) or next(iter(sheet.editions.values()))
    return html.escape(edition.title)


def _section(sheet: Sheet, languages: Sequence[Language], wordings: Mapping[Language, Wording]) -> str:
    columns = {
        language: _blocks(sheet, language, wordings) for language in languages if language in sheet.editions
    }
    only = "" if len(columns) == len(languages) else " only"
    lengths = {len(blocks) for blocks in columns.values()}
    if len(lengths) > 1:
        columns = {language: ["".join(blocks)] for language, blocks in columns.items()}
    pairs = "\n".join(
        "<div class=pair>"
        + "".join(
            brief(f"<div lang={language} dir={direction(language)}>{block}</div>")
            for language, block in zip(columns, row, strict=True)
        )
        + "</div>"
        for row in zip(*columns.values(), strict=True)
    )
    return f'<section class="doc{only}" id="{sheet.document.id}">\n{pairs}\n</section>'


def _blocks(sheet: Sheet, language: Language, wordings: Mapping[Language, Wording]) -> list[str]:
    edition = sheet.editions[language]
    blocks = list(sheet.blocks[language])
    if not any(passage.kind is PassageKind.TITLE for passage in edition.passages):
        blocks.insert(0, f"<h1>{html.escape(edition.title)}</h1>")
    wording = wordings.get(language) or next(iter(wordings.values()))
    label = provenance.standing_of(sheet.document, language, wording)
    if label and blocks:
        blocks[0] = f"<p class=kick>{html.escape(label)}</p>{blocks[0]}"
    return blocks


def _about(briefing: Briefing, wording: Wording, verdict: Verdict) -> str:
    """Return what the file says of itself, in one language."""
    language = wording.language
    title = briefing.titles.get(language) or next(iter(briefing.titles.values()))
    lines = [*provenance.origin(briefing, verdict, wording), *html_wording.about(wording)]
    paragraphs = "".join(f"<p>{provenance.grouped(html.escape(line))}</p>" for line in lines)
    return (
        f'<div class=pair><div class="u-{language}" lang="{language}" dir="{direction(language)}">'
        f"<h1>{html.escape(provenance.about_title(wording))}</h1><p><strong>{html.escape(title)}</strong></p>"
        f"{paragraphs}</div></div>"
    )
