"""Gathers the licences of everything in a bundle, with a list of what is under which."""

from __future__ import annotations

from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING

from project_folders import ROOT
from stopping import Stop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bundle.allowed import Allowed, Part

FILE = Path("licences") / "LICENCES.txt"
"""Below the program folder. One file: of many small ones a stick holds few, and slowly."""
TEXTS = (Path(__file__).with_name("licences"), ROOT / "resources" / "licences")
"""Where those licences are that come with no wheel."""
_OWN = "Briefing Reader"


def gather(allowed: Allowed, program: Path) -> None:
    """Put the licences into a program folder.

    Args:
        allowed: what may be in it.
        program: the program folder.

    Raises:
        Stop: a part has no licence.
    """
    texts = {_OWN: (ROOT / "LICENSE").read_text(encoding="utf-8")}
    lines = [f"{_OWN}: {_OWN}"]
    for part in allowed.parts:
        found = {name: file.read_text(encoding="utf-8") for name, file in _texts(part)}
        if not found:
            raise Stop(f"There is no licence of “{part.name}”.")
        lines.append(f"{part.name}: {', '.join(found)}")
        texts |= found
    whole = "What is in this program, and which of the licences below it is under.\n\n" + "\n".join(lines)
    for name, text in texts.items():
        whole += f"\n\n\n{'=' * 100}\n{name}\n{'=' * 100}\n\n{text.strip()}"
    file = program / FILE
    file.parent.mkdir()
    file.write_text(f"{whole}\n", encoding="utf-8", newline="\n")


def _texts(part: Part) -> Iterator[tuple[str, Path]]:
    """Yield every licence of a part: what it is called, and where it is."""
    for name in part.licences:
        yield Path(name).stem, next(file for each in TEXTS if (file := each / name).exists())
    if part.wheel:
        for each in distribution(part.wheel).files or ():
            if "dist-info" in each.parts[0] and each.name.upper().startswith(("LICENSE", "COPYING")):
                yield f"{part.wheel} {each.name}", Path(str(each.locate()))
