"""Amounts of bytes as people say them: "1.2 MB", «۱٫۲ مگابایت»."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.ui.translations import Speech


def size_words(count: int, speech: Speech) -> str:
    """Write an amount of bytes.

    Args:
        count: bytes.
        speech: the language of the window.
    """
    return speech.wording.amount(count)
