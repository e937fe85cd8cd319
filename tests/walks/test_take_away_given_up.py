"""A file that is being made is given up: by Esc, the one key, a closed window, another briefing."""

from __future__ import annotations

import io
import threading

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

from reader import editions
from reader.security import safe_write
from reader.ui import take_away_forms
from reader.ui.take_away_sheet import TakeAwaySheet
from tests.walks.test_packs import shown
from tests.walks.test_take_away import asked, finish, press

__all__ = ["asked"]


def test_another_briefing_ends_it(asked, qtbot, desk, tmp_path, monkeypatch):
    """A file is never put together out of two issues."""
    from reader.library.pack import announced
    from reader.security.verification import read_pack
    from tests import packs

    newer = announced(read_pack(io.BytesIO(packs.pack()), "a.briefing", packs.KEYS))

    started, gate = [], threading.Event()
    monkeypatch.setitem(editions.FORMS, "html", slow("html", started, lambda: gate.wait(20)))
    window, sheet = asked()
    sheet._wish = sheet._wish.__class__(editions.FORMS["html"], ("fa",), tmp_path)
    sheet._want()
    qtbot.waitUntil(lambda: bool(started), timeout=20_000)
    with qtbot.waitSignals([sheet.left, window._session.prepared], timeout=20_000):
        window._furniture.copies.pack_taken.emit(newer)
    gate.set()
    qtbot.waitUntil(lambda: window._furniture.taking._lane.is_idle, timeout=20_000)
    assert list(tmp_path.iterdir()) == []


def slow(name, started, lets_go):
    """A form whose making waits until it is told to go on."""

    def make(_desk, _languages, _wordings, progress):
        progress(0.5)
        started.append(True)
        lets_go()
        progress(0.6)
        return b"made"

    return editions.Form(name, make)


def test_called_off_while_it_is_made(asked, qtbot, tmp_path, monkeypatch):
    started, gate = [], threading.Event()
    monkeypatch.setitem(editions.FORMS, "html", slow("html", started, lambda: gate.wait(20)))
    window, sheet = asked()
    sheet._wish = sheet._wish.__class__(editions.FORMS["html"], ("fa",), tmp_path)
    sheet._want()
    qtbot.waitUntil(lambda: bool(started), timeout=20_000)
    with qtbot.waitSignal(sheet.left):
        press(qtbot, Qt.Key.Key_Escape)
    gate.set()
    qtbot.waitUntil(lambda: window._furniture.taking._lane.is_idle, timeout=20_000)
    assert shown(window, TakeAwaySheet) is None
    assert list(tmp_path.iterdir()) == []


def test_called_off_once_it_is_written(asked, qtbot, tmp_path, monkeypatch):
    window, sheet = asked()
    taking = window._furniture.taking
    real = safe_write.write_file

    def write(path, data):
        real(path, data)
        taking._job.call_off()

    monkeypatch.setattr(safe_write, "write_file", write)
    sheet.choose_folder(tmp_path)
    sheet._want()
    qtbot.waitUntil(lambda: taking._lane.is_idle, timeout=20_000)
    assert list(tmp_path.iterdir()) == []


def escape(qtbot):
    QApplication.postEvent(
        QApplication.focusWidget(),
        QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
    )


def test_what_qt_draws_lets_the_window_live_and_can_be_called_off(asked, qtbot, tmp_path):
    window, sheet = asked()
    drawn = slow("paper", [], lambda: escape(qtbot))
    sheet._wish = sheet._wish.__class__(drawn, ("fa",), tmp_path)
    assert take_away_forms.is_drawn(drawn)
    with qtbot.waitSignal(sheet.left):
        sheet._want()
    qtbot.waitUntil(lambda: window._furniture.taking._lane.is_idle)
    assert list(tmp_path.iterdir()) == []


def test_a_window_that_is_closed_while_qt_draws_leaves_nothing(asked, qtbot, tmp_path):
    window, sheet = asked()
    done = []

    def close():
        window.close()
        done.append(True)

    sheet._wish = sheet._wish.__class__(slow("paper", [], close), ("fa",), tmp_path)
    sheet._want()
    qtbot.waitUntil(lambda: bool(done))
    QApplication.processEvents()
    assert list(tmp_path.iterdir()) == []


def test_what_qt_draws_is_written(asked, qtbot, tmp_path):
    _, sheet = asked()
    sheet._wish = sheet._wish.__class__(slow("paper", [], lambda: None), ("fa",), tmp_path)
    sheet._want()
    finish(sheet, qtbot)
    assert (tmp_path / "reading.paper").read_bytes() == b"made"


@pytest.mark.parametrize("drawn", [False, True])
def test_the_one_key_works_while_it_is_made(asked, qtbot, tmp_path, monkeypatch, drawn):
    """Both where a lane is at it and where the window's thread is."""
    left, started, gate = [], [], threading.Event()
    window, sheet = asked()
    monkeypatch.setattr(window.one_key, "_leave", lambda: left.append(True))

    def one_key():
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            event = QKeyEvent(
                kind, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
            )
            QGuiApplication.sendEvent(QGuiApplication.focusWindow(), event)

    form = slow("paper" if drawn else "html", started, one_key if drawn else lambda: gate.wait(20))
    if not drawn:
        monkeypatch.setitem(editions.FORMS, "html", form)
    sheet._wish = sheet._wish.__class__(form, ("fa",), tmp_path)
    sheet._want()
    qtbot.waitUntil(lambda: bool(started), timeout=20_000)
    if not drawn:
        one_key()
    assert left
    gate.set()
    finish(sheet, qtbot)


@pytest.mark.parametrize("key", ["the one key", "Esc"])
def test_what_is_pressed_while_qt_draws_is_heard_there_and_then(asked, qtbot, tmp_path, monkeypatch, key):
    """Not when all is drawn: between two steps the window looks for what was pressed."""
    left, reached = [], []
    window, sheet = asked()
    monkeypatch.setattr(window.one_key, "_leave", lambda: left.append(True))
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

    def make(_desk, _languages, _wordings, progress):
        progress(0.5)
        if key == "Esc":
            escape(qtbot)
        else:
            event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Q, held)
            QApplication.postEvent(QGuiApplication.focusWindow(), event)
        progress(0.6)
        reached.append(bool(left))
        return b"made"

    sheet._wish = sheet._wish.__class__(editions.Form("paper", make), ("fa",), tmp_path)
    # Called off, it goes at once: nothing may be asked of it then.
    sheet.left.connect(lambda: left.append(False))
    sheet._want()
    qtbot.waitUntil(lambda: bool(reached or left), timeout=20_000)
    if key == "Esc":
        assert (left, reached) == ([False], [])
    else:
        assert (left, reached) == ([True], [True])
        finish(sheet, qtbot)
