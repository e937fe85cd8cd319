"""What drawing on paper must know of a block of a set document: the look of its letters, notes it calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextFormat

from reader.ui.pdf_ink import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QTextBlock, QTextDocument

    from reader.ui.page_values import Dress
    from reader.ui.passage_map import PassageMap, Stand

NOTE = "fn:"
"""How the names of notes begin."""
_RAISED = 0.36
"""Em that raised letters stand above the line."""


class Blocks:
    """Reads the blocks of one document.

    Args:
        document: set and laid out.
        names: of its blocks, by their numbers.
        passages: which passage stands in which block.
        dress: how the document looks.
    """

    def __init__(
        self,
        document: QTextDocument,
        names: Mapping[int, tuple[str, ...]],
        passages: PassageMap,
        dress: Dress,
    ) -> None:
        self._document, self._names, self._passages, self._dress = document, names, passages, dress
        self.called: set[str] = set()

    def rect(self, block: QTextBlock) -> QRectF:
        """Return where a block stands in the document."""
        return self._document.documentLayout().blockBoundingRect(block)

    def stand(self, block: QTextBlock) -> Stand | None:
        """Return which passage stands in a block."""
        return self._passages.stand(block.blockNumber())

    def number(self, stand: Stand | None) -> str:
        """Return the number that stands beside the beginning of a passage; empty for none."""
        if stand is None or stand.column or not stand.passage.number:
            return ""
        return self._dress.number(stand.passage.number)

    def named(self, block: QTextBlock) -> tuple[str, ...]:
        """Return the names of what begins in a block."""
        names = self._names.get(block.blockNumber(), ())
        return tuple(name if name.startswith("fn") else name.partition(".")[0] for name in names)

    def calls(self, spans: tuple[Span, ...], start: int, end: int) -> tuple[str, ...]:
        """Return the notes that are called by letters of a block."""
        names = [
            span.href[1:] for span in spans if span.href.startswith(f"#{NOTE}") and start <= span.start < end
        ]
        self.called.update(names)
        return tuple(dict.fromkeys(names))

    def spans(self, block: QTextBlock) -> tuple[Span, ...]:
        """Return how the letters of a block look."""
        theme = self._dress.style.theme
        spans = []
        iterator = block.begin()
        while not iterator.atEnd():
            fragment = iterator.fragment()
            iterator += 1
            look = fragment.charFormat()
            if look.isImageFormat():
                continue
            start = fragment.position() - block.position()
            colour = (
                look.foreground().color().name()
                if look.hasProperty(QTextFormat.Property.ForegroundBrush)
                else theme.ink
            )
            ground = (
                look.background().color().name()
                if look.hasProperty(QTextFormat.Property.BackgroundBrush)
                else ""
            )
            raised = look.verticalAlignment() == look.VerticalAlignment.AlignSuperScript
            spans.append(
                Span(
                    start,
                    start + fragment.length(),
                    colour,
                    ground,
                    look.anchorHref(),
                    _RAISED * self._dress.style.em if raised else 0.0,
                )
            )
        return tuple(spans)
