"""Puts the card about copying into each of its states, with no stick and nothing copied: to be looked at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.security.verdict import Standing, Verdict
from reader.share.copier import Arrived, Step
from reader.share.copy_plan import Plan
from reader.share.copy_source import Form, LeftOut, Reason, Source, SourceFile
from reader.share.drives import Drive
from reader.ui.copy_sheet import CopySheet

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow
    from tests.ui.views import Book

_SIZE = 94_000_000
_GENUINE = Verdict(Standing.GENUINE)
_DRIVES = [
    Drive("KINGSTON", Path("/media/KINGSTON"), "vfat", 3_100_000_000, is_removable=True),
    Drive("پشتیبان", Path("/media/backup"), "exfat", 14_900_000_000, is_read_only=True, is_removable=True),
    Drive("Home", Path("/home"), "", 120_000_000_000),
]


def _form(name: str) -> Form:
    file = SourceFile(f"Reader/{name}/reader", "0" * 64, _SIZE)
    return Form(name, Path(name), None, _GENUINE, (file,), ())


SOURCE = Source(
    tuple(map(_form, ("linux", "windows", "packages"))), (), (LeftOut("macos", Reason.OTHER_ISSUE),)
)
PLAN = Plan(
    SOURCE,
    Path("/media/KINGSTON"),
    frozenset(),
    frozenset(),
    {},
    {},
    (),
    older=2026010201,
    is_same=False,
    makes_room=True,
    needed=3 * _SIZE,
)


def _card(window: MainWindow) -> CopySheet:
    return CopySheet(window._around, window._dressing.theme, window._speech, window)


def choose(window: MainWindow, book: Book, language: str) -> None:
    """Ask which stick."""
    _card(window).choose(SOURCE, _DRIVES)


def choose_none(window: MainWindow, book: Book, language: str) -> None:
    """Ask which, while none is plugged in."""
    _card(window).choose(SOURCE, [])


def plan(window: MainWindow, book: Book, language: str) -> None:
    """Say what will be done."""
    _card(window).show_plan(PLAN, _DRIVES[0])


def copy(window: MainWindow, book: Book, language: str) -> None:
    """Say how far it is."""
    card = _card(window)
    card.say_copying(PLAN, _DRIVES[0], Step.WRITING)
    card.say_progress(_SIZE, 3 * _SIZE, 95.0, "Reader/linux/_internal/libQt6Widgets.so.6")


def done(window: MainWindow, book: Book, language: str) -> None:
    """Say that it is done."""
    _card(window).tell(Arrived({"linux": _GENUINE}, 3 * _SIZE, 0), SOURCE, _DRIVES[0])
