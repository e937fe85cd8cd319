"""Decodes the pictures of the briefing, and refuses bombs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, Qt
from PySide6.QtGui import QImage, QImageReader, QTextDocument

from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Callable

LARGEST_PICTURE = 20_000_000
"""Pixels of a picture that is decoded."""


def resource(picture: Callable[[str], bytes], kind: int, name: str) -> QImage:
    """Answer a text view that asks for something its text names.

    Args:
        picture: gives the bytes of a picture of the briefing by its name, or raises a ReaderError.
        kind: what Qt asks for (``QTextDocument.ResourceType``).
        name: as the text has it.

    Returns:
        The picture, or an empty one for everything else: for None Qt would go on and read the address itself.
    """
    empty = QImage(1, 1, QImage.Format.Format_ARGB32)
    empty.fill(Qt.GlobalColor.transparent)
    if kind != QTextDocument.ResourceType.ImageResource.value:
        return empty
    return decoded(picture, name) or empty


def decoded(picture: Callable[[str], bytes], name: str) -> QImage | None:
    """Decode one picture.

    Args:
        picture: gives the bytes of a picture of the briefing by its name, or raises a ReaderError.
        name: as the text has it.

    Returns:
        The picture; None if there is none, it is damaged, or it is too large. Its caption stands for it.
    """
    try:
        raw = picture(name)
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
