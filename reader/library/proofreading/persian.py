"""How Persian is written in this house: its own letters and digits, half-spaces, «»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.library.proofreading.faults import Fault, quoted
from reader.library.proofreading.letters import without_code

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_L = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئؤأ"
_JOINS = "بپتثجچحخسشصضطظعغفقکگلمنهیئ"
_NOTE = re.compile(r"\[\^[^\]]+\]:?")
_TARGET = re.compile(r"(?<=\])\([^)]*\)")
_MARKER = re.compile(r"^\s*(?:>\s*)*(?:[-*+]|\d+\.)\s|\[[a-z][a-z0-9-]*\] ")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9./:_#’'-]*(?:[ ,–-]+[A-Za-z0-9][A-Za-z0-9./:_#’'-]*)*")
_ARABIC = {"ي": "ی", "ك": "ک", "ى": "ی", "ة": "ه‌ی", "ۀ": "ه‌ی", "ٔ": "ه‌ی"}
_SINGLE = re.compile(rf"[‘’](?=[{_L}])|(?<=[{_L}])[‘’]")
_LOOSE = re.compile("\u200c[\u200c\\s]|(?<=\\s)\u200c")
_SPACED = re.compile(rf"(?<=[{_L}»۰-۹\])]) [،؛؟!.:](?!\S*[A-Za-z])")
_CLOSE = re.compile(rf"(?<=[{_L}])\.(?=[{_L}])")
_DIGITS = re.compile(r"[0-9٠-٩]+")


class PersianRules:
    """The rules for Persian prose.

    Args:
        no_plural: words that end in ها without being a plural.
        verbs: verbs that must not stand joined to می.
        verbs_with_ending: the same, for verbs that are words only with an ending.
    """

    def __init__(
        self, no_plural: Sequence[str], verbs: Sequence[str], verbs_with_ending: Sequence[str]
    ) -> None:
        joined = (
            rf"(?:{'|'.join(verbs)})(?:م|ی|یم|ید|ند)?|(?:{'|'.join(verbs_with_ending)})(?:م|ی|د|یم|ید|ند)"
        )
        self._no_plural = frozenset(no_plural)
        self._half_space = (
            (re.compile(rf"(?<![{_L}\u200c])(ن?می) (?=[{_L}])"), "a half-space belongs after it"),
            (
                re.compile(rf"(?<![{_L}\u200c])ن?می(?:{joined})(?![{_L}])"),
                "a half-space belongs after «می»",
            ),
            (
                re.compile(
                    rf"(?<=[{_L}]) (?:ها|های|هایی|های(?:ش|شان|م|مان|ت|تان|ند)|ها(?:ست|یند))(?![{_L}\u200c])"
                ),
                "",
            ),
            (re.compile(rf"(?<=[{_L}]) (?:تر|ترین)(?![{_L}\u200c])"), ""),
            (re.compile(rf"(?<=ه) (?:ام|ای|ایم|اید|اند|ی)(?![{_L}\u200c])"), ""),
        )
        self._joined = re.compile(rf"(?<![{_L}\u200c])[{_L}]+[{_JOINS}]ها(?:ی|یی)?(?![{_L}\u200c])")

    def check(self, file: str, text: str) -> list[Fault]:
        """Return what is wrong with the Persian of a file.

        Args:
            file: its path.
            text: Markdown, or a line of it.
        """
        faults = []
        for number, line in enumerate(text.split("\n"), start=1):
            plain = _TARGET.sub("", _NOTE.sub("", _MARKER.sub("", without_code(line))))
            faults += [Fault(file, number, sentence) for sentence in self._of(plain)]
        return faults

    def _of(self, line: str) -> Iterator[str]:
        for letter, instead in _ARABIC.items():
            if letter in line:
                yield f"The letter «{letter}» is not Persian; write «{instead}»."
        for quote in "\"'“”":
            if quote in _LATIN.sub("", line):
                yield f"The quotation mark {quote} is not Persian; write « and »."
        for found in _SINGLE.finditer(line):
            yield f"The quotation mark {found[0]} is not Persian; write « and »."
        for pattern, reason in self._half_space:
            for found in pattern.finditer(line):
                yield f"{quoted(_around(line, found))}: {reason or 'a half-space belongs before the ending'}."
        for found in self._joined.finditer(line):
            if found[0] not in self._no_plural:
                yield f"{quoted(found[0])}: a half-space belongs before the ending."
        for found in _DIGITS.finditer(line):
            if found[0][0] > "9" or _is_in_persian(line, found.start(), found.end()):
                yield f"The number {quoted(found[0])} stands in Persian; write it with Persian digits."
        if _LOOSE.search(line):
            yield "A half-space stands beside a space or another half-space; it does nothing there."
        for found in _SPACED.finditer(line):
            yield f"A space stands before the mark «{found[0].strip()}»."
        for found in _CLOSE.finditer(line):
            yield f"{quoted(_around(line, found))}: a space belongs after the full stop."
        for found in re.finditer(rf"(?<=[{_L}»۰-۹])(?:[,;?]|%)", line):
            yield f"The mark {quoted(found[0])} is not Persian; write «{'،؛؟٪'[',;?%'.index(found[0])]}»."


def _around(line: str, found: re.Match[str]) -> str:
    """Return the words a fault lies in or between."""
    start = line.rfind(" ", 0, found.start()) + 1
    end = line.find(" ", found.end())
    return line[start : end if end >= 0 else None]


def _is_in_persian(line: str, start: int, end: int) -> bool:
    """Whether a number has no Latin letter for its nearest letter on either side."""
    before = next((letter for letter in reversed(line[:start]) if letter.isalpha()), "ا")
    after = next((letter for letter in line[end:] if letter.isalpha()), "ا")
    return not (before.isascii() or after.isascii())
