"""A verdict in words for people: a mark, a name and a sentence, in their language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.security.verdict import Standing
from reader.text.date_display import gregorian_words, hijri_words

if TYPE_CHECKING:
    import datetime

    from reader.security.verdict import Verdict
    from reader.wording import Wording

MARKS = {
    Standing.GENUINE: "✓",
    Standing.DEVELOPMENT: "◌",
    Standing.SOURCE: "◌",
    Standing.UNKNOWN: "?",
    Standing.UNSIGNED: "?",
    Standing.CHANGED: "✕",
    Standing.UNREADABLE: "✕",
}
"""Of a shape each, so that colour alone says nothing."""


def name(verdict: Verdict, wording: Wording) -> str:
    """Return the verdict in two or three words."""
    say = wording.say
    return {
        Standing.GENUINE: say("Verdict", "Genuine, unchanged copy"),
        Standing.DEVELOPMENT: say("Verdict", "Development copy, signed by no publisher"),
        Standing.SOURCE: say("Verdict", "Development copy, signed by no publisher"),
        Standing.UNKNOWN: say("Verdict", "Unknown publisher"),
        Standing.UNSIGNED: say("Verdict", "Not signed"),
        Standing.CHANGED: say("Verdict", "Changed or damaged"),
        Standing.UNREADABLE: say("Verdict", "Could not be read"),
    }[verdict.standing]


def sentence(verdict: Verdict, wording: Wording) -> str:
    """Return what the verdict means."""
    say = wording.say
    if verdict.signed is not None and verdict.is_unchanged:
        manifest = verdict.signed.manifest
        if verdict.standing is Standing.GENUINE:
            said = say(
                "Verdict",
                "This is exactly what {publisher} packed on {date} (issue {issue}). Nothing was changed.",
            )
        else:
            said = say(
                "Verdict",
                "Nothing was changed since it was packed on {date} (issue {issue}). But it is signed with "
                "the development key, which anybody can use: no publisher vouches for it.",
            )
        names = verdict.signed.publisher.names
        return said.format(
            publisher=names.get(wording.language, names["en"]),
            date=day(manifest.issued, wording),
            issue=wording.digits(manifest.version),
        )
    return {
        Standing.SOURCE: say(
            "Verdict", "This is a development copy, run from its source: no publisher vouches for it."
        ),
        Standing.UNKNOWN: say(
            "Verdict",
            "Its signature, SHA256SUMS.minisig, is by a key that this program does not know. "
            "Anyone can make one of these.",
        ),
        Standing.UNSIGNED: say("Verdict", "Nobody vouches for this."),
        Standing.CHANGED: say(
            "Verdict",
            "This is not what its publisher packed. It may be damaged or deliberately altered. "
            "Do not trust it and do not pass it on.",
        ),
        Standing.UNREADABLE: say("Verdict", "It is not there, or cannot be read."),
    }[verdict.standing]


def scope(wording: Wording) -> str:
    """Return the line that says what a verdict is not about."""
    return wording.say("Verdict", "This checks the text, not this program.")


def alarm(names: tuple[str, ...], wording: Wording) -> str:
    """Return the warning of programs that nobody signed."""
    said = wording.say("Verdict", "Nobody signed this, and a computer could run it: {files}. Do not open it.")
    return said.format(files=_joined(names, wording))


def posing(names: tuple[str, ...], wording: Wording) -> str:
    """Return the warning of files at a stick's root that are not those that were signed."""
    said = wording.say("Verdict", "Not as it was signed, beside the program: {files}. Do not open it.")
    return said.format(files=_joined(names, wording))


def unseen(names: tuple[str, ...], wording: Wording) -> str:
    """Return the line that says where nobody looked."""
    return wording.say("Verdict", "Not looked into: {files}").format(files=_joined(names, wording))


def differing(verdict: Verdict, wording: Wording) -> list[str]:
    """Return a line each for what is changed, missing and extra."""
    say, found = wording.say, verdict.differences
    lines = (
        (say("Verdict", "Changed: {files}"), found.changed),
        (say("Verdict", "Missing: {files}"), found.missing),
        (say("Verdict", "Extra: {files}"), found.extra),
    )
    return [line.format(files=_joined(names, wording)) for line, names in lines if names]


def age(verdict: Verdict, today: datetime.date, wording: Wording) -> str:
    """Return how old the issue is; empty if it is of today, or if there is none.

    Args:
        verdict: what is known of the copy.
        today: by this computer's clock, which may be wrong.
        wording: the language.
    """
    if verdict.signed is None:
        return ""
    manifest = verdict.signed.manifest
    days = (today - manifest.issued).days
    lines = []
    if days > 0:
        said = wording.say("Verdict", "Issued %n days ago by this computer's clock.", days)
        lines.append(said.replace("%n", wording.digits(days)))
    if manifest.next_issue_by is not None and today > manifest.next_issue_by:
        said = wording.say("Verdict", "A newer issue was to be expected by {date}.")
        lines.append(said.format(date=day(manifest.next_issue_by, wording)))
    return " ".join(lines)


def day(date: datetime.date, wording: Wording) -> str:
    """Write a date in the calendar of a language."""
    if wording.language != "fa":
        return gregorian_words(date, wording.language)
    try:
        return hijri_words(date, wording.language)
    except ValueError:
        return gregorian_words(date, wording.language)


def _joined(names: tuple[str, ...], wording: Wording) -> str:
    shown = wording.listed(wording.apart(name) for name in names[:20])
    return shown + " …" if len(names) > 20 else shown
