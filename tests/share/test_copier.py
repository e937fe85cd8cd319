"""Copying the program to a stick: what is copied, what is left alone, and what is refused (G26)."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from dataclasses import replace

import pytest

from reader.errors import CopyFault, NoRoom, NotGenuine, NotWritable
from reader.security.verdict import Standing
from reader.share import copier, copy_plan
from reader.share.copier import Step
from reader.share.copy_plan import make_plan
from reader.share.copy_source import Reason, read_source
from reader.share.drives import Drive
from tests import packs
from tests.share.sticks import NEW, NEWER, OLD, OTHERS, bring, expected, held, program, standing


def test_everything_arrives_and_nothing_else_is_touched(reader, stick):
    forms = [program(reader, form) for form in ("linux", "windows", "packages")]
    packs.write_folder(forms[0], {"data/settings.json": b"what a reader remembers"})
    packs.write_folder(stick, OTHERS)
    before = held(reader)
    arrived = bring(forms[0], stick)
    assert held(stick) == OTHERS | expected(*forms)
    assert held(reader) == before
    assert {name: verdict.standing for name, verdict in arrived.verdicts.items()} == dict.fromkeys(
        ("linux", "windows", "packages"), Standing.GENUINE
    )
    assert not (stick / "Reader" / ".unfinished").exists()
    assert os.access(stick / "Reader" / "linux" / "reader", os.X_OK)
    assert not os.access(stick / "READ-ME.html", os.X_OK)


def test_a_copy_copies_itself_and_gives_the_same_bytes(reader, stick, tmp_path):
    bring(program(reader), stick)
    (tmp_path / "second").mkdir()
    bring(stick / "Reader" / "linux", tmp_path / "second")
    assert held(tmp_path / "second") == held(stick)


def test_a_lone_folder_of_any_name_makes_a_whole_stick(reader, stick):
    folder = program(reader)
    lone = folder.rename(folder.with_name("downloaded"))
    bring(lone, stick)
    assert set(held(stick)) >= {"Start-Linux.sh", "READ-ME.html", "Reader/linux/reader"}


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (lambda folder: (folder / "reader").write_bytes(b"other"), Reason.NOT_GENUINE),
        (lambda folder: (folder / "virus.exe").write_bytes(b"MZ"), Reason.NOT_GENUINE),
        (lambda folder: (folder / "SHA256SUMS.minisig").unlink(), Reason.NOT_GENUINE),
        (lambda folder: renew(folder, signer=packs.OTHER), Reason.OTHER_PUBLISHER),
        (lambda folder: renew(folder, signer=packs.STRANGER), Reason.NOT_GENUINE),
        (lambda folder: renew(folder, version=OLD), Reason.OTHER_ISSUE),
        (lambda folder: renew(folder, version=NEWER), Reason.OTHER_ISSUE),
        (lambda folder: renew(folder, form="linux"), Reason.OTHER_THING),
    ],
    ids=[
        "changed", "extra", "unsigned", "another's", "a stranger's", "older", "newer", "another system's",
    ],
)  # fmt: skip
def test_a_sibling_is_copied_only_as_it_was_signed(reader, stick, damage, reason):
    own = program(reader)
    damage(program(reader, "windows"))
    source = read_source(own, packs.KEYS)
    assert [(each.name, each.reason) for each in source.left_out] == [("windows", reason)]
    bring(own, stick)
    assert held(stick) == expected(own)


def renew(folder, form="windows", **how):
    shutil.rmtree(folder)
    made = program(folder.parent / "elsewhere", form, **how)
    made.rename(folder)


@pytest.mark.parametrize("name", ["reader", "SHA256SUMS", "SHA256SUMS.minisig", "stick/READ-ME.html"])
def test_a_copy_that_is_not_genuine_is_not_spread(reader, stick, name):
    own = program(reader)
    raw = bytearray((own / name).read_bytes())
    raw[len(raw) // 2] ^= 1
    (own / name).write_bytes(raw)
    with pytest.raises(NotGenuine) as refused:
        bring(own, stick)
    assert not refused.value.verdict.is_unchanged
    assert held(stick) == {}


def test_a_program_nobody_signed_beside_a_good_one_is_not_spread(reader, stick):
    own = program(reader)
    (own / "extra.exe").write_bytes(b"MZ")
    with pytest.raises(NotGenuine):
        bring(own, stick)


def test_from_source_one_sentence_names_the_bundle():
    with pytest.raises(CopyFault, match=r"build_app\.py bundle"):
        read_source(None, packs.KEYS)


def test_a_source_that_changes_meanwhile_is_not_spread(reader, stick):
    own = program(reader)
    plan = make_plan(read_source(own, packs.KEYS), stick, packs.KEYS)
    raw = bytearray((own / "reader").read_bytes())
    raw[-1] ^= 1
    (own / "reader").write_bytes(raw)
    with pytest.raises(CopyFault, match="changed while"):
        copier.copy(plan, packs.KEYS)
    assert standing(stick) == []
    assert bytes(raw) not in held(stick).values()


def test_a_source_that_is_pulled_out_is_told(reader, stick):
    own = program(reader)
    plan = make_plan(read_source(own, packs.KEYS), stick, packs.KEYS)
    (own / "reader").unlink()
    with pytest.raises(CopyFault, match="that you are running"):
        copier.copy(plan, packs.KEYS)


# An older copy


def test_an_older_copy_is_brought_up_to_date(reader, stick, tmp_path):
    packs.write_folder(stick, OTHERS)
    bring(program(tmp_path / "old", version=OLD), stick)
    assert "OLD-LEAFLET.html" in held(stick)
    new = program(reader)
    plan = make_plan(read_source(new, packs.KEYS), stick, packs.KEYS)
    assert (plan.older, plan.is_same, plan.makes_room) == (OLD, False, False)
    unchanged = {"Reader/linux/_internal/lib/libQt.so.6", "Reader/linux/HOW-TO-CHECK.txt"}
    assert unchanged <= plan.there
    copier.copy(plan, packs.KEYS)
    assert held(stick) == OTHERS | expected(new)
    assert not (stick / "Reader" / "linux" / "_internal" / "old").exists()


def test_what_is_there_already_is_not_written_again(reader, stick):
    own = program(reader)
    bring(own, stick)
    before = {path: path.stat().st_mtime_ns for path in stick.rglob("*")}
    plan = make_plan(read_source(own, packs.KEYS), stick, packs.KEYS)
    assert (plan.is_same, plan.needed, plan.to_place) == (True, 0, ())
    arrived = copier.copy(plan, packs.KEYS)
    assert arrived.written == 0
    assert {path: path.stat().st_mtime_ns for path in stick.rglob("*")} == before


def test_a_form_that_is_not_at_hand_stays_with_its_files_at_the_root(reader, stick, tmp_path):
    for form in ("linux", "windows"):
        program(tmp_path / "old", form, OLD)
    bring(tmp_path / "old" / "linux", stick)
    bring(program(reader), stick)
    assert standing(stick) == [f"genuine {NEW}", f"genuine {OLD}"]
    assert "OLD-LEAFLET.html" in held(stick), "the other form still has it"
    assert "Start-Windows.bat" in held(stick)


def test_the_older_copy_is_whole_until_the_new_one_lies_ready(reader, stick, tmp_path):
    bring(program(tmp_path / "old", version=OLD), stick)
    seen = []
    bring(program(reader), stick, lambda moment: seen.append((moment.step, standing(stick))))
    before = [stands for step, stands in seen if step is not Step.READING]
    assert len(before) > 10
    assert before == [[f"genuine {OLD}"]] * len(before)
    assert {step for step, _ in seen} == set(Step)


def test_an_old_file_that_somebody_changed_is_in_the_way_and_stays(reader, stick, tmp_path):
    bring(program(tmp_path / "old", version=OLD), stick)
    mine = stick / "Reader" / "linux" / "_internal" / "old" / "thing.so"
    mine.write_bytes(b"mine")
    before = held(stick)
    with pytest.raises(CopyFault, match=r"thing\.so"):
        bring(program(reader), stick)
    assert held(stick) == before


@pytest.mark.parametrize(
    ("there", "signer", "said"),
    [
        (NEWER, packs.PUBLISHER, "newer issue"),
        (OLD, packs.OTHER, "another publisher"),
        (OLD, packs.STRANGER, "in the way"),
    ],
)
def test_what_lies_there_is_replaced_only_by_a_newer_issue_of_its_publisher(
    reader, stick, tmp_path, there, signer, said
):
    packs.write_folder(
        stick / "Reader" / "linux", held(program(tmp_path / "other", version=there, signer=signer))
    )
    before = held(stick)
    with pytest.raises(CopyFault, match=said):
        bring(program(reader), stick)
    assert held(stick) == before


def test_two_copies_with_one_number_are_told(reader, stick, tmp_path):
    bring(program(tmp_path / "other", more={"reader": b"\x7fELF other"}), stick)
    with pytest.raises(CopyFault, match="the same issue"):
        bring(program(reader), stick)


# Whose files are whose


@pytest.mark.parametrize(
    "name",
    [
        "Start-Linux.sh",
        "READ-ME.html",
        "Reader/linux/reader",
        "Reader/linux/own.txt",
        "Reader",
        "Reader/linux",
    ],
)
def test_a_file_of_somebody_else_is_in_the_way_and_stays(reader, stick, name):
    packs.write_folder(stick, {name: b"mine"})
    with pytest.raises(CopyFault, match="in the way"):
        bring(program(reader), stick)
    assert held(stick) == {name: b"mine"}


def test_a_folder_in_place_of_a_file(reader, stick):
    (stick / "READ-ME.html").mkdir()
    with pytest.raises(CopyFault, match="in the way"):
        bring(program(reader), stick)


@pytest.mark.parametrize(
    "name",
    [
        "Reader", "Reader/linux", "Reader/linux/_internal", "Reader/.unfinished", "READ-ME.html",
        "Reader/linux/reader",
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["folder", "file", "nothing"])
def test_no_link_leads_a_write_elsewhere(reader, stick, tmp_path, name, kind):
    elsewhere = tmp_path / "elsewhere"
    if kind == "folder":
        elsewhere.mkdir()
    elif kind == "file":
        elsewhere.write_bytes(b"mine")
    link = stick / name
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(elsewhere)
    before = held(stick)
    with pytest.raises(CopyFault, match="in the way"):
        bring(program(reader), stick)
    assert held(stick) == before
    assert not elsewhere.exists() if kind == "nothing" else held(elsewhere) == {} or kind == "file"
    assert kind != "file" or elsewhere.read_bytes() == b"mine"


def test_a_folder_that_becomes_a_link_while_one_copies_leads_nowhere(reader, stick, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()

    def exchange(moment):
        if moment.done and not (stick / "Reader").is_symlink():
            (stick / "Reader").rename(stick / "moved")
            (stick / "Reader").symlink_to(elsewhere)

    with suppress(CopyFault):  # it may go where it was held, and be whole there
        bring(program(reader), stick, exchange)
    assert (stick / "Reader").is_symlink()
    assert held(elsewhere) == {}


def test_what_comes_there_meanwhile_stays(reader, stick):
    plan = make_plan(read_source(program(reader), packs.KEYS), stick, packs.KEYS)
    (stick / "READ-ME.html").write_bytes(b"mine, just now")
    with pytest.raises(CopyFault, match="in the way"):
        copier.copy(plan, packs.KEYS)
    assert (stick / "READ-ME.html").read_bytes() == b"mine, just now"
    assert standing(stick) == []


def test_the_copy_itself_is_no_target(reader, stick, tmp_path):
    own = program(reader)
    (tmp_path / "link").symlink_to(own)
    for target in (own, own / "_internal", reader.parent, tmp_path / "link"):
        before = held(reader.parent)
        with pytest.raises(CopyFault, match="running lies"):
            bring(own, target)
        assert held(reader.parent) == before
    with pytest.raises(CopyFault, match="is not there"):
        bring(own, stick / "none")


# What does not fit


def drive(path, **how):
    return replace(Drive("STICK", path, "vfat", 10**9), **how)


def test_read_only_and_too_large_for_fat_are_told_before(reader, stick, monkeypatch):
    own = program(reader)
    with pytest.raises(NotWritable, match="read-only"):
        bring(own, stick, drive=drive(stick, is_read_only=True))
    monkeypatch.setattr("reader.share.drives.LARGEST_ON_FAT", 10_000)
    with pytest.raises(NoRoom, match="4 GB"):
        bring(own, stick, drive=drive(stick))
    assert held(stick) == {}
    bring(own, stick, drive=drive(stick, file_system="exfat"))


@pytest.fixture
def room(monkeypatch):
    """Let the stick have so many bytes free."""

    def only(count, block=512):
        monkeypatch.setattr(copy_plan, "_room", lambda _tree, _drive: (count, block))

    return only


def test_too_little_room_is_told_before_and_how_much_is_missing(reader, stick, room):
    own = program(reader)
    room(10_000_000)
    needed = make_plan(read_source(own, packs.KEYS), stick, packs.KEYS).needed
    room(needed // 2)
    with pytest.raises(NoRoom, match=r"0\.1 MB more"):
        bring(own, stick)
    assert held(stick) == {}


def test_an_older_copy_makes_room_where_both_do_not_fit(reader, stick, tmp_path, room):
    big = {"_internal/big": b"o" * 500_000}
    bring(program(tmp_path / "old", version=OLD, more=big), stick)
    packs.write_folder(stick, OTHERS)
    new = program(reader, more={"_internal/big": b"n" * 500_000})
    room(100_000)
    plan = make_plan(read_source(new, packs.KEYS), stick, packs.KEYS)
    assert plan.makes_room
    copier.copy(plan, packs.KEYS)
    assert held(stick) == OTHERS | expected(new)
