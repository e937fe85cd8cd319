"""The command line: opens the window, or hands over to a command that answers without one."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from types import SimpleNamespace
from typing import TYPE_CHECKING, Protocol

from reader import paths
from reader.commands import terminal
from reader.errors import NoDisplay, PackageMissing, ReaderError, WrongUse, printable
from reader.security.isolation import isolate
from reader.settings import FACES, LARGEST_ZOOM, SMALLEST_ZOOM, SYSTEM, THEMES, Settings

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from reader.editions import Form

INTERRUPTED = 130
"""As shells have it: 128 and the number of the signal."""
SIZE = (1180, 760)
"""Of a picture, pixels."""
SCREENS = ("xcb", "wayland", "wayland-egl", "eglfs", "linuxfb", "offscreen", "minimal")
"""What Qt may draw on, under Linux: "vnc", which it also knows, would show everything to the network."""
SMALLEST_SIDE, LARGEST_SIDE = 200, 8000


class WindowOptions(Protocol):
    """What can be asked of the window."""

    place: str
    interface: str
    languages: str
    theme: str
    zoom: int
    face: str
    search: str
    data: Path | None
    screenshot: Path | None
    size: tuple[int, int] | None


def main(arguments: list[str] | None = None) -> int:
    """Run the reader.

    Args:
        arguments: the command line without the program's name; the process's own if not given.

    Returns:
        0 found or done, 1 nothing found or failed, 2 wrong use, 130 interrupted from the terminal.
    """
    if arguments is None:  # it is the process: whoever calls this from another one is left as it is
        isolate()
    terminal.prepare()
    given = terminal.arguments() if arguments is None else arguments
    try:
        code = _run(given)
        terminal.finish()
        return code
    except ReaderError as fault:
        return terminal.report(fault, given)
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] == "reader":
            raise
        return terminal.report(
            PackageMissing(
                "The package “{package}” is missing. Type: python3 build_app.py run", package=missing.name
            ),
            given,
        )
    except ImportError as fault:  # a library of the system that a package needs
        return terminal.report(
            PackageMissing(
                "A part of the system is missing ({fault}). Type: python3 build_app.py run", fault=fault
            ),
            given,
        )
    except BrokenPipeError:
        terminal.abandon()
        return 1
    except KeyboardInterrupt:  # the person wants no more of it, and no report either
        terminal.abandon()
        return INTERRUPTED
    except OSError as fault:
        terminal.abandon()
        return terminal.report(terminal.as_error(fault), given)


def _run(given: list[str]) -> int:
    if not given:
        # The ordinary start: nothing is loaded that only options need.
        return _open_window(SimpleNamespace(**_DEFAULTS))
    from reader.commands.arguments import Parser
    from reader.commands.table import NAMES, command

    if (asked := command(given[0])) is not None:
        parser = Parser(prog=f"reader {given[0]}")
        asked.describe(parser)
        parser.add_argument("--json", action="store_true", help="print JSON")
        parser.set_defaults(paper=_paper)
        return asked.run(parser.parse_args(given[1:]))
    parser = Parser(
        prog="reader",
        description="Open the briefing and read it.",
        epilog=f"Commands that need no window: {', '.join(NAMES)}. “reader COMMAND --help” tells more.",
    )
    _describe_window(parser)
    return _open_window(parser.parse_args(given, SimpleNamespace(**_DEFAULTS)))


def _paper() -> Form:
    """Return the edition for paper: the only one for which Qt is loaded."""
    from reader.app import paper

    return paper()


# The window


_DEFAULTS = {
    "place": "",
    "interface": "",
    "languages": "",
    "theme": "",
    "zoom": 0,
    "face": "",
    "search": "",
    "data": None,
    "screenshot": None,
    "size": None,
}


def _describe_window(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "place", nargs="?", default="", metavar="PLACE", help="a document, a passage, or document#passage"
    )
    parser.add_argument("--interface", choices=("fa", "en"), help="language of the window")
    parser.add_argument(
        "--languages", choices=("fa", "en", "both"), help="language of the text, or both side by side"
    )
    parser.add_argument("--theme", choices=THEMES, help="colours of the window")
    parser.add_argument("--zoom", metavar="PERCENT", type=_zoom, help="size of the text, 80 to 220")
    parser.add_argument("--face", choices=FACES, help="face of the text")
    parser.add_argument("--data", metavar="DIR", type=_path, help="remember in this folder")
    parser.add_argument("--search", metavar="WORDS", help="with --screenshot: search for these")
    parser.add_argument("--screenshot", metavar="FILE", type=_path, help="draw the window without a screen")
    parser.add_argument("--size", metavar="WxH", type=_size, help="of the picture, pixels")


def _path(text: str) -> Path:
    from reader.commands.arguments import file_path

    return file_path(text)


def _zoom(text: str) -> int:
    from reader.commands.arguments import number

    return number(text, SMALLEST_ZOOM, LARGEST_ZOOM)


def _size(text: str) -> tuple[int, int]:
    from argparse import ArgumentTypeError

    from reader.commands.arguments import number

    width, _, height = text.partition("x")
    try:
        return number(width, SMALLEST_SIDE, LARGEST_SIDE), number(height, SMALLEST_SIDE, LARGEST_SIDE)
    except ArgumentTypeError:
        limits = f"from {SMALLEST_SIDE} to {LARGEST_SIDE} pixels"
        raise ArgumentTypeError(f"“{printable(text, 20)}” is not a size like 1180x760, {limits}") from None


def _open_window(options: WindowOptions) -> int:
    if options.search and options.screenshot is None:
        raise WrongUse("“--search” needs “--screenshot”. To search without a window: reader search WORDS")
    if options.size is not None and options.screenshot is None:
        raise WrongUse("“--size” needs “--screenshot”; a window is sized by hand.")
    if options.screenshot is None and not _has_display():
        raise NoDisplay(
            "There is no display. Without one, there are “list”, “show”, “search”, “verify”, “copy”, “export”"
            " and “--screenshot FILE”."
        )
    try:
        return _open(options)
    except (ReaderError, OSError) as fault:
        if options.screenshot is None and not sys.stderr.isatty() and _is_seen():
            from reader.app import say_in_a_box

            with suppress(OSError):
                say_in_a_box(terminal.as_error(fault), options.interface or "fa")
        raise


def _open(options: WindowOptions) -> int:
    # What is made until the window is whole stays; looking for garbage among it would only take time.
    gc.disable()
    from reader.commands.opening import open_desk
    from reader.light_binding import lighten

    lighten()
    desk = open_desk()
    kept = None
    if options.data is not None or (options.screenshot is None and os.path.lexists(paths.data())):
        from reader.commands.remembering import open_memory, take_newest

        kept = open_memory(options.data, writing=options.screenshot is None)
        take_newest(desk, kept[0])
    settings = _chosen(options, kept[1].settings if kept else None)
    language = settings.interface if settings.languages == "both" else settings.languages
    if kept is not None and kept[1].last is not None and not options.place:
        from reader.commands.remembering import resume

        place = resume(desk, kept[1].last, language)
    else:
        place = desk.opening(options.place, language)
    from reader.app import open_window, take_picture

    if options.screenshot is None:
        return open_window(desk, settings, place, kept)
    size, words = options.size or SIZE, options.search
    take_picture(desk, settings, place, options.screenshot, size=size, words=words, kept=kept)
    return 0


def _chosen(options: WindowOptions, remembered: Settings | None) -> Settings:
    """Return what was chosen on the command line, and otherwise what is remembered or the default."""
    basis = remembered or Settings()
    return Settings(
        interface=options.interface or basis.interface,
        languages=options.languages or options.interface or basis.languages,
        theme=options.theme or (basis.theme if remembered else SYSTEM),
        zoom=options.zoom or basis.zoom,
        face=options.face or basis.face,
        line_spacing=basis.line_spacing,
        measure=basis.measure,
    )


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    chosen = os.environ.get("QT_QPA_PLATFORM")
    if chosen:
        return all(each.partition(":")[0] in SCREENS for each in chosen.split(";"))
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def _is_seen() -> bool:
    return os.environ.get("QT_QPA_PLATFORM") not in ("offscreen", "minimal")


if __name__ == "__main__":
    sys.exit(main())
