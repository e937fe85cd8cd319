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
