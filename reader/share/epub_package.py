"""The package document of the EPUB edition: what is in it, in which order, and what it says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.share.epub_contents import NCX
from reader.share.epub_pages import CONTENTS, direction, plain

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping, Sequence

    from reader.library.document import Language, Texts
    from reader.share.epub_pages import Page

CONTAINER = (
    b'<?xml version="1.0" encoding="utf-8"?>\n'
    b'<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">\n<rootfiles>\n'
    b'<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>\n'
    b"</rootfiles>\n</container>\n"
)
"""Says where the package document is (EPUB 3.3, section 4.2.6.3.1)."""
_TYPES = {
    "xhtml": "application/xhtml+xml",
    "css": "text/css",
    "ncx": "application/x-dtbncx+xml",
    "ttf": "application/vnd.ms-opentype",
    "png": "image/png",
    "jpg": "image/jpeg",
    "txt": "text/plain",
}
"""By the ends of names. The font's is the one of EPUB 3.0, which 3.3 allows too (section 3.2)."""


def package(
    pages: Sequence[Page],
    others: Sequence[str],
    *,
    identifier: str,
    title: str,
    languages: Sequence[Language],
    issued: datetime.date,
    summaries: Texts,
    has_pictures: bool,
    says_pictures: bool,
    marks: Mapping[str, tuple[str, str]],
) -> bytes:
    """Return the package document (EPUB 3.3, section 5; EPUB Accessibility 1.1, section 2).

    Args:
        pages: the files of text, in reading order.
        others: names of all other files but this one.
        identifier: of exactly this content.
        title: all that a list of books shows.
        languages: those of the text; the first one leads, and pages turn its way.
        issued: the day the briefing was issued: there is no other day in the file.
        summaries: what a reader who does not see should know, in several languages.
        has_pictures: whether there are any.
        says_pictures: whether words stand for each of them.
        marks: title and address of what readers of EPUB 2 call ``toc`` and ``text``.
    """
    first = languages[0]
    way = direction(first)
    known = "\n".join(f"<dc:language>{each}</dc:language>" for each in languages)
    items = "\n".join(_item(name) for name in sorted([*(page.name for page in pages), *others]))
    spine = "\n".join(f'<itemref idref="{page.name}"/>' for page in pages)
    guide = "\n".join(
        f'<reference type="{kind}" title="{plain(words)}" href="{address}"/>'
        for kind, (words, address) in marks.items()
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book"'
        f' xml:lang="{first}" dir="{way}">\n'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
        f'<dc:identifier id="book">{identifier}</dc:identifier>\n<dc:title>{plain(title)}</dc:title>\n'
        f'{known}\n<meta property="dcterms:modified">{issued.isoformat()}T00:00:00Z</meta>\n'
        f"{_access(summaries, has_pictures=has_pictures, says_pictures=says_pictures)}\n</metadata>\n"
        f"<manifest>\n{items}\n</manifest>\n"
        f'<spine toc="{NCX}" page-progression-direction="{way}">\n{spine}\n</spine>\n'
        f"<guide>\n{guide}\n</guide>\n</package>\n"
    ).encode()


def _item(name: str) -> str:
    properties = ' properties="nav"' if name == CONTENTS else ""
    identity = name.replace("/", ".")
    kind = _TYPES[name.rpartition(".")[2]]
    return f'<item id="{identity}" href="{name}" media-type="{kind}"{properties}/>'


def _access(summaries: Texts, *, has_pictures: bool, says_pictures: bool) -> str:
    """Return how the book can be read by whom (schema.org's terms); nothing that is not so in this one."""
    features = ["readingOrder", "structuralNavigation", "tableOfContents", "displayTransformability"]
    stated = [
        ("accessMode", "textual"),
        *([("accessMode", "visual")] if has_pictures else []),
        *([("accessModeSufficient", "textual")] if says_pictures else []),
        *([("accessModeSufficient", "textual,visual")] if has_pictures else []),
        *(("accessibilityFeature", each) for each in features),
        *([("accessibilityFeature", "alternativeText")] if has_pictures and says_pictures else []),
        ("accessibilityHazard", "none"),
    ]
    lines = [f'<meta property="schema:{name}">{value}</meta>' for name, value in stated]
    lines += [
        f'<meta property="schema:accessibilitySummary" xml:lang="{language}" dir="{direction(language)}">'
        f"{plain(words)}</meta>"
        for language, words in summaries.items()
    ]
    return "\n".join(lines)
