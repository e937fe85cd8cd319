"""The command line: opens the window, or answers without one."""

from __future__ import annotations

import argparse
import gc
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from reader import paths
from reader.errors import NoDisplay, PackageMissing, ReaderError, WrongUse
from reader.settings import FACES, LARGEST_ZOOM, SMALLEST_ZOOM, Settings
from reader.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.desk import Desk

COMMANDS = ("list", "show", "search", "verify")
"""The commands that answer without a window."""


class _Parser(argparse.ArgumentParser):
    """Reports wrong use as one sentence."""

    def error(self, message: str) -> NoReturn:
        raise WrongUse("{what}. “--help” shows what there is.", what=message)


def main(arguments: list[str] | None = None) -> int:
    """Run the reader.

    Args:
        arguments: the command line without the program's name; the process's own if not given.

    Returns:
        0 found or done, 1 nothing found or failed, 2 wrong use.
    """
    for stream in (sys.stdout, sys.stderr):
        # A terminal that is not UTF-8 still gets every letter it can show, and no traceback.
        stream.reconfigure(errors="backslashreplace" if stream.encoding != "utf-8" else "replace")  # type: ignore[union-attr]
    given = sys.argv[1:] if arguments is None else arguments
    try:
        return _run(given)
    except ReaderError as fault:
        return _report(fault, given)
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] == "reader":
            raise
        return _report(
            PackageMissing(
                "The package “{package}” is missing. Type: python3 build_app.py run", package=missing.name
            ),
            given,
        )
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _run(given: list[str]) -> int:
    command = given[0] if given and given[0] in COMMANDS else ""
    if command:
        options = _command_parser(command).parse_args(given[1:])
        if command == "verify":
            from reader.commands.verify import verify

            return verify(options.path, _wording(), as_json=options.json)
        answer: Callable[[Desk, argparse.Namespace], int] = {"list": _list, "show": _show, "search": _search}[
            command
        ]
        return answer(_desk(), options)
    return _window(_window_parser().parse_args(given))


def _desk() -> Desk:
    from reader.desk import Desk
    from reader.library.catalogue import Catalogue
    from reader.security.program_folder import ProgramFolder

    help_ = Catalogue.load(ProgramFolder(paths.resources() / "help"), {"keys": _keys})
    pack = paths.bundled_pack()
    if pack is None:
        return Desk(Catalogue.load(ProgramFolder(paths.content())), help_)
    from reader.library.pack import announced
    from reader.security.trusted_keys import TrustedKeys
    from reader.security.verification import open_pack

    return Desk(announced(open_pack(pack, TrustedKeys.load(paths.keys()))), help_)


def _keys(language: str) -> str:
    """Return the help's table of keys."""
    from reader.actions import keys_in_markdown, read_actions

    table = read_actions(paths.resources() / "keyboard" / "actions.toml")
    return keys_in_markdown(table, Wording.load(language, _translations()))


# The parsers


def _window_parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="reader",
        description="Open the briefing and read it.",
        epilog=f"Commands that need no window: {', '.join(COMMANDS)}. “reader COMMAND --help” tells more.",
    )
    parser.add_argument(
        "place", nargs="?", metavar="PLACE", help="a document, a passage, or document#passage"
    )
    parser.add_argument("--interface", choices=("fa", "en"), default="fa", help="language of the window")
    parser.add_argument(
        "--languages", choices=("fa", "en", "both"), help="language of the text, or both side by side"
    )
    parser.add_argument("--theme", choices=("light", "dark", "contrast"), default="light")
    parser.add_argument(
        "--zoom", metavar="PERCENT", type=_zoom, default=100, help="size of the text, 80 to 220"
    )
    parser.add_argument("--face", choices=FACES, default=FACES[0], help="face of the text")
    parser.add_argument("--search", metavar="WORDS", default="", help="with --screenshot: search for these")
    parser.add_argument("--screenshot", metavar="FILE", type=Path, help="draw the window without a screen")
    parser.add_argument(
        "--size", metavar="WxH", type=_size, default=(1180, 760), help="of the picture, pixels"
    )
    return parser


def _command_parser(command: str) -> argparse.ArgumentParser:
    parser = _Parser(prog=f"reader {command}")
    if command == "list":
        parser.description = "List the documents."
    elif command == "show":
        parser.description = "Print the passages of a document."
        parser.add_argument("document", metavar="DOCUMENT")
        parser.add_argument("--lang", default="", help="language of the edition")
    elif command == "verify":
        parser.description = "Say whether a copy is genuine, and which files differ."
        parser.add_argument(
            "path",
            nargs="?",
            type=Path,
            metavar="PATH",
            help="a pack, a folder or a stick; this copy if left out",
        )
    else:
        parser.description = "Find passages, however the words are typed."
        parser.add_argument("words", metavar="WORDS", nargs="+")
        parser.add_argument("--lang", help="only in this language")
        parser.add_argument("--in", dest="document", metavar="DOCUMENT", help="only in this document")
        parser.add_argument("--limit", type=_count, default=20, help="most hits to print")
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (
        width.isdecimal() and height.isdecimal() and 200 <= int(width) <= 8000 and 200 <= int(height) <= 8000
    ):
        raise argparse.ArgumentTypeError(f"“{text}” is not a size like 1180x760, from 200 to 8000 pixels")
    return int(width), int(height)


def _zoom(text: str) -> int:
    if not (text.isdecimal() and SMALLEST_ZOOM <= int(text) <= LARGEST_ZOOM):
        raise argparse.ArgumentTypeError(f"“{text}” is not a number from {SMALLEST_ZOOM} to {LARGEST_ZOOM}")
    return int(text)


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 100_000:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number from 1 to 100000")
    return int(text)


# The commands


def _list(desk: Desk, options: argparse.Namespace) -> int:
    faults = desk.faults()
    rows = []
    for document in desk.briefing.documents:
        counts = []
        for language in document.languages:
            try:
                counts.append(len(desk.edition(document.id, language).passages))
            except ReaderError:
                counts.append(0)
        rows.append(
            {
                "id": document.id,
                "kind": document.kind,
                "languages": list(document.languages),
                "title": document.titles,
                "passages": max(counts),
            }
        )
    if options.json:
        _print_json(rows)
    else:
        for row in rows:
            title = " — ".join(row["title"].values())  # type: ignore[attr-defined]
            print(f"{row['id']:<18} {row['kind']:<12} {row['passages']:>4}  {title}")
    for fault in faults:
        _say(_sentence(fault, []))
    return 1 if faults else 0


def _show(desk: Desk, options: argparse.Namespace) -> int:
    edition = desk.edition(options.document, options.lang)
    if options.json:
        _print_json(
            [
                {
                    "id": passage.id,
                    "kind": passage.kind.value,
                    "text": passage.text,
                    "number": passage.number,
                    "marker": passage.marker,
                }
                for passage in edition.passages
            ]
        )
        return 0
    for passage in edition.passages:
        marker = f"{passage.marker} " if passage.marker else ""
        print(f"[{passage.id}] {marker}{passage.text}")
    return 0


def _search(desk: Desk, options: argparse.Namespace) -> int:
    answer = desk.search(
        " ".join(options.words), language=options.lang, document=options.document, limit=options.limit
    )
    if options.json:
        _print_json(
            {
                "query": answer.query,
                "repaired": answer.repaired,
                "suggestion": answer.suggestion,
                "total": answer.total,
                "hits": [
                    {
                        "document": hit.document,
                        "language": hit.language,
                        "passage": hit.passage,
                        "title": hit.title,
                        "section": hit.section,
                        "text": hit.text,
                        "ranges": [list(range_) for range_ in hit.ranges],
                        "score": round(hit.score, 4),
                    }
                    for hit in answer.hits
                ],
            }
        )
    else:
        for hit in answer.hits:
            print(f"{hit.document}#{hit.passage} ({hit.language})  {hit.text}")
    if answer.hits:
        return 0
    if not options.json:
        _say(_wording().say("errors", "Nothing was found."))
    return 1


def _window(options: argparse.Namespace) -> int:
    if options.search and options.screenshot is None:
        raise WrongUse("“--search” needs “--screenshot”. To search without a window: reader search WORDS")
    if options.screenshot is None and not _has_display():
        raise NoDisplay(
            "There is no display. Without one, use “list”, “show”, “search”, “verify” or “--screenshot FILE”."
        )
    # What is made until the window is whole stays; looking for garbage among it would only take time.
    gc.disable()
    try:
        desk = _desk()
        settings = Settings(
            interface=options.interface,
            languages=options.languages or options.interface,
            theme=options.theme,
            zoom=options.zoom,
            face=options.face,
        )
        place = desk.opening(options.place or "", settings.languages)
    except ReaderError as fault:
        if options.screenshot is None and not sys.stderr.isatty() and _is_seen():
            from reader.app import say_in_a_box

            say_in_a_box(fault, options.interface)
        raise
    from reader.app import Picture, open_window, take_picture

    if options.screenshot is None:
        return open_window(desk, settings, place)
    take_picture(desk, settings, place, Picture(options.screenshot, options.size, options.search))
    return 0


# How it speaks


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _is_seen() -> bool:
    return os.environ.get("QT_QPA_PLATFORM") not in ("offscreen", "minimal")


def _translations() -> Path:
    return paths.resources() / "translations"


def _wording() -> Wording:
    """Return the words of the terminal's language: Persian where the locale is, English elsewhere."""
    locale = next(
        (os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), ""
    )
    return Wording.load("fa" if locale.startswith("fa") else "en", _translations())


def _report(fault: ReaderError, given: list[str]) -> int:
    _say(_sentence(fault, given))
    return fault.exit_code


def _sentence(fault: ReaderError, given: list[str]) -> str:
    try:
        if "--interface" in given and given[given.index("--interface") + 1 :][:1] == ["fa"]:
            return Wording.load("fa", _translations()).error(fault)
        return _wording().error(fault)
    except OSError:
        return str(fault)


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr)


def _print_json(value: Any) -> None:  # noqa: ANN401  anything JSON can hold
    print(json.dumps(value, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    sys.exit(main())
