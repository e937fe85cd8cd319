"""One small JSON file of what is remembered; whatever stands in its place, the program goes on."""

from __future__ import annotations

import os
import stat
from enum import Enum
from typing import TYPE_CHECKING, Any

from reader.errors import MemoryFault
from reader.security import safe_write

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 1
"""Written into every file; a file of a higher one is from a newer program."""
LARGEST = 2_000_000
"""Bytes that are read; ours are far smaller."""


class State(Enum):
    """What stands in the place of a file."""

    ABSENT = "absent"
    GOOD = "good"
    BROKEN = "broken"
    NEWER = "newer"


class KeptFile:
    """A file of the folder.

    Args:
        path: its place.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.state = State.ABSENT
        self._known = b""

    def read(self) -> dict[str, Any]:
        """Read the file.

        Returns:
            What it says, without the format; nothing unless ``state`` is ``GOOD`` afterwards.
        """
        self._known = b""
        try:
            data = _bytes(self.path)
        except FileNotFoundError:
            self.state = State.ABSENT
            return {}
        except OSError:
            self.state = State.BROKEN
            return {}
        self.state, values = _parsed(data)
        if self.state is State.GOOD:
            self._known = data
        return values

    def fault(self) -> MemoryFault | None:
        """Return what is to be said of the state it was found in."""
        if self.state is State.BROKEN:
            return MemoryFault(
                "“{file}” could not be read; the reader goes on without what it held.", file=self.path.name
            )
        if self.state is State.NEWER:
            return MemoryFault(
                "“{file}” is from a newer version of this program; it is left as it is.", file=self.path.name
            )
        return None

    def write(self, values: dict[str, Any]) -> None:
        """Write the file durably, if that changes it; a newer one is left alone, a broken one set aside.

        Args:
            values: what it is to say.

        Raises:
            WriteFailed: it could not be written.
        """
        if self.state is State.NEWER:
            return
        import json  # most windows remember nothing

        data = json.dumps({"format": FORMAT, **values}, ensure_ascii=False, indent=1).encode(
            "utf-8", "replace"
        )
        if data == self._known:
            return
        if self.state is State.BROKEN:
            safe_write.set_aside(self.path, self.aside)
        safe_write.write_file(self.path, data, private=True)
        self.state, self._known = State.GOOD, data

    def doubt(self) -> None:
        """Take it for broken: it says something impossible."""
        self.state, self._known = State.BROKEN, b""

    @property
    def aside(self) -> Path:
        """Where a broken one is kept."""
        return self.path.with_suffix(".broken")

    def erase(self) -> None:
        """Remove the file and the broken one that was set aside; a folder in their place is not ours.

        Raises:
            WriteFailed: one of them is still there.
        """
        for path in (self.path, self.aside):
            if os.path.lexists(path) and not stat.S_ISDIR(path.lstat().st_mode):
                safe_write.remove(path)
        self.state, self._known = State.ABSENT, b""


def _bytes(path: Path) -> bytes:
    """Read an ordinary file of reasonable size; no link is followed and nothing is waited for."""
    flags = (
        os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    )
    with open(os.open(path, flags), "rb") as file:  # noqa: PTH123  opened without following links
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError("not a file")
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise OSError("far too large")
    return data


def _parsed(data: bytes) -> tuple[State, dict[str, Any]]:
    import json

    try:
        values = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        return State.BROKEN, {}
    number = values.pop("format", None) if isinstance(values, dict) else None
    if type(number) is not int or number < FORMAT:
        return State.BROKEN, {}
    return (State.NEWER, {}) if number > FORMAT else (State.GOOD, values)
