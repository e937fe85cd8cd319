"""Files that came with the program itself: to be trusted as far as the program, and no farther.

The help is read this way, and, when the program runs from source, the briefing beside it. That is called a
development copy: no publisher vouches for it, and nothing that is read this way is ever called genuine.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class ProgramFile:
    """A file that came with the program.

    Attributes:
        name: below the folder, its parts joined by ``/``.
        content: its bytes.
    """

    name: str
    content: bytes


class ProgramFolder:
    """A folder that came with the program.

    Args:
        folder: where it is.
    """

    signed = None
    """Nobody signed these files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def file(self, name: str, *, largest: int) -> ProgramFile:
        """Read a file.

        Args:
            name: below the folder, its parts joined by ``/``; made by rule, never taken from a text.
            largest: bytes it may have; never more are read.

        Raises:
            OSError: it is not there, is a link or behind one, is no plain file (a pipe would be waited for
                without end), or is larger.
        """
        path = self._folder
        for part in name.split("/"):
            path = path / part
            if path.is_symlink():
                raise OSError(name)
        if not path.is_file():
            raise OSError(name)
        with path.open("rb") as file:
            content = file.read(largest + 1)
        if len(content) > largest:
            raise OSError(name)
        return ProgramFile(name, content)
