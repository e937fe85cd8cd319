"""Justifies the visible lines of Persian text by widening the spaces between words.

WORKAROUND(Qt 6.11): Qt.AlignJustify pulls joined letters apart and gives all the slack of a line
with a Latin word to one space; tests/ui/test_justifier.py::test_qt_still_tears_joined_letters tells
when this file can go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout

from reader.ui.page_layout import JUSTIFIED

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

WIDEST = 0.5
"""Em added to one space at most; a line that needs more stays ragged rather than tear a river."""
NARROWEST = 19.0
"""Em: about 42 letters. In a narrower column every second line would tear, so all of it stays ragged."""
_ROUNDING = 0.6


class Justifier:
    """Stretches blocks once per width; breaks and heights do not change, so nothing moves.

    Args:
        document: the document shown. Its layouts' format overlays belong to the justifier: no
            syntax highlighter may be used on it.
        em: size of the body text in pixels.
    """

    def __init__(self, document: QTextDocument, em: int) -> None:
        self._document = document
        self._em = em
        self._done: dict[int, float] = {}

    def forget(self) -> None:
        """Take the stretching back, before the width changes: stretched lines would break elsewhere."""
        for number in self._done:
            self._document.findBlockByNumber(number).layout().clearFormats()
        self._done.clear()

    def release(self, block: QTextBlock) -> None:
        """Take the stretching of one block back, before its lines are broken anew."""
        if self._done.pop(block.blockNumber(), None) is not None:
            block.layout().clearFormats()

    def justify(self, block: QTextBlock) -> bool:
        """Stretch the lines of a laid-out block, if that was not done at this width.

        Returns:
            Whether anything changed.
        """
        if not block.blockFormat().property(JUSTIFIED) or not block.isVisible():
            return False
        layout = block.layout()
        if layout.lineCount() == 0:
            return False
        width = layout.lineAt(layout.lineCount() - 1).width()
        if width < NARROWEST * self._em:
            return False
        if self._done.get(block.blockNumber()) == width:
            return False
        self._done[block.blockNumber()] = width
        text = block.text()
        ranges = [
            stretched
            for number in range(layout.lineCount() - 1)
            if (stretched := self._stretched(layout.lineAt(number), text)) is not None
        ]
        if not ranges and not layout.formats():
            return False
        layout.setFormats(ranges)
        self._document.markContentsDirty(block.position(), block.length())
        return True

    def _stretched(self, line: QTextLine, text: str) -> QTextLayout.FormatRange | None:
        start, length = line.textStart(), line.textLength()
        shown = text[start : start + length]
        if shown.endswith("\u2028"):
            return None
        tab = shown.rfind("\t")
        lead = tab + 1
        stretch = shown[lead:].rstrip(" ")
        spaces = stretch.count(" ")
        slack = line.width() - line.naturalTextWidth() - _ROUNDING
        if spaces == 0 or not 0 < slack < spaces * WIDEST * self._em:
            return None
        look = QTextCharFormat()
        look.setFontWordSpacing(slack / spaces)
        # Without it the stretched letters are measured on the pixel grid, and the block's height changes.
        look.setFontHintingPreference(QFont.HintingPreference.PreferNoHinting)
        wide = QTextLayout.FormatRange()
        wide.start = start + lead  # type: ignore[attr-defined]
        wide.length = len(stretch)  # type: ignore[attr-defined]
        wide.format = look  # type: ignore[attr-defined]
        return wide
