"""The pictures of one page: decoded with care, as wide as the text column, sharp on any screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, Qt, QUrl
from PySide6.QtGui import QImage, QImageReader, QTextCursor, QTextDocument

from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QTextBlock

    PictureSource = Callable[[str, str, Mapping[str, str]], bytes]
    """Gives the bytes of a picture, by its name, for a language and a theme, or raises a ReaderError."""

LARGEST_PICTURE = 20_000_000
"""Pixels of a picture that is decoded."""


class Pictures:
    """The pictures of one page.

    Args:
        source: gives their bytes.
        language: of the page.
        colours: of the theme, ``#rrggbb`` by name.
    """

    def __init__(self, source: PictureSource, language: str, colours: Mapping[str, str]) -> None:
        self._source, self._language, self._colours = source, language, colours
        self._decoded: dict[str, QImage | None] = {}

    def resource(self, kind: int, name: str) -> QImage:
        """Answer a text view that asks for something its text names.

        Args:
            kind: what Qt asks for (``QTextDocument.ResourceType``).
            name: as the text has it.

        Returns:
            The picture, or an empty one for everything else: for None Qt would go on and read the
            address itself.
        """
        picture = self._picture(name) if kind == QTextDocument.ResourceType.ImageResource.value else None
        if picture is None:
            picture = QImage(1, 1, QImage.Format.Format_ARGB32)
            picture.fill(Qt.GlobalColor.transparent)
        return picture

    def fit(self, document: QTextDocument, width: float, ratio: float) -> None:
        """Make every picture of a document as wide as its column, or as it is itself if that is less.

        Args:
            document: shows them.
            width: of its column in pixels.
            ratio: pixels of the screen for each of these.
        """
        for position in picture_positions(document):
            cursor = QTextCursor(document)
            cursor.setPosition(position)
            cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
            shape = cursor.charFormat().toImageFormat()
            picture = self._picture(shape.name())
            if picture is None:
                continue
            shown = max(1.0, min(width, float(picture.width())))
            height = max(1.0, shown * picture.height() / picture.width())
            # Scaled here, because Qt would leave pixels out instead of mixing them.
            scaled = picture.scaled(
                round(shown * ratio),
                round(height * ratio),
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            scaled.setDevicePixelRatio(ratio)
            document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(shape.name()), scaled)
            shape.setWidth(shown)
            shape.setHeight(height)
            cursor.setCharFormat(shape)
            # Whole, it takes more memory than its document; decoding it again takes milliseconds.
            del self._decoded[shape.name()]

    def _picture(self, name: str) -> QImage | None:
        if name not in self._decoded:
            self._decoded[name] = self._decode(name)
        return self._decoded[name]

    def _decode(self, name: str) -> QImage | None:
        """Return a picture; None if there is none, it is damaged or too large. Its caption stands for it."""
        try:
            raw = self._source(name, self._language, self._colours)
        except ReaderError:
            return None
        buffer = QBuffer()
        buffer.setData(QByteArray(raw))
        reader = QImageReader(buffer, b"png" if name.endswith(".png") else b"jpg")
        size = reader.size()
        if not size.isValid() or size.width() * size.height() > LARGEST_PICTURE:
            return None
        image = reader.read()
        return None if image.isNull() else image


def picture_positions(document: QTextDocument) -> list[int]:
    """Return where the pictures of a document stand.

    Args:
        document: a loaded document.
    """
    found: list[int] = []
    block = document.begin()
    while block.isValid():
        found += pictures_in(block)
        block = block.next()
    return found


def pictures_in(block: QTextBlock) -> list[int]:
    """Return where the pictures of one block stand."""
    found: list[int] = []
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        if fragment.charFormat().isImageFormat():
            found += range(fragment.position(), fragment.position() + fragment.length())
        iterator += 1
    return found
