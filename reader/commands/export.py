"""``export``: writes an edition of the briefing for devices that cannot run the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader import editions
from reader.commands.arguments import file_path
from reader.commands.opening import open_desk
from reader.commands.terminal import load_wording, print_json, wording
from reader.errors import NotFound, WrongUse
from reader.security import safe_write

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from reader.editions import Form
    from reader.library.document import Briefing

ALL = "both"
"""What is typed for every language of the briefing."""
PAPER = "pdf"
"""The form that needs the window's toolkit: the command line hands it in, for a command knows no Qt."""
_PURPOSES = {
    "html": "one file that any browser reads and searches",
    "epub": "one file for e-readers and apps for books",
    PAPER: "pages to print, A4",
}
"""The forms in the order in which they are offered, and what each is for."""


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command understands."""
    parser.description = "Write the briefing as one file for a phone or for a computer without the program."
    purposes = "; ".join(f"{form}: {purpose}" for form, purpose in _PURPOSES.items())
    parser.add_argument("form", choices=tuple(_PURPOSES), help=purposes)
    parser.add_argument(
        "target", type=file_path, metavar="TARGET", help="the file to write; none may be there"
    )
    parser.add_argument("--lang", default=ALL, metavar="fa|en|both", help="languages of the text")


def run(options: argparse.Namespace) -> int:
    """Write the edition.

    Raises:
        WrongUse: there is something at the target already.
        NotFound: the briefing is not in the language.
        WriteFailed: it could not be written.
    """
    target: Path = options.target
    if target.is_symlink() or target.exists():
        raise WrongUse("“{file}” is there already: name a file that is not.", file=target.name)
    desk = open_desk()
    languages = _languages(desk.briefing, options.lang)
    wordings = {each: load_wording(each) for each in editions.spoken(languages)}
    made = editions.edition(desk, _form(options), languages, wordings)
    safe_write.write_file(target, made)
    if options.json:
        print_json({"file": target.name, "bytes": len(made), "languages": list(languages)})
    else:
        own = wording()
        size = own.digits(f"{len(made) / 1000:.0f}")
        said = own.say("Export", "Written: {file}, {size} kB.")
        print(said.format(file=own.apart(target.name), size=size))
    return 0


def _form(options: argparse.Namespace) -> Form:
    """Return a form; what it needs is loaded only now."""
    form: Form = options.paper() if options.form == PAPER else editions.FORMS[options.form]
    return form


def _languages(briefing: Briefing, asked: str) -> tuple[str, ...]:
    if asked == ALL:
        return briefing.languages
    if asked not in briefing.languages:
        raise NotFound("Nothing here is in the language “{language}”.", language=asked)
    return (asked,)
