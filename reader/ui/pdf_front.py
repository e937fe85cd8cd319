"""What stands before the documents of the PDF edition: title page, what the file is, and the contents."""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from reader.library.document import Edition
from reader.render.html import Page
from reader.share import provenance
from reader.text.digits import digits_of
from reader.text.direction import is_right_to_left
from reader.ui import pdf_wording
from reader.ui.pdf_ink import laid
from reader.ui.pdf_paper import BOTTOM, FOOT, HEIGHT, TOP, WIDTH

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.library.document import Briefing, Language
    from reader.security.verdict import Verdict
    from reader.ui.page_style import PageStyle
    from reader.ui.pdf_ink import Ink
    from reader.wording import Wording

_LEADER = 9.0
"""Pixels from one dot of a leader to the next."""
_DOT = 1.4


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of the contents.

    Attributes:
        title: of a document, or of a part of the briefing.
        target: the name that leads to the document; empty for a part.
        page: number of its first page; 0 for a part.
    """

    title: str
    target: str = ""
    page: int = 0


def about_page(briefing: Briefing, verdict: Verdict, wording: Wording) -> Page:
    """Return the page that says what the file is.

    Args:
        briefing: what is in it.
        verdict: what may be said of the copy it is made from.
        wording: the language.
    """
    lines = "".join(f"<p>{html.escape(line)}</p>" for line in pdf_wording.about(briefing, verdict, wording))
    title = provenance.about_title(wording)
    edition = Edition("", wording.language, title, (), "")
    return Page(edition, lines, is_right_to_left(wording.language))


class Front:
    """Draws the pages before the documents.

    Args:
        ink: what to draw with.
        style: how they look.
    """

    def __init__(self, ink: Ink, style: PageStyle) -> None:
        self._ink, self._style = ink, style
        self._column = style.column
        self._left = (WIDTH - self._column) / 2

    # The title page

    def title(
        self,
        briefing: Briefing,
        languages: Sequence[Language],
        wordings: Mapping[Language, Wording],
        verdict: Verdict,
    ) -> None:
        """Draw the title page, in all languages of the file.

        Args:
            briefing: what is in it.
            languages: those of the file.
            wordings: the program's own languages that the file speaks.
            verdict: what may be said of the copy it is made from.
        """
        self._ink.new_page()
        theme = self._style.theme
        y = HEIGHT * (0.2 if len(languages) == 1 else 0.13)
        for number, language in enumerate(languages):
            rtl = is_right_to_left(language)
            if number:
                y += 46
                wide = self._column * 0.2
                self._ink.fill(QRectF((WIDTH - wide) / 2, y, wide, 1.0), theme.line)
                y += 46
            scale = 2.0 if number == 0 else 1.5
            title = briefing.titles.get(language) or next(iter(briefing.titles.values()))
            y = self._centred(title, self._bold(scale), theme.ink, y, right_to_left=rtl) + 24
            for issuer in _issuers(briefing, language):
                y = self._centred(issuer, self._style.font(1.1), theme.soft, y, right_to_left=rtl)
            wording = wordings.get(language) or next(iter(wordings.values()))
            if any(each.original and each.original != language for each in briefing.documents):
                y += 10
                said = pdf_wording.translated(wording)
                y = self._centred(said, self._style.font(0.9), theme.accent, y, right_to_left=rtl)
        self._below(briefing, wordings, verdict)

    def _below(self, briefing: Briefing, wordings: Mapping[Language, Wording], verdict: Verdict) -> None:
        """Say at the foot which issue it is and who vouches for it."""
        lines = []
        for wording in wordings.values():
            said = pdf_wording.imprint(briefing, verdict, wording)
            lines += [(each, is_right_to_left(wording.language)) for each in said]
        font = self._style.font(0.8)
        height = QFontMetricsF(font).height() * 1.12
        y = HEIGHT - BOTTOM - height * len(lines)
        for words, rtl in lines:
            self._centred(words, font, self._style.theme.soft, y, right_to_left=rtl)
            y += height

    def _bold(self, scale: float) -> QFont:
        font = self._style.font(scale)
        font.setWeight(QFont.Weight.Bold)
        return font

    def _centred(self, words: str, font: QFont, colour: str, y: float, *, right_to_left: bool) -> float:
        """Draw words in the middle, on as many lines as they need; return where the next thing may stand."""
        layout = laid(words, font, self._column, right_to_left=right_to_left)
        height = QFontMetricsF(font).height() * (1.0 if right_to_left else 0.9)
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            said = _units(words, line.textStart(), line.textLength()).strip()
            at = QPointF(self._left, y)
            middle = Qt.AlignmentFlag.AlignHCenter
            self._ink.text(
                said, font, colour, at, width=self._column, side=middle, right_to_left=right_to_left
            )
            y += height
        return y

    # The contents

    def contents(self, wording: Wording, rows: Sequence[Listed], language: Language, first: int) -> int:
        """Draw the contents of one language.

        Args:
            wording: says what they are called.
            rows: parts and documents in their order.
            language: of the titles.
            first: number of the first page that is drawn.

        Returns:
            How many pages they took.
        """
        return self._list(wording, rows, language, first, drawn=True)

    def pages_of_contents(
        self, wording: Wording, rows: Sequence[Listed], language: Language, first: int
    ) -> int:
        """Return how many pages the contents will take, whatever the numbers are."""
        return self._list(wording, rows, language, first, drawn=False)

    def _list(
        self, wording: Wording, rows: Sequence[Listed], language: Language, first: int, *, drawn: bool
    ) -> int:
        rtl = is_right_to_left(language)
        plain, bold, heading = self._style.font(), self._bold(1.0), self._bold(1.7)
        line = self._style.line(right_to_left=rtl)
        ink, theme = self._ink, self._style.theme
        pages, y = 0, HEIGHT
        for number, row in enumerate(rows):
            layout = laid(row.title, plain if row.page else bold, self._column * 0.84, right_to_left=rtl)
            needed = line * layout.lineCount() + (0.5 * line if not row.page else 0.0)
            # The title of a part does not stand alone.
            together = needed + (line * 1.5 if not row.page else 0.0)
            if y + together > HEIGHT - BOTTOM:
                if drawn:
                    ink.new_page()
                    self._number(digits_of(str(first + pages), language), rtl=rtl)
                pages += 1
                y = TOP
                if number == 0:
                    if drawn:
                        at = QPointF(self._left, y)
                        words, side = pdf_wording.contents(wording), _start(rtl)
                        ink.place(f"contents.{language}", y)
                        ink.text(
                            words, heading, theme.ink, at, width=self._column, side=side, right_to_left=rtl
                        )
                    y += QFontMetricsF(heading).height() + 0.4 * line
            if not row.page:
                y += 0.5 * line
            if drawn:
                self._row(row, y, line, language, plain if row.page else bold)
            y += line * layout.lineCount()
        return pages

    def _row(self, row: Listed, y: float, line: float, language: Language, font: QFont) -> None:
        """Draw a row: the title, dots, and the number of the page at the side where lines end."""
        rtl = is_right_to_left(language)
        ink, theme = self._ink, self._style.theme
        layout = laid(row.title, font, self._column * 0.84, right_to_left=rtl)
        metrics = QFontMetricsF(font)
        top, last = y, ""
        for number in range(layout.lineCount()):
            part = layout.lineAt(number)
            last = _units(row.title, part.textStart(), part.textLength()).strip()
            at = QPointF(self._left, y)
            side = _start(rtl)
            ink.text(last, font, theme.ink, at, width=self._column, side=side, right_to_left=rtl)
            y += line
        if not row.page:
            return
        shown = digits_of(str(row.page), language)
        at = QPointF(self._left, y - line)
        side = Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight
        ink.text(shown, font, theme.ink, at, width=self._column, side=side, right_to_left=rtl)
        taken, number_width = metrics.horizontalAdvance(last) + 12, metrics.horizontalAdvance(shown) + 12
        baseline = y - line + metrics.ascent() - 2
        dots = int((self._column - taken - number_width) / _LEADER)
        for dot in range(dots):
            # Counted from the number, so that the dots of all rows stand below each other.
            off = number_width + (dot + 0.5) * _LEADER
            x = self._left + off if rtl else self._left + self._column - off
            ink.fill(QRectF(x, baseline, _DOT, _DOT), theme.pale)
        ink.link(QRectF(self._left, top, self._column, y - top), row.target)

    def _number(self, shown: str, *, rtl: bool) -> None:
        at = QPointF(self._left, HEIGHT - FOOT)
        middle = Qt.AlignmentFlag.AlignHCenter
        font, colour = self._style.font(0.8), self._style.theme.soft
        self._ink.text(shown, font, colour, at, width=self._column, side=middle, right_to_left=rtl)


def _start(right_to_left: bool) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft


def _issuers(briefing: Briefing, language: Language) -> list[str]:
    """Return who issued the texts, as they name themselves, each once."""
    named = [
        document.issuers.get(language) or next(iter(document.issuers.values()))
        for document in briefing.documents
        if document.issuers
    ]
    return list(dict.fromkeys(named))


def _units(words: str, start: int, length: int) -> str:
    """Return a part of a text that is counted in UTF-16 units."""
    return words.encode("utf-16-le")[2 * start : 2 * (start + length)].decode("utf-16-le", "replace")
