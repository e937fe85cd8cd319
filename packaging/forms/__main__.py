"""Makes the forms of every program folder of a stick: what ``build_app.py forms`` runs."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from forms.making import SYSTEMS, make_unsigned, publishers, seal
from project_folders import ROOT
from stopping import Stop

if TYPE_CHECKING:
    from collections.abc import Sequence


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise Stop(f"{message}. “--help” shows what there is.", exit_code=2)


def main(arguments: Sequence[str]) -> int:
    """Make them.

    Args:
        arguments: the folder of the stick, and ``--release``.

    Returns:
        0 done, 1 failed, 2 wrong use.
    """
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace", line_buffering=True)  # type: ignore[union-attr]
    parser = _Parser(
        prog="build_app.py forms",
        description="Make archives, packages and installers of the programs of a stick, and sign them.",
    )
    parser.add_argument("stick", metavar="FOLDER", type=Path, nargs="?", default=ROOT / "dist")
    parser.add_argument("--release", action="store_true", help="refuse the development key")
    parser.add_argument(
        "--unsigned", action="store_true", help="write only the list SHA256SUMS, to be signed elsewhere"
    )
    try:
        options = parser.parse_args(arguments)
        reader: Path = options.stick / "Reader"
        programs = [reader / system for system in SYSTEMS if (reader / system).is_dir()]
        if not programs:
            raise Stop(f"“{reader}” holds no program; “build_app.py bundle” makes one.")
        for program in programs:
            make_unsigned(program, reader / "packages", release=options.release)
        keys = publishers(programs[0])
        seal(reader / "packages", keys, release=options.release, list_only=options.unsigned)
    except Stop as stop:
        print(stop, file=sys.stderr)
        return stop.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
