"""What the reader has chosen, and the keys that choose: one change at a time, each said once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from reader.settings import (
    FACES,
    LARGEST_ZOOM,
    LINE_SPACINGS,
    MEASURES,
    SMALLEST_ZOOM,
    THEMES,
    ZOOM_STEP,
    Settings,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_Value = TypeVar("_Value")


class Choices(QObject):
    """Holds the settings.

    Args:
        settings: what was chosen at the beginning.
        parent: the window.

    Signals:
        page_restyled: size, face, spacing or measure of the page changed.
        theme_turned: the theme changed; carries its name.
        interface_turned: the language of the window changed; carries it.
        said: something to be told in passing; carries the sentence.
    """

    page_restyled = Signal()
    theme_turned = Signal(str)
    interface_turned = Signal(str)
    said = Signal(str)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    @property
    def settings(self) -> Settings:
        """What is chosen now."""
        return self._settings

    def choose(self, **changes: Any) -> None:  # noqa: ANN401  any field of Settings
        """Change settings, and tell of what changed.

        Args:
            changes: fields of ``Settings``.
        """
        before, self._settings = self._settings, replace(self._settings, **changes)
        now = self._settings
        if now.interface != before.interface:
            self.interface_turned.emit(now.interface)
        if now.theme != before.theme:
            self.theme_turned.emit(now.theme)
        looks = [(each.zoom, each.face, each.line_spacing, each.measure) for each in (before, now)]
        if looks[0] != looks[1]:
            self.page_restyled.emit()

    def zoom(self, by: int) -> None:
        """Make the text larger or smaller.

        Args:
            by: steps; 0 for 100 %.
        """
        zoom = self._settings.zoom + by * ZOOM_STEP if by else 100
        self.choose(zoom=max(SMALLEST_ZOOM, min(LARGEST_ZOOM, zoom)))
        self.said.emit(self.tr("Text size: %1%").replace("%1", str(self._settings.zoom)))

    def turn_theme(self) -> None:
        """Go on to the next theme."""
        self.choose(theme=_after(THEMES, self._settings.theme))

    def turn_interface(self) -> None:
        """Speak the other language."""
        self.choose(interface="en" if self._settings.interface == "fa" else "fa")

    def turn_face(self) -> None:
        """Go on to the next face."""
        self.choose(face=_after(FACES, self._settings.face))

    def turn_line_spacing(self) -> None:
        """Go on to the next line spacing."""
        self.choose(line_spacing=_after(LINE_SPACINGS, self._settings.line_spacing))
        self.said.emit(self.tr("Line spacing: %1%").replace("%1", str(self._settings.line_spacing)))

    def turn_measure(self) -> None:
        """Go on to the next width of the text column."""
        self.choose(measure=_after(MEASURES, self._settings.measure))
        said = self.tr("Text column: %1 letters wide").replace("%1", str(self._settings.measure * 9 // 4))
        self.said.emit(said)


def _after(values: Sequence[_Value], value: _Value) -> _Value:
    """Return what follows a value, or the first where it is the last or none of them."""
    return values[(values.index(value) + 1) % len(values)] if value in values else values[0]
