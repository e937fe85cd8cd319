"""What was made beforehand is handed out only as it was signed; without it the reader works it out itself."""

from __future__ import annotations

import os
import shutil
import sys

import pytest

from reader import paths
from reader.commands.opening import INDEX, make_beforehand, open_desk
from reader.security.made import PIECES, TABLE, Made, written
from reader.security.trusted_keys import TrustedKeys
from signing.__main__ import main as signing

KEYS = TrustedKeys.load(paths.keys())


def sign(folder):
    assert signing(["sign", str(folder)]) == 0


@pytest.fixture
def program(tmp_path):
    """A program folder with two pieces in it, signed."""
    folder = tmp_path / "program"
    (folder / "inside").mkdir(parents=True)
    for name, raw in written({"first": b"one" * 50, "second": b"two" * 50}).items():
        (folder / "inside" / name).write_bytes(raw)
    sign(folder)
    return folder


def pieces(program):
    made = Made.load(program / "inside", program, KEYS)
    return [made.piece(name) for name in ("first", "second")]


def test_a_piece_is_handed_out_as_it_was_signed(program):
    assert pieces(program) == [b"one" * 50, b"two" * 50]
    assert Made.load(program / "inside", program, KEYS).piece("third") is None


def test_no_changed_byte_is_handed_out(program):
    for name in ("SHA256SUMS", "SHA256SUMS.minisig", f"inside/{TABLE}", f"inside/{PIECES}"):
        file = program / name
        good = file.read_bytes()
        for place in range(len(good)):
            file.write_bytes(good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :])
            first, second = pieces(program)
            assert first in (None, b"one" * 50)
            assert second in (None, b"two" * 50)
            assert None in (first, second)
        file.write_bytes(good)


@pytest.mark.parametrize("name", ["SHA256SUMS", "SHA256SUMS.minisig", f"inside/{TABLE}", f"inside/{PIECES}"])
@pytest.mark.parametrize("fate", ["gone", "folder", "link", "pipe"])
def test_what_is_not_there_is_not_missed(program, tmp_path, name, fate):
    file = program / name
    file.rename(tmp_path / "moved")
    if fate == "folder":
        file.mkdir()
    elif fate == "link":
        file.symlink_to(tmp_path / "moved")
    elif fate == "pipe":
        os.mkfifo(file)
    assert pieces(program) == [None, None]


def test_a_table_beside_another_manifest_is_not_believed(program, tmp_path):
    other = tmp_path / "other"
    shutil.copytree(program, other)
    for name, raw in written({"first": b"lie", "second": b"lie"}).items():
        (other / "inside" / name).write_bytes(raw)
    assert pieces(other) == [None, None]


@pytest.fixture
def bundle(tmp_path, monkeypatch):
    """The insides of a bundle, signed, as the reader finds them; and what was made beforehand in it."""
    program = tmp_path / "program"
    insides = program / "_internal"
    insides.mkdir(parents=True)
    shutil.copytree(paths.resources(), insides / "resources")
    assert signing(["pack", str(insides / "content.briefing")]) == 0
    monkeypatch.setattr(sys, "_MEIPASS", str(insides), raising=False)
    monkeypatch.setattr(sys, "executable", str(program / "reader"))
    pieces = make_beforehand(insides / "content.briefing")
    folder = paths.made_beforehand()
    folder.mkdir()
    for name, raw in written(pieces).items():
        (folder / name).write_bytes(raw)
    monkeypatch.delattr(sys, "_MEIPASS")
    sign(program)
    monkeypatch.setattr(sys, "_MEIPASS", str(insides), raising=False)
    return folder


def answers(desk):
    editions = [desk.edition(document.id, language) for document, language in desk._editions()]
    return editions, [desk.search(words) for words in ("اتحادیه", "internet", "اعتثاب", "۱۸ دی ۱۴۰۴")]


def test_a_bundle_reads_and_finds_the_same_with_it_and_without_it(bundle, monkeypatch):
    desk = open_desk()
    raw = desk._made_index()
    assert raw is not None
    with monkeypatch.context() as without:
        without.setitem(sys.modules, "markdown", None)
        without.setitem(sys.modules, "whoosh", None)
        quick = answers(desk)
    shutil.rmtree(bundle)
    slow = open_desk()
    assert slow._made_index() is None
    assert answers(slow) == quick


def test_the_pieces_are_the_same_every_time(bundle):
    pack = paths.bundled_pack()
    first, second = make_beforehand(pack), make_beforehand(pack)
    assert first == second
    assert INDEX in first
