"""Sentences for people in their language, read from ``resources/translations/*.ts``.

The files have Qt Linguist's format, so that translators have a tool; reading them directly, in 2 ms,
means that no compiled copy can be stale (docs/decisions/0002).
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

from reader.errors import Bytes

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from reader.errors import ReaderError

ERRORS = "errors"
"""Context of the sentences that errors carry."""
LANGUAGES = ("fa", "en")
"""Languages the program itself speaks; English is the language of the source."""

_PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_DECIMAL_MARKS = {"fa": "٫"}
_THOUSAND = 1000
_FSI, _PDI = "\u2068", "\u2069"


class Wording:
    """Translates the program's own sentences into one language.

    Args:
        language: ``fa`` or ``en``.
        messages: translations by context and English sentence; several forms where a number counts.
    """

    def __init__(self, language: str, messages: dict[tuple[str, str], tuple[str, ...]]) -> None:
        self.language = language
        self._messages = messages

    @classmethod
    def load(cls, language: str, folder: Path) -> Wording:
        """Read the translations of a language.

        Args:
            language: ``fa`` or ``en``.
            folder: where the ``.ts`` files are.

        Raises:
            OSError: the file is missing.
        """
        return cls(language, read_messages(folder / f"reader_{language}.ts"))

    def say(self, context: str, sentence: str, number: int = -1) -> str:
        """Translate one sentence; without a translation it is returned as it is.

        Args:
            context: where it is said: a class name, or ``errors``.
            sentence: the English of the source.
            number: what is counted, for the form of the plural; -1 for none.
        """
        forms = self._messages.get((context, sentence))
        if not forms:
            return sentence
        return forms[0] if len(forms) == 1 or number == 1 else forms[1]

    def error(self, error: ReaderError) -> str:
        """Say an error in one sentence of this language.

        Args:
            error: what went wrong; its values are kept apart from the sentence's direction.
        """
        values = {name: self._written(value) for name, value in error.values.items()}
        return self.say(ERRORS, error.sentence).format(**values)

    def _written(self, value: str | int) -> str:
        if isinstance(value, str):
            return self.apart(value)
        return self.amount(value) if isinstance(value, Bytes) else self.digits(value)

    def apart(self, text: str) -> str:
        """Keep a name from outside apart from the direction of the sentence it stands in."""
        return text if self.language == "en" else f"{_FSI}{text}{_PDI}"

    def listed(self, parts: Iterable[str]) -> str:
        """Write one after the other, parted by this language's comma."""
        return ("، " if self.language == "fa" else ", ").join(parts)

    def digits(self, text: object) -> str:
        """Write a number or date with this language's digits."""
        return str(text).translate(_PERSIAN_DIGITS) if self.language == "fa" else str(text)

    def amount(self, count: int) -> str:
        """Write an amount of bytes as people say it: "1.2 MB", «۱٫۲ مگابایت».

        Args:
            count: bytes.
        """
        say = self.say
        units = (
            say("Sizes", "%1 bytes"),
            say("Sizes", "%1 kB"),
            say("Sizes", "%1 MB"),
            say("Sizes", "%1 GB"),
        )
        amount, unit = float(count), 0
        while amount >= _THOUSAND and unit < len(units) - 1:
            amount, unit = amount / _THOUSAND, unit + 1
        written = self.digits(f"{amount:.{1 if unit and amount < 10 else 0}f}")
        return units[unit].replace("%1", written.replace(".", _DECIMAL_MARKS.get(self.language, ".")))


def read_messages(path: Path) -> dict[tuple[str, str], tuple[str, ...]]:
    """Read a Qt Linguist file.

    Args:
        path: the ``.ts`` file.

    Returns:
        Finished translations by context and source sentence.
    """
    messages: dict[tuple[str, str], tuple[str, ...]] = {}
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") in ("unfinished", "obsolete", "vanished"):
                continue
            forms = [form.text or "" for form in translation.iter("numerusform")]
            messages[name, message.findtext("source", "")] = tuple(forms or [translation.text or ""])
    return messages
