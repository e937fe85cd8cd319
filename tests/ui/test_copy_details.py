"""The status line's verdict, and the card behind it: words of one function, numbers whole."""

from __future__ import annotations

import io

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton

from reader.desk import Desk
from reader.library.pack import announced
from reader.security.verification import read_pack
from tests import packs


@pytest.fixture
def desk():
    return Desk(announced(read_pack(io.BytesIO(packs.pack()), "a.briefing", packs.KEYS)))


def texts(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def sheet(window):
    from reader.ui.sheet import Sheet

    (found,) = [each for each in window.findChildren(Sheet) if each.isVisible()]
    return found


@pytest.mark.parametrize(
    ("interface", "said"), [("fa", "نسخه‌ی درست و دست‌نخورده"), ("en", "Genuine, unchanged copy")]
)
def test_the_status_line_says_the_verdict(open_window, interface, said):
    window = open_window(interface=interface)
    button = window._status.findChild(QPushButton, "verdict")
    assert button.text() == said
    assert not button.icon().isNull()
    assert button.property("tone") == "good"


def test_one_click_shows_both_numbers_whole(open_window, qtbot, desk):
    window = open_window(interface="en")
    qtbot.mouseClick(window._status.findChild(QPushButton, "verdict"), Qt.MouseButton.LeftButton)
    said = texts(sheet(window))
    signed = desk.verdict.signed
    assert signed.publisher.key.number.replace(" ", "\u2003") in said
    assert signed.copy_number.replace(" ", "\u2003") in said
    assert "exactly what Sample Publisher packed" in said
    assert "not this program" in said


def test_esc_and_a_click_beside_the_card_leave_it(open_window, qtbot):
    window = open_window(interface="en")
    focus = window.focusWidget()
    for leave in (
        lambda card: qtbot.keyClick(card, Qt.Key.Key_Escape),
        lambda card: qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(3, 3)),
        lambda card: qtbot.keyClick(card, Qt.Key.Key_Return),
    ):
        window._actions["about_copy"].trigger()
        card = sheet(window)
        with qtbot.waitSignal(card.left):
            leave(card)
        assert not card.isVisible()
    assert window.focusWidget() is focus


def test_the_window_behind_waits(open_window, qtbot):
    window = open_window(interface="en")
    window._actions["about_copy"].trigger()
    card = sheet(window)
    button = card.findChild(QPushButton, "main")
    for _ in range(3):
        qtbot.keyClick(card, Qt.Key.Key_Tab)
        assert window.focusWidget() in (button, *card.findChildren(QLabel))
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget() in (button, *card.findChildren(QLabel))
    assert not window._search.is_open


def test_the_card_keeps_inside_a_small_window(open_window):
    window = open_window(interface="fa", size=(480, 560))
    window._actions["about_copy"].trigger()
    card = sheet(window)
    inner = card.findChild(QLabel, "sheetTitle").parentWidget()
    assert card.rect().contains(inner.geometry())
    window.resize(700, 620)
    assert card.size() == window.size()


class TestFromSource:
    @pytest.fixture
    def desk(self, garden):
        from reader.library.catalogue import Catalogue
        from reader.security.program_folder import ProgramFolder

        return Desk(Catalogue.load(ProgramFolder(garden)))

    def test_a_development_copy_says_so_and_has_no_numbers(self, open_window):
        window = open_window(interface="en")
        assert (
            window._status.findChild(QPushButton, "verdict").text()
            == "Development copy, signed by no publisher"
        )
        window._actions["about_copy"].trigger()
        assert sheet(window).numbers == []
        assert "run from its source" in texts(sheet(window))
