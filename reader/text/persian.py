"""Folds Persian spelling: every way of typing a letter or digit becomes one."""

from __future__ import annotations

import unicodedata

ZWNJ = "\u200c"

_SAME = str.maketrans(
    {
        **dict.fromkeys("يىےېۍ", "ی"),
        **dict.fromkeys("كڪګ", "ک"),
        **dict.fromkeys("آأإٱ", "ا"),
        **dict.fromkeys("ةۀەہھۂ", "ه"),
        "ؤ": "و",
        "ئ": "ی",
        "ء": None,
        "¬": ZWNJ,
        "٫": ".",
        "٬": None,
        "ـ": None,
        **dict(zip("٠١٢٣٤٥٦٧٨٩", "0123456789", strict=True)),
        **dict(zip("۰۱۲۳۴۵۶۷۸۹", "0123456789", strict=True)),
    }
)
_DROPPED = frozenset(
    [
        *range(0x064B, 0x0660),
        0x0670,
        *range(0x06D6, 0x06EE),
        0x00AD,
        0x061C,
        0x200B,
        *range(0x200D, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x206A),
        0xFEFF,
        *range(0x0300, 0x0370),
    ]
)


def fold(text: str) -> str:
    """Return the one spelling that stands for all spellings of a text.

    Presentation forms, Arabic letters, hamza and alef forms, heh forms, three sets of digits, vowel
    marks, tatweel and invisible marks are made equal or dropped; the half-space stays. Folding twice
    changes nothing more.

    Args:
        text: any text; unpaired surrogates are harmless.
    """
    composed = unicodedata.normalize("NFKC", text).lower().translate(_SAME)
    bare = "".join(letter for letter in composed if ord(letter) not in _DROPPED)
    if not bare.isascii() and any("\u00c0" <= letter <= "\u024f" for letter in bare):
        apart = unicodedata.normalize("NFKD", bare)
        bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    # What was dropped may have kept letters apart that one sign stands for.
    return bare if bare.isascii() else unicodedata.normalize("NFKC", bare)
