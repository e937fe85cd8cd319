"""A path as people read it: from left to right in every language, and on several lines where it is long."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def path_words(path: Path) -> str:
    """Return a path that may be broken after each folder."""
    return "\u2066" + str(path).replace("/", "/\u200b").replace("\\", "\\\u200b") + "\u2069"
