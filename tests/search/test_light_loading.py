"""Searching loads nothing that it does not need, and holds its index once."""

from __future__ import annotations

import subprocess
import sys

from reader.search.light_loading import _NEVER_USED

UNUSED = {*_NEVER_USED, "_hashlib", "_ssl", "_socket", "json", "reader.security.verification"}
SEARCHING = """
import sys
from reader.commands.opening import open_desk
desk = open_desk()
assert desk.search("strike").total and desk.search("اعتصاب").total
print(*sys.modules)
"""


def test_searching_loads_only_what_it_needs(root):
    done = subprocess.run(
        [sys.executable, "-B", "-c", SEARCHING], cwd=root, capture_output=True, text=True, check=True
    )
    assert UNUSED.isdisjoint(done.stdout.split())


def test_a_file_of_the_index_is_in_memory_once():
    from reader.search.memory import MemoryStorage

    storage = MemoryStorage()
    storage.files["a"] = bytes(range(256)) * 100
    with storage.open_file("a") as file:
        assert file._buf is storage.files["a"]
        assert file.get(1, 3) == b"\x01\x02\x03"
        assert file.read(2) == b"\x00\x01"
