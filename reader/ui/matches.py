"""The matches of a search as marks on a laid-out document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from reader.ui.passage_map import PassageMap
    from reader.ui.theme import Theme

Range = tuple[int, int]
Marks = dict[str, tuple[Range, ...]]
"""Ranges [start, end) of characters of a passage's text, by passage."""


@dataclass(frozen=True, slots=True)
class Matches:
    """Matches in a document.

    Attributes:
        selections: coloured stretches, for the view.
        places: document position where each match begins.
        here: position of the match that one stands on; None if it is not here.
    """

    selections: list[QTextEdit.ExtraSelection]
    places: tuple[int, ...]
    here: int | None


def matches_on(
    document: QTextDocument,
    passages: PassageMap,
    theme: Theme,
    marks: Marks,
    current: tuple[str, Range] | None,
) -> Matches:
    """Find matches in a document and colour them.

    Args:
        document: what is shown.
        passages: its map.
        theme: gives the colours.
        marks: what matched.
        current: passage and range that one stands on.
    """
    selections: list[QTextEdit.ExtraSelection] = []
    places: list[int] = []
    here = None
    for passage_id, ranges in marks.items():
        for start, end in ranges:
            stands_on = current is not None and current == (passage_id, (start, end))
            spans = passages.spans(passage_id, start, end)
            if not spans:
                continue
            colour = theme.current if stands_on else theme.hit
            selections += [_selection(document, span, colour, theme.hit_ink) for span in spans]
            places.append(spans[0][0])
            here = places[-1] if stands_on else here
    return Matches(selections, tuple(places), here)


def _selection(document: QTextDocument, span: Range, colour: str, ink: str) -> QTextEdit.ExtraSelection:
    look = QTextCharFormat()
    look.setBackground(QColor(colour))
    look.setForeground(QColor(ink))
    return _dressed(document, span, look)


def _dressed(document: QTextDocument, span: Range, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    cursor = QTextCursor(document)
    cursor.setPosition(span[0])
    cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
    selection.cursor = cursor  # type: ignore[attr-defined]
    selection.format = look  # type: ignore[attr-defined]
    return selection


def terms_on(
    document: QTextDocument, passages: PassageMap, theme: Theme, terms: Marks
) -> list[QTextEdit.ExtraSelection]:
    """Underline words with dots.

    Args:
        document: what is shown.
        passages: its map.
        theme: gives the colour.
        terms: ranges by passage.
    """
    selections = []
    for passage_id, ranges in terms.items():
        for start, end in ranges:
            for span in passages.spans(passage_id, start, end):
                look = QTextCharFormat()
                look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
                look.setUnderlineColor(QColor(theme.accent))
                selections.append(_dressed(document, span, look))
    return selections
