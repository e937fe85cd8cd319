"""What the search knows of languages and keyboards, read from the data files that come with the program."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.search.mistyping import Layouts, TypingHabits, load_typing
from reader.text.bilingual import Bridges
from reader.text.finglish_letters import Letters
from reader.text.words import raw_words, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything that is data.

    Attributes:
        stop_words: forms that say little by themselves.
        layouts: the keyboards that a query may have been meant for.
        habits: the slips that fingers make.
        bridges: terms that mean the same in the other language.
        latin: how Persian is written in Latin letters.
        languages: names of languages, each with its tag.
    """

    stop_words: frozenset[str]
    layouts: Layouts
    habits: TypingHabits
    bridges: Bridges
    latin: Letters
    languages: dict[str, str]

    @classmethod
    def load(cls, resources: Path, pairs: Iterable[tuple[Sequence[str], Sequence[str]]] = ()) -> Knowledge:
        """Read the files.

        Args:
            resources: the folder that holds ``words/`` and ``keyboard/``.
            pairs: terms that a briefing's own glossary adds, Persian ones and English ones.
        """
        layouts, habits = load_typing(resources / "keyboard" / "layouts.toml")
        words = resources / "words"
        return cls(
            _stop_words(words / "stop-words.toml"),
            layouts,
            habits,
            Bridges.load(words / "term-pairs.toml", pairs),
            Letters.load(words / "finglish.toml"),
            _languages(words / "languages.toml"),
        )


def _stop_words(file: Path) -> frozenset[str]:
    with file.open("rb") as opened:
        lists = tomllib.load(opened)
    return frozenset(
        token.form for text in lists.values() for word in raw_words(str(text)) for token in tokens(word.text)
    )


def _languages(file: Path) -> dict[str, str]:
    with file.open("rb") as opened:
        tables = tomllib.load(opened)
    return {name: tag for tag, names in tables.items() for name in (tag, *names)}
