"""From the key to the next stick: the card that copies the program, in each of its states."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QLabel, QProgressBar

from reader import paths
from reader.share import copier
from reader.share.copier import Moment, Step
from reader.share.drives import Drive
from reader.ui import announcing, copy_flow, copy_sheet, working_sheet
from reader.ui.copy_sheet import CopySheet
from reader.ui.picker_sheet import PickerSheet
from reader.ui.surroundings import Surroundings
from tests import packs
from tests.share.sticks import NEW, OLD, bring, expected, held, program, standing
from tests.ui.test_accessible_cards import assert_all_are_named
from tests.ui.test_one_key import CTRL, SHIFT, send
from tests.walks.test_packs import buttons, said, shown


@pytest.fixture(autouse=True)
def own(monkeypatch, tmp_path):
    """The window runs from a signed folder; one stick is plugged in."""
    own = program(tmp_path / "source" / "Reader")
    monkeypatch.setattr(Surroundings, "trusted_keys", lambda _self: packs.KEYS)
    monkeypatch.setattr(paths, "is_bundle", lambda: True)
    monkeypatch.setattr(paths, "program", lambda: own)
    return own


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def plugged(monkeypatch, stick):
    drives = [Drive("KINGSTON", stick, "vfat", 3_100_000_000, is_removable=True)]
    monkeypatch.setattr(copy_flow, "targets", lambda: list(drives))
    return drives


@pytest.fixture
def spoken(monkeypatch):
    """What a screen reader is told."""
    heard = []
    for sheet in (copy_sheet, working_sheet):
        monkeypatch.setattr(sheet, "announce", lambda _widget, sentence: heard.append(sentence))
    assert announcing.QAccessible is QAccessible
    return heard


def opened(window, qtbot):
    window._actions["copy_to_stick"].trigger()
    sheet = shown(window, CopySheet)
    qtbot.waitUntil(lambda: not sheet._busy, timeout=20_000)
    return sheet


def settled(sheet, qtbot):
    qtbot.waitUntil(lambda: not sheet._busy, timeout=20_000)
    return said(sheet)


@pytest.mark.parametrize("interface", ["en", "fa"])
def test_the_whole_way_by_keyboard_alone(open_window, qtbot, plugged, stick, own, spoken, interface):
    window = open_window(interface=interface)
    window.activateWindow()
    qtbot.keyClick(window._page, Qt.Key.Key_S, CTRL | SHIFT)
    sheet = shown(window, CopySheet)
    settled(sheet, qtbot)
    assert "KINGSTON" in sheet.list.item(0).text()
    assert window.focusWidget() is sheet.list
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    words = settled(sheet, qtbot)
    assert held(stick) == {}, "nothing is written before it was agreed to"
    if interface == "en":
        assert "The program for Linux" in words
        assert "to write, and all of it is read back" in words
        assert "Your notes and bookmarks are not copied." in words
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    words = settled(sheet, qtbot)
    if interface == "en":
        assert "The copy is genuine: every byte was read back and compared." in words
        assert "Eject the stick before you pull it out." in words
    assert held(stick) == expected(own)
    assert any(each in words for each in spoken[-1].split(". "))
    # Enter offers the next stick at once, Esc leaves.
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert sheet.list.count() == 1
    with qtbot.waitSignal(sheet.left):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert shown(window, CopySheet) is None


def test_from_source_there_is_nothing_to_copy(open_window, qtbot, monkeypatch):
    monkeypatch.setattr(paths, "is_bundle", lambda: False)
    sheet = opened(open_window(interface="en"), qtbot)
    assert "build_app.py bundle" in said(sheet)
    assert set(buttons(sheet)) == {"Close"}


def test_a_copy_that_is_not_genuine_is_not_spread(open_window, qtbot, own, plugged):
    (own / "reader").write_bytes(b"\x7fELF other")
    sheet = opened(open_window(interface="en"), qtbot)
    assert "Not copied" in said(sheet)
    assert "Changed: reader" in said(sheet)
    assert set(buttons(sheet)) == {"Close"}


def test_a_stick_that_is_plugged_in_meanwhile_is_listed(open_window, qtbot, plugged, monkeypatch):
    monkeypatch.setattr(copy_flow, "_LOOK_EVERY", 10)
    listed, plugged[:] = [*plugged], []
    window = open_window(interface="en")
    sheet = opened(window, qtbot)
    assert "No stick is plugged in" in said(sheet)
    assert not buttons(sheet)["Continue"].isEnabled()
    plugged.extend(listed)
    qtbot.waitUntil(lambda: sheet.list.count() == 1)
    assert buttons(sheet)["Continue"].isEnabled()
    plugged.append(Drive("second", listed[0].path / "x", "exfat", 5, is_read_only=True))
    qtbot.waitUntil(lambda: sheet.list.count() == 2)
    assert sheet.list.currentRow() == 0, "what was chosen stays chosen"
    assert "read-only" in sheet.list.item(1).text()


def test_another_folder(open_window, qtbot, plugged, tmp_path, own):
    window = open_window(interface="en")
    sheet = opened(window, qtbot)
    buttons(sheet)["Another folder…"].click()
    picker = shown(window, PickerSheet)
    qtbot.keyClick(picker, Qt.Key.Key_Escape)
    assert sheet.isVisible()
    assert sheet.list.count() == 1
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    buttons(sheet)["Another folder…"].click()
    picker = shown(window, PickerSheet)
    picker.go(folder)
    qtbot.waitUntil(lambda: picker._here == folder and picker._none.isVisible())
    buttons(picker)["This folder"].click()
    assert "to write" in settled(sheet, qtbot)
    buttons(sheet)["Copy"].click()
    assert "genuine" in settled(sheet, qtbot)
    assert held(folder) == expected(own)


def test_an_older_copy_is_brought_up_to_date(open_window, qtbot, plugged, stick, tmp_path, own):
    bring(program(tmp_path / "old", version=OLD), stick)
    sheet = opened(open_window(interface="en"), qtbot)
    buttons(sheet)["Continue"].click()
    assert f"Issue {OLD}, which is there, is brought up to date." in settled(sheet, qtbot)
    buttons(sheet)["Copy"].click()
    settled(sheet, qtbot)
    assert standing(stick) == [f"genuine {NEW}"]
    buttons(sheet)["Next stick"].click()
    buttons(sheet)["Continue"].click()
    assert "is there already" in settled(sheet, qtbot)
    assert "Check" in buttons(sheet)


@pytest.mark.parametrize("case", ["full", "read-only", "in the way", "newer"])
def test_what_cannot_be_done_is_said_and_another_stick_offered(
    open_window, qtbot, plugged, stick, tmp_path, monkeypatch, case
):
    if case == "full":
        monkeypatch.setattr("reader.share.copy_plan._room", lambda _tree, _drive: (1000, 512))
    elif case == "read-only":
        plugged[0] = Drive("KINGSTON", stick, "vfat", 5, is_read_only=True)
    elif case == "in the way":
        (stick / "READ-ME.html").write_bytes(b"mine")
    else:
        bring(program(tmp_path / "newer", version=NEW + 100), stick)
    before = held(stick)
    sheet = opened(open_window(interface="en"), qtbot)
    buttons(sheet)["Continue"].click()
    words = settled(sheet, qtbot)
    expected_words = {"full": "not enough room", "newer": "newer issue"}.get(case, case)
    assert expected_words in words
    assert held(stick) == before
    buttons(sheet)["Choose again"].click()
    assert sheet.list.count() == 1


@pytest.fixture
def held_up(monkeypatch):
    """Let a copy wait in its middle until it is stopped, so that there is time to look at it."""
    import threading

    reached, go_on = threading.Event(), threading.Event()
    real = copier.copy

    def slow(plan, keys, tell):
        def told(moment):
            if moment.step is Step.WRITING and moment.done and not reached.is_set():
                for _ in range(3):  # of moments that follow each other closely not each is told
                    tell(Moment(Step.WRITING, moment.file, moment.total // 2, moment.total))
                    go_on.wait(0.05)
                reached.set()
                go_on.wait(20)
            tell(moment)

        return real(plan, keys, told)

    monkeypatch.setattr(copy_flow, "copy", slow)
    yield reached, go_on
    go_on.set()


def in_the_middle(window, qtbot, held_up):
    sheet = opened(window, qtbot)
    buttons(sheet)["Continue"].click()
    settled(sheet, qtbot)
    buttons(sheet)["Copy"].click()
    qtbot.waitUntil(held_up[0].is_set)
    qtbot.waitUntil(lambda: sheet.findChildren(QProgressBar)[-1].value() == 500)
    return sheet


@pytest.mark.parametrize("how", ["Esc", "the button"])
def test_it_can_be_stopped_and_goes_on(open_window, qtbot, plugged, stick, own, held_up, how):
    (stick / "photo.jpg").write_bytes(b"mine")
    window = open_window(interface="en")
    sheet = in_the_middle(window, qtbot, held_up)
    words = said(sheet)
    assert "Reading everything back and comparing it" in words
    assert "8.6 kB of 17 kB" in words or "8.7 kB of 17 kB" in words
    assert any(f"\u2066{name.rpartition('/')[2]}\u2069" in words for name in expected(own))
    qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert "Stop" in buttons(sheet), "a click beside the card stops nothing"
    if how == "Esc":
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    else:
        buttons(sheet)["Stop"].click()
    assert sheet.isVisible(), "it says first what became of it"
    assert not buttons(sheet)["Stopping…"].isEnabled()
    held_up[1].set()
    words = settled(sheet, qtbot)
    assert "Not finished" in words
    assert "left to write" in words
    assert standing(stick) == []
    assert (stick / "photo.jpg").read_bytes() == b"mine"
    buttons(sheet)["Choose again"].click()
    buttons(sheet)["Continue"].click()
    assert "goes on from where it stopped" in settled(sheet, qtbot)
    buttons(sheet)["Copy"].click()
    assert "genuine" in settled(sheet, qtbot)
    assert held(stick) == {"photo.jpg": b"mine"} | expected(own)


def test_the_one_key_works_in_the_middle_of_a_copy(open_window, qtbot, plugged, held_up, monkeypatch):
    window = open_window(interface="fa")
    left = []
    monkeypatch.setattr(window.one_key, "_leave", lambda: left.append(True))
    window.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is window.windowHandle())
    in_the_middle_in_persian(window, qtbot, held_up)
    send(ord("ض"), CTRL | SHIFT, 5)
    assert left
    left.clear()
    for moment in (1000, 1200, 1400):
        send(int(Qt.Key.Key_Escape), at=moment)
    assert left


def in_the_middle_in_persian(window, qtbot, held_up):
    sheet = opened(window, qtbot)
    sheet._choose_current()
    settled(sheet, qtbot)
    sheet.agreed.emit()
    qtbot.waitUntil(held_up[0].is_set)
    return sheet


@pytest.mark.parametrize("language", ["fa", "en"])
def test_a_screen_reader_is_told_in_every_state(open_window, qtbot, plugged, held_up, spoken, language):
    window = open_window(interface=language)
    sheet = opened(window, qtbot)
    assert_all_are_named(sheet, language, least=4)
    sheet._choose_current()
    settled(sheet, qtbot)
    assert_all_are_named(sheet, language, least=3)
    sheet.agreed.emit()
    qtbot.waitUntil(held_up[0].is_set)
    qtbot.waitUntil(lambda: len(spoken) >= 3)
    assert_all_are_named(sheet, language)
    bar = sheet.findChildren(QProgressBar)[-1]
    assert bar.accessibleName()
    labels = [label.accessibleName() for label in sheet.findChildren(QLabel) if label.accessibleName()]
    being_done = "being done" if language == "en" else "در حال انجام"
    assert any(being_done in each for each in labels)
    held_up[1].set()
    settled(sheet, qtbot)
    assert_all_are_named(sheet, language, least=2)
    assert len(spoken) >= 4
