"""One footnote out of a page, to be shown where it is called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.render.html import Page

_BACK = re.compile(r'\s*<a href="#fnref[^"]*"[^<>]*>[^<>]*</a>')
_NAME = re.compile(r' id="[^"]*"')
_ITEM = re.compile(r"<(/?)li\b[^<>]*>")


def note_of(page: Page, name: str) -> str:
    """Return the inside of a footnote of a page, wherever it stands; empty if there is none.

    Args:
        page: the page, or a section of it: the notes of all stand in the last one.
        name: the note's own name (``fn:1``).
    """
    inside = note_html(page.html, name)
    if inside or page.passages is None:
        return inside
    body = page.edition.body
    at = body.find(f'<li id="{name}">')
    after = body.find('<li id="fn:', at + 1)
    part = body[at : after if after > 0 else len(body)] if at >= 0 else ""
    if not part:
        return ""
    # Imported here: only a page that is one of several sections needs it.
    from reader.render.shaping import shaped

    return note_html(shaped(part, page.edition.language), name)


def note_html(html: str, name: str) -> str:
    """Return the inside of a footnote, without its name and its ways back; empty if there is none.

    Args:
        html: of the whole page, as ``reader.render.html`` made it.
        name: the note's own name (``fn:1``).
    """
    opened = html.find(f'<li id="{name}">')
    if opened < 0:
        return ""
    start = html.index(">", opened) + 1
    depth = 1
    for tag in _ITEM.finditer(html, start):
        depth += -1 if tag[1] else 1
        if not depth:
            return _NAME.sub("", _BACK.sub("", html[start : tag.start()])).strip()
    return ""
