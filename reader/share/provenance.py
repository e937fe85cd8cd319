"""What every edition says of itself: which issue it is, who vouches for it, and how it is checked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.library import verdict_words
from reader.text.date_display import gregorian_words, hijri_words
from reader.text.digits import digits_of

if TYPE_CHECKING:
    from reader.library.document import Briefing, Document, Language
    from reader.security.verdict import Verdict
    from reader.wording import Wording

_CONTEXT = "Edition"
_NAMES = {"fa": "فارسی", "en": "English"}


def program(wording: Wording) -> str:
    """Return the program's name: the only name a list of files or pages is to show."""
    return wording.say(_CONTEXT, "Briefing Reader")


def language_name(language: Language) -> str:
    """Return what a language calls itself."""
    return _NAMES.get(language, language)


NUMBERS = re.compile(r"\d{5}(?: \d{5})+")
"""The number of a copy or of a key. Its groups stand from left to right, in Persian too, as the window shows
them: so two copies can be compared by eye."""


def standing_of(document: Document, language: Language, wording: Wording) -> str:
    """Return the label above a translation; empty for an original."""
    if not document.original or language == document.original:
        return ""
    if document.original == "fa":
        return wording.say(_CONTEXT, "Unofficial translation from the Persian")
    return wording.say(_CONTEXT, "Unofficial translation")


def issue(briefing: Briefing, wording: Wording) -> str:
    """Return which issue a briefing is, and of which day."""
    return wording.say(_CONTEXT, "Issue {version}, {gregorian} ({hijri}).").format(
        version=wording.digits(briefing.version),
        gregorian=gregorian_words(briefing.issued, wording.language),
        hijri=hijri_words(briefing.issued, wording.language),
    )


def about_title(wording: Wording) -> str:
    """Return the heading over what an edition says of itself."""
    return wording.say(_CONTEXT, "About this file")


def origin(briefing: Briefing, verdict: Verdict, wording: Wording) -> list[str]:
    """Return which issue an edition is and what may be said of the copy it was made from, a paragraph each.

    Args:
        briefing: what is in it.
        verdict: on the copy.
        wording: the language.
    """
    lines = [
        issue(briefing, wording),
        f"{verdict_words.MARKS[verdict.standing]} {verdict_words.name(verdict, wording)}. "
        f"{verdict_words.sentence(verdict, wording)}",
    ]
    if verdict.signed is not None and verdict.is_unchanged:
        number = digits_of(verdict.signed.copy_number, wording.language)
        key = digits_of(verdict.signed.publisher.key.number, wording.language)
        lines += [
            f"{wording.say('Verdict', 'Copy number')}: {number}",
            f"{wording.say('Verdict', 'Key number')}: {key}",
        ]
    return lines


def grouped(markup: str) -> str:
    """Let the groups of a number stand from left to right.

    Args:
        markup: one of the lines of ``origin``, escaped for HTML or XML.
    """
    return NUMBERS.sub(r'<span dir="ltr">\g<0></span>', markup)


def checking(form: str, wording: Wording) -> list[str]:
    """Return that an edition is not itself protected, and how it is checked, a paragraph each.

    Args:
        form: what is typed after ``export`` to make it.
        wording: the language.
    """
    return [
        wording.say(
            _CONTEXT,
            "This file is not itself protected: anybody can change it, and it would not show. What it says "
            "of itself here proves nothing.",
        ),
        wording.say(
            _CONTEXT,
            "To check it: the program, in a copy that it calls genuine, makes the same file again, byte for "
            "byte (“export {form}”). Compare the two. Without the program, compare it passage by passage "
            "with a copy from somebody you trust; the numbers of the passages are the same in every copy.",
        ).format(form=form),
    ]


def font(wording: Wording) -> str:
    """Return under which licence the font comes."""
    return wording.say(_CONTEXT, "The font is Vazirmatn, under the SIL Open Font License 1.1.")
