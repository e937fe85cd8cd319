"""Which side of a line text starts at and ends at, said so that Qt does not turn it round once more."""

from __future__ import annotations

from PySide6.QtCore import Qt

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute


def start_side(*, right_to_left: bool) -> Qt.AlignmentFlag:
    """Return the side where lines begin.

    Without ``AlignAbsolute`` a painter or a layout that runs leftwards takes left for right.

    Args:
        right_to_left: whether the lines run leftwards.
    """
    return _RIGHT if right_to_left else _LEFT


def end_side(*, right_to_left: bool) -> Qt.AlignmentFlag:
    """Return the side where lines end.

    Args:
        right_to_left: whether the lines run leftwards.
    """
    return _LEFT if right_to_left else _RIGHT
