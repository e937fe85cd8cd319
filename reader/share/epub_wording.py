"""What only the EPUB edition says, in the languages of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library import verdict_words
from reader.share import provenance

if TYPE_CHECKING:
    from reader.security.verdict import Verdict
    from reader.wording import Wording

_CONTEXT = "EpubEdition"


def vouched(verdict: Verdict, wording: Wording) -> str:
    """Return the verdict on the copy, in a few words."""
    return f"{verdict_words.MARKS[verdict.standing]} {verdict_words.name(verdict, wording)}"


def contents(wording: Wording) -> str:
    """Return what the list of documents is called."""
    return wording.say(_CONTEXT, "Contents")


def landmarks(wording: Wording) -> str:
    """Return what the list of the book's main parts is called."""
    return wording.say(_CONTEXT, "Main parts")


def beginning(wording: Wording) -> str:
    """Return what the place is called where reading begins."""
    return wording.say(_CONTEXT, "Beginning of the text")


def first_page(wording: Wording) -> str:
    """Return what the first page is called."""
    return wording.say(_CONTEXT, "Title page")


def twin(wording: Wording) -> str:
    """Return what the number of a passage does that leads to the other language."""
    return wording.say(_CONTEXT, "The same passage in the other language")


def summary(wording: Wording) -> str:
    """Return what a reader who does not see should know of the book."""
    return wording.say(
        _CONTEXT,
        "Text with headings, contents, tables and notes that lead back. What pictures show is said in words "
        "beside them. Nobody has certified this.",
    )


def about(wording: Wording, *, is_bilingual: bool) -> list[str]:
    """Return what a reader should know of the book, a paragraph each."""
    say = wording.say
    numbers = say(
        _CONTEXT, "The small number before a passage leads to the same passage in the other language."
    )
    return [
        *([numbers] if is_bilingual else []),
        say(
            _CONTEXT,
            "It loads nothing and keeps nothing. But your device remembers that it was opened, and many "
            "reading apps send their maker what one reads: choose one that works without an account and "
            "without a network.",
        ),
        provenance.font(wording)
        + " "
        + say(_CONTEXT, "The licence is within this file: fonts/Vazirmatn-OFL.txt."),
    ]
