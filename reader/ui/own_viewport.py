"""Gives an area that scrolls a widget of ours to paint on.

Asked for Qt's own, the binding does not know its class and first loads every class of widget there is: a
megabyte, and time before the first page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea

    from reader.ui.theme import Theme


def take_viewport(area: QAbstractScrollArea) -> QWidget:
    """Put a widget in the place of an area's own viewport.

    Args:
        area: before anything was painted on it.

    Returns:
        The new viewport; it follows the mouse, and is filled with the colour of paper.
    """
    sheet = QWidget(area)
    sheet.setAutoFillBackground(True)
    sheet.setBackgroundRole(QPalette.ColorRole.Base)
    sheet.setMouseTracking(True)
    area.setViewport(sheet)
    return sheet


def put_on_palette(view: QAbstractScrollArea, theme: Theme) -> None:
    """Give a view, and the sheet in it, the colours of a theme.

    Args:
        view: shows a page. One that was made after the window was dressed hands nothing on by itself.
        theme: the theme.
    """
    palette = theme.palette()
    view.setPalette(palette)
    view.viewport().setPalette(palette)
