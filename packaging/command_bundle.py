"""``bundle``: builds the program for this system, laid out as it lies on a stick."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from bundle.building import build
from command_forms import pack_forms
from project_folders import DIST
from stopping import Stop

if TYPE_CHECKING:
    from collections.abc import Sequence


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise Stop(f"{message}. “--help” shows what there is.", exit_code=2)


def bundle(arguments: Sequence[str]) -> int:
    """Build the program.

    Args:
        arguments: ``--release``, ``--out FOLDER``, ``--no-forms``, ``--briefing-signature FILE``.

    Returns:
        0: it was built.
    """
    parser = _Parser(prog="build_app.py bundle", description="Build the program, laid out as on a stick.")
    parser.add_argument("--out", metavar="FOLDER", type=Path, default=DIST, help="where; dist if left out")
    parser.add_argument("--release", action="store_true", help="refuse the development key")
    parser.add_argument("--no-forms", action="store_true", help="only the folder: no archives or packages")
    parser.add_argument(
        "--briefing-signature",
        metavar="FILE",
        type=Path,
        help="this .minisig of the briefing was made elsewhere; so will be the program's, and then the forms",
    )
    options = parser.parse_args(arguments)
    out = options.out.resolve()
    program = build(out, release=options.release, signature=options.briefing_signature)
    for file in sorted((program / "stick").iterdir()):
        shutil.copy2(file, out / file.name)
    files = [path for path in program.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    print(f"{program}: {len(files)} files, {size / 1e6:.1f} MB.")
    return 0 if options.no_forms or options.briefing_signature else pack_forms(out, release=options.release)
