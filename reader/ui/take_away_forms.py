"""The forms in which the briefing can be taken away, as the window offers them: for what, and how large."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.editions import FORMS, Form, walk

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.desk import Desk
    from reader.library.document import Language
    from reader.wording import Wording

_PICTURE = re.compile(r'<img src="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Weight:
    """What makes a file of a form as large as it is.

    Attributes:
        frame: bytes that are always in it: fonts, styles, rules of the search.
        text: bytes for each byte of the documents' HTML.
        pictures: bytes for each byte of their pictures.
    """

    frame: int
    text: float
    pictures: float


WEIGHTS = {
    "html": Weight(205_000, 0.92, 4 / 3),
    "epub": Weight(45_000, 1.54, 1),
    "pdf": Weight(22_000, 1.5, 3.4),
}
"""By form; ``tests/ui/test_take_away_forms.py`` holds them against the files themselves."""


def offered() -> tuple[Form, ...]:
    """Return the forms that the window offers, in their order."""
    from reader.ui.pdf_edition import PDF

    forms = FORMS | {PDF.name: PDF}
    return tuple(forms[name] for name in WEIGHTS)


def is_drawn(form: Form) -> bool:
    """Say whether a form is made in the window's thread, because Qt draws it."""
    return form.name not in FORMS


def title(form: Form, wording: Wording) -> str:
    """Return what a form is called."""
    return {
        "html": wording.say("TakeAway", "One file for a phone (HTML)"),
        "epub": wording.say("TakeAway", "A book for an e-reader (EPUB)"),
        "pdf": wording.say("TakeAway", "Pages to print (PDF)"),
    }[form.name]


def purpose(form: Form, wording: Wording) -> str:
    """Return what a form is for."""
    return {
        "html": wording.say(
            "TakeAway",
            "Any browser opens it, on a phone or a computer. Contents, search and pictures are in it.",
        ),
        "epub": wording.say("TakeAway", "For e-readers, and for apps on a phone that open books."),
        "pdf": wording.say(
            "TakeAway", "For paper: A4 pages with numbers, contents and notes. Making it takes longest."
        ),
    }[form.name]


def sizes(desk: Desk, forms: Iterable[Form], languages: tuple[Language, ...]) -> dict[str, int]:
    """Return about how large the files will be, in bytes by form; reads every document.

    Args:
        desk: has the briefing.
        forms: those to be weighed.
        languages: those that are to be in the file.

    Raises:
        ReaderError: a document or a picture cannot be read.
    """
    text = 0
    pictures: dict[tuple[str, Language], int] = {}
    for _document, editions in walk(desk, languages, lambda _part: None):
        for language, edition in editions.items():
            text += len(edition.body.encode())
            for name in _PICTURE.findall(edition.body):
                pictures[name, language] = len(desk.picture(name, language))
    seen = sum(pictures.values())
    weights = {form.name: WEIGHTS[form.name] for form in forms}
    return {
        name: round(each.frame + each.text * text + each.pictures * seen) for name, each in weights.items()
    }
