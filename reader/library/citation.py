"""How passages are named among people: "annex 4.2", and quotations that say where they come from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.errors import NotFound
from reader.library.document import Place
from reader.text.date_display import gregorian_words, hijri_words
from reader.text.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.library.document import Briefing, Document, Edition, Passage
    from reader.wording import Wording

_CONTEXT = "Citation"
_ASCII_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")
_RANGE = re.compile(r"(\d+(?:[./]\d+)*)\s?[–-]\s?\d+(?:[./]\d+)*$")
_NUMBER = re.compile(r"(\d+(?:[./]\d+)*)$")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words taken from a passage, and what is said of where they stand.

    Attributes:
        text: the words.
        source: title, issuer, date, passage, language and version, in one line.
    """

    text: str
    source: str

    def __str__(self) -> str:
        return f"{self.text}\n— {self.source}"


def reference(document: Document, passage: Passage, wording: Wording, last: Passage | None = None) -> str:
    """Name a passage as people do: «نامه ۶», "annex 4.2"; its id where it has no number.

    Args:
        document: the document it is in.
        passage: the passage.
        wording: the language to say it in.
        last: the last of several passages: «نامه ۶–۸».
    """
    language = wording.language if wording.language in document.titles else document.languages[0]
    if not passage.number:
        return f"{document.short(language)} {passage.id}"
    number = wording.digits(passage.number)
    if last is not None and last.number and last.number != passage.number:
        number += f"–{wording.digits(last.number)}"
    return f"{document.short(language)} {number}"


def quotation(
    briefing: Briefing,
    edition: Edition,
    passage: Passage,
    text: str,
    wording: Wording,
    last: Passage | None = None,
    copy_number: str = "",
) -> Quotation:
    """Quote a passage with its source.

    Args:
        briefing: gives the document's title, issuer and date, and the version of this copy.
        edition: the edition quoted.
        passage: the passage, or the first of several.
        text: the words quoted.
        wording: the language of the source line.
        last: the last of several passages.
        copy_number: the digits that name exactly this copy; empty for one that nobody signed.
    """
    document = briefing.document(edition.document)
    if document is None:
        raise NotFound(
            "There is no document “{document}”. “list” shows what there is.", document=edition.document
        )
    spoken = wording.language if wording.language in document.titles else edition.language
    parts = [wording.say(_CONTEXT, "“{words}”").format(words=document.titles[spoken])]
    if issuer := document.issuers.get(spoken):
        parts.append(issuer)
    if document.date is not None:
        gregorian = gregorian_words(document.date, wording.language)
        hijri = hijri_words(document.date, wording.language)
        parts.append(wording.say(_CONTEXT, "{gregorian} ({hijri})").format(gregorian=gregorian, hijri=hijri))
    parts.append(reference(document, passage, wording, last))
    if document.original == "fa" and edition.language != "fa":
        parts.append(wording.say(_CONTEXT, "unofficial translation from the Persian"))
    elif document.original and edition.language != document.original:
        parts.append(wording.say(_CONTEXT, "unofficial translation"))
    elif edition.language == "fa":
        parts.append(wording.say(_CONTEXT, "Persian text"))
    elif edition.language == "en":
        parts.append(wording.say(_CONTEXT, "English text"))
    issue = wording.say(_CONTEXT, "issue {version}")
    parts.append(issue.format(version=wording.digits(briefing.version)))
    if copy_number:
        number = wording.digits(copy_number).replace(" ", "\u00a0")
        parts.append(wording.say(_CONTEXT, "copy number {number}").format(number=number))
    quoted = f"«{text}»" if edition.language == "fa" else f"“{text}”"
    return Quotation(quoted, wording.say(_CONTEXT, ", ").join(parts))


def find_place(briefing: Briefing, editions: Iterable[Edition], words: str) -> Place | None:
    """Read a reference the way people say or write it.

    Understands a passage's id (``p27``), ``document#passage``, and a document's short name, title or id
    in any of its languages before a number or an id (``پیوست ۴.۲``, ``annex 4.2``, ``letter 6``,
    ``letter p07``); of several passages (``letter 6–8``) the first; a name alone is the document's top.

    Args:
        briefing: gives the names.
        editions: every edition that can be read.
        words: what was typed.

    Returns:
        The place, or None if nothing here is called that.
    """
    asked = fold(words).translate(_ASCII_DIGITS).replace("٫", ".").strip()
    whole, asked = asked, _RANGE.sub(r"\1", asked)
    name, _, passage_id = whole.partition("#")
    named, _, word = whole.rpartition(" ")
    by_number = _NUMBER.search(asked)
    known = list(editions)
    for edition in known:
        document = briefing.document(edition.document)
        if document is None:
            continue
        called = (document.id, *document.titles.values(), *document.shorts.values())
        names = {fold(each).translate(_ASCII_DIGITS) for each in called}
        if whole in names or asked in names:
            return Place(document.id, edition.language)
        if name in names and edition.passage(passage_id):
            return Place(document.id, edition.language, passage_id)
        if named in names and edition.passage(word):
            return Place(document.id, edition.language, word)
        if by_number and asked[: by_number.start()].strip() in names:
            number = by_number[1].replace("/", ".")
            found = next((each for each in edition.passages if each.number == number), None)
            if found is not None:
                return Place(document.id, edition.language, found.id)
    for edition in known:
        if edition.passage(whole) is not None:
            return Place(edition.document, edition.language, whole)
    return None
