"""Puts the colours of a theme into a picture that names its own: one file serves every theme."""

from __future__ import annotations

import re
import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

KEYWORD = b"Theme colours"
"""Of the PNG text chunk that says, for each colour of the palette, which shade of the theme it is."""

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_SHADE = re.compile(r"([a-z_]{1,20})(?:-(\d{1,2})/(\d{1,2}))?")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class Shade:
    """A colour of a theme, thinned towards its paper.

    Attributes:
        ink: name of the colour.
        step: how much of it, from 0 for bare paper.
        steps: how much is all of it.
    """

    ink: str
    step: int = 1
    steps: int = 1

    def __str__(self) -> str:
        """Return it as pictures name it: ``ink``, ``ink-1/4``."""
        return self.ink if self.step in (0, self.steps) else f"{self.ink}-{self.step}/{self.steps}"


def shade_colour(shade: Shade, colours: Mapping[str, str]) -> tuple[int, int, int]:
    """Return red, green and blue of a shade, each from 0 to 255.

    Args:
        shade: the shade.
        colours: a theme: ``#rrggbb`` by name, ``paper`` among them.

    Raises:
        KeyError: the theme has no such colour.
    """
    pairs = zip(_channels(colours["paper"]), _channels(colours[shade.ink]), strict=True)
    red, green, blue = (round(one + (other - one) * shade.step / shade.steps) for one, other in pairs)
    return red, green, blue


def recoloured(picture: bytes, colours: Mapping[str, str]) -> bytes:
    """Return a picture in the colours of a theme.

    Args:
        picture: any picture; one that does not name its colours comes back as it is.
        colours: a theme: ``#rrggbb`` by name.
    """
    try:
        chunks = list(_chunks(picture))
        named = next(
            content.removeprefix(KEYWORD + b"\0").decode("ascii")
            for name, content, _ in chunks
            if name == b"tEXt" and content.startswith(KEYWORD + b"\0")
        )
        palette = b"".join(bytes(shade_colour(_shade(word), colours)) for word in named.split(" "))
    except (ValueError, KeyError, StopIteration, struct.error):
        return picture
    if [len(content) for name, content, _ in chunks if name == b"PLTE"] != [len(palette)]:
        return picture
    return SIGNATURE + b"".join(chunk(name, palette) if name == b"PLTE" else raw for name, _, raw in chunks)


def _shade(word: str) -> Shade:
    """Read the name of a shade.

    Raises:
        ValueError: it is none.
    """
    found = _SHADE.fullmatch(word)
    if found is None:
        raise ValueError(word)
    shade = Shade(found[1], int(found[2] or 1), int(found[3] or 1))
    if not 0 < shade.step <= shade.steps:
        raise ValueError(word)
    return shade


def _channels(colour: str) -> tuple[int, int, int]:
    if not _COLOUR.fullmatch(str(colour)):
        raise ValueError(colour)
    red, green, blue = bytes.fromhex(colour[1:])
    return red, green, blue


def _chunks(picture: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Yield name, content and all bytes of each chunk of a PNG (PNG, third edition, W3C, section 5).

    Raises:
        ValueError: it is no PNG, or ends too early.
        struct.error: it ends within the head of a chunk.
    """
    if not picture.startswith(SIGNATURE):
        raise ValueError("signature")
    place = len(SIGNATURE)
    while place < len(picture):
        length, name = struct.unpack_from(">I4s", picture, place)
        raw = picture[place : place + 12 + length]
        if len(raw) < 12 + length:
            raise ValueError("length")
        yield name, raw[8:-4], raw
        place += len(raw)


def chunk(name: bytes, content: bytes) -> bytes:
    """Return a chunk of a PNG."""
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
