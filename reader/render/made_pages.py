"""Pages that were shaped when the bundle was built: the same HTML, without the sanitiser and the parser."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.library.document import Edition
    from reader.security.made import Made

_FORMAT = 1


def piece_name(body: str, language: str) -> str:
    """Return what a shaped page is known by: everything that its shape depends on."""
    hashed = hashlib.sha256(f"{_FORMAT} {language}\n".encode())
    hashed.update(body.encode("utf-8", "surrogatepass"))
    return f"page/{hashed.hexdigest()}"


class MadePages:
    """Shapes pages; those that were shaped beforehand it takes from there.

    Args:
        made: what was made beforehand, signed.
    """

    def __init__(self, made: Made) -> None:
        self._made = made

    def __call__(self, body: str, language: str) -> str:
        """Shape a page, as ``shaping.shaped`` does."""
        raw = self._made.piece(piece_name(body, language))
        if raw is not None:
            return raw.decode("utf-8")
        from reader.render.shaping import shaped

        return shaped(body, language)


def pages_to_make(editions: Iterable[Edition]) -> dict[str, bytes]:
    """Return the pages of some editions as pieces to be made part of a bundle.

    Args:
        editions: the documents, each in one language.
    """
    from reader.render.shaping import shaped

    return {
        piece_name(each.body, each.language): shaped(each.body, each.language).encode("utf-8")
        for each in editions
    }
