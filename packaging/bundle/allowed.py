"""Says what may be in a bundle: only what ``allowed.toml`` names, never whatever else was collected."""

from __future__ import annotations

import re
import sys
import tomllib
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LIST = Path(__file__).with_name("allowed.toml")
OWN = "reader"
"""The package all of whose modules are in a bundle."""
SYSTEMS = {"linux": "linux", "win32": "windows", "darwin": "macos"}
"""What a program folder is called, by ``sys.platform``."""
_IN_PYTHON = re.compile(r"(?:python3\.\d+/)?lib-dynload/")

Collected = tuple[str, str, str]
"""As PyInstaller hands it on: name in the bundle, where it is, kind."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something others made that is in the bundle.

    Attributes:
        name: what it is called.
        licences: names of files in ``licences/`` or ``resources/licences/``.
        wheel: the package whose own licences count; empty for none.
        files: patterns of its files on this system.
    """

    name: str
    licences: tuple[str, ...]
    wheel: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Allowed:
    """What may be in a bundle of one system.

    Attributes:
        modules: names of Python modules, the reader's own apart.
        parts: what the files belong to.
        icu: patterns of what stays of ICU's data.
    """

    modules: frozenset[str]
    parts: tuple[Part, ...]
    icu: tuple[str, ...]

    @classmethod
    def load(cls, system: str = "") -> Allowed:
        """Read the list.

        Args:
            system: ``linux``, ``windows`` or ``macos``; this one if empty.
        """
        table = tomllib.loads(LIST.read_text(encoding="utf-8"))
        named = system or SYSTEMS[sys.platform]
        return cls(
            frozenset(name for names in table["modules"].values() for name in names),
            tuple(
                Part(
                    part["name"],
                    tuple(part.get("licences", ())),
                    part.get("wheel", ""),
                    tuple(part.get(named, ())),
                )
                for part in table["part"]
            ),
            tuple(table["icu"]["kept"]),
        )

    def module(self, name: str) -> bool:
        """Say whether a Python module may be in it."""
        return name in self.modules or name.partition(".")[0] == OWN

    def file(self, name: str) -> bool:
        """Say whether a library or a file with data may be in it.

        Args:
            name: below the folder of the program's insides, its parts joined by ``/``.
        """
        return any(_matches(name, pattern) for part in self.parts for pattern in part.files)

    def chosen(self, collected: Iterable[Collected]) -> list[Collected]:
        """Return what may stay of that which PyInstaller collected; links are left out, FAT has none."""
        return [entry for entry in collected if self._stays(*entry)]

    def _stays(self, name: str, _: str, kind: str) -> bool:
        if kind == "SYMLINK":
            return False
        if kind.startswith("PYMODULE"):
            return self.module(name)
        plain = name.replace("\\", "/")
        return self.module(extension_module(plain)) if kind == "EXTENSION" else self.file(plain)


def extension_module(name: str) -> str:
    """Return the name of the module that a compiled file holds, as in ``nacl/_sodium.abi3.so``."""
    folder, _, last = _IN_PYTHON.sub("", name).rpartition("/")
    return ".".join([*folder.split("/"), last.partition(".")[0]] if folder else [last.partition(".")[0]])


def _matches(name: str, pattern: str) -> bool:
    return name.count("/") == pattern.count("/") and fnmatchcase(name, pattern)
