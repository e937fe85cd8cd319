"""The only gate between a briefing's HTML and anything that shows it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import nh3

if TYPE_CHECKING:
    from collections.abc import Callable

TAGS = frozenset(
    {"a", "blockquote", "br", "code", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "b", "img"}
    | {"li", "ol", "p", "pre", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul"}
)
ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "th": {"align"},
    "td": {"align"},
    "ol": {"start"},
}
_IDENTITY = re.compile(r"[A-Za-z][A-Za-z0-9:._-]{0,80}")
_IMAGE = re.compile(r"figures/[a-z0-9][a-z0-9._-]{0,63}\.(?:png|jpg)")
_LINK = re.compile(r"(?:[a-z][a-z0-9-]{0,63}(?:\.md)?)?(?:#[A-Za-z][A-Za-z0-9:._-]{0,80})?")
_ALIGN = frozenset({"left", "right", "center"})


def sanitise(body: str) -> str:
    """Keep only what a page needs: plain structure, links within the briefing, its own pictures.

    Addresses outside the briefing lose their ``href`` and stay as text; ``src`` may only name a file
    of ``figures/``. Style, class, script and every other address go (``ammonia``'s parser, so that
    what passes is what a browser would have read).

    Args:
        body: HTML as ``reader.library.source`` made it.
    """
    return nh3.clean(
        body,
        tags=set(TAGS),
        attributes={**{tag: set(names) for tag, names in ATTRIBUTES.items()}, "*": {"id"}},
        url_schemes=set(),
        attribute_filter=_attribute,
        link_rel=None,
        clean_content_tags={"script", "style"},
    )


_ALLOWED: dict[str, Callable[[str], object]] = {
    "id": _IDENTITY.fullmatch,
    "src": _IMAGE.fullmatch,
    "href": lambda link: link and _LINK.fullmatch(link),
    "align": _ALIGN.__contains__,
    "start": re.compile(r"\d{1,6}").fullmatch,
    "title": bool,
    "alt": bool,
}


def _attribute(tag: str, name: str, value: str) -> str | None:
    allowed = _ALLOWED.get(name)
    return value if allowed is not None and allowed(value) else None
