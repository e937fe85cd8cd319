"""What the HTML edition says of itself, in the languages of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.date_display import gregorian_words, hijri_words

if TYPE_CHECKING:
    from reader.library.document import Briefing, Document, Language
    from reader.wording import Wording

_CONTEXT = "HtmlEdition"
_NAMES = {"fa": "فارسی", "en": "English"}


def program(wording: Wording) -> str:
    """Return the program's name: the only name a browser's list of pages is to show."""
    return wording.say(_CONTEXT, "Briefing Reader")


def language_name(language: Language) -> str:
    """Return what a language calls itself."""
    return _NAMES.get(language, language)


def side_by_side(wording: Wording) -> str:
    """Return what the view of both languages is called."""
    return wording.say(_CONTEXT, "Both")


def labels(wording: Wording) -> dict[str, str]:
    """Return what the script says; numbers and words take the places of ``{…}``."""
    say = wording.say
    return {
        "contents": say(_CONTEXT, "Contents"),
        "search": say(_CONTEXT, "Search"),
        "colours": say(_CONTEXT, "Colours: the device’s, light, dark, high contrast"),
        "preparing": say(_CONTEXT, "Getting the search ready…"),
        "found": say(_CONTEXT, "Passages found: {number}"),
        "shown": say(_CONTEXT, "The best {number} are shown."),
        "nothing": say(_CONTEXT, "Nothing was found."),
        "instead": say(_CONTEXT, "Searched for: {words}"),
        "meant": say(_CONTEXT, "Did you mean: {words}"),
        "bridged": say(_CONTEXT, "In the other language: {words}"),
        "previous": say(_CONTEXT, "Previous passage"),
        "next": say(_CONTEXT, "Next passage"),
        "place": say(_CONTEXT, "{number} of {all}"),
        "copy": say(_CONTEXT, "Copy with source"),
        "copied": say(_CONTEXT, "Copied."),
        "not_copied": say(
            _CONTEXT, "The browser does not let this page copy. Select the text and copy it by hand."
        ),
        "close": say(_CONTEXT, "Close"),
    }


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
    """Return the heading over what the file says of itself."""
    return wording.say(_CONTEXT, "About this file")


def about(wording: Wording) -> list[str]:
    """Return what a reader should know of the file, a paragraph each."""
    say = wording.say
    return [
        say(
            _CONTEXT,
            "This file is not itself protected: anybody can change it, and it would not show. What it says "
            "of itself here proves nothing.",
        ),
        say(
            _CONTEXT,
            "To check it: the program, in a copy that it calls genuine, makes the same file again, byte for "
            "byte (“export html”). Compare the two. Without the program, compare it passage by passage with "
            "a copy from somebody you trust; the numbers of the passages are the same in every copy.",
        ),
        say(
            _CONTEXT,
            "It holds no address and loads nothing, and it keeps nothing. Your browser and your device may "
            "remember that it was opened.",
        ),
        say(_CONTEXT, "The font is Vazirmatn, under the SIL Open Font License 1.1."),
    ]
