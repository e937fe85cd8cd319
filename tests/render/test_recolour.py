"""Pictures that name their colours take on those of a theme; every other picture stays as it is."""

from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.render.recolour import KEYWORD, SIGNATURE, Shade, chunk, recoloured, shade_colour

LIGHT = {"paper": "#FFFFFF", "ink": "#000000", "name": "light", "dark": False}
DARK = {"paper": "#000000", "ink": "#FF8000", "name": "dark", "dark": True}
SHADES = (Shade("paper"), Shade("ink", 1, 2), Shade("ink"))


def palette(picture: bytes) -> bytes:
    start = picture.index(b"PLTE") + 4
    return picture[start : start + struct.unpack(">I", picture[start - 8 : start - 4])[0]]


def made(named: bytes | None, colours: bytes = bytes(9)) -> bytes:
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 3, 0, 0, 0))]
    chunks += [] if named is None else [(b"tEXt", KEYWORD + b"\0" + named)]
    chunks += [(b"PLTE", colours), (b"IDAT", zlib.compress(b"\0\0")), (b"IEND", b"")]
    return SIGNATURE + b"".join(chunk(name, content) for name, content in chunks)


NAMED = made(" ".join(map(str, SHADES)).encode())


def test_a_picture_takes_on_the_colours_of_a_theme():
    assert palette(recoloured(NAMED, LIGHT)) == bytes.fromhex("ffffff 808080 000000")
    assert palette(recoloured(NAMED, DARK)) == bytes.fromhex("000000 804000 ff8000")


def test_nothing_but_the_palette_changes():
    there_and_back = recoloured(recoloured(NAMED, DARK), LIGHT)
    assert there_and_back == recoloured(NAMED, LIGHT)
    assert len(there_and_back) == len(NAMED)


@pytest.mark.parametrize(
    "picture",
    [
        made(None),
        made(b"paper ink-1/2 green"),
        made(b"paper ink-1/0 ink"),
        made(b"paper ink-3/2 ink"),
        made(b"paper name ink"),
        made(b"paper dark ink"),
        made(b"paper ink"),
        made(b"paper  ink"),
        made("paper ink-½ ink".encode()),
        made(b"paper ink ink", bytes(12)),
        NAMED[:-3],
        NAMED[: len(NAMED) // 2],
        NAMED + b"rest",
        b"\xff\xd8\xff\xe0 a photograph",
        b"",
    ],
)
def test_every_other_picture_stays_as_it_is(picture):
    assert recoloured(picture, DARK) == picture


@given(st.binary(max_size=60), st.integers(0, len(NAMED)))
def test_damage_is_never_an_error(damage, place):
    for picture in (NAMED[:place] + damage, NAMED[:place] + damage + NAMED[place + len(damage) :]):
        assert isinstance(recoloured(picture, DARK), bytes)


def test_a_shade_lies_between_the_paper_and_its_ink():
    assert str(Shade("ink", 1, 4)) == "ink-1/4"
    assert str(Shade("ink", 4, 4)) == str(Shade("ink")) == "ink"
    assert shade_colour(Shade("ink", 1, 4), LIGHT) == (191, 191, 191)
