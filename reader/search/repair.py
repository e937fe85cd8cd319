"""Repairs a query from the vocabulary: words joined, split, begun or mistyped (docs/search.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.search.wanted import PART_ALONE, exactly, known_form, usual
from reader.text.persian import ZWNJ, fold
from reader.text.words import tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.search.lexicon import Lexicon
    from reader.search.wanted import Option, WantedWord
    from reader.text.words import Token

_MOST_JOINED = 3
"""Neighbouring words that are joined to one."""
_SPLIT_WEIGHT = 0.5
_BEGUN_WEIGHT = 0.9
_SHORTEST_BEGUN = 3
_MOST_BEGUN = 20
_MOST_NEIGHBOURS = 12
_LESS_IF_KNOWN = 0.65
"""What the neighbour of a known word weighs: the word as typed may well be right."""


class Repair:
    """Adds ways to find words.

    Args:
        lexicon: the known words.
        in_latin: tells which Persian words may have been typed in Latin letters.
    """

    def __init__(self, lexicon: Lexicon, in_latin: Callable[[str], tuple[str, ...]]) -> None:
        self._lexicon, self._in_latin = lexicon, in_latin

    def knows(self, token: Token) -> bool:
        """Whether a word stands somewhere, in some form."""
        return token.stem in self._lexicon

    def first(self, words: Sequence[WantedWord], unfinished: str) -> list[WantedWord]:
        """Join words, and find others for those that stand nowhere.

        Args:
            words: the words of a query, in order.
            unfinished: the last word, if it may still be being typed.
        """
        joined = self._joined(words)
        last = len(joined) - 1 if unfinished and joined and joined[-1].raw == unfinished else -1
        return [self._for_unknown(word, is_begun=place == last) for place, word in enumerate(joined)]

    def wider(self, words: Sequence[WantedWord]) -> list[WantedWord]:
        """Find others for known words too, where no passage holds all the words of a query."""
        return [self._neighbours(word, twice=True) if word.counts else word for word in words]

    def _joined(self, words: Sequence[WantedWord]) -> list[WantedWord]:
        more: list[list[Option]] = [[] for _ in words]
        for start in range(len(words)):
            for end in range(start + 2, min(start + _MOST_JOINED, len(words)) + 1):
                run = words[start:end]
                if any(not _is_word(word.token) for word in run):
                    break
                form = "".join(word.token.form for word in run)
                found = tokens(form)
                if len(found) == 1 and self.knows(found[0]):
                    options = [usual(found[0])]
                else:
                    options = [known_form(other, 1.0) for other in self._lexicon.typed_without(form)]
                for place in range(start, end):
                    more[place] += options
        return [word.also(extra) for word, extra in zip(words, more, strict=True)]

    def _for_unknown(self, word: WantedWord, *, is_begun: bool) -> WantedWord:
        token = word.token
        if not word.counts or not word.is_whole or self.knows(token):
            return word
        if self._lexicon.count_form(token.form):
            # It stands there with a half-space, and so has another stem: «می‌توان» typed «میتوان».
            return word.also([exactly(token)])
        if token.parts:
            word = word.also([((part, PART_ALONE),) for part in token.parts])
        if is_begun and len(token.form) >= _SHORTEST_BEGUN:
            begun = self._lexicon.completions(fold(word.raw).replace(ZWNJ, ""), _MOST_BEGUN)
            if begun:
                return word.also([known_form(form, _BEGUN_WEIGHT) for form in begun])
        halves = self._lexicon.split(token.form)
        if halves is not None:
            word = word.also([tuple(pair for half in halves for pair in known_form(half, _SPLIT_WEIGHT))])
        return self._neighbours(word, twice=False)

    def _neighbours(self, word: WantedWord, *, twice: bool) -> WantedWord:
        if not _is_word(word.token) or not word.is_whole:
            return word
        form = word.token.form
        is_known = self.knows(word.token)
        # A word that is known, or Persian in Latin letters, is not wrong in two places.
        may_twice = not is_known and not self._in_latin(word.raw)
        found = self._lexicon.neighbours(form, _MOST_NEIGHBOURS, twice=twice and may_twice)
        if not found and may_twice and not twice:
            found = self._lexicon.neighbours(form, _MOST_NEIGHBOURS, twice=True)
        less = _LESS_IF_KNOWN if is_known else 1.0
        return word.also(
            (known_form(other, likelihood * less) for other, likelihood in found),
            (other for other, _ in found),
        )


def _is_word(token: Token) -> bool:
    """Whether a token is made of letters."""
    return not token.form[:1].isdigit()
