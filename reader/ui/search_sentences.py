"""The sentences the search says: what it did, what it tried, and what else can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.ui.chips import Chip

if TYPE_CHECKING:
    from reader.search.answer import Answer
    from reader.ui.translations import Speech

AS_TYPED = "\0as typed"
"""Key of the chip that has the words searched for just as they were typed."""
EVERY_FORM = "\0every form"
"""Key of the chip that has other forms and spellings searched for again."""
_NAMED_BRIDGES = 3


class SearchSentences(QObject):
    """Speaks the language of the window."""

    def lead(self, answer: Answer) -> str:
        """Return what stands before the words that were searched for, or may have been meant."""
        if answer.repaired and answer.hits:
            return self.tr("Showing results for")
        return self.tr("Did you mean:") if answer.suggestion else ""

    def offers(self, answer: Answer, *, narrow: bool) -> list[Chip]:
        """Return what else can be searched for.

        Args:
            answer: what was found.
            narrow: whether only what was typed was searched for.
        """
        chips = []
        if answer.repaired and answer.hits:
            chips.append(
                Chip(answer.repaired, short(answer.repaired), description=self.tr("search for this"))
            )
        elif answer.suggestion:
            chips.append(
                Chip(answer.suggestion, short(answer.suggestion), description=self.tr("did you mean"))
            )
        if answer.repaired:
            said = self.tr("search for “%1” as typed").replace("%1", short(answer.query))
            chips.append(Chip(AS_TYPED, said, quiet=True))
        if narrow and not answer.hits:
            chips.append(Chip(EVERY_FORM, self.tr("search in every form and spelling")))
        return chips

    def through(self, answer: Answer) -> str:
        """Return by way of which words the hits were found that do not hold what was typed."""
        names = [self.tr("“%1”").replace("%1", name) for name in answer.bridges[:_NAMED_BRIDGES]]
        return self.tr("through %1").replace("%1", self.tr(", ").join(names)) if names else ""

    def nothing(self, answer: Answer) -> str:
        """Return that nothing was found."""
        return self.tr("Nothing was found for “%1”.").replace("%1", short(answer.query))

    def tried(self, answer: Answer, documents: int, speech: Speech, *, narrow: bool) -> str:
        """Return what was tried.

        Args:
            answer: what was asked.
            documents: how many documents were searched.
            speech: gives the digits.
            narrow: whether only what was typed was searched for.
        """
        if narrow:
            return self.tr("We looked only for the words just as you typed them.")
        if any(not (letter.isalnum() or letter in " \u200c") for letter in answer.query):
            # A sign may have narrowed the search: nothing is claimed of where it went.
            return self.tr(
                "We also tried other keyboards, words joined, split or spelt alike, and both calendars."
            )
        tried = self.tr(
            "We looked through all %n document(s), in every language: on other keyboards too, with words "
            "joined, split or spelt alike, and with dates in both calendars.",
            "",
            documents,
        )
        return speech.number(tried)


def short(text: str, longest: int = 40) -> str:
    """Return a text, or its beginning where it is long."""
    return text if len(text) <= longest else text[: longest - 1] + "…"
