"""Sanitised HTML as a tree, and how to put something into one without losing text."""

from __future__ import annotations

import unicodedata
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

from reader.render.shaping import VOID
from reader.text.xml_letters import possible

HELD = "held"
"""Class of what is not broken between lines."""


def tree_of(body: str) -> ET.Element:
    """Return HTML as a tree whose root is ``body``.

    Args:
        body: as ``reader.render.sanitise`` leaves it: every element that opens is closed.
    """
    tree = _Tree()
    tree.feed(body)
    tree.close()
    return tree.root()


def add(element: ET.Element, text: str) -> None:
    """Add text at the end of an element, and nothing else."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def lead(element: ET.Element, first: ET.Element | None) -> None:
    """Put something before all that an element holds, and a space after it."""
    if first is not None:
        first.tail, element.text = " " + (element.text or "").lstrip(" \t\r\n\f"), None
        element.insert(0, first)


def hold(parent: ET.Element, raised: ET.Element) -> None:
    """Keep a note's number on the line of the sign before it; after a letter none ends anyway (UAX #14)."""
    place = list(parent).index(raised)
    before = (parent[place - 1].tail if place else parent.text) or ""
    kept = before
    while kept and unicodedata.category(kept[-1])[0] in "PS":
        kept = kept[:-1]
    if kept == before:
        return
    if place:
        parent[place - 1].tail = kept
    else:
        parent.text = kept
    held = ET.Element("span", {"class": HELD})
    held.text, held.tail, raised.tail = before[len(kept) :], raised.tail, None
    parent[place] = held
    held.append(raised)


def drop(parent: ET.Element, child: ET.Element) -> None:
    """Take an element out, and the hard space before it; what follows it stays."""
    place = list(parent).index(child)
    parent.remove(child)
    before, after = (parent.text if not place else parent[place - 1].tail) or "", child.tail or ""
    kept = before.rstrip("\u00a0 ") + after
    if place:
        parent[place - 1].tail = kept
    else:
        parent.text = kept


class _Tree(HTMLParser):
    """Makes a tree of sanitised HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._builder = ET.TreeBuilder()
        self._builder.start("body", {})

    def root(self) -> ET.Element:
        self._builder.end("body")
        return self._builder.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._builder.start(tag, {name: possible(value or "") for name, value in attrs})
        if tag in VOID:
            self._builder.end(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self._builder.end(tag)

    def handle_data(self, data: str) -> None:
        self._builder.data(possible(data))
