"""Digits as a language writes them."""

from __future__ import annotations

_PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def digits_of(text: str, language: str) -> str:
    """Return a text with the digits of a language in place of ASCII ones.

    Args:
        text: any text.
        language: ``fa``; any other language keeps ASCII digits.
    """
    return text.translate(_PERSIAN) if language == "fa" else text
