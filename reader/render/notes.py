"""One footnote out of a page, to be shown where it is called."""

from __future__ import annotations

import re

_BACK = re.compile(r'\s*<a href="#fnref[^"]*"[^<>]*>[^<>]*</a>')
_NAME = re.compile(r' id="[^"]*"')
_ITEM = re.compile(r"<(/?)li\b[^<>]*>")


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
