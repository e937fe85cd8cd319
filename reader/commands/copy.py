"""``copy``: copies this program and its documents to a stick or a folder, and reads everything back."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING, Any

from reader import paths
from reader.commands.arguments import file_path
from reader.commands.terminal import print_json, wording
from reader.errors import NotGenuine
from reader.library import verdict_words
from reader.security.trusted_keys import TrustedKeys
from reader.security.verdict import Verdict
from reader.share import copy_words
from reader.share.copier import Arrived, Moment, Step, Stopped, copy
from reader.share.copy_plan import make_plan
from reader.share.copy_source import read_source
from reader.share.drives import Drive, drive_of, is_target, mounted

if TYPE_CHECKING:
    import argparse

    from reader.share.copy_plan import Plan
    from reader.wording import Wording


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command understands."""
    parser.description = (
        "Copy this program and its documents to a stick or a folder, and read everything back."
    )
    parser.add_argument(
        "target",
        nargs="?",
        type=file_path,
        metavar="TARGET",
        help="a stick or a folder that is there; without one, the sticks that are plugged in are listed",
    )


def run(options: argparse.Namespace) -> int:
    """Copy, or list where one could copy to.

    Returns:
        0 done; 1 without a target where no stick is plugged in.

    Raises:
        CopyFault: it cannot be copied as things stand.
        WriteFailed: the stick is full, read-only, or failed.
    """
    words = wording()
    if options.target is None:
        return _list(words, as_json=options.json)
    keys = TrustedKeys.load(paths.keys())
    try:
        source = read_source(paths.passed_on() if paths.is_bundle() else None, keys)
    except NotGenuine as fault:
        if isinstance(fault.verdict, Verdict):
            for line in verdict_words.differing(fault.verdict, words):
                print(line, file=sys.stderr)
        raise
    for each in source.left_out:
        print(copy_words.left_out(each, words), file=sys.stderr)
    drive = drive_of(options.target) if options.target.is_dir() else None
    plan = make_plan(source, options.target, keys, drive)
    if not options.json:
        print(f"{copy_words.holds(source, words)}.")
        for line in (*copy_words.to_do(plan, words), copy_words.private(words)):
            print(line, flush=True)
    arrived = _copy(plan, keys, _Line(words) if sys.stderr.isatty() and not options.json else None)
    if options.json:
        print_json(_table(plan, arrived))
    else:
        mark = verdict_words.MARKS[source.verdict.standing]
        print(f"{mark} {copy_words.arrived(arrived, words)} {copy_words.eject(words)}")
    return 0


def _copy(plan: Plan, keys: TrustedKeys, line: _Line | None) -> Arrived:
    """Copy; Ctrl+C stops it in order."""
    interrupted = False

    def note(_number: int, _frame: object) -> None:
        nonlocal interrupted
        interrupted = True

    def tell(moment: Moment) -> None:
        if interrupted:
            raise Stopped
        if line is not None:
            line(moment)

    before = signal.signal(signal.SIGINT, note)
    try:
        return copy(plan, keys, tell)
    finally:
        signal.signal(signal.SIGINT, before)


def _list(words: Wording, *, as_json: bool) -> int:
    drives = [drive for drive in mounted() if is_target(drive)]
    if as_json:
        print_json([_row(drive) for drive in drives])
    else:
        for drive in drives:
            print(f"{drive.path}: {copy_words.drive_line(drive, words)}")
        if not drives:
            none = words.say("Copying", "No stick was found. Plug one in, or name a folder: copy TARGET")
            print(none, file=sys.stderr)
    return 0 if drives else 1


class _Line:
    """Shows the progress in one line of a terminal."""

    def __init__(self, words: Wording) -> None:
        self._words = words
        self._shown = ""

    def __call__(self, moment: Moment) -> None:
        say, amount = self._words.say, self._words.amount
        said = say("Copying", "Written: {done} of {total}")
        if moment.step is not Step.WRITING:
            said = say("Copying", "Read back: {done} of {total}")
        line = said.format(done=amount(moment.done), total=amount(moment.total))
        if line != self._shown:
            print(f"\r{line.ljust(len(self._shown))}", end="", file=sys.stderr, flush=True)
            self._shown = line
        if moment.step is Step.READING and moment.done == moment.total and not moment.file:
            print(file=sys.stderr)


def _row(drive: Drive) -> dict[str, Any]:
    return {
        "name": drive.name,
        "path": str(drive.path),
        "file_system": drive.file_system,
        "free": drive.free,
        "read_only": drive.is_read_only,
    }


def _table(plan: Plan, arrived: Arrived) -> dict[str, Any]:
    return {
        "target": str(plan.target),
        "standing": plan.source.verdict.standing.value,
        "version": plan.source.forms[0].signed.manifest.version,
        "forms": [{"name": form.name, "copy_number": form.signed.copy_number} for form in plan.source.forms],
        "left_out": [{"name": each.name, "reason": each.reason.value} for each in plan.source.left_out],
        "replaced": plan.older,
        "written": arrived.written,
        "kept": arrived.kept,
    }
