"""Writes a picture with few colours as a small PNG, the same bytes each time (PNG, third edition, W3C)."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import zopfli.zlib

from reader.render.recolour import KEYWORD, SIGNATURE, chunk, shade_colour

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.render.recolour import Shade

_PALETTE_COLOURS = 3


def indexed_png(
    width: int, height: int, shades: Sequence[Shade], colours: Mapping[str, str], pixels: bytes
) -> bytes:
    """Encode a picture.

    Args:
        width: in pixels.
        height: in pixels.
        shades: at most 256.
        colours: ``#rrggbb`` of the names in the shades.
        pixels: one byte for each pixel, row by row: its shade's place among them.
    """
    depth = next(bits for bits in (1, 2, 4, 8) if len(shades) <= 1 << bits)
    rows = (pixels[start : start + width] for start in range(0, width * height, width))
    # Filter 0 before each row: the other filters help photographs, not a palette.
    packed = b"".join(b"\0" + _packed(row, depth) for row in rows)
    header = struct.pack(">IIBBBBB", width, height, depth, _PALETTE_COLOURS, 0, 0, 0)
    chunks = (
        (b"IHDR", header),
        (b"tEXt", KEYWORD + b"\0" + " ".join(map(str, shades)).encode("ascii")),
        (b"PLTE", b"".join(bytes(shade_colour(shade, colours)) for shade in shades)),
        (b"IDAT", zopfli.zlib.compress(packed)),
        (b"IEND", b""),
    )
    return SIGNATURE + b"".join(chunk(name, content) for name, content in chunks)


def _packed(row: bytes, depth: int) -> bytes:
    """Put the pixels of a row into as many bits as the palette needs, the first one highest."""
    if depth == 8:
        return row
    in_a_byte = 8 // depth
    row += bytes(-len(row) % in_a_byte)
    packed = bytearray()
    for start in range(0, len(row), in_a_byte):
        value = 0
        for pixel in row[start : start + in_a_byte]:
            value = value << depth | pixel
        packed.append(value)
    return bytes(packed)
