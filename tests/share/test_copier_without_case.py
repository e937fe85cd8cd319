"""A stick on which case makes no difference, as on FAT: what one name means, all its spellings mean."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.errors import CopyFault
from reader.security import held_folder, ordinary_file, safe_write
from tests import packs
from tests.share.sticks import NEW, OLD, bring, expected, held, program, standing


class CaseBlind:
    """The system's calls, on a disk where a name is found however it is spelt."""

    def __getattr__(self, name: str):
        real = getattr(os, name)
        if name in ("open", "lstat", "stat", "unlink", "mkdir", "rmdir"):
            return lambda path, *given: real(as_it_is_spelt(path), *given)
        if name in ("replace", "rename"):
            return lambda old, new: real(as_it_is_spelt(old), as_it_is_spelt(new))
        return real


def as_it_is_spelt(path):
    wanted = Path(path)
    if wanted.name.isdecimal() or os.path.lexists(wanted):
        return path
    try:
        names = [each.name for each in wanted.parent.iterdir()]
    except OSError:
        return path
    return next((wanted.with_name(name) for name in names if name.casefold() == wanted.name.casefold()), path)


@pytest.fixture
def case_blind(monkeypatch):
    system = CaseBlind()
    for module in (held_folder, ordinary_file, safe_write):
        monkeypatch.setattr(module, "os", system)


@pytest.mark.usefixtures("case_blind")
@pytest.mark.parametrize("name", ["read-me.HTML", "START-LINUX.SH", "reader/LINUX/Reader", "READER"])
def test_somebody_elses_file_of_another_spelling_is_in_the_way_and_stays(reader, stick, name):
    packs.write_folder(stick, {name: b"mine"})
    own = program(reader)
    with pytest.raises(CopyFault, match="in the way"):
        bring(own, stick)
    assert held(stick) == {name: b"mine"}


@pytest.mark.usefixtures("case_blind")
def test_a_folder_of_another_spelling_is_the_folder(reader, stick):
    packs.write_folder(stick, {"READER/notes.txt": b"mine"})
    own = program(reader)
    bring(own, stick)
    found = {name.replace("READER/", "Reader/"): content for name, content in held(stick).items()}
    assert found == {"Reader/notes.txt": b"mine"} | expected(own)


@pytest.mark.usefixtures("case_blind")
@pytest.mark.parametrize("same", [True, False], ids=["with the same bytes", "with other bytes"])
def test_a_file_that_is_spelt_otherwise_in_the_new_issue(reader, stick, tmp_path, same):
    old = {"_internal/LibA.so": b"\x7fELF A"}
    new = {"_internal/liba.so": old["_internal/LibA.so"] if same else b"\x7fELF B"}
    bring(program(tmp_path / "old", version=OLD, more=old), stick)
    own = program(reader, more=new)
    bring(own, stick)
    assert held(stick) == expected(own)
    assert standing(stick) == [f"genuine {NEW}"]


def test_a_copy_with_names_that_are_one_there_is_not_made(reader, stick):
    """A manifest may not hold two such names; nor may a file at the root be called as the folder is."""
    own = program(reader, more={"stick/READER": b"x"})
    with pytest.raises(CopyFault, match="names that are one"):
        bring(own, stick)
    assert held(stick) == {}
