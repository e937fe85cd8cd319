"""What is copied, and what came of it, in words for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.security.verdict import Standing
from reader.share.copy_source import PACKAGES, Reason

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.share.copier import Arrived
    from reader.share.copy_plan import Plan
    from reader.share.copy_source import LeftOut, Source
    from reader.share.drives import Drive
    from reader.wording import Wording

_USUAL_WRITING, _USUAL_READING = 6_000_000, 20_000_000
"""Bytes a second of an ordinary stick, where nothing was measured yet."""


def holds(source: Source, wording: Wording) -> str:
    """Return what a copy holds, and which systems it serves."""
    say, names = wording.say, [form.name for form in source.forms]
    parts = [
        say("Copying", "The program for {systems}").format(
            systems=_joined((_system(name, wording) for name in names if name != PACKAGES), wording)
        ),
        *([say("Copying", "installers")] if PACKAGES in names else []),
        say("Copying", "the documents"),
        say("Copying", "the leaflet"),
        say("Copying", "the file for phones"),
    ]
    return _joined(parts, wording)


def left_out(each: LeftOut, wording: Wording) -> str:
    """Return why something beside the program is not copied."""
    say = wording.say
    return {
        Reason.NOT_GENUINE: say("Copying", "Left out: {name}. It is not as its publisher packed it."),
        Reason.OTHER_PUBLISHER: say("Copying", "Left out: {name}. Another publisher packed it."),
        Reason.OTHER_ISSUE: say("Copying", "Left out: {name}. It is of another issue."),
        Reason.OTHER_THING: say("Copying", "Left out: {name}. It is not what its name says."),
    }[each.reason].format(name=_system(each.name, wording))


def to_do(plan: Plan, wording: Wording) -> list[str]:
    """Return what will be done, a sentence each: how much, how long, and what becomes of an older copy."""
    say, size = wording.say, wording.amount(plan.needed)
    if plan.is_same and not plan.needed:
        lines = [say("Copying", "This copy is there already. It will be read back and checked.")]
    else:
        lines = [
            say("Copying", "{size} to write, and all of it is read back: {time}.").format(
                size=size, time=duration(usual_seconds(plan), wording)
            )
        ]
    if plan.older is not None:
        said = say("Copying", "Issue {issue}, which is there, is brought up to date.")
        lines.append(said.format(issue=wording.digits(plan.older)))
    elif plan.needed and (plan.there or plan.staged):
        lines.append(say("Copying", "An interrupted copy is there: it goes on from where it stopped."))
    if plan.makes_room:
        lines.append(
            say(
                "Copying",
                "There is no room for both, so the older copy goes first. Until all of it is done, no copy "
                "is there.",
            )
        )
    return lines


def private(wording: Wording) -> str:
    """Return what is never copied."""
    return wording.say("Copying", "Your notes and bookmarks are not copied.")


def arrived(result: Arrived, wording: Wording) -> str:
    """Return what may be said of a copy that was read back."""
    say = wording.say
    standings = {verdict.standing for verdict in result.verdicts.values()}
    if standings == {Standing.GENUINE}:
        return say("Copying", "The copy is genuine: every byte was read back and compared.")
    return say(
        "Copying",
        "The copy is unchanged: every byte was read back and compared. It is a development copy, signed by "
        "no publisher.",
    )


def eject(wording: Wording) -> str:
    """Return what is to be done before a stick is pulled out."""
    return wording.say("Copying", "Eject the stick before you pull it out.")


def drive_line(drive: Drive, wording: Wording) -> str:
    """Return a drive in one line: its name, its file system and what is free."""
    facts = [wording.apart(fact) for fact in (drive.name, drive.form) if fact]
    if drive.is_read_only:
        facts.append(wording.say("Copying", "read-only"))
    facts.append(free(drive, wording))
    return " · ".join(facts)


def free(drive: Drive, wording: Wording) -> str:
    """Return how much room a drive has."""
    return wording.say("Copying", "{size} free").format(size=wording.amount(drive.free))


def usual_seconds(plan: Plan) -> float:
    """Return how long it would take on an ordinary stick."""
    again = plan.needed if plan.older is not None and not plan.makes_room else 0
    return plan.needed / _USUAL_WRITING + (plan.source.size + again) / _USUAL_READING


def duration(seconds: float, wording: Wording) -> str:
    """Return about how long something takes, rounded as people say it."""
    if seconds < 50:
        count = max(5, round(seconds / 5) * 5)
        return _counted(wording.say("Copying", "about %n second(s)", count), count, wording)
    count = max(1, round(seconds / 60))
    return _counted(wording.say("Copying", "about %n minute(s)", count), count, wording)


def _counted(said: str, count: int, wording: Wording) -> str:
    return said.replace("%n", wording.digits(count))


def _system(name: str, wording: Wording) -> str:
    say = wording.say
    return {
        "linux": say("Copying", "Linux"),
        "windows": say("Copying", "Windows"),
        "macos": say("Copying", "macOS"),
        PACKAGES: say("Copying", "installers"),
    }[name]


def _joined(parts: Iterable[str], wording: Wording) -> str:
    *first, last = parts
    if not first:
        return last
    return wording.say("Copying", "{first} and {last}").format(first=wording.listed(first), last=last)
