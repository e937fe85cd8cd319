"""Letters that XML can hold."""

from __future__ import annotations

import re

_IMPOSSIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""The others (XML 1.0, fifth edition, section 2.2)."""


def possible(text: str) -> str:
    """Return a text with the sign of a lost letter in place of each one that XML cannot hold."""
    return _IMPOSSIBLE.sub("\ufffd", text)
