"""``verify``: says whether a copy is genuine, and which files differ."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from reader import paths
from reader.commands.arguments import file_path
from reader.commands.terminal import print_json, wording
from reader.library import verdict_words
from reader.security.other_copy import CheckedCopy, Kind, Report, check_copy
from reader.security.trusted_keys import TrustedKeys
from reader.security.verdict import judge

if TYPE_CHECKING:
    import argparse

    from reader.wording import Wording


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command understands."""
    parser.description = "Say whether a copy is genuine, and which files differ."
    parser.add_argument(
        "path",
        nargs="?",
        type=file_path,
        metavar="PATH",
        help="a pack, a folder or a stick; this copy if left out",
    )


def run(options: argparse.Namespace) -> int:
    """Check a copy and print what is known of it.

    What is good is printed; what is not is said on the error stream, in a line for each copy.

    Returns:
        0 if all of it is unchanged and signed by a key of ours, else 1.

    Raises:
        KeyUnreadable: the list of publishers is damaged.
    """
    path, words = options.path, wording()
    report = _this_copy() if path is None else check_copy(path, TrustedKeys.load(paths.keys()))
    if options.json:
        print_json(_table(report))
        return 0 if report.is_good else 1
    for copy in report.copies:
        good = copy.verdict.is_unchanged
        print(_line(copy, words), file=sys.stdout if good else sys.stderr)
        if good:
            _print_numbers(copy, words)
    if report.unseen:
        print(verdict_words.unseen(report.unseen, words), file=sys.stderr)
    if report.posing:
        print(verdict_words.posing(report.posing, words), file=sys.stderr)
    if report.alarms:
        print(verdict_words.alarm(report.alarms, words), file=sys.stderr)
    if report.is_good:
        print(verdict_words.scope(words))
    return 0 if report.is_good else 1


def _this_copy() -> Report:
    if not paths.is_bundle():
        return Report((CheckedCopy("", Kind.FOLDER, judge(None)),))
    return check_copy(paths.program(), TrustedKeys.load(paths.keys()))


def _line(copy: CheckedCopy, wording: Wording) -> str:
    """Return everything about a copy in one line."""
    verdict = copy.verdict
    about = [verdict_words.MARKS[verdict.standing], *([f"{wording.apart(copy.name)}:"] if copy.name else [])]
    about += [verdict_words.sentence(verdict, wording), *verdict_words.differing(verdict, wording)]
    if verdict.differences.alarms:
        about.append(verdict_words.alarm(verdict.differences.alarms, wording))
    return " ".join(about)


def _print_numbers(copy: CheckedCopy, wording: Wording) -> None:
    signed = copy.verdict.signed
    assert signed is not None
    print(f"  {wording.say('Verdict', 'Key number')}: {signed.publisher.key.number}")
    print(f"  {wording.say('Verdict', 'Copy number')}: {signed.copy_number}")


def _table(report: Report) -> dict[str, Any]:
    return {
        "genuine": report.is_good,
        "copies": [_row(copy) for copy in report.copies],
        "alarms": list(report.alarms),
        "posing": list(report.posing),
        "unseen": list(report.unseen),
    }


def _row(copy: CheckedCopy) -> dict[str, Any]:
    verdict, signed = copy.verdict, copy.verdict.signed
    found = verdict.differences
    row: dict[str, Any] = {
        "path": copy.name,
        "kind": copy.kind.value,
        "standing": verdict.standing.value,
        "changed": list(found.changed),
        "missing": list(found.missing),
        "extra": list(found.extra),
        "alarms": list(found.alarms),
    }
    if signed is not None:
        manifest = signed.manifest
        row |= {
            "publisher": signed.publisher.names,
            "key_number": signed.publisher.key.number,
            "copy_number": signed.copy_number,
            "id": manifest.pack,
            "version": manifest.version,
            "issued": manifest.issued.isoformat(),
            "next_issue_by": manifest.next_issue_by and manifest.next_issue_by.isoformat(),
            "title": manifest.title,
            "total_bytes": manifest.total_bytes,
        }
    return row
