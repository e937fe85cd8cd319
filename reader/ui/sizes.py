"""Amounts of bytes as people say them: "1.2 MB", «۱٫۲ مگابایت»."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.ui.translations import Speech

_THOUSAND = 1000


def size_words(count: int, speech: Speech) -> str:
    """Write an amount of bytes.

    Args:
        count: bytes.
        speech: the language of the window.
    """
    say = speech.wording.say
    units = (say("Sizes", "%1 bytes"), say("Sizes", "%1 kB"), say("Sizes", "%1 MB"), say("Sizes", "%1 GB"))
    amount, unit = float(count), 0
    while amount >= _THOUSAND and unit < len(units) - 1:
        amount, unit = amount / _THOUSAND, unit + 1
    written = speech.number(f"{amount:.{1 if unit and amount < 10 else 0}f}")
    return units[unit].replace("%1", written.replace(".", speech.locale.decimalPoint()))
