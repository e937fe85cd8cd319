"""The search's own rules as plain data, so that another program can search by the same ones."""

from __future__ import annotations

import re
import tomllib
from dataclasses import asdict, is_dataclass
from typing import TYPE_CHECKING, Any

from reader.search import (
    bridging,
    finder,
    keyboards,
    lexicon,
    mistyping,
    offers,
    passage_words,
    postings,
    query,
    ranking,
    repair,
    resolution,
    scores,
    snippet,
    wanted,
)
from reader.search.knowledge import Knowledge
from reader.text import (
    bilingual,
    calendar_hijri,
    date_days,
    date_numbers,
    date_phrases,
    date_tokens,
    dates,
    finglish,
    persian,
    spelling,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path
    from types import ModuleType

    from reader.search.query import QueryReader

_MODULES = (
    *(bridging, finder, keyboards, lexicon, mistyping, offers, passage_words, postings),
    *(query, ranking, repair),
    *(resolution, scores, snippet, wanted, words, persian, spelling, bilingual, finglish),
    *(dates, date_tokens, date_numbers, date_phrases, date_days, calendar_hijri),
)
_SCRIPTS = (range(0x0500), range(0x0600, 0x0780), range(0x1E00, 0x2000), range(0xFB1D, 0xFF00))
"""Where letters are told from other signs: Latin, Greek, Cyrillic and Arabic ones, whose letters no version
of Unicode has changed lately, so that every Python gives the same rules."""


def rules(
    resources: Path, reader: QueryReader, pairs: Iterable[tuple[Sequence[str], Sequence[str]]] = ()
) -> dict[str, Any]:
    """Return everything that decides what a search finds, as JSON can hold it.

    The constants of a module are there under its name, without their underscores; numbers, texts, lists and
    tables of texts. The data files are there as they are.

    Args:
        resources: the folder that holds ``words/`` and ``keyboard/``.
        reader: knows how the documents and languages of the briefing are called.
        pairs: terms that a briefing's own glossary adds, Persian ones and English ones.
    """
    folder = resources / "words"
    knowledge = Knowledge.load(resources)
    return {
        "constants": {module.__name__.rpartition(".")[2]: _constants(module) for module in _MODULES},
        "letters": _ranges(r"[^\W\d_]"),
        "digits": _ranges(r"\d"),
        "stop_words": sorted(knowledge.stop_words),
        "keyboards": _table(resources / "keyboard" / "layouts.toml"),
        "terms": {**_table(folder / "term-pairs.toml"), "more": [[list(a), list(b)] for a, b in pairs]},
        "latin": _table(folder / "finglish.toml"),
        "dates": _table(folder / "months.toml"),
        "documents": {name: sorted(ids) for name, ids in reader.documents.items()},
        "languages": reader.languages,
    }


def _table(file: Path) -> dict[str, Any]:
    with file.open("rb") as opened:
        return tomllib.load(opened)


def _constants(module: ModuleType) -> dict[str, Any]:
    named = {name.strip("_"): value for name, value in vars(module).items() if name.strip("_").isupper()}
    plain = {name: _plain(value) for name, value in named.items()}
    return {name: value for name, value in plain.items() if value is not None and name != "TYPE_CHECKING"}


def _plain(value: object) -> Any:  # noqa: ANN401  anything JSON can hold
    """Return a constant as JSON can hold it; None for what it cannot, such as a type or a pattern."""
    if isinstance(value, (int, float, str)):
        return value
    if isinstance(value, re.Pattern):
        return value.pattern
    if isinstance(value, (set, frozenset)):
        members = [_plain(each) for each in value]
        return None if None in members else sorted(members)
    if isinstance(value, (tuple, list)):
        members = [_plain(each) for each in value]
        return None if None in members else members
    if isinstance(value, range):
        return [value.start, value.stop - 1]
    if isinstance(value, dict):
        # A translation table has the code points of letters for keys; what is dropped has no letter.
        return {_key(key): "" if each is None else _plain(each) for key, each in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return _plain(asdict(value))
    return None


def _key(key: object) -> str:
    if isinstance(key, tuple):
        return " ".join(map(str, key))
    return chr(key) if isinstance(key, int) else str(key)


def _ranges(pattern: str) -> str:
    """Return the characters that a pattern matches as the inside of a character class."""
    matches = re.compile(pattern).fullmatch
    spans: list[list[int]] = []
    for code in (code for script in _SCRIPTS for code in script):
        if not matches(chr(code)):
            continue
        if spans and spans[-1][1] == code - 1:
            spans[-1][1] = code
        else:
            spans.append([code, code])
    return "".join(chr(low) + (f"-{chr(high)}" if high > low else "") for low, high in spans)
