"""What only the HTML edition says, in the languages of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.share import provenance

if TYPE_CHECKING:
    from reader.wording import Wording

_CONTEXT = "HtmlEdition"


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
        "copy": say(_CONTEXT, "Copy with citation"),
        "copied": say(_CONTEXT, "Copied."),
        "not_copied": say(
            _CONTEXT, "The browser does not let this page copy. Select the text and copy it by hand."
        ),
        "close": say(_CONTEXT, "Close"),
    }


def about(wording: Wording) -> list[str]:
    """Return what a reader should know of the file, a paragraph each."""
    quiet = wording.say(
        _CONTEXT,
        "It holds no address and loads nothing, and it keeps nothing. Your browser and your device may "
        "remember that it was opened.",
    )
    return [*provenance.checking("html", wording), quiet, provenance.font(wording)]
