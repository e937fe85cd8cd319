"""What only the PDF edition says, in the languages of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library import verdict_words
from reader.share import provenance
from reader.text.direction import LRI, PDI

if TYPE_CHECKING:
    from reader.library.document import Briefing
    from reader.security.verdict import Verdict
    from reader.wording import Wording

_CONTEXT = "PdfEdition"


def contents(wording: Wording) -> str:
    """Return the heading over the contents."""
    return wording.say(_CONTEXT, "Contents")


def translated(wording: Wording) -> str:
    """Return what the title page of a translation says."""
    return wording.say("Edition", "Unofficial translation")


def imprint(briefing: Briefing, verdict: Verdict, wording: Wording) -> list[str]:
    """Return what stands at the foot of the title page, a line each."""
    lines = _origin(briefing, verdict, wording)
    lines[1] = verdict_words.name(verdict, wording) + "."
    return [*lines, wording.say(_CONTEXT, "This file is not itself protected; how it is checked: page 2.")]


def about(briefing: Briefing, verdict: Verdict, wording: Wording) -> list[str]:
    """Return what a reader should know of the file and of paper, a paragraph each."""
    return [
        *_origin(briefing, verdict, wording),
        *provenance.checking("pdf", wording),
        wording.say(
            _CONTEXT,
            "Computers and printers may remember what was printed and when. Many colour printers put marks "
            "on the paper, too pale to be seen, that tell which printer it was.",
        ),
        provenance.font(wording),
    ]


def _origin(briefing: Briefing, verdict: Verdict, wording: Wording) -> list[str]:
    """Return which issue it is and who vouches for it, without the mark, which the face does not have.

    The groups of a number stand from left to right, as in the window: so two copies can be compared.
    """
    lines = provenance.origin(briefing, verdict, wording)
    mark = f"{verdict_words.MARKS[verdict.standing]} "
    return [provenance.NUMBERS.sub(rf"{LRI}\g<0>{PDI}", line.removeprefix(mark)) for line in lines]
