"""Labels on several lines: each line of a right-to-left text begins at the right side, whole."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from reader.ui.wrapped_label import WrappedLabel

TEXT = " ".join(["ااااا"] * 30)
"""Upright letters: what is drawn begins where the line begins."""


def beginnings(label, width: int) -> set[int]:
    """Where lines end on the right side, in pixels from there."""
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    label.setStyleSheet("color: #000000; background: #ffffff")
    label.setText(TEXT)
    label.resize(width, label.heightForWidth(width))
    picture = label.grab().toImage()
    found, height = set(), label.fontMetrics().lineSpacing()
    for top in range(0, picture.height() - height + 1, height):
        dark = [
            x
            for x in range(picture.width())
            for y in range(top, top + height)
            if picture.pixelColor(x, y).lightness() < 128
        ]
        assert dark
        found.add(picture.width() - max(dark))
    return found


@pytest.mark.parametrize("width", range(150, 170, 3))
def test_every_line_begins_at_its_side(qapp, width):
    assert len(beginnings(WrappedLabel(), width)) == 1


def test_the_work_around_is_still_needed(qapp):
    plain = QLabel()
    plain.setTextFormat(Qt.TextFormat.PlainText)
    plain.setWordWrap(True)
    assert len(beginnings(plain, 150)) > 1
