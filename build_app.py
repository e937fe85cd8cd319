"""The front door: brings in what the reader needs, then runs, tests, checks or measures it.

Only the standard library is used, so that any Python from 3.11 on can start it on a fresh machine. Each
command is a module in ``packaging/``; it is loaded when it is asked for.
"""

from __future__ import annotations

import importlib
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# The folder is not a package: one named "packaging" is on PyPI. Its files are found by their own names.
sys.path.insert(0, str(Path(__file__).resolve().parent / "packaging"))

from stopping import Stop

OLDEST_PYTHON = (3, 11)
_HELP = ("-h", "--help")


@dataclass(frozen=True)
class Command:
    """What can be asked for: the usages that help shows, and ``module:function``, which does it.

    The function takes the arguments after the command's name and returns the exit code: 0 done, 1 failed.
    One that has options of its own tells them itself when it is asked for help.
    """

    usages: dict[str, str]
    done_by: str
    has_options: bool = True

    def __call__(self, arguments: Sequence[str]) -> int:
        """Do it."""
        module, _, function = self.done_by.partition(":")
        do = cast("Callable[[Sequence[str]], int]", getattr(importlib.import_module(module), function))
        return do(arguments)


COMMANDS = {
    "run": Command(
        {"[ARGUMENTS…]": "open the reader; without a display, show what it finds"}, "command_run:run"
    ),
    "test": Command(
        {
            "[ARGUMENTS…]": "format, lint, types, layers, tests; ARGUMENTS go to pytest",
            "--all": "the same, with every tool and with the newest Qt too",
        },
        "command_test:test",
        has_options=False,
    ),
    "check": Command(
        {"[FOLDER]": "proofread a briefing: every fault by file and line; content/ if no FOLDER is named"},
        "command_check:check",
        has_options=False,
    ),
    "pack": Command({"OUT.briefing [OPTIONS]": "make a signed pack of content/"}, "command_sign:pack"),
    "sign": Command({"FOLDER [OPTIONS]": "sign a folder"}, "command_sign:sign"),
    "verify": Command(
        {"[PATH] [--json]": "say whether a pack, a folder or a stick is genuine"}, "command_sign:verify"
    ),
    "bundle": Command(
        {"[--release]": "build the program for this system into dist/, as it lies on a stick"},
        "command_bundle:bundle",
    ),
    "forms": Command(
        {"[FOLDER] [--release]": "archives, packages and installers of the programs of a stick; of dist/"},
        "command_forms:forms",
    ),
    "figures": Command(
        {"": "draw the figures of content/figures anew, from their data"},
        "command_figures:draw",
        has_options=False,
    ),
    "bench": Command(
        {"[NAME…]": "the measurements in benchmarks/"}, "command_bench:bench", has_options=False
    ),
}


def main(arguments: Sequence[str]) -> int:
    """Do what is asked.

    Args:
        arguments: the command line without the program's name.

    Returns:
        The exit code: 0 done, 1 failed, 2 wrong use.
    """
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace", line_buffering=True)  # type: ignore[union-attr]
    try:
        if sys.version_info < OLDEST_PYTHON:
            needed, this = (".".join(map(str, version[:2])) for version in (OLDEST_PYTHON, sys.version_info))
            raise Stop(f"The reader needs Python {needed} or newer; this is {this}.")
        if arguments and arguments[0] in _HELP:
            print(usage(*COMMANDS))
            return 0
        if not arguments or arguments[0] not in COMMANDS:
            asked = f"“{arguments[0]}” is not a command" if arguments else "A command is missing"
            raise Stop(f"{asked}; there are {', '.join(COMMANDS)} (--help says more).", exit_code=2)
        command = COMMANDS[arguments[0]]
        if not command.has_options and set(arguments[1:2]) & set(_HELP):
            print(usage(arguments[0]))
            return 0
        return command(arguments[1:])
    except Stop as stop:
        print(stop, file=sys.stderr)
        return stop.exit_code
    except KeyboardInterrupt:
        return 130


def usage(*names: str) -> str:
    """Return one line for each way to use these commands."""
    ways = [
        (f"python3 build_app.py {name} {words}", does)
        for name in names
        for words, does in COMMANDS[name].usages.items()
    ]
    width = max(len(way) for way, _ in ways)
    return "\n".join(f"{way:<{width}}   {does}" for way, does in ways)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
