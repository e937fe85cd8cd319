"""``run``: opens the reader, or shows what it finds where there is no display."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from project_folders import PICTURES, RUN_LOCK, VENV
from reader_process import answer, become, command_line, compile_modules
from system_packages import QT_LIBRARIES, SCREEN_LIBRARIES, need
from virtual_environment import prepare

if TYPE_CHECKING:
    from collections.abc import Sequence

ANSWERS = ("list", "show", "search", "verify")
"""The reader's commands that never load Qt."""
LETTER = "letter"
WORD = "اتحادیه"
"""What is opened and searched for where there is no display."""


def run(arguments: Sequence[str]) -> int:
    """Open the reader, or show what it can do where there is no display.

    Args:
        arguments: for the reader, whose exit code is returned.
    """
    if not (arguments and arguments[0] in ANSWERS):
        need(QT_LIBRARIES | (SCREEN_LIBRARIES if os.environ.get("DISPLAY") else {}))
    prepare(VENV, RUN_LOCK)
    compile_modules()
    if arguments or _has_display():
        return become(command_line(*arguments))
    return show_without_display()


def show_without_display() -> int:
    """Open the letter and search a word in the real window, and say what came of it."""
    documents = answer("list", "--json")
    print(f"There is no display, so the window is drawn into pictures. The {len(documents)} documents:")
    for document in documents:
        title = " — ".join(document["title"].values())
        print(f"  {document['id']:<12} {document['passages']:>4} passages  {title}")
    found = answer("search", "--json", WORD)
    print(f"“{WORD}” stands in {found['total']} passages; the first:")
    for hit in found["hits"][:3]:
        print(f"  {hit['document']}#{hit['passage']} ({hit['language']})  {hit['text'][:80]}")
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name, words in (("reading.png", ()), ("searching.png", ("--search", WORD))):
        answer(LETTER, "--screenshot", str(PICTURES / name), *words)
        print(f"The window: {PICTURES / name}")
    return 0


def _has_display() -> bool:
    return not sys.platform.startswith("linux") or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))
