"""Reads an EPUB edition the way a reading system does: files by name, pages in order, texts of passages."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass
from xml.etree import ElementTree as ET

XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
NCX = "{http://www.daisy.org/z3986/2005/ncx/}"
TYPE = "{http://www.idpf.org/2007/ops}type"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
NOT_TEXT = {"m", "n", "call", "back", "see", "missing"}
NESTED = {"ul", "ol", "p", "blockquote", "pre", "table"}


@dataclass(frozen=True)
class Book:
    """An EPUB file, opened."""

    raw: bytes

    @property
    def archive(self) -> zipfile.ZipFile:
        return zipfile.ZipFile(io.BytesIO(self.raw))

    @property
    def names(self) -> list[str]:
        return self.archive.namelist()

    def read(self, name: str) -> bytes:
        return self.archive.read(f"EPUB/{name}")

    def tree(self, name: str) -> ET.Element:
        return ET.fromstring(self.read(name))

    @property
    def package(self) -> ET.Element:
        return self.tree("package.opf")

    @property
    def pages(self) -> list[str]:
        """Names of the files of text, in reading order."""
        files = {each.get("id"): each.get("href") for each in self.package.iter(f"{OPF}item")}
        return [files[each.get("idref")] for each in self.package.iter(f"{OPF}itemref")]

    def text(self) -> str:
        """Everything that is written in it, tags and all."""
        names = (name for name in self.names if name.endswith((".xhtml", ".opf", ".ncx", ".css", ".xml")))
        return "\n".join(self.archive.read(name).decode() for name in names)

    def identities(self, page: str) -> list[str]:
        return [each.get("id", "") for each in self.tree(page).iter() if each.get("id")]

    def links(self) -> list[tuple[str, str, str]]:
        """Every link: the page it is on, the page it leads to, the id there."""
        found = []
        for page in [*self.pages, "toc.ncx", "package.opf"]:
            for each in self.tree(page).iter():
                for name in ("href", "src"):
                    if name in each.attrib:
                        file, _, identity = each.attrib[name].partition("#")
                        found.append((page, posixpath.normpath(file) if file else page, identity))
        return found

    def passages(self, document: str, language: str) -> list[tuple[str, str, str]]:
        """Id, number and text of every block with an id that a passage may have, in order."""
        own = re.compile(rf"{re.escape(document)}\.{language}(?:\.\d+)?\.xhtml")
        return [each for page in self.pages if own.fullmatch(page) for each in passages_of(self.tree(page))]


def passages_of(root: ET.Element) -> list[tuple[str, str, str]]:
    """Id, number and text of every block of a page with an id that a passage may have, in order."""
    named = (each for each in root.iter() if each.get("id") and "." not in each.get("id", ""))
    return [(each.get("id", ""), _number(each), _text(each)) for each in named]


def _number(element: ET.Element) -> str:
    shown = next((each.text or "" for each in element.iter() if each.get("class") == "n"), "")
    return shown.removeprefix("[").removesuffix("]")


def _text(element: ET.Element) -> str:
    if element.tag == f"{XHTML}tr":
        return "\t".join(_text_of(cell) for cell in element)
    if element.tag == f"{XHTML}pre":
        return "".join(element.itertext()).strip("\n")
    return _text_of(element)


def _text_of(element: ET.Element) -> str:
    return re.sub(r"[ \t\r\n\f]+", " ", "".join(_pieces(element))).strip(" ")


def _pieces(element: ET.Element):
    yield element.text or ""
    for child in element:
        tag = child.tag.removeprefix(XHTML)
        if child.get("class") not in NOT_TEXT and tag not in NESTED:
            if tag == "br":
                yield " "
            yield from _pieces(child)
        if tag not in NESTED:
            yield child.tail or ""
