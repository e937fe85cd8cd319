"""Ways to make a pack hostile, each at one layer, from the container to the texts and pictures."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from reader import paths
from reader.security.manifest import MANIFEST_NAME
from reader.security.signature import SIGNATURE_NAME
from tests import garden, packs

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

BASE = packs.entries(packs.files() | {"figures/a.png": packs.png(3, 3)})
RAW = packs.archive(BASE)
CONTENTS = {name: content for name, content in BASE.items() if name not in (MANIFEST_NAME, SIGNATURE_NAME)}

SMALL = {
    "briefing.toml": garden.TOML.split("[[document]]")[0].replace('first = "guide"\n', "").encode()
    + b'[[document]]\nid = "guide"\nkind = "book"\nfa = "a"\n',
    "book/guide.fa.md": b"a\n",
}
"""The least that is a briefing: quick to read, so that many texts and pictures can be tried."""

NUMBERS = (0, 1, 2, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFE, 0xFFFFFFFF)
FIGURE = (paths.content() / "figures" / "ladder.fa.png").read_bytes()
"""A picture that takes on the colours of a theme."""
HEADERS = (b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07", b"PK\x07\x08")
STRANGE_NAMES = (
    "../up.md",
    "/etc/passwd",
    "C:\\a.md",
    "a\\b.md",
    "a.md:stream",
    "a.md.",
    "a.md ",
    "A.MD",
    "con.md",
    "nul",
    "\u202egpj.md",
    "a\u0308.md",
    "ä.md",
    "a\0b.md",
    "a\nb.md",
    "x" * 300,
    "a/" * 30 + "b",
    "",
    ".",
    "..",
    "book",
    "briefing.toml/a",
    "index/_MAIN_1.toc",
    "SHA256SUMS",
)
TEXTS = (
    "[",
    "](",
    "![",
    "[^1]",
    "[^1]: ",
    "*",
    "**",
    "_",
    "`",
    "```\n",
    "> ",
    "- ",
    "1. ",
    "    ",
    "\t",
    "\n\n",
    "\n",
    "| a |",
    "|---|",
    "\n|---|---|\n",
    "# ",
    "## ",
    "\\",
    "<",
    ">",
    "&#x3c;",
    "&amp;",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[a](javascript:alert(1))",
    "![a](file:///etc/passwd)",
    "[a](//host/share)",
    "[p01] ",
    "[x](guide#g10)",
    "http://example.org/",
    "<http://example.org/>",
    "a@b.c",
    "\u202e",
    "\u2067",
    "\u200c",
    "\u0000",
    "\u0002",
    "\u0003",
    "\ufeff",
    "\ufffd",
    "\ue000",
    "😀",
    "ا",
    "متن",
    "word ",
    "1404/10/18 ",
    "0" * 50,
    "a" * 200,
    "=\n",
    "---\n",
    "wzxhzdk:0",
    "klzzwxh:0000",
    "zz1337820767766393qq",
    "qq3936677670287331zz",
)
VALUES = (
    "1",
    "-1",
    "1e400",
    "nan",
    "9" * 5000,
    "true",
    '""',
    '"../up"',
    '"\\u202e"',
    '"a"',
    "[]",
    "{}",
    "[[]]",
    "2026-01-02",
    "2026-01-02T00:00:00",
    "9999-12-31",
    "0001-01-01",
    "00:00:00",
    '["fa", "en"]',
    '["fa"]',
    '"""' + "x" * 300 + '"""',
    "[" * 500 + "]" * 500,
    "{a=" * 200 + "1" + "}" * 200,
    "0x" + "f" * 4000,
    "'",
    "\\",
    "",
)


def container(random: Random) -> bytes:
    """Other bytes in the container: nothing of this is signed anew."""
    raw = bytearray(RAW)
    for _ in range(random.choice((1, 1, 1, 2, 5, 20))):
        at = random.randrange(len(raw))
        match random.randrange(9):
            case 0:
                raw[at] ^= 1 << random.randrange(8)
            case 1:
                raw[at] = random.randrange(256)
            case 2:
                del raw[at : at + random.choice((1, 2, 16, 300, 5000))]
            case 3:
                raw[at:at] = random.randbytes(random.choice((1, 4, 30, 1000)))
            case 4:
                end = at + random.randrange(1, 2000)
                raw[at:at] = raw[at:end]
            case 5:
                other = random.randrange(len(raw))
                raw[at : at + 50], raw[other : other + 50] = raw[other : other + 50], raw[at : at + 50]
            case 6:
                _set_field(raw, random)
            case 7:
                found = raw.find(random.choice(HEADERS), at)
                if found >= 0:
                    raw[found : found + 4] = random.choice(HEADERS)
            case _:
                raw += random.choice(
                    (b"\0", b"PK\x05\x06" + bytes(18), bytes(raw[-200:]), random.randbytes(50))
                )
        if not raw:
            raw = bytearray(b"P")
    return bytes(raw)


def _set_field(raw: bytearray, random: Random) -> None:
    """Give a field of some header another number."""
    starts = [at for at in range(len(raw) - 46) if raw[at : at + 2] == b"PK"]
    if not starts:
        return
    at = random.choice(starts) + random.randrange(4, 42)
    form = random.choice(("<H", "<L"))
    number = random.choice(NUMBERS) & (0xFFFF if form == "<H" else 0xFFFFFFFF)
    struct.pack_into(form, raw, at, number)


def entries(random: Random) -> bytes:
    """Entries added, removed, renamed, swapped or put in another order; nothing is signed anew."""
    listed = list(BASE.items())
    for _ in range(random.choice((1, 1, 2, 3))):
        at = random.randrange(len(listed))
        name, content = listed[at]
        other = random.randrange(len(listed))
        match random.randrange(6):
            case 0:
                del listed[at]
            case 1:
                listed.insert(at, (_ascii(random.choice(STRANGE_NAMES)), random.randbytes(20)))
            case 2:
                listed[at] = (_ascii(random.choice(STRANGE_NAMES)), content)
            case 3:
                listed[at] = (name, listed[other][1])
            case 4:
                listed[at], listed[other] = listed[other], listed[at]
            case _:
                listed.insert(other, (name, content))
        listed = listed or [("a", b"")]
    raw = packs.io.BytesIO()
    packs.write_archive(raw, listed)
    return raw.getvalue()


def _ascii(name: str) -> str:
    return name.encode("ascii", "replace").decode("ascii")


def manifest(random: Random) -> bytes:
    """A list that says something else, well signed by a publisher of ours."""
    raw = bytearray(BASE[MANIFEST_NAME])
    for _ in range(random.choice((1, 1, 2, 4))):
        lines = raw.split(b"\n")
        at = random.randrange(len(lines))
        match random.randrange(8):
            case 0:
                if raw:
                    raw[random.randrange(len(raw))] = random.randrange(256)
                continue
            case 1:
                del lines[at]
            case 2:
                lines.insert(at, lines[random.randrange(len(lines))])
            case 3:
                key = lines[at].split(b": ")[0]
                lines[at] = key + b": " + random.choice(VALUES).encode()
            case 4:
                lines[at] = lines[at][:66] + random.choice(STRANGE_NAMES).encode()
            case 5:
                random.shuffle(lines)
            case 6:
                lines[at] = lines[at].replace(b"0", "۰".encode()).replace(b"  ", b" *")
            case _:
                lines[at] = lines[at] + random.choice((b"\r", b" ", b"\0", b"\t", b"x"))
        raw = bytearray(b"\n".join(lines))
    return packs.signed_with(bytes(raw), CONTENTS)


def signature(random: Random) -> bytes:
    """A signature file that is written or made otherwise."""
    raw = BASE[MANIFEST_NAME]
    signer = random.choice((packs.PUBLISHER, packs.OTHER, packs.STRANGER))
    own = bytearray(signer.sign(raw, random.choice((b"", b"file:SHA256SUMS", b"x" * 900, b"a\tb"))))
    for _ in range(random.choice((0, 1, 1, 2))):
        at = random.randrange(len(own))
        match random.randrange(4):
            case 0:
                own[at] = random.randrange(256)
            case 1:
                del own[at : at + random.randrange(1, 80)]
            case 2:
                own[at:at] = random.choice(
                    (b"\n", b"\r\n", b" ", b"=", b"untrusted comment: x\n", b"A" * 3000)
                )
            case _:
                own = bytearray(b"\n".join(random.sample(own.split(b"\n"), own.count(b"\n") + 1)))
        own = own or bytearray(b"x")
    return packs.archive(BASE | {SIGNATURE_NAME: bytes(own)})


def _signed(contents: dict[str, bytes], **values) -> bytes:
    """Sign contents anew; a name that cannot be listed leaves the pack as it was."""
    try:
        return packs.pack(contents, **values)
    except packs.PackDamaged:
        return RAW


def names(random: Random) -> bytes:
    """Files by strange names, listed and signed, whether or not such a list may be written."""
    contents = dict(CONTENTS)
    for _ in range(random.choice((1, 2))):
        name = random.choice((*contents, "book/new.fa.md", "figures/b.png", "figures/b.svg"))
        contents[random.choice((*STRANGE_NAMES, "book/new.de.md", "figures/b.svg", "x.exe"))] = contents.pop(
            name, b""
        )
    raw = packs.loose_manifest(contents)
    return packs.signed_with(raw, {_ascii(name): content for name, content in sorted(contents.items())})


def briefing(random: Random) -> bytes:
    """A ``briefing.toml`` that says impossible things, well signed."""
    lines = garden.TOML.split("\n")
    for _ in range(random.choice((1, 1, 2, 3))):
        at = random.randrange(len(lines))
        match random.randrange(6):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, lines[random.randrange(len(lines))])
            case 2:
                lines[at] = lines[at].partition("=")[0] + "= " + random.choice(VALUES)
            case 3:
                lines[at] = random.choice(("[[", "[", "]", "")) + lines[at] + random.choice(("]", ".a", ""))
            case 4:
                lines[at] = lines[at].replace("fa", random.choice(("en", "de", "..", "xxxxx")))
            case _:
                lines.insert(at, random.choice(VALUES) + " = " + random.choice(VALUES))
        lines = lines or [""]
    return _signed(CONTENTS | {"briefing.toml": "\n".join(lines).encode("utf-8", "replace")})


def text(random: Random) -> bytes:
    """A document out of hostile pieces, well signed."""
    pieces = []
    for _ in range(random.choice((1, 3, 10, 30))):
        pieces.append(random.choice(TEXTS) * random.choice((1, 1, 1, 2, 5, 20, 100, 700)))
    raw = "".join(pieces).encode("utf-8", "surrogatepass")
    if random.random() < 0.1:
        raw = raw[: random.randrange(len(raw) + 1)] + random.randbytes(5)
    return _signed(SMALL | {"book/guide.fa.md": raw})


def picture(random: Random) -> bytes:
    """A picture with broken or lying chunks, well signed."""
    plain = packs.png(random.choice((1, 3, 60_000)), random.choice((1, 3, 60_000)))
    raw = bytearray(random.choice((plain, FIGURE)))
    for _ in range(random.choice((0, 1, 3, 10))):
        # The chunks at the beginning say what the rest is.
        raw[random.randrange(min(len(raw), random.choice((64, 400, len(raw)))))] = random.randrange(256)
    return _signed(SMALL | {"figures/a.png": bytes(raw[: random.randrange(1, len(raw) + 1)])})


LAYERS: dict[str, Callable[[Random], bytes]] = {
    "container": container,
    "entries": entries,
    "manifest": manifest,
    "signature": signature,
    "names": names,
    "briefing": briefing,
    "text": text,
    "picture": picture,
}
ANEW = ("briefing", "text", "picture")
"""Layers where a publisher signed what is there: such a pack may be taken, if all of it can be shown."""
