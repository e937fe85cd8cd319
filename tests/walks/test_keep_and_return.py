"""A reader with a keyboard only: sets bookmarks, goes back to them, and asks the program to remember."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from reader.errors import MemoryFault
from reader.memory.memory import Memory, Mode
from reader.settings import Settings
from reader.ui.sheet import Sheet
from tests.walks.test_read_and_search import write

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def press(qtbot, window, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QGuiApplication.focusObject() or window, key, modifier)
    qtbot.waitUntil(lambda: window.is_settled)


def sheet(window):
    (found,) = [each for each in window.findChildren(Sheet) if each.isVisible()]
    return found


def said(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


@pytest.fixture
def reading(qtbot, desk, around, tmp_path, monkeypatch):
    """Open a window as the program does, on a folder that may be remembered in."""
    from reader.ui.main_window import MainWindow

    opened = []
    folder = tmp_path / "data"

    def open_it(interface="en", place=""):
        kept, settings = None, Settings(interface, interface)
        if folder.exists():
            memory = Memory(folder)
            kept = memory, memory.open()
            settings = kept[1].settings if kept[0].mode is not Mode.OFF else settings
        monkeypatch.setattr(around, "data", folder)
        monkeypatch.setattr(around, "kept", kept)
        window = MainWindow(desk, around, settings, desk.opening(place, settings.languages))
        opened.append(window)
        with qtbot.waitSignal(window.prepared):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: QGuiApplication.focusObject() is not None)
        return window

    open_it.folder = folder
    yield open_it
    QGuiApplication.clipboard().clear()
    for window in opened:
        window.close()
        window.deleteLater()


def test_bookmarks_last_until_the_window_closes_and_nothing_is_written(reading, qtbot):
    window = reading(place="guide#g20")
    press(qtbot, window, Qt.Key.Key_F2)
    assert window._status._stored.text() == "Bookmark set: guide 8"
    press(qtbot, window, Qt.Key.Key_PageDown, CTRL)
    press(qtbot, window, Qt.Key.Key_F2, SHIFT)
    assert "until the window closes" in said(sheet(window))
    press(qtbot, window, Qt.Key.Key_Return)
    assert window._navigation.edition.document == "guide"
    assert window._page.reading_point().passage == "g20"
    press(qtbot, window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window._navigation.edition.document == "tables"
    window.close()
    assert not reading.folder.exists()


def test_a_bookmark_is_set_and_taken_away_with_the_same_key_in_either_language(reading, qtbot):
    window = reading(place="guide#g20")
    press(qtbot, window, Qt.Key.Key_F2)
    press(qtbot, window, Qt.Key.Key_1, CTRL)
    window._navigation.look(window._furniture.keeping.bookmarks[0].place)
    press(qtbot, window, Qt.Key.Key_F2)
    assert window._furniture.keeping.bookmarks == ()


def test_notes_and_taking_away(reading, qtbot):
    window = reading(place="guide#g20")
    keeping = window._furniture.keeping
    press(qtbot, window, Qt.Key.Key_F2)
    press(qtbot, window, Qt.Key.Key_F2, SHIFT)
    card = sheet(window)
    assert card.list.currentItem().data(Qt.ItemDataRole.AccessibleTextRole).startswith("guide 8, Every year")
    press(qtbot, window, Qt.Key.Key_Tab)
    write("برای فردا")
    assert keeping.bookmarks[0].note == "برای فردا"
    assert "برای فردا" in card.list.currentItem().data(Qt.ItemDataRole.AccessibleTextRole)
    press(qtbot, window, Qt.Key.Key_Tab, SHIFT)
    press(qtbot, window, Qt.Key.Key_Delete)
    assert keeping.bookmarks == ()
    assert "There are none yet" in said(card)
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert window._page.view.hasFocus()


def test_a_bookmark_that_is_not_in_this_briefing_is_listed_and_leads_nowhere(reading, qtbot):
    from reader.library.document import Place

    window = reading(place="guide#g20")
    window._furniture.keeping.turn_bookmark(Place("gone", "en", "g1"))
    press(qtbot, window, Qt.Key.Key_F2, SHIFT)
    card = sheet(window)
    assert "not in this briefing" in card.list.currentItem().data(Qt.ItemDataRole.AccessibleTextRole)
    assert not card._go.isEnabled()
    press(qtbot, window, Qt.Key.Key_Return)
    assert card.isVisible()


def switch_on(qtbot, window):
    """Open the settings, go to the last row with Tab, along it with an arrow, and press Space."""
    press(qtbot, window, Qt.Key.Key_Comma, CTRL)
    off, on = sheet(window)._switch.buttons
    for _ in range(6):
        press(qtbot, window, Qt.Key.Key_Tab)
    assert QGuiApplication.focusObject() is off
    press(qtbot, window, Qt.Key.Key_Left if window.isRightToLeft() else Qt.Key.Key_Right)
    assert QGuiApplication.focusObject() is on
    press(qtbot, window, Qt.Key.Key_Space)


def test_asked_to_remember_it_says_what_and_where_first_and_remembers(reading, qtbot):
    window = reading(place="preface")
    press(qtbot, window, Qt.Key.Key_Comma, CTRL)
    told = said(sheet(window)).replace("\u200b", "")
    assert "nothing is written anywhere" in told
    assert str(reading.folder) in told
    assert "bookmarks with their notes" in told
    assert not reading.folder.exists()
    press(qtbot, window, Qt.Key.Key_Escape)
    switch_on(qtbot, window)
    assert reading.folder.is_dir()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window._status._stored.text().startswith("Remembered in “data”")
    press(qtbot, window, Qt.Key.Key_PageDown, CTRL)
    press(qtbot, window, Qt.Key.Key_Down, CTRL)
    press(qtbot, window, Qt.Key.Key_Down, CTRL)
    here = window._page.reading_point().passage
    press(qtbot, window, Qt.Key.Key_F2)
    press(qtbot, window, Qt.Key.Key_D, CTRL)
    window.close()
    again = reading()
    assert again._choices.settings.theme == "dark"
    assert [each.place.passage for each in again._furniture.keeping.bookmarks] == [here]
    assert again._navigation.edition.document == "guide"


def test_a_document_that_was_left_goes_on_where_one_was(reading, qtbot):
    from reader.library.document import Place

    window = reading(place="guide#g20")
    switch_on(qtbot, window)
    press(qtbot, window, Qt.Key.Key_Escape)
    window._contents.place_chosen.emit(Place("tables", "en"))
    qtbot.waitUntil(lambda: window.is_settled and window._navigation.edition.document == "tables")
    window._contents.place_chosen.emit(Place("guide", "en"))
    qtbot.waitUntil(lambda: window.is_settled and window._navigation.edition.document == "guide")
    assert window._page.reading_point().passage == "g20"
    window._contents.place_chosen.emit(Place("guide", "en"))
    qtbot.waitUntil(lambda: window.is_settled)
    assert window._page.view.verticalScrollBar().value() == 0


def test_erased_and_off_again(reading, qtbot):
    window = reading(place="guide#g20")
    switch_on(qtbot, window)
    press(qtbot, window, Qt.Key.Key_Tab)
    assert QGuiApplication.focusObject() is sheet(window)._erase
    press(qtbot, window, Qt.Key.Key_Space)
    assert sheet(window)._what.text().startswith("Everything that was remembered is erased.")
    assert not reading.folder.exists()
    assert "nothing is written anywhere" in said(sheet(window))
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window._status._stored.text().startswith("Nothing is being stored")
    window.close()
    assert not reading.folder.exists()


def test_switched_off_what_was_kept_is_told_of(reading, qtbot):
    window = reading(place="guide#g20")
    switch_on(qtbot, window)
    press(qtbot, window, Qt.Key.Key_Left)
    press(qtbot, window, Qt.Key.Key_Space)
    assert "What was kept earlier is still in" in said(sheet(window))
    window.close()
    kept = {path.name: path.read_bytes() for path in reading.folder.iterdir()}
    again = reading()
    again.close()
    assert {path.name: path.read_bytes() for path in reading.folder.iterdir()} == kept


def test_a_folder_that_cannot_be_written_is_told_and_the_reader_goes_on(reading, qtbot, tmp_path):
    reading.folder.write_text("not a folder")
    window = reading("en", "guide#g20")
    assert "not a folder" in window._furniture.notices.text
    switch_on(qtbot, window)
    assert "not a folder" in said(sheet(window))
    assert sheet(window)._switch.buttons[0].isChecked()
    press(qtbot, window, Qt.Key.Key_Escape)
    press(qtbot, window, Qt.Key.Key_F2)
    assert len(window._furniture.keeping.bookmarks) == 1


def test_a_disk_that_fails_is_told_once(reading, qtbot, monkeypatch):
    from reader.errors import StorageFailed
    from reader.security import safe_write

    window = reading(place="guide#g20")
    switch_on(qtbot, window)
    press(qtbot, window, Qt.Key.Key_Escape)

    def refuse(path, *given, **named):
        raise StorageFailed(
            "“{file}” could not be written: the disk or stick failed, or is no longer there.", file=path.name
        )

    monkeypatch.setattr(safe_write, "write_file", refuse)
    press(qtbot, window, Qt.Key.Key_F2)
    with qtbot.waitSignal(window._furniture.keeping.failed):
        window._furniture.keeping._save()
    assert "disk or stick failed" in window._furniture.notices.text
    assert window._status._standing.startswith("Nothing new is remembered")


def test_a_second_window_reads_and_says_so(reading, qtbot):
    first = reading(place="guide#g20")
    switch_on(qtbot, first)
    press(qtbot, first, Qt.Key.Key_Escape)
    press(qtbot, first, Qt.Key.Key_F2)
    first._furniture.keeping._save_now()
    second = reading()
    assert "Another window" in second._furniture.notices.text
    assert second._furniture.keeping.only_reads
    assert len(second._furniture.keeping.bookmarks) == 1


@pytest.mark.parametrize("interface", ["fa", "en"])
def test_what_was_wrong_in_the_folder_is_told_in_the_language_of_the_window(reading, qtbot, interface):
    reading.folder.mkdir()
    text = json.dumps({"format": 1, "interface": interface, "languages": interface})
    (reading.folder / "settings.json").write_text(text)
    (reading.folder / "bookmarks.json").write_text("broken")
    window = reading()
    word = "خوانده نشد" if interface == "fa" else "could not be read"
    assert word in window._furniture.notices.text
    assert isinstance(MemoryFault("x"), MemoryFault)


def test_the_language_of_the_window_changes_under_the_card(reading, qtbot):
    window = reading(place="guide")
    press(qtbot, window, Qt.Key.Key_Comma, CTRL)
    press(qtbot, window, Qt.Key.Key_Left)
    press(qtbot, window, Qt.Key.Key_Space)
    assert "تنظیمات" in said(sheet(window))
    assert window._choices.settings.interface == "fa"
    assert QGuiApplication.focusObject() is sheet(window)._rows["interface"].buttons[0]
