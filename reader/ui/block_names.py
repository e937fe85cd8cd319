"""Which block of a loaded document is called what: names travel through Qt as a letter, not as anchors.

WORKAROUND(Qt 6.9): Qt keeps an ``id`` as a format of the block's first letter. Letters of different
formats are shaped apart, so the first word is torn; and a thousand formats that differ in a name alone
make loading seven times slower. tests/ui/test_page_layout.py::test_qt_still_tears_the_first_letter tells
when the first reason is gone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

Names = list[tuple[str, ...]]
"""The names of each block that has any, in the order of the page."""

_MARK = "\ue000"
_REPLACEMENT = "\ufffd"
_NAMED = re.compile(r'<(\w+)([^<>]*?) id="([^"]*)"([^<>]*)>')
_BLOCK_ENDS = re.compile("[\u2029\ufdd0\ufdd1]")
"""What ends a block in a document's raw text: the end of a paragraph, the borders of tables and cells."""
_INLINE = frozenset({"a", "b", "code", "em", "i", "strong", "sub", "sup"})
_NOTE = "fn:"


def without_names(html: str) -> tuple[str, Names]:
    """Take the names out of a page.

    Args:
        html: sanitised HTML, written by ``reader.render.html``.

    Returns:
        HTML with a mark at the start of each block that had a name, and the names. The name of a note's
        item goes to the paragraph in it; the names of inline elements are left out.
    """
    names: Names = []
    above: list[str] = []

    def mark(found: re.Match[str]) -> str:
        tag, before, name, after = found.groups()
        if tag in _INLINE:
            return f"<{tag}{before}{after}>"
        if name.startswith(_NOTE):
            above.append(name)
            return f"<{tag}{before}{after}>"
        names.append((*above, name))
        above.clear()
        return f"<{tag}{before}{after}>{_MARK}"

    return _NAMED.sub(mark, html.replace(_MARK, _REPLACEMENT)), names


def take_marks(document: QTextDocument, names: Names) -> dict[int, tuple[str, ...]]:
    """Remove the marks from a document that was loaded, before it is laid out.

    Args:
        document: was loaded with what ``without_names`` returned.
        names: the names it returned.

    Returns:
        Names by number of their block.
    """
    found: dict[int, tuple[str, ...]] = {}
    left = iter(names)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    block = document.begin()
    while block.isValid():
        position = block.position()
        if document.characterAt(position) == _MARK:
            found[block.blockNumber()] = next(left, ())
            cursor.setPosition(position)
            cursor.deleteChar()
        block = block.next()
    cursor.endEditBlock()
    return found


class BlockNames:
    """Loads pages, and remembers which block is called what for a page that is only dressed anew.

    Loading a long page twice, with the marks and without, is faster than taking them out one by one.
    """

    def __init__(self) -> None:
        self._html, self._plain = "", ""
        self._found: dict[int, tuple[str, ...]] = {}

    def load(self, document: QTextDocument, html: str) -> dict[int, tuple[str, ...]]:
        """Load a page into an empty document.

        Args:
            document: what it is loaded into.
            html: sanitised HTML, written by ``reader.render.html``.

        Returns:
            Names by number of their block.
        """
        if html != self._html:
            marked, names = without_names(html)
            document.setHtml(marked)
            left = iter(names)
            blocks = _BLOCK_ENDS.split(document.toRawText())
            self._found = {
                number: next(left, ()) for number, text in enumerate(blocks) if text.startswith(_MARK)
            }
            self._html, self._plain = html, marked.replace(_MARK, "")
        document.setHtml(self._plain)
        return self._found
