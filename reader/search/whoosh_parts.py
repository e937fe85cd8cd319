"""Loads Whoosh without the network and encryption modules that it would bring in and never use."""

from __future__ import annotations

import sys
import warnings
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_DOWNLOADS = "urllib.request"


@contextmanager
def loading_whoosh() -> Iterator[None]:
    """Make ``import whoosh…`` safe within the block.

    Whoosh names ``urllib.request.urlretrieve`` for a script of its own; that module would load sockets and
    TLS, 4 MiB of them. It gets an empty one. Its source also has escapes that newer Pythons warn of.
    """
    before = sys.modules.get(_DOWNLOADS)
    if before is None:
        empty = ModuleType(_DOWNLOADS)
        empty.urlretrieve = None  # type: ignore[attr-defined]
        sys.modules[_DOWNLOADS] = empty
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        if before is None:
            del sys.modules[_DOWNLOADS]
