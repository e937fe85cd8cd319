"""Where the program's files live and where it may keep its own, from source and frozen alike."""

from __future__ import annotations

import sys
from pathlib import Path


def root() -> Path:
    """Return the folder that holds ``content/`` and ``resources/``."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else Path(__file__).resolve().parent.parent


def content() -> Path:
    """Return the folder of the briefing that comes with the program."""
    return root() / "content"


def resources() -> Path:
    """Return the folder of fonts, icons, themes, translations and word lists."""
    return root() / "resources"


def data() -> Path:
    """Return the folder for what is remembered, beside the program; only asking for it makes it."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable).resolve().parent / "data"
    return root() / "data"
