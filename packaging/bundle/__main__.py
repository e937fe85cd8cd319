"""Makes one program folder, step by step: frozen, furnished, packed, indexed, signed."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bundle.allowed import Allowed
from bundle.folder import INSIDES, furnish, publishers, take_stick_files, tidy
from bundle.freezing import freeze
from bundle.licences import gather
from reader import paths
from reader.commands.opening import make_beforehand
from reader.security.made import written
from signing.__main__ import main as signing
from stopping import Stop

if TYPE_CHECKING:
    from collections.abc import Sequence

PHONE_FILE = "Reader-Phone.html"
"""The HTML edition, as it lies on a stick."""


def main(arguments: Sequence[str]) -> int:
    """Make a program folder.

    Args:
        arguments: the folder to make, and whether for a release.
    """
    parser = argparse.ArgumentParser(prog="bundle")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--release", action="store_true")
    parser.add_argument("--briefing-signature", type=Path)
    options = parser.parse_args(arguments)
    try:
        make(options.folder, release=options.release, signature=options.briefing_signature)
    except Stop as stop:
        print(stop, file=sys.stderr)
        return stop.exit_code
    return 0


def make(folder: Path, *, release: bool, signature: Path | None = None) -> None:
    """Make a program folder.

    Args:
        folder: where; it must not be there.
        release: as ``building.build`` has it.
        signature: as ``building.build`` has it.

    Raises:
        Stop: a step failed.
    """
    publishers(release=release)  # before what takes long
    print("Freezing the program …")
    freeze(folder)
    furnish(folder, release=release)
    gather(Allowed.load(), folder)
    insides = folder / INSIDES
    trusted = ["--keys", str(insides / "resources" / "keys"), *(["--release"] * release)]
    print("Packing the briefing …")
    made_elsewhere = ["--signature", str(signature)] if signature else []
    _signing("pack", str(insides / "content.briefing"), *trusted, *made_elsewhere)
    print("Reading and indexing it …")
    _work_out(insides)
    print("Writing the edition for phones …")
    program = folder / ("reader.exe" if os.name == "nt" else "reader")
    phone_file = folder / "stick" / PHONE_FILE
    phone_file.parent.mkdir()
    _passes([str(program), "export", "html", str(phone_file)])
    take_stick_files(folder)
    tidy(folder, int(os.environ["SOURCE_DATE_EPOCH"]))
    print("Signing …" if signature is None else "Listing what is to be signed …")
    _signing("sign", str(folder), *trusted, *(["--manifest-only"] if signature else []))


def _work_out(insides: Path) -> None:
    """Let the reader's own code do once what every start would do again: read the texts, index them."""
    sys._MEIPASS = str(insides)  # type: ignore[attr-defined]  # noqa: SLF001  so it finds what the bundle will
    try:
        made = written(make_beforehand(insides / "content.briefing"))
        folder = paths.made_beforehand()
    finally:
        del sys._MEIPASS  # type: ignore[attr-defined]  # noqa: SLF001
    assert folder is not None
    folder.mkdir()
    for name, raw in made.items():
        (folder / name).write_bytes(raw)


def _signing(*arguments: str) -> None:
    if signing(arguments):
        raise Stop("The copy could not be signed.")


def _passes(command: list[str]) -> None:
    if subprocess.run(command, check=False).returncode:
        raise Stop(f"This failed: {' '.join(command)}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
