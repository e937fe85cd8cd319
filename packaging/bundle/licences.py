"""Gathers the licences of everything in a bundle into one folder, with a list of what is under which."""

from __future__ import annotations

import shutil
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING

from project_folders import ROOT
from stopping import Stop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bundle.allowed import Allowed, Part

FOLDER = "licences"
LIST = "LICENCES.txt"
TEXTS = (Path(__file__).with_name("licences"), ROOT / "resources" / "licences")
"""Where those licences are that come with no wheel."""


def gather(allowed: Allowed, program: Path) -> None:
    """Put the licences into a program folder.

    Args:
        allowed: what may be in it.
        program: the program folder.

    Raises:
        Stop: a part has no licence.
    """
    folder = program / FOLDER
    folder.mkdir()
    shutil.copyfile(ROOT / "LICENSE", folder / "Briefing-Reader.txt")
    lines = ["What is in this program, and under which licences (files in this folder):", ""]
    lines.append("Briefing Reader: Briefing-Reader.txt")
    for part in allowed.parts:
        names = []
        for name, file in _texts(part):
            if not (folder / name).exists():
                shutil.copyfile(file, folder / name)
            names.append(name)
        if not names:
            raise Stop(f"There is no licence of “{part.name}”.")
        lines.append(f"{part.name}: {', '.join(names)}")
    (folder / LIST).write_text("\n".join([*lines, ""]), encoding="utf-8", newline="\n")


def _texts(part: Part) -> Iterator[tuple[str, Path]]:
    """Yield every licence of a part: what it shall be called, and where it is."""
    for name in part.licences:
        yield name, next(file for each in TEXTS if (file := each / name).exists())
    if part.wheel:
        for file in distribution(part.wheel).files or ():
            if "dist-info" in file.parts[0] and file.name.upper().startswith(("LICENSE", "COPYING")):
                yield f"{part.wheel}-{file.stem}.txt", Path(str(file.locate()))
