"""An edition to the blocks of a web page: anchors that are unique in one file, numbers in the margin."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from reader.render.sanitise import sanitise
from reader.render.shaping import VOID, Shaping
from reader.text.digits import digits_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from reader.library.document import Edition, Explanation

NUMBER = "n"
"""Class of a passage's number in the margin."""
SEE = "see"
"""Class of the links to what explains a passage; not part of its text."""
_NOTE = re.compile(r"fn(ref(\d*))?:(.*)")
_PLAIN = re.compile(r"[A-Za-z0-9.#:_-]+")


def blocks(
    edition: Edition,
    *,
    suffix: str,
    source: Callable[[str], str],
    explanations: Mapping[str, Sequence[Explanation]],
) -> tuple[str, ...]:
    """Return the top blocks of an edition, as HTML for a browser.

    A passage's id stands on its block, or on the first cell of its row; other ids get the document's name
    before them: the third note is ``letter.f3``, its first call ``letter.r3``. Links lead to ids of the
    same file.

    Args:
        edition: the document in one language.
        suffix: comes after every id, so that two languages can stand in one file.
        source: gives the address of a picture, such as a ``data:`` one, by its name; empty for none.
        explanations: what explains a passage, by passage.
    """
    shaping = _Blocks(edition, suffix, source, explanations)
    shaping.feed(sanitise(edition.body))
    shaping.close()
    return tuple(shaping.blocks)


class _Blocks(Shaping):
    """Cuts sanitised HTML into its top blocks and renames what leads somewhere."""

    def __init__(
        self,
        edition: Edition,
        suffix: str,
        source: Callable[[str], str],
        explanations: Mapping[str, Sequence[Explanation]],
    ) -> None:
        super().__init__(edition.language, turns_tables=False)
        self._passages = {passage.id: passage for passage in edition.passages}
        self._document, self._suffix, self._source = edition.document, suffix, source
        self._explanations = explanations
        self._open: list[str] = []
        self._notes: dict[str, int] = {}
        self.blocks: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Copy a tag; a passage begins with its number."""
        given = {name: value or "" for name, value in attrs}
        passage = self._passage(tag, given.pop("id", ""), given)
        if "href" in given:
            given["href"] = self._target(given["href"])
            given.pop("title", None)
        if tag == "img":
            address = self._source(given.pop("src", ""))
            given |= {"src": address} if address else {}
        super().handle_starttag(tag, list(given.items()))
        if tag not in VOID:
            self._open.append(passage if tag not in ("td", "th") else "")
        number = self._passages[passage].number if passage else ""
        if number:
            shown = digits_of(number, self._language)
            self._write(f"<a class={NUMBER}>{shown}</a>")
        self._cut()

    def handle_endtag(self, tag: str) -> None:
        """Copy an end tag; a passage ends with what explains it."""
        if tag in VOID:
            return
        passage = self._open.pop() if self._open else ""
        for each in self._explanations.get(passage, ()):
            title = html.escape(each.title, quote=False)
            self._write(f"<a class={SEE} href={self._target(each.href)}>{title}</a>")
        super().handle_endtag(tag)
        self._cut()

    def handle_data(self, data: str) -> None:
        """Copy text; between blocks there is only space."""
        if self._open:
            super().handle_data(data)

    def _cut(self) -> None:
        if not self._open and self._out:
            self.blocks.append("".join(self._out))
            self._out.clear()

    def _passage(self, tag: str, identity: str, given: dict[str, str]) -> str:
        """Give an element its new id, and return the passage it is; empty for none."""
        if tag in ("td", "th"):
            identity, _, column = identity.rpartition(".")
            if column != "1":
                return ""
        if not identity:
            return ""
        if identity in self._passages:
            given["id"] = identity + self._suffix
            return identity
        given["id"] = self._own(identity)
        return ""

    def _own(self, identity: str) -> str:
        """Return what an id is called that only its document knows."""
        note = _NOTE.fullmatch(identity)
        if note is not None:
            number = self._notes.setdefault(note[3], len(self._notes) + 1)
            call = f"-{note[2]}" if note[2] else ""
            identity = f"r{number}{call}" if note[1] else f"f{number}"
        return f"{self._document}.{identity}{self._suffix}"

    def _attribute(self, name: str, value: str) -> str:
        return f" {name}={value}" if _PLAIN.fullmatch(value) else super()._attribute(name, value)

    def _target(self, link: str) -> str:
        """Return where a link of the briefing leads within one file."""
        document, _, inside = link.partition("#")
        document = document.removesuffix(".md")
        if not inside:
            return f"#{document}"
        if document or inside in self._passages:
            return f"#{inside}{self._suffix}"
        return f"#{self._own(inside)}"
