"""G23: killed at any call, the program leaves the old state or the new one, whole."""

from __future__ import annotations

import ast
import itertools
import os
import sys
from pathlib import Path

import pytest

from reader.security import safe_write
from tests.security.durable_works import WORKS, held
from tests.security.killing import CHANGING, kill_everywhere

ROOT = Path(__file__).resolve().parents[2]
CALLS = {
    "open": "openat",
    "write": "write",
    "fsync": "fsync",
    "replace": "rename",
    "mkdir": "mkdir",
    "unlink": "unlink",
    "rmdir": "rmdir",
}
"""What changes a disk in the module for durable writes, and what the system calls it."""
HARMLESS = {"close", "fspath", "fstat", "listdir", "lstat", "stat", "urandom"}
WRITERS = {
    "reader/app.py": {"a first file", "a file over an old one"},
    "reader/commands/export.py": {"an edition", "an edition for e-readers", "an edition on paper"},
    "reader/library/shelf.py": {"keeping a pack", "forgetting packs"},
    "reader/memory/kept_file.py": {"remembering", "remembering after something broke", "forgetting"},
    "reader/memory/memory.py": {"beginning to remember", "forgetting"},
    "reader/security/held_folder.py": {"tests/share/test_copier_killed.py::test_killed_at_any_call"},
    "reader/ui/take_away_flow.py": {"an edition taken away", "an edition taken away and given up"},
    "reader/share/copier.py": {"tests/share/test_copier_killed.py::test_killed_at_any_call"},
}
"""Every file that has something written, and the work that is killed for it, or the test that does so."""


@pytest.mark.needs("strace")
@pytest.mark.parametrize("kind", WORKS)
def test_killed_at_any_call(tmp_path, kind):
    work = WORKS[kind]
    numbers = itertools.count()

    def prepare():
        return work.begin(tmp_path / f"folder-{next(numbers)}")

    old = held(prepare())
    new = done_in_peace(kind, prepare())
    found = [work.check(folder, old, new) for _, folder in kill_everywhere(kind, work.code, prepare)]
    assert found, "it was killed nowhere"
    assert new in found or new == old, "it was never killed late enough to have been done"


@pytest.mark.parametrize("kind", WORKS)
def test_each_work_does_what_it_says(tmp_path, kind):
    work = WORKS[kind]
    old = held(work.begin(tmp_path / "old"))
    new = done_in_peace(kind, work.begin(tmp_path / "new"))
    assert (new == old) == ("given up" in kind)


def test_no_call_that_changes_a_disk_escapes(tmp_path, monkeypatch):
    """Whatever is added to the module for durable writes, some work here must reach it."""
    reached: set[int] = set()

    class Noting:
        def __getattr__(self, name):
            real = getattr(os, name)
            if name not in CALLS:
                return real

            def call(*given):
                reached.add(sys._getframe(1).f_lineno)
                return real(*given)

            return call

    monkeypatch.setattr(safe_write, "os", Noting())
    for number, (kind, work) in enumerate(WORKS.items()):
        done_in_peace(kind, work.begin(tmp_path / str(number)))
    missed = [
        f"line {call.lineno}: {ast.unparse(call)}"
        for call in calls_of_the_system(Path(safe_write.__file__))
        if not reached & set(range(call.lineno, call.end_lineno + 1))
    ]
    assert missed == [], "add a work to tests/security/durable_works.py that does this"


def test_every_call_of_the_system_is_known():
    used = {call.func.attr for call in calls_of_the_system(Path(safe_write.__file__), set())}
    assert used - HARMLESS == set(CALLS), "say whether it changes a disk"
    assert set(CALLS.values()) <= set(CHANGING)


def test_every_file_that_writes_has_its_works():
    found = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "reader").rglob("*.py")
        if path.name != "safe_write.py" and imports_the_writer(path)
    }
    assert found == set(WRITERS), "say which work, or which test, kills it"
    named = set().union(*WRITERS.values())
    for each in named:
        file, _, test = each.partition("::")
        assert each in WORKS or f"def {test}(" in (ROOT / file).read_text(encoding="utf-8")


def calls_of_the_system(file: Path, only: set[str] | None = None) -> list[ast.Call]:
    """Return every call of a function of ``os``; of those that change a disk, unless told otherwise."""
    chosen = set(CALLS) if only is None else only
    return [
        node
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "os"
        and (not chosen or node.func.attr in chosen)
    ]


def imports_the_writer(file: Path) -> bool:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (
            node.module == "reader.security.safe_write"
            or (node.module == "reader.security" and "safe_write" in {each.name for each in node.names})
        ):
            return True
    return False


def done_in_peace(kind: str, folder: Path) -> dict[str, bytes]:
    """Do a work undisturbed, and return what lies in its folder then."""
    perform(WORKS[kind].code, folder)
    WORKS[kind].tidy(folder)
    return held(folder)


def perform(code: str, folder: Path, before_work=lambda: None) -> None:
    """Run a work in this process; ``before_work`` is called when what comes beforehand is done."""
    names = {name: getattr(safe_write, name) for name in dir(safe_write) if not name.startswith("__")}
    names |= {"folder": folder, "before_work": before_work}
    first, _, then = code.partition("---")
    try:
        exec(f"{first}\nbefore_work()\n{then}", names)
    finally:
        if "memory" in names:  # as the end of a process would
            names["memory"]._let_go()
