"""Decodes the pictures of the briefing, and refuses bombs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QImage, QImageReader

from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Callable

LARGEST_PICTURE = 20_000_000
"""Pixels of a picture that is decoded."""


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
