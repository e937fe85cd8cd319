"""How a page is to look: face, size, line spacing, measure and colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont

if TYPE_CHECKING:
    from reader.ui.theme import Theme

BODY_PIXELS = 20
"""Size of Vazirmatn at 100 %."""
_RAISED = 0.95
"""Size of raised text, em; Qt draws it at two thirds of this."""


@dataclass(frozen=True, slots=True)
class Face:
    """What must be known of a font family.

    Attributes:
        scale: its size beside Vazirmatn's where both look equally large.
        natural: ascent and descent together, em.
        persian: height of a line of Persian, em.
        latin: height of a line of Latin letters, em.
    """

    scale: float
    natural: float
    persian: float
    latin: float


FACES = {
    "Vazirmatn": Face(1.0, 1.5625, 1.9, 1.6),
    "Amiri": Face(1.15, 1.758, 1.75, 1.42),
}


@dataclass(frozen=True, slots=True)
class PageStyle:
    """How a page is to look.

    Attributes:
        theme: its colours.
        zoom: text size, percent.
        family: font family, one of ``FACES``.
        narrow: whether the column is narrow, so that titles must not be large.
        line_spacing: percent of the face's own.
        measure: width of the text column in em: 30 holds 65-70 characters a line (Bringhurst's
            classic measure).
    """

    theme: Theme
    zoom: int = 100
    family: str = "Vazirmatn"
    narrow: bool = False
    line_spacing: int = 100
    measure: int = 30

    @property
    def face(self) -> Face:
        """What must be known of the family."""
        return FACES[self.family]

    @property
    def em(self) -> int:
        """Size of the body text in pixels."""
        return round(BODY_PIXELS * self.face.scale * self.zoom / 100)

    @property
    def column(self) -> float:
        """Width of the text column in pixels: the same for every face."""
        return self.measure * BODY_PIXELS * self.zoom / 100

    def line(self, *, right_to_left: bool) -> float:
        """Return the height of a line of body text in pixels."""
        own = self.face.persian if right_to_left else self.face.latin
        return own * self.em * self.line_spacing / 100

    def font(self, scale: float = 1.0) -> QFont:
        """Return the page's font at a multiple of the body size."""
        font = QFont(self.family)
        font.setPixelSize(max(9, round(self.em * scale)))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def style_sheet(self) -> str:
        """Return the style sheet of the document: what Qt must know while it reads the HTML."""
        em, theme = self.em, self.theme
        return (
            f"a {{ color: {theme.accent}; text-decoration: none; }}"
            # Qt would slant Arabic letters; a colour sets them off instead.
            f"em, i {{ font-style: normal; color: {theme.accent}; }}"
            f"code, pre {{ font-family: '{self.family}'; background-color: {theme.desk}; }}"
            f"sup {{ font-size: {round(em * _RAISED)}px; }}"
        )
