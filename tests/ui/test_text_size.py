"""The interface follows the system: its size of text, its dark or light, its contrast."""

from __future__ import annotations

import enum
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from reader.ui import text_size
from reader.ui.system_theme import system_theme
from reader.ui.text_size import interface_font, scaled, system_scale

SCHEMES = Qt.ColorScheme


def of_points(points: float) -> QFont:
    font = QFont("Vazirmatn")
    font.setPointSizeF(points)
    return font


@pytest.mark.parametrize(
    ("points", "inch", "scale"),
    [
        (9, 96, 1),
        (11, 96, 1),
        (10, 96, 1),
        (16.5, 96, 1.5),
        (11, 144, 1.5),
        (80, 96, 2),
        (8, 96, 1),
        (2, 96, 1),
    ],
)
def test_only_what_somebody_chose_changes_the_size(qapp, monkeypatch, points, inch, scale):
    monkeypatch.setattr(text_size, "_ORDINARY", 11.0)
    monkeypatch.setattr(text_size, "_INCH", 96.0)
    assert system_scale(of_points(points), inch) == pytest.approx(scale)


def test_a_size_in_pixels_counts_too(qapp, monkeypatch):
    monkeypatch.setattr(text_size, "_ORDINARY", 9.0)
    monkeypatch.setattr(text_size, "_INCH", 96.0)
    font = QFont("Vazirmatn")
    font.setPixelSize(18)
    assert system_scale(font, 144) == pytest.approx(1.5)


def test_the_interface_and_its_lengths_grow_with_the_system(qapp, monkeypatch):
    monkeypatch.setattr(QFontDatabase, "systemFont", lambda _: of_points(22))
    monkeypatch.setattr(text_size, "_ORDINARY", 11.0)
    font = interface_font("Vazirmatn")
    assert font.pixelSize() == 28
    monkeypatch.setattr(QGuiApplication, "font", lambda: font)
    assert scaled(56) == 112
    assert scaled(20, most=1.3) == 26


@pytest.mark.parametrize("languages", ["fa", "both"])
@pytest.mark.parametrize(("before", "after"), [(11, 16), (18, 11)])
def test_the_window_follows_while_it_is_open(
    open_window, qtbot, qapp, around, monkeypatch, languages, before, after
):
    """It is, point by point, the window that was opened with that size of text."""

    def choose(points):
        monkeypatch.setattr(QFontDatabase, "systemFont", lambda _: of_points(points))

    def drawn(window, words=""):
        if words:
            window.search_for(words)
        qtbot.waitUntil(lambda: window.is_settled and not window._page._levelling.isActive())
        for _ in range(5):
            QApplication.processEvents()
        return window.grab().toImage()

    usual, blinks = qapp.font(), qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    monkeypatch.setattr(text_size, "_ORDINARY", 11.0)
    try:
        choose(before)
        around.follow_text_size()
        window = open_window(languages=languages, size=(1400, 860))
        first = drawn(window)
        choose(after)
        QCoreApplication.sendEvent(window.windowHandle(), QEvent(QEvent.Type.ThemeChange))
        assert drawn(window) != first
        followed = drawn(window, "باغ")
        window.close()
        assert followed == drawn(open_window(languages=languages, size=(1400, 860)), "باغ")
    finally:
        qapp.setCursorFlashTime(blinks)
        qapp.setFont(usual)


class Contrast(enum.Enum):
    NONE = 0
    HIGH = 1


@pytest.mark.parametrize(
    ("scheme", "contrast", "theme"),
    [
        (SCHEMES.Unknown, None, "light"),
        (SCHEMES.Light, Contrast.NONE, "light"),
        (SCHEMES.Light, Contrast.HIGH, "contrast"),
        (SCHEMES.Unknown, Contrast.HIGH, "contrast"),
        (SCHEMES.Dark, None, "dark"),
        (SCHEMES.Dark, Contrast.HIGH, "dark"),
    ],
)
def test_the_theme_is_the_system_s(scheme, contrast, theme):
    hints = SimpleNamespace(colorScheme=lambda: scheme)
    if contrast is not None:
        hints.accessibility = lambda: SimpleNamespace(contrastPreference=lambda: contrast)
    assert system_theme(hints) == theme


def test_what_this_qt_tells_is_understood(qapp):
    assert system_theme(qapp.styleHints()) in ("light", "dark", "contrast")


def test_a_theme_is_the_system_s_until_one_is_chosen_or_remembered():
    from reader.__main__ import _DEFAULTS, _chosen
    from reader.settings import SYSTEM, Settings

    options = SimpleNamespace(**_DEFAULTS)
    assert _chosen(options, None).theme == SYSTEM
    assert _chosen(options, Settings(theme="light")).theme == "light"
    options.theme = "contrast"
    assert _chosen(options, Settings()).theme == "contrast"
