"""G17: no hostile pack changes what a reader has kept; what is taken is added as it was read.

A sample of the packs of ``test_fuzz``, brought to a reader that remembers an older issue; which of them may
be taken is held there.
"""

from __future__ import annotations

import io
import random
from typing import TYPE_CHECKING

import pytest

from reader.desk import Desk
from reader.errors import PackRejected
from reader.library.pack import announced, read_through
from reader.library.shelf import Relation, relation
from reader.memory.memory import Memory
from reader.security.verification import read_pack
from reader.settings import Settings
from tests import packs
from tests.guarantees.mutations import LAYERS, RAW

if TYPE_CHECKING:
    from reader.library.catalogue import Catalogue
    from reader.security.verification import VerifiedFolder

EACH = 50
_OLDER = packs.files()["briefing.toml"].replace(b"2026010201", b"2026010101")
OLD = packs.pack(packs.files() | {"briefing.toml": _OLDER}, version=2026010101)


def read(raw: bytes) -> tuple[VerifiedFolder, Catalogue]:
    """Verify a pack and read it through, as the window does."""
    pack = read_pack(io.BytesIO(raw), "a.briefing", packs.KEYS)
    return pack, read_through(announced(pack))


def taken(raw: bytes, desk: Desk, memory: Memory) -> bool:
    """Bring a pack to a desk and keep it if it is newer; say whether it was."""
    try:
        pack, catalogue = read(raw)
    except PackRejected:
        return False
    if relation(desk.briefing, desk.verdict.signed, pack.signed) is not Relation.NEWER:
        return False
    memory.shelf.keep(pack)
    desk.take(catalogue)
    return True


def held(folder) -> dict[str, bytes]:
    """Everything below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def memory(tmp_path):
    memory = Memory(tmp_path / "data", chosen=True)
    memory.open()
    memory.shelf.keep(read(OLD)[0])
    yield memory
    memory.end(Settings())


@pytest.mark.parametrize("layer", LAYERS)
def test_what_is_kept_is_byte_for_byte_as_it_was(memory, layer):
    before = held(memory.folder)
    assert OLD in before.values()
    for number in range(EACH):
        raw = LAYERS[layer](random.Random(f"{layer} {number}"))
        if taken(raw, Desk(read(OLD)[1]), memory):
            added = {name: held(memory.folder)[name] for name in held(memory.folder).keys() - before.keys()}
            assert list(added.values()) == [raw]
            for name in added:
                (memory.folder / name).unlink()
        assert held(memory.folder) == before, f"seed “{layer} {number}”"


def test_the_pack_they_are_made_of_would_be_kept(memory):
    assert taken(RAW, Desk(read(OLD)[1]), memory)
    assert RAW in held(memory.folder).values()
