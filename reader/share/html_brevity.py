"""Leaves out of HTML what every browser puts there by itself, so that the file is smaller."""

from __future__ import annotations

import re

_BLOCKS = "p|div|ul|ol|table|hr|blockquote|pre|h[1-6]"
_LEFT_OUT = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<=>)\s+(?=<(?:p|li|thead|tbody|tr|th|td)\b)",
        rf"</p>\s*(?=</(?:li|div|td|th|blockquote)>|<(?:{_BLOCKS})\b)",
        r"</li>\s*(?=<li\b|</[ou]l>)",
        r"</t[dh]>\s*(?=<t[dh]\b|</tr>)",
        r"</tr>\s*(?=<tr\b|</t(?:head|body)>)",
        r"</thead>\s*(?=<tbody\b)",
        r"</tbody>\s*(?=</table>)",
    )
)
"""Space between blocks, and end tags that may be omitted (HTML Living Standard, section 13.1.2.4)."""


def brief(html: str) -> str:
    """Return HTML that means the same and is shorter.

    Args:
        html: well-formed blocks; text has its ``<`` escaped, and no ``pre`` holds elements of blocks.
    """
    for pattern in _LEFT_OUT:
        html = pattern.sub("", html)
    return html
