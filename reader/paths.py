"""Where the program's files live and where it may keep its own, from source and frozen alike."""

from __future__ import annotations

import os
import sys
from pathlib import Path

PLACE = "READER_BESIDE"
"""Environment: where an unpacked program came from."""


def root() -> Path:
    """Return the folder that holds ``content/`` and ``resources/``."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else Path(__file__).resolve().parent.parent


def is_bundle() -> bool:
    """Say whether the program runs as a bundle, and not from its source."""
    return hasattr(sys, "_MEIPASS")


def program() -> Path:
    """Return the folder that the program runs in."""
    return Path(sys.executable).resolve().parent if is_bundle() else root()


def content() -> Path:
    """Return the folder of the briefing that comes with the program."""
    return root() / "content"


def bundled_pack() -> Path | None:
    """Return the signed pack that a bundle's briefing is; None from source, where there is none."""
    return root() / "content.briefing" if is_bundle() else None


def made_beforehand() -> Path | None:
    """Return the folder of what a bundle's build worked out for it; None from source, where there is none."""
    return root() / "made" if is_bundle() else None


def keys() -> Path:
    """Return the folder of the publishers' keys."""
    return resources() / "keys"


def resources() -> Path:
    """Return the folder of fonts, icons, themes, translations and word lists."""
    return root() / "resources"


def place() -> Path:
    """Return the folder where the program lies for its reader, with the other forms around it.

    That is where it runs, except when ``reader-linux.run`` unpacked it into a folder that goes at the end;
    that script names the folder on the stick.
    """
    named = os.environ.get(PLACE) if is_bundle() else None
    return Path(named) if named else program()


def passed_on() -> Path:
    """Return the program folder that is passed on as a copy: the one that has the other forms around it."""
    there = place()
    return there if (there / Path(sys.executable).name).is_file() else program()


def data() -> Path:
    """Return the folder for what is remembered, beside the program; only asking for it makes it."""
    return place() / "data"
