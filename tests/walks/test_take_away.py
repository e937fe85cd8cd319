"""Taking the briefing away: chosen, made, called off, refused; nothing is left half-written."""

from __future__ import annotations

import errno
import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit

from reader import editions
from reader.security import safe_write
from reader.ui import take_away_forms
from reader.ui.picker_sheet import PickerSheet
from reader.ui.take_away_sheet import TakeAwaySheet
from tests.walks.test_packs import buttons, said, shown

FORMS = {form.name: form for form in take_away_forms.offered()}


def press(qtbot, key, modifiers=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


@pytest.fixture
def asked(open_window, qtbot):
    """Open the card, by default in English, and wait until the sizes are known."""

    def ask(interface="en"):
        window = open_window(interface=interface)
        window.activateWindow()
        qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is window.windowHandle())
        window._actions["take_away"].trigger()
        sheet = shown(window, TakeAwaySheet)
        qtbot.waitUntil(lambda: window._furniture.taking._lane.is_idle, timeout=20_000)
        return window, sheet

    return ask


def finish(sheet, qtbot):
    qtbot.waitUntil(lambda: not sheet._busy, timeout=30_000)


def command(desk, name, languages) -> bytes:
    """What ``export`` writes."""
    from reader import paths
    from reader.wording import Wording

    wordings = {
        each: Wording.load(each, paths.resources() / "translations") for each in editions.spoken(languages)
    }
    return editions.edition(desk, FORMS[name], languages, wordings)


def test_with_the_keyboard_alone(asked, qtbot, desk, tmp_path, monkeypatch):
    window, sheet = asked()
    assert "about" in said(sheet)
    press(qtbot, Qt.Key.Key_Return)  # no folder is chosen yet: it is asked for
    picker = shown(window, PickerSheet)
    assert picker.list.hasFocus()
    (tmp_path / "stick").mkdir()
    picker.go(tmp_path / "stick")
    qtbot.waitUntil(lambda: "There is no folder in here." in said(picker), timeout=20_000)
    buttons(picker)["This folder"].click()
    assert sheet._make.hasFocus()
    press(qtbot, Qt.Key.Key_Return)
    finish(sheet, qtbot)
    file = tmp_path / "stick" / "reading.html"
    words = said(sheet).replace("\u200b", "")
    assert "The file is there" in words
    assert f"“\u2068reading.html\u2069” ({file.stat().st_size / 1000:.0f} kB) lies in" in words
    assert str(file.parent) in words
    assert file.read_bytes() == command(desk, "html", desk.briefing.languages)
    assert [each.name for each in file.parent.iterdir()] == ["reading.html"]
    press(qtbot, Qt.Key.Key_Return)
    assert shown(window, TakeAwaySheet) is None
    assert window._page.view.hasFocus()


@pytest.mark.parametrize("name", list(FORMS))
def test_every_form_is_made(asked, qtbot, desk, tmp_path, name):
    _, sheet = asked()
    sheet._cards[name].button.setChecked(True)
    sheet.choose_folder(tmp_path)
    sheet._want()
    finish(sheet, qtbot)
    assert [each.name for each in tmp_path.iterdir()] == [f"reading.{name}"]
    assert (tmp_path / f"reading.{name}").read_bytes() == command(desk, name, desk.briefing.languages)


def test_the_choices_count(asked, qtbot, desk, tmp_path):
    _, sheet = asked()
    language = desk.briefing.languages[0]
    sheet._choose_languages((language,))
    sheet.choose_folder(tmp_path)
    sheet._name.setText("خواندنی")
    buttons(sheet)["Make the file"].click()
    finish(sheet, qtbot)
    assert (tmp_path / "خواندنی.html").read_bytes() == command(desk, "html", (language,))
    buttons(sheet)["Another file"].click()
    assert sheet._name.text() == "خواندنی"
    assert str(tmp_path) in said(sheet).replace("\u200b", "")


def test_arrows_go_from_form_to_form(asked, qtbot):
    _, sheet = asked()
    first, second = (sheet._cards[name].button for name in list(FORMS)[:2])
    assert first.hasFocus()
    assert first.isChecked()
    press(qtbot, Qt.Key.Key_Down)
    assert second.hasFocus()
    assert second.isChecked()
    assert said(sheet).endswith(".") or f".{list(FORMS)[1]}" in said(sheet)


def test_tab_reaches_everything(asked, qtbot):
    _, sheet = asked()
    reached = []
    for _ in range(12):
        reached.append(QApplication.focusWidget())
        press(qtbot, Qt.Key.Key_Tab)
    assert sheet._folder_button in reached
    assert sheet._name in reached
    assert sheet._make in reached
    assert any(type(each).__name__ == "QToolButton" for each in reached)  # a language


def test_what_has_the_keyboard_is_in_sight(open_window, qtbot, tmp_path):
    window = open_window(interface="en", size=(520, 400))
    window.activateWindow()
    window._actions["take_away"].trigger()
    sheet = shown(window, TakeAwaySheet)
    for _ in range(9):
        press(qtbot, Qt.Key.Key_Tab)
        assert not QApplication.focusWidget().visibleRegion().isEmpty()
    sheet.choose_folder(tmp_path / "none")
    sheet._name.setText("con")
    sheet._want()
    qtbot.waitUntil(lambda: sheet._name.hasFocus() and not sheet._name.visibleRegion().isEmpty())


def test_a_persian_keyboard_alone_opens_it(open_window):
    window = open_window(interface="fa")
    assert QKeySequence("Ctrl+ث") in window._actions["take_away"].shortcuts()


@pytest.mark.parametrize("interface", ["en", "fa"])
def test_what_is_there_already_stays_and_the_choices_too(asked, qtbot, tmp_path, interface):
    (tmp_path / "reading.html").write_text("mine")
    _, sheet = asked(interface)
    sheet.choose_folder(tmp_path)
    sheet._want()
    expected = "is there already" if interface == "en" else "از پیش هست"
    assert expected in sheet._fault.text()
    assert not sheet._fault.isHidden()
    assert sheet._name.hasFocus()
    assert (tmp_path / "reading.html").read_text() == "mine"
    sheet._name.setText("other")
    assert sheet._fault.isHidden()
    press(qtbot, Qt.Key.Key_Return)
    finish(sheet, qtbot)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["other.html", "reading.html"]


@pytest.mark.parametrize("name", ["", "a/b", "..", "con", "x\u202ey"])
def test_a_name_that_no_file_can_have(asked, tmp_path, name):
    _, sheet = asked()
    sheet.choose_folder(tmp_path)
    sheet._name.setText(name)
    sheet._want()
    assert "cannot have this name" in sheet._fault.text()
    assert list(tmp_path.iterdir()) == []


FAULTS = {
    errno.ENOSPC: "no room",
    errno.EROFS: "cannot be written",
    errno.EACCES: "cannot be written",
    errno.EIO: "",
}


@pytest.mark.parametrize("number", FAULTS)
@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_a_disk_that_fails_leaves_nothing_behind(asked, qtbot, tmp_path, monkeypatch, number, call):
    """Full, read-only, not ours, failing: whichever call of the system says so."""
    real = getattr(os, call)

    def fail(*arguments):
        if call == "write":
            real(arguments[0], bytes(arguments[1])[:100])
        raise OSError(number, os.strerror(number))

    _, sheet = asked()
    sheet.choose_folder(tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr(safe_write.os, call, fail)
        sheet._want()
        finish(sheet, qtbot)
    assert "reading.html" in sheet._fault.text()
    assert sheet._fault.text().count(".") <= 3
    assert list(tmp_path.iterdir()) == []
    assert str(tmp_path) in said(sheet).replace("\u200b", "")
    sheet._want()
    finish(sheet, qtbot)
    assert [each.name for each in tmp_path.iterdir()] == ["reading.html"]


def test_a_stick_that_is_gone(asked, qtbot, tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    _, sheet = asked()
    sheet.choose_folder(folder)
    folder.rmdir()
    sheet._want()
    finish(sheet, qtbot)
    assert "reading.html" in sheet._fault.text()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("interface", ["fa", "en"])
def test_everything_on_it_has_a_name(asked, qtbot, tmp_path, interface):
    from tests.ui.test_accessible_cards import assert_all_are_named

    _, sheet = asked(interface)
    met = assert_all_are_named(sheet, "en", least=6)  # a file's name is in no language
    assert not [each for each in met if isinstance(each[2], QLineEdit) and not each[1]]
    sheet.choose_folder(tmp_path)
    sheet._want()
    assert_all_are_named(sheet, interface)
    finish(sheet, qtbot)
    assert_all_are_named(sheet, interface, least=2)


def test_what_happens_is_announced(asked, qtbot, tmp_path, monkeypatch):
    import reader.ui.take_away_sheet
    import reader.ui.working_sheet

    heard = []
    for module in (reader.ui.take_away_sheet, reader.ui.working_sheet):
        monkeypatch.setattr(module, "announce", lambda _widget, words: heard.append(words))
    _, sheet = asked()
    sheet.choose_folder(tmp_path)
    sheet._want()
    finish(sheet, qtbot)
    told = [each for each in heard if each]
    assert any("Where to" in each for each in told)
    assert any("put together" in each for each in told)
    heard.clear()
    sheet.begin(sheet._wish)
    for done in range(0, 1001, 10):
        sheet.say_part(done, 1000)
    assert heard[-3:] == ["25% done", "50% done", "75% done"]
    assert any("lies in" in each for each in told)


def test_nothing_is_remembered(asked, qtbot, tmp_path):
    window, sheet = asked()
    sheet.choose_folder(tmp_path)
    sheet._name.setText("mine")
    sheet.leave()
    window._actions["take_away"].trigger()
    again = shown(window, TakeAwaySheet)
    assert again._name.text() == "reading"
    assert again._wish.folder is None
