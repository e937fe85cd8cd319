"""One EPUB file that holds a briefing whole: for e-readers, and for phones with an app for books."""

from __future__ import annotations

import hashlib
import io
import uuid
from typing import TYPE_CHECKING

from reader.security.safe_archive import write_archive
from reader.share import epub_wording, provenance
from reader.share.epub_contents import NCX, entries, navigation, ncx
from reader.share.epub_package import CONTAINER, package
from reader.share.epub_pages import ABOUT, CONTENTS, Chapter, about_page, chapter_pages, title_page

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from reader.library.document import Briefing, Language
    from reader.security.verdict import Verdict
    from reader.wording import Wording

_TYPE = b"application/epub+zip"
_NAMES = uuid.UUID("5b0c2b0e-6f0a-5d6f-9b39-3d1f6f1c6a11")
"""Under which identifiers are made from contents (RFC 9562, section 5.5); drawn by lot, once."""


def picture_name(name: str, language: Language, picture: bytes) -> str:
    """Return what a picture is called in the book; empty if it is of no kind that every reader knows.

    Args:
        name: as the text has it.
        language: of the text.
        picture: the bytes.
    """
    kinds = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpg"}
    kind = next((kind for sign, kind in kinds.items() if picture.startswith(sign)), "")
    return f"{name.rpartition('.')[0]}.{language}.{kind}" if kind else ""


def epub_edition(
    briefing: Briefing,
    chapters: Sequence[Chapter],
    *,
    languages: tuple[Language, ...],
    wordings: Mapping[Language, Wording],
    verdict: Verdict,
    pictures: Mapping[str, bytes],
    resources: Path,
) -> bytes:
    """Make the file (EPUB 3.3, W3C Recommendation); of the same briefing always the same bytes.

    Args:
        briefing: what is in it.
        chapters: each document in each language, in reading order.
        languages: those of the text; the first one leads.
        wordings: the program's own languages that the file speaks, the first one first.
        verdict: what may be said of the copy it is made from.
        pictures: those that the chapters name.
        resources: the folder that holds ``ebook/`` and ``licences/``.
    """
    own = next(iter(wordings.values()))
    first = languages[0]
    texts, places = chapter_pages(chapters, languages, wordings)
    contents = entries(briefing, chapters, places, wordings)
    begins = places.address(f"{briefing.first}.{first}") or next((page.name for page in texts), ABOUT)
    pages = [
        title_page(briefing, languages, wordings, verdict),
        navigation(contents, first, own, begins),
        *texts,
        about_page(briefing, languages, wordings, verdict),
    ]
    files = {page.name: page.content() for page in pages}
    others = dict(pictures)
    for name in ("style.css", "Vazirmatn-Regular.ttf", "Vazirmatn-Bold.ttf"):
        placed = name if name.endswith(".css") else f"fonts/{name}"
        others[placed] = (resources / "ebook" / name).read_bytes()
    others["fonts/Vazirmatn-OFL.txt"] = (resources / "licences" / "Vazirmatn-OFL.txt").read_bytes()
    files |= others
    identifier = _identifier(files)
    title = provenance.program(own)
    files[NCX] = ncx(contents, identifier, title, first)
    files["package.opf"] = package(
        pages,
        [*others, NCX],
        identifier=identifier,
        title=title,
        languages=languages,
        issued=briefing.issued,
        summaries={language: epub_wording.summary(each) for language, each in wordings.items()},
        has_pictures=bool(pictures),
        says_pictures=all(
            each.get("alt") for part in chapters for block in part.blocks for each in block.iter("img")
        ),
        marks={
            "toc": (epub_wording.contents(own), CONTENTS),
            "text": (epub_wording.beginning(own), begins),
        },
    )
    placed_files = {"META-INF/container.xml": CONTAINER} | {
        f"EPUB/{name}": data for name, data in files.items()
    }
    made = io.BytesIO()
    # The first entry says what the file is, at a fixed place, uncompressed (EPUB 3.3, section 4.3.2).
    write_archive(made, [("mimetype", _TYPE), *sorted(placed_files.items())])
    return made.getvalue()


def _identifier(files: Mapping[str, bytes]) -> str:
    """Name exactly this content."""
    summed = hashlib.sha256()
    for name, content in sorted(files.items()):
        summed.update(f"{name} {len(content)}\n".encode())
        summed.update(content)
    return uuid.uuid5(_NAMES, summed.hexdigest()).urn
