"""Every document of a briefing: read from files that may be shown, by id and language."""

from __future__ import annotations

import datetime
import re
import threading
import tomllib
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol

from reader.errors import BriefingBroken, DocumentBroken, NotFound
from reader.library.document import Briefing, Document, Edition
from reader.library.source import Parsed, parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.security.program_folder import ProgramFolder
    from reader.security.verdict import Verdict
    from reader.security.verification import VerifiedFolder

BRIEFING_FILE = "briefing.toml"
LARGEST_DOCUMENT = 2_000_000
"""Bytes of one Markdown file."""
LARGEST_BRIEFING_FILE = 256_000
"""Bytes of ``briefing.toml``."""
LARGEST_IMAGE = 8_000_000
"""Bytes of one picture."""


class Reading(Protocol):
    """Turns a text into passages and HTML."""

    def __call__(self, text: str, *, document: str, numbering: str) -> Parsed:
        """Do it, as ``source.parse`` does."""


Inserts = Mapping[str, Callable[[str], str]]

_NAME = re.compile(r"[a-z][a-z0-9-]{0,63}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_IMAGE = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}\.(?:png|jpg)")
_NUMBERINGS = ("paragraphs", "sections")


class Catalogue:
    """The documents of one briefing.

    Files are named by rule (``<kind>/<id>.<language>.md``), never by the briefing, so that no text
    can point outside its folder. Editions are read when first asked for and kept; safe to use from
    several threads.

    Args:
        files: what came with the program, or was verified to the last byte; nothing else is ever read.
        briefing: what ``briefing.toml`` among them says.
        inserts: as ``load`` has it.
        reading: turns a text into passages and HTML.
    """

    def __init__(
        self,
        files: ProgramFolder | VerifiedFolder,
        briefing: Briefing,
        inserts: Inserts | None = None,
        reading: Reading = parse,
    ) -> None:
        self._files = files
        self._inserts = inserts or {}
        self._reading = reading
        self.briefing = briefing
        self._editions: dict[tuple[str, str], Edition] = {}
        self._lock = threading.Lock()

    @classmethod
    def load(
        cls,
        files: ProgramFolder | VerifiedFolder,
        inserts: Inserts | None = None,
        reading: Reading = parse,
    ) -> Catalogue:
        """Read ``briefing.toml``; the documents are read later.

        Args:
            files: hold it.
            inserts: give, for a language, the Markdown that takes the place of a line ``{name}``; the
                program's own documents use it, a briefing has none.
            reading: turns a text into passages and HTML, as ``source.parse`` does.

        Raises:
            BriefingBroken: it is missing, or says something impossible.
        """
        return cls(files, _briefing(files), inserts, reading)

    @property
    def verdict(self) -> Verdict:
        """What may be said of these files."""
        # Here, not above: the first paint does not need it.
        from reader.security.verdict import judge

        return judge(self._files.signed)

    def document(self, document_id: str) -> Document:
        """Return a document's announcement.

        Raises:
            NotFound: there is none of that id.
        """
        found = self.briefing.document(document_id)
        if found is None:
            raise NotFound(
                "There is no document “{document}”. “list” shows what there is.", document=document_id
            )
        return found

    def edition(self, document_id: str, language: str) -> Edition:
        """Return one document in one language.

        Raises:
            NotFound: there is no such document, or it is not in that language.
            DocumentBroken: its file is missing, too large, not UTF-8, or cannot be shown.
        """
        document = self.document(document_id)
        if language not in document.languages:
            raise NotFound(
                "“{document}” is not available in the language “{language}”.",
                document=document_id,
                language=language,
            )
        with self._lock:
            known = self._editions.get((document_id, language))
            if known is None:
                known = self._read(document, language)
                self._editions[document_id, language] = known
        return known

    def editions(self) -> Iterator[tuple[Document, str]]:
        """Yield every document with each of its languages, in reading order; nothing is read."""
        for document in self.briefing.documents:
            for language in document.languages:
                yield document, language

    def image(self, name: str, language: str = "") -> bytes:
        """Return the bytes of a picture of this briefing.

        Args:
            name: ``figures/`` and the file's name, as in the Markdown.
            language: of the page it stands on. Where there is ``ladder.fa.png``, a Persian page gets it
                for ``figures/ladder.png``.

        Raises:
            NotFound: the briefing has no such picture.
        """
        if is_picture(name):
            stem, _, ending = name.rpartition(".")
            own = [f"{stem}.{language}.{ending}"] if _LANGUAGE.fullmatch(language) else []
            for each in (*own, name):
                with suppress(OSError):
                    return self._files.file(each, largest=LARGEST_IMAGE).content
        raise NotFound("There is no picture “{name}” in this briefing.", name=name)

    def _read(self, document: Document, language: str) -> Edition:
        name = file_name(document, language)
        try:
            text = self._files.file(name, largest=LARGEST_DOCUMENT).content.decode("utf-8")
        except (OSError, UnicodeDecodeError):
            raise DocumentBroken("“{file}” is missing or damaged. Ask for another copy.", file=name) from None
        for name, insert in self._inserts.items():
            if (line := f"\n{{{name}}}\n") in text:
                text = text.replace(line, f"\n{insert(language)}\n")
        parsed = self._reading(text, document=document.id, numbering=document.numbering)
        return Edition(document.id, language, document.titles[language], parsed.passages, parsed.body)


def file_name(document: Document, language: str) -> str:
    """Return the name of the file that holds a document in a language."""
    return f"{document.kind}/{document.id}.{language}.md"


def is_picture(name: str) -> bool:
    """Say whether a name is one that a picture of a briefing may have."""
    return name.startswith("figures/") and bool(_IMAGE.fullmatch(name.removeprefix("figures/")))


def _briefing(files: ProgramFolder | VerifiedFolder) -> Briefing:
    try:
        raw = files.file(BRIEFING_FILE, largest=LARGEST_BRIEFING_FILE + 1).content
    except OSError:
        raise BriefingBroken(
            "The briefing is missing: there is no “briefing.toml”. Ask for another copy."
        ) from None
    try:
        if len(raw) > LARGEST_BRIEFING_FILE:
            raise ValueError("it is too large")
        return _announced(tomllib.loads(raw.decode("utf-8")))
    except UnicodeDecodeError:
        raise BriefingBroken("“briefing.toml” is not UTF-8. Ask for another copy.") from None
    except KeyError as missing:
        raise BriefingBroken(
            "“briefing.toml” lacks “{entry}”. Ask for another copy.", entry=missing.args[0]
        ) from None
    except RecursionError:
        raise BriefingBroken(
            "“briefing.toml” cannot be read ({fault}). Ask for another copy.", fault="it is nested too deep"
        ) from None
    except ValueError as fault:
        raise BriefingBroken(
            "“briefing.toml” cannot be read ({fault}). Ask for another copy.", fault=fault
        ) from None


def _announced(table: dict[str, Any]) -> Briefing:
    """Turn the parsed ``briefing.toml`` into values.

    Raises:
        KeyError, ValueError: an entry is missing or of the wrong form.
    """
    languages = tuple(_matching(_LANGUAGE, "languages", each) for each in _listed(table, "languages"))
    if not languages or len(set(languages)) < len(languages):
        raise _wrong("languages", list(languages))
    original = table.get("original", "")
    parts = {
        _matching(_NAME, "kind", part["kind"]): {
            language: _line(language, part[language]) for language in languages
        }
        for part in _tables(table, "part")
    }
    documents = tuple(_document(entry, languages, parts, original) for entry in _tables(table, "document"))
    ids = [document.id for document in documents]
    for each in ids:
        if ids.count(each) > 1:
            raise ValueError(f"two documents are called “{each}”")
    if not documents:
        raise _wrong("document", [])
    first = table.get("first", ids[0])
    if first not in ids:
        raise _wrong("first", first)
    if "next-issue-by" in table:
        _day("next-issue-by", table["next-issue-by"])  # what a reader shows of it comes from the manifest
    return Briefing(
        id=_matching(_NAME, "id", table["id"]),
        version=_version(table["version"]),
        issued=_day("issued", table["issued"]),
        titles=_lines("title", {language: _table(table, "title")[language] for language in languages}),
        languages=languages,
        parts=parts,
        documents=documents,
        first=first,
        explained=_explained(_table(table, "explained"), ids),
    )


def _explained(table: dict[str, Any], documents: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Read which passages are explained where; that the passages exist is for the checks of the content."""
    for passage in table:
        for reference in _listed(table, passage) or [""]:
            document, _, place = reference.partition("#") if isinstance(reference, str) else ("", "", "")
            if document not in documents or (place and not _NAME.fullmatch(place)):
                raise _wrong(f"explained: {passage}", reference)
    return {
        _matching(_NAME, "explained", passage): tuple(references) for passage, references in table.items()
    }


def _document(
    entry: dict[str, Any], languages: tuple[str, ...], parts: dict[str, dict[str, str]], original: str
) -> Document:
    if _matching(_NAME, "kind", entry["kind"]) not in parts:
        raise _wrong("kind", entry["kind"])
    numbering = entry.get("numbering", "paragraphs")
    if numbering not in _NUMBERINGS:
        raise _wrong("numbering", numbering)
    here = tuple(language for language in languages if language in entry)
    if not here:
        raise KeyError(languages[0])
    return Document(
        id=_matching(_NAME, "id", entry["id"]),
        kind=entry["kind"],
        titles={language: _line(language, entry[language]) for language in here},
        languages=here,
        original=_original(entry.get("original", original), here),
        numbering=numbering,
        date=_day("date", entry["date"]) if "date" in entry else None,
        shorts=_lines("short", _table(entry, "short")),
        issuers=_lines("issuer", _table(entry, "issuer")),
    )


def _original(value: object, here: tuple[str, ...]) -> str:
    if value != "" and value not in here:
        raise _wrong("original", value)
    return str(value)


def _wrong(key: str, value: object) -> ValueError:
    shown = f"“{value}”" if isinstance(value, str) else value
    return ValueError(f"{key} = {shown}")


def _table(table: dict[str, Any], key: str) -> dict[str, Any]:
    value = table.get(key, {})
    if not isinstance(value, dict):
        raise _wrong(key, value)
    return value


def _listed(table: dict[str, Any], key: str) -> list[Any]:
    value = table[key]
    if not isinstance(value, list):
        raise _wrong(key, value)
    return value


def _tables(table: dict[str, Any], key: str) -> list[dict[str, Any]]:
    for value in _listed(table, key):
        if not isinstance(value, dict):
            raise _wrong(key, value)
    return _listed(table, key)


def _matching(pattern: re.Pattern[str], key: str, value: object) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise _wrong(key, value)
    return value


def _lines(key: str, texts: dict[str, Any]) -> dict[str, str]:
    return {language: _line(f"{key}.{language}", text) for language, text in texts.items()}


def _line(key: str, value: object) -> str:
    # The half-space is not printable to Python, and Persian titles need it.
    shown = value.replace("\u200c", "") if isinstance(value, str) else ""
    if not isinstance(value, str) or not shown.strip() or len(value) > 200 or not shown.isprintable():
        raise _wrong(key, value)
    return value


def _version(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 1900_01_01_00 <= value <= 9999_12_31_99:
        raise _wrong("version", value)
    return value


def _day(key: str, value: object) -> datetime.date:
    if not isinstance(value, datetime.date) or isinstance(value, datetime.datetime):
        raise _wrong(key, value)
    return value
