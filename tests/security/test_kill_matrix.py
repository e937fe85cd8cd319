"""G23: killed at any call, the program leaves the old state or the new one, whole."""

from __future__ import annotations

import itertools

import pytest

from reader.security.safe_write import sweep
from tests.security.killing import kill_everywhere

pytestmark = pytest.mark.needs("strace")


def folders(tmp_path, **texts: bytes):
    """Return a maker of folders that hold these files."""
    numbers = itertools.count()

    def prepare():
        folder = tmp_path / f"folder-{next(numbers)}"
        folder.mkdir()
        for name, text in texts.items():
            (folder / name).write_bytes(text)
        return folder

    return prepare


def held(folder) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("before", [{}, {"notes": b"old"}], ids=["a first file", "over an old one"])
def test_writing_a_file(tmp_path, before):
    work = "---\nwith replacing(folder / 'notes') as draft:\n  draft.write(b'ne')\n  draft.write(b'w')"
    after = []
    for _, folder in kill_everywhere("a file", work, folders(tmp_path, **before)):
        for name, text in before.items():
            assert (folder / name).read_bytes() in (text, b"new")
        sweep(folder)
        after.append(held(folder))
    assert len(after) >= 10
    assert all(each in (before, {"notes": b"new"}) for each in after)
    assert {"notes": b"new"} in after


def test_removing_a_file(tmp_path):
    work = "---\nremove(folder / 'notes')"
    for _, folder in kill_everywhere("removing", work, folders(tmp_path, notes=b"old")):
        assert held(folder) in ({}, {"notes": b"old"})


def test_a_folder_that_counts_once_it_is_moved(tmp_path):
    work = (
        "---\nmake_folder(folder / 'staged')\n"
        "for name in 'ab':\n"
        "  with creating(folder / 'staged' / name) as draft:\n    draft.write(name.encode())\n"
        "move_folder(folder / 'staged', folder / 'whole')"
    )
    for _, folder in kill_everywhere("a folder", work, folders(tmp_path)):
        if (folder / "whole").exists():
            assert held(folder / "whole") == {"a": b"a", "b": b"b"}
