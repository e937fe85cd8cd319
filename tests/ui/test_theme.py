"""Colours can be read: contrast as WCAG 2.2 counts it, over every theme file."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor

from reader import paths
from reader.settings import Settings
from reader.ui.choices import Choices
from reader.ui.system_theme import SystemTheme
from reader.ui.theme import Theme, names

THEMES = paths.resources() / "themes"


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = []
    for part in (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()):
        parts.append(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def test_contrast_is_counted_as_the_standard_does():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_every_text_can_be_read(qapp, name):
    theme = Theme.load(THEMES, name)
    body = 7.0 if name != "contrast" else 10.0
    assert contrast(theme.ink, theme.paper) >= body
    assert contrast(theme.ink, theme.side) >= body
    for ground in (theme.paper, theme.side):
        assert contrast(theme.soft, ground) >= 4.5
        assert contrast(theme.accent, ground) >= 4.5
    assert contrast(theme.accent, theme.wash) >= 4.5
    assert contrast(theme.ink, theme.wash) >= 4.5
    assert contrast(theme.ink, theme.desk) >= 4.5
    assert contrast(theme.paper, theme.accent) >= 4.5
    assert contrast(theme.alarm, theme.side) >= 4.5
    assert contrast(theme.alarm, theme.alarm_wash) >= 4.5
    assert contrast(theme.hit_ink, theme.hit) >= 4.5
    assert contrast(theme.hit_ink, theme.current) >= 4.5
    assert contrast(theme.pale, theme.paper) >= 4.5
    assert contrast(theme.tick, theme.side) >= 3


def test_themes_are_the_ones_that_can_be_chosen():
    assert names(THEMES) == ["contrast", "dark", "light"]


def test_a_theme_that_is_not_there_is_an_error():
    with pytest.raises(OSError, match="sepia"):
        Theme.load(THEMES, "sepia")


class Hints(QObject):
    """A system whose colours can be changed."""

    colorSchemeChanged = Signal(object)  # noqa: N815  Qt's name
    scheme = Qt.ColorScheme.Light

    def colorScheme(self) -> Qt.ColorScheme:
        return self.scheme

    def turn(self, scheme: Qt.ColorScheme) -> None:
        self.scheme = scheme
        self.colorSchemeChanged.emit(scheme)


def test_the_systems_colours_are_followed_until_others_are_chosen(qapp):
    hints, choices = Hints(), Choices(Settings(theme="light"))
    follows = SystemTheme(hints, choices)
    turned = []
    choices.theme_turned.connect(turned.append)
    hints.turn(Qt.ColorScheme.Dark)
    assert turned == ["dark"]
    choices.choose(theme="contrast")
    hints.turn(Qt.ColorScheme.Light)
    assert choices.settings.theme == "contrast"
    assert follows.parent() is None
