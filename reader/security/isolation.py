"""Stops the program at once when a part of it, ours or a library's, reaches for what it never needs.

A guard against our own mistakes, not against hostile code: code that runs in the program can go around it,
and what is written in C tells nobody what it does. What the program does is watched from outside, too
(``tests/guarantees``).
"""

from __future__ import annotations

import sys

from reader.errors import IsolationBroken

FORBIDDEN = (
    # Connections and names of other computers
    "socket.",
    "urllib.",
    "http.",
    "ftplib.",
    "imaplib.",
    "nntplib.",
    "poplib.",
    "smtplib.",
    "telnetlib.",
    # Other programs
    "subprocess.",
    "os.system",
    "os.exec",
    "os.spawn",
    "os.posix_spawn",
    "os.fork",
    "os.startfile",
    "pty.spawn",
    "webbrowser.",
    "_winapi.CreateProcess",
    # Traces
    "tempfile.",
    "winreg.CreateKey",
    "winreg.DeleteKey",
    "winreg.DeleteValue",
    "winreg.SetValue",
)
"""How the names of forbidden audit events begin; PEP 578 and the tables of the library's documentation."""
LIBRARIES = "ctypes."
NO_CORE = 1
"""Bytes of a memory dump after a crash. Not 0: with that, a system that pipes dumps to a program of its own
still starts it, and that program writes about us into its log. Linux takes 1 for "no program either"
(``fs/coredump.c``); a file has no room in it."""


def isolate() -> None:
    """Refuse, until the process ends, connections, other programs, temporary files and dumps of memory.

    Cannot be undone. Costs a call per audit event: some two thousand until the first page is painted.
    """
    _leave_no_dump()
    sys.addaudithook(_refuse_with_libraries if sys.platform == "linux" else _refuse)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith(FORBIDDEN):
        raise _broken(event)


def _refuse_with_libraries(event: str, arguments: tuple[object, ...]) -> None:
    # Only Linux, where it was tried: elsewhere ctypes loads libraries of the system when it is imported.
    if event.startswith(_ON_LINUX) and (event, *arguments) != _WHEN_IMPORTED:
        raise _broken(event)


_ON_LINUX = (*FORBIDDEN, LIBRARIES)
_WHEN_IMPORTED = ("ctypes.dlopen", None)
"""What importing ctypes does, as libraries may: it opens the program itself."""


def _broken(event: str) -> IsolationBroken:
    return IsolationBroken(
        "The reader stopped: a part of it tried what it never may ({event}). Tell whoever gave it to you.",
        event=event,
    )


def _leave_no_dump() -> None:
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (NO_CORE, NO_CORE))
