"""Faults of the bytes and letters of a file: how it is coded, and what a reader could not see."""

from __future__ import annotations

import re
import unicodedata

from reader.library.proofreading.faults import Fault, quoted

_UNSEEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]"
)
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
_AUTOLINK = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*>")
_HTML = re.compile(r"</?[A-Za-z][^<>]*>|<!--|<[!?][A-Za-z]")
_ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9A-Fa-f]+|[A-Za-z]\w*);")
_STRAIGHT = re.compile(r"[\"']")
_APART = re.compile(r"(?<=\S)  +(?=\S)")
_NOWHERE = re.compile(r"\[[^\]^][^\]]*\]\[[^\]^][^\]]*\]")
_BARE = re.compile(r"(?<![(<\w])https?://[^\s)>\]]+")
_OUTSIDE = re.compile(r"(?:\]\(\s*<?|^ {0,3}\[[^\]]+\]:\s*<?)((?:[A-Za-z][A-Za-z0-9+.-]*:|//|\\\\)[^\s)>]*)")


def read(file: str, raw: bytes) -> tuple[str, list[Fault]]:
    """Decode a file.

    Args:
        file: its path, for the faults.
        raw: its bytes.

    Returns:
        Its text with LF line ends, empty if it cannot be decoded; and what is wrong with its bytes.
    """
    faults = []
    if raw.startswith(b"\xef\xbb\xbf"):
        faults.append(Fault(file, 1, "The file begins with a byte order mark; save it as UTF-8 without one."))
        raw = raw[3:]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        byte = raw[error.start]
        return "", [Fault(file, line, f"The byte 0x{byte:02X} is not UTF-8; save the file as UTF-8.")]
    if "\r" in text:
        line = text.count("\n", 0, text.index("\r")) + 1
        faults.append(Fault(file, line, "The line ends with a carriage return; end lines with LF alone."))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, faults


def without_code(line: str) -> str:
    """Return a line with the inside of code spans made blank, so that places stay."""
    return _CODE.sub(lambda code: " " * len(code[0]), line)


def check(file: str, text: str) -> list[Fault]:
    """Return what is wrong with the letters of a file, whatever its language.

    Args:
        file: its path.
        text: what ``read`` returned.
    """
    faults = []
    for number, line in enumerate(text.split("\n"), start=1):
        for unseen in _UNSEEN.finditer(line):
            name = unicodedata.name(unseen[0], "a control character").lower()
            sentence = f"An invisible character (U+{ord(unseen[0]):04X}, {name}) must not stand here."
            faults.append(Fault(file, number, sentence))
        plain = without_code(line)
        for link in _AUTOLINK.finditer(plain):
            faults.append(_outside(file, number, link[0][1:-1]))
        plain = _AUTOLINK.sub("", plain)
        for link in _OUTSIDE.finditer(plain):
            faults.append(_outside(file, number, link[1]))
        for markup in (*_HTML.finditer(plain), *_ENTITY.finditer(plain)):
            sentence = f"{quoted(markup[0])} is HTML and would be shown as it stands; use Markdown."
            faults.append(Fault(file, number, sentence))
    return faults


def check_hand(file: str, text: str, *, quotes: bool) -> list[Fault]:
    """Return what is wrong with how a text of one's own was typed, whatever its language.

    Args:
        file: its path.
        text: what ``read`` returned.
        quotes: whether to look at quotation marks; some languages have rules of their own for them.
    """
    faults = []
    # A letter stands for each of a code span, so that the spaces around it are not taken for two.
    lines = [_CODE.sub(lambda code: "x" * len(code[0]), line) for line in text.split("\n")]
    if lines[0].strip() in ("---", "+++"):
        sentence = "The file begins with front matter, which would be shown as it stands; remove it."
        faults.append(Fault(file, 1, sentence))
    for number, line in enumerate(lines, start=1):
        for mark in _STRAIGHT.findall(line) if quotes else ():
            sentence = f"The quotation mark {mark} is straight; write the curved one of the language."
            faults.append(Fault(file, number, sentence))
        if "|" not in line and _APART.search(line.lstrip(" >-*+0123456789.")):
            faults.append(Fault(file, number, "Two spaces stand side by side between words."))
        for link in _NOWHERE.finditer(line):
            faults.append(Fault(file, number, f"The link {quoted(link[0])} leads nowhere."))
        for link in _BARE.finditer(line):
            faults.append(
                Fault(file, number, f"The address {quoted(link[0])} stands bare; write it as code.")
            )
    return faults


def _outside(file: str, line: int, address: str) -> Fault:
    sentence = f"The link to {quoted(address)} leads out of the briefing; write the address as code."
    return Fault(file, line, sentence)
