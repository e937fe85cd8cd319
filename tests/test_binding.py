"""The Qt that is installed is one that this program can live with."""

from __future__ import annotations

import sys

import PySide6
from PySide6.QtGui import QTextBlockFormat


def test_calls_that_return_nothing_keep_none_alive():
    """PySide6 6.12 takes one reference to None too many at each such call, and CPython 3.11 aborts."""
    block = QTextBlockFormat()
    block.setTopMargin(1)
    before = sys.getrefcount(None)
    for _ in range(200):
        block.setTopMargin(1)
    assert abs(sys.getrefcount(None) - before) <= 5


def test_the_version_is_in_the_range_that_was_tested():
    assert (6, 8, 3) <= PySide6.__version_info__[:3] < (6, 12)
