"""HTML of a document to HTML of a page: sanitised, isolated, its tables turned for the reading direction."""

from __future__ import annotations

import html
from html.parser import HTMLParser

from reader.render.sanitise import sanitise
from reader.text.digits import digits_of
from reader.text.direction import FSI, LRI, PDI, WORD_JOINER, is_right_to_left
from reader.text.foreign_runs import isolate

VOID = frozenset({"br", "hr", "img"})
_VERBATIM = frozenset({"code", "pre"})


def shaped(body: str, language: str) -> str:
    """Sanitise HTML of ``reader.library.source`` and shape it for its direction.

    Args:
        body: a page or a piece of one.
        language: its language.
    """
    shaping = Shaping(language, turns_tables=is_right_to_left(language))
    shaping.feed(sanitise(body))
    shaping.close()
    return shaping.result()


class Shaping(HTMLParser):
    """Rewrites sanitised HTML: isolates in the text, cells of a row reversed where that is asked.

    Args:
        language: language of the text.
        turns_tables: write the cells of a row in reverse.

    WORKAROUND(Qt 6.11): QTextDocument never mirrors a table, so the cells change places here;
    tests/render/test_html.py::test_qt_still_lays_tables_left_to_right tells when that can go.
    """

    def __init__(self, language: str, *, turns_tables: bool) -> None:
        super().__init__(convert_charrefs=True)
        self._language = language
        self._leftwards = is_right_to_left(language)
        self._turns_tables = turns_tables
        self._verbatim = 0
        self._raised = 0
        self._out: list[str] = []
        self._cells: list[list[str]] | None = None

    def result(self) -> str:
        """Return what was written."""
        return "".join(self._out)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Copy a tag; a row starts to collect its cells."""
        if tag == "a" and str(dict(attrs).get("href")).startswith("#fnref"):
            attrs = [each for each in attrs if each[0] != "title"]  # in English, whatever the text is in
        written = "".join(self._attribute(name, value or "") for name, value in attrs)
        if tag == "tr":
            self._out.append(f"<{tag}{written}>")
            self._cells = []
            return
        if tag in ("td", "th") and self._cells is not None:
            self._cells.append([])
        self._verbatim += tag in _VERBATIM
        self._raised += tag == "sup"
        self._write(f"<{tag}{written}>")
        if tag == "sup":
            self._write(WORD_JOINER)  # the number of a note never begins a line
        if self._stands_apart(tag):
            # What is typed may be Persian: its first letter says which way it runs.
            self._write(FSI if tag == "code" else LRI)

    def handle_endtag(self, tag: str) -> None:
        """Copy an end tag; a row that ends is written, turned if need be."""
        if tag in VOID:
            return
        if tag == "tr" and self._cells is not None:
            cells = self._cells[::-1] if self._turns_tables else self._cells
            self._cells = None
            self._out.extend("".join(cell) for cell in cells)
        if self._stands_apart(tag):
            self._write(PDI)
        self._verbatim -= tag in _VERBATIM
        self._raised -= tag == "sup"
        self._write(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        """Copy text with isolates; code and a note's number get none inside, and are isolates themselves."""
        if self._raised:
            data = digits_of(data, self._language)
        elif not self._verbatim:
            data = isolate(data, self._language)
        self._write(html.escape(data, quote=False))

    def _attribute(self, name: str, value: str) -> str:
        return f' {name}="{html.escape(value)}"'

    def _stands_apart(self, tag: str) -> bool:
        """Whether an element is one isolate: code, and a note's number, which would run on from a year."""
        return (tag == "code" and self._verbatim == 1) or (tag == "sup" and self._leftwards)

    def _write(self, piece: str) -> None:
        if self._cells:
            self._cells[-1].append(piece)
        elif self._cells is None or piece.strip():
            self._out.append(piece)
