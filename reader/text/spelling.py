"""Makes the spellings of one name equal, so that a table needs each name once."""

from __future__ import annotations

import re
import unicodedata

_SAME = str.maketrans(
    {
        **dict.fromkeys("يىےېۍ", "ی"),
        **dict.fromkeys("كڪګ", "ک"),
        **dict.fromkeys("آأإٱ", "ا"),
        **dict.fromkeys("ةۀەہھۂ", "ه"),
        "ؤ": "و",
        "ئ": "ی",
    }
)
_SILENT = re.compile(
    "[\u0300-\u036f\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u0621"  # marks, tatweel, hamza
    "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"  # soft hyphen, joiners, direction
)


def fold(word: str) -> str:
    """Return what all spellings of a word have in common: letters, without marks, joiners and case.

    Args:
        word: a word, or several; spaces stay.
    """
    composed = unicodedata.normalize("NFKC", word).translate(_SAME)
    return _SILENT.sub("", unicodedata.normalize("NFKD", composed)).lower()
