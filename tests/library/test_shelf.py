"""G10, G11: an older issue never replaces a newer one, nor another publisher's anything."""

from __future__ import annotations

import datetime
import io
import os
import threading

import pytest

from reader.desk import Desk
from reader.errors import WriteFailed
from reader.library.pack import announced
from reader.library.shelf import Relation, Shelf, news, relation
from reader.security import safe_write
from reader.security.verification import read_pack
from tests import garden, packs


def issue(version: int, signer: packs.Signer = packs.PUBLISHER, pack: str = "garden", **changed: bytes):
    toml = garden.TOML.replace("2026010201", str(version)).replace('id = "garden"', f'id = "{pack}"')
    contents = packs.files(**changed) | {"briefing.toml": toml.encode()}
    raw = packs.pack(contents, signer, version=version, pack=pack)
    return read_pack(io.BytesIO(raw), "a.briefing", packs.KEYS)


OWN = issue(2026010201)
BRIEFING = announced(OWN).briefing


@pytest.mark.parametrize(
    ("pack", "expected"),
    [
        (issue(2026010201), Relation.SAME),
        (issue(2026010202), Relation.NEWER),
        (issue(2025123199), Relation.OLDER),
        (issue(2026010201, guide_fa="متن دیگر".encode()), Relation.CONTRADICTION),
        (issue(2026010202, packs.OTHER), Relation.OTHER_PUBLISHER),
        (issue(2026010201, packs.OTHER), Relation.OTHER_PUBLISHER),
        (issue(2026010202, pack="other"), Relation.OTHER_BRIEFING),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_how_a_pack_stands_to_what_one_has(pack, expected):
    assert relation(BRIEFING, OWN.signed, pack.signed) is expected


def test_a_development_copy_knows_only_numbers():
    assert relation(BRIEFING, None, issue(2026010201, packs.OTHER).signed) is Relation.NEWER
    assert relation(BRIEFING, None, issue(2025010201).signed) is Relation.OLDER


def test_what_a_pack_brings_is_counted():
    pack = issue(2026010202, guide_fa="متن تازه".encode())
    counted = news(announced(pack).briefing, OWN.signed, pack.signed)
    assert (counted.documents, counted.new, counted.revised) == (3, 0, 1)
    assert news(BRIEFING, None, pack.signed).documents == 3


def test_what_is_kept_is_the_same_bytes(tmp_path):
    Shelf(tmp_path / "packs").keep(issue(2026010202))
    (kept,) = (tmp_path / "packs").iterdir()
    assert kept.name == "garden-2026010202.briefing"
    toml = garden.TOML.replace("2026010201", "2026010202").encode()
    assert kept.read_bytes() == packs.pack(packs.files() | {"briefing.toml": toml}, version=2026010202)


def test_the_newest_that_verifies_wins(tmp_path):
    shelf = Shelf(tmp_path / "packs")
    assert shelf.newest(BRIEFING, OWN.signed, packs.KEYS) == (None, [])
    for version in (2026010203, 2026010202, 2025010201):
        shelf.keep(issue(version))
    shelf.keep(issue(2026020101, packs.OTHER))
    newest, faults = shelf.newest(BRIEFING, OWN.signed, packs.KEYS)
    assert newest.signed.manifest.version == 2026010203
    assert faults == []


def test_a_kept_pack_that_was_altered_is_told_and_passed_over(tmp_path):
    shelf = Shelf(tmp_path / "packs")
    shelf.keep(issue(2026010202))
    shelf.keep(issue(2026010203))
    path = tmp_path / "packs" / "garden-2026010203.briefing"
    raw = bytearray(path.read_bytes())
    raw[-500] ^= 1
    path.write_bytes(raw)
    newest, faults = shelf.newest(BRIEFING, OWN.signed, packs.KEYS)
    assert newest.signed.manifest.version == 2026010202
    assert len(faults) == 1


@pytest.mark.parametrize(
    "spoil",
    {
        "nothing": lambda path: path.write_bytes(b""),
        "noise": lambda path: path.write_bytes(bytes(range(256)) * 40),
        "a gigabyte": lambda path: os.truncate(path, 1_000_000_000),
        "a folder": lambda path: (path.unlink(), path.mkdir()),
        "a pipe": lambda path: (path.unlink(), os.mkfifo(path)),
        "a link to itself": lambda path: (path.unlink(), path.symlink_to(path)),
    }.items(),
    ids=lambda how: how[0],
)
def test_whatever_stands_in_place_of_a_kept_pack_the_others_are_found(tmp_path, spoil):
    shelf = Shelf(tmp_path / "packs")
    shelf.keep(issue(2026010202))
    shelf.keep(issue(2026010203))
    spoil[1](tmp_path / "packs" / "garden-2026010203.briefing")
    newest, faults = shelf.newest(BRIEFING, OWN.signed, packs.KEYS)
    assert newest.signed.manifest.version == 2026010202
    assert len(faults) <= 1
    shelf.keep(issue(2026010204))
    assert shelf.newest(BRIEFING, OWN.signed, packs.KEYS)[0].signed.manifest.version == 2026010204


def test_links_are_not_followed(tmp_path):
    outside = tmp_path / "outside.briefing"
    outside.write_bytes(packs.pack())
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "a.briefing").symlink_to(outside)
    shelf = Shelf(tmp_path / "packs")
    assert not shelf.holds_something
    shelf.erase()
    assert outside.exists()


def test_erasing_takes_the_packs_and_nothing_else(tmp_path):
    folder = tmp_path / "packs"
    shelf = Shelf(folder)
    shelf.erase()
    shelf.keep(issue(2026010202))
    (folder / "mine.txt").write_text("mine")
    shelf.erase()
    assert [path.name for path in folder.iterdir()] == ["mine.txt"]
    (folder / "mine.txt").unlink()
    shelf.keep(issue(2026010202))
    shelf.erase()
    assert not folder.exists()


def test_a_disk_that_fails_leaves_what_was_there(tmp_path, monkeypatch):
    shelf = Shelf(tmp_path / "packs")
    shelf.keep(issue(2026010202))
    before = {path.name: path.read_bytes() for path in (tmp_path / "packs").iterdir()}

    def failing(*_arguments):
        raise OSError(28, "full")

    monkeypatch.setattr(safe_write.os, "write", failing)
    with pytest.raises(WriteFailed):
        shelf.keep(issue(2026010203))
    monkeypatch.undo()
    assert {path.name: path.read_bytes() for path in (tmp_path / "packs").iterdir()} == before


def test_the_desk_takes_another_issue():
    desk = Desk(announced(OWN))
    desk.prepare()
    before = desk.search("گلخانه‌ی‌شیشه‌ای").total
    desk.take(announced(issue(2026010202, preface_fa="[g01] گلخانه‌ی‌شیشه‌ای".encode())))
    assert desk.briefing.version == 2026010202
    assert not desk.can_search
    assert desk.search("گلخانه‌ی‌شیشه‌ای").total == before + 1


def test_an_index_of_the_old_issue_never_serves_the_new_one(monkeypatch):
    from reader.search import index

    desk = Desk(announced(OWN))
    real, began, go_on = index.build_from, threading.Event(), threading.Event()

    def slow(every):
        if not began.is_set():
            began.set()
            go_on.wait(10)
        return real(every)

    monkeypatch.setattr(index, "build_from", slow)
    thread = threading.Thread(target=desk.prepare)
    thread.start()
    began.wait(10)
    desk.take(announced(issue(2026010202, preface_fa="[g01] گلخانه‌ی‌شیشه‌ای".encode())))
    go_on.set()
    thread.join(30)
    assert desk.search("گلخانه‌ی‌شیشه‌ای").total == 1


def test_age_is_told_and_no_reason_to_refuse():
    from reader import paths
    from reader.library.verdict_words import age
    from reader.security.verdict import Standing, judge
    from reader.wording import Wording

    raw = packs.pack(next_issue_by=datetime.date(2026, 1, 9))
    verdict = judge(read_pack(io.BytesIO(raw), "a", packs.KEYS).signed)
    assert verdict.standing is Standing.GENUINE
    wording = Wording.load("en", paths.resources() / "translations")
    assert "expected" not in age(verdict, datetime.date(2026, 1, 9), wording)
    assert "9 January 2026" in age(verdict, datetime.date(2026, 1, 10), wording)
    assert "8 days" in age(verdict, datetime.date(2026, 1, 10), wording)
    assert age(verdict, datetime.date(2025, 1, 1), wording) == ""
