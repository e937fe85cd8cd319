"""G17: whatever a pack holds, it is taken whole or refused in a sentence, soon and in little memory.

Ten thousand packs with fixed seeds; for more of them, and others:

    READER_FUZZ=1000000 python3 build_app.py test tests/guarantees/test_fuzz.py
"""

from __future__ import annotations

import io
import os
import random
import resource
import sys
import time
import zipfile

import pytest
from PySide6.QtGui import QTextDocument

from reader.desk import Desk
from reader.errors import PackRejected
from reader.library.pack import announced, read_through
from reader.render.html import page
from reader.security.verification import read_pack
from reader.ui.pictures import Pictures
from tests import packs
from tests.guarantees.mutations import ANEW, CONTENTS, LAYERS, RAW
from tests.pace import within

PACKS = int(os.environ.get("READER_FUZZ", "10000"))
FIRST_SEED = 0 if PACKS == 10_000 else PACKS
SLOWEST = 2.0
"""Seconds."""
MOST_MEMORY = 300_000_000
"""Bytes."""


def memory() -> int:
    """The most memory this process ever had, in bytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def taken(raw: bytes) -> bool:
    """Take a pack as the window does, and draw all its pages; say whether it was taken."""
    try:
        catalogue = read_through(announced(read_pack(io.BytesIO(raw), "a.briefing", packs.KEYS)))
    except PackRejected as refused:
        sentence = str(refused)
        assert sentence
        assert "\n" not in sentence
        return False
    for document, language in catalogue.editions():
        page(catalogue.edition(document.id, language))
    pictures = Pictures(Desk(catalogue).picture, "fa", {"ink": "#102030", "paper": "#fffdf8"})
    assert not pictures.resource(QTextDocument.ResourceType.ImageResource.value, "figures/a.png").isNull()
    return True


def test_the_pack_it_begins_with_is_good(qapp):
    assert taken(RAW)


@pytest.mark.parametrize("layer", LAYERS)
def test_hostile_packs_are_refused_or_whole(qapp, layer):
    before = memory()
    slowest, accepted, count = 0.0, 0, PACKS // len(LAYERS)
    for number in range(count):
        seed = f"{layer} {FIRST_SEED + number}"
        raw = LAYERS[layer](random.Random(seed))
        began = time.process_time()
        try:
            was_taken = taken(raw)
        except Exception as fault:
            pytest.fail(f"seed “{seed}”: {fault!r}")
        took = time.process_time() - began
        slowest = max(slowest, took)
        assert took < within(SLOWEST), f"seed “{seed}” took {took:.1f} s"
        assert not was_taken or layer in ANEW or raw == RAW or is_resigned(raw), f"seed “{seed}” was taken"
        accepted += was_taken
    assert memory() - before < MOST_MEMORY
    print(f"{layer}: {count} packs, {accepted} taken, slowest {slowest:.3f} s")


def is_resigned(raw: bytes) -> bool:
    """Say whether a pack holds the files of the one at the beginning, well signed."""
    with zipfile.ZipFile(io.BytesIO(raw)) as opened:
        return all(opened.read(name) == content for name, content in CONTENTS.items())
