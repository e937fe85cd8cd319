"""Loads what the search needs without the sockets, TLS and OpenSSL that come along and are never used."""

from __future__ import annotations

import sys
import warnings
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_DOWNLOADS = "urllib.request"
_OPENSSL = "_hashlib"


def sha256(pieces: Iterable[bytes]) -> str:
    """Return the digest of bytes that come in pieces, in hexadecimal digits.

    Where ``hashlib`` was not loaded before, it is loaded with Python's own digests only: OpenSSL's would take
    3 MiB more, and the bundle has none.
    """
    if "hashlib" not in sys.modules:
        sys.modules[_OPENSSL] = None  # type: ignore[assignment]  # so Python says that there is none
        try:
            import hashlib
        finally:
            del sys.modules[_OPENSSL]
    else:
        import hashlib
    hashed = hashlib.sha256()
    for piece in pieces:
        hashed.update(piece)
    return hashed.hexdigest()


@contextmanager
def loading_whoosh() -> Iterator[None]:
    """Make ``import whoosh…`` safe within the block.

    Whoosh names ``urllib.request.urlretrieve`` for a script of its own; that module would load sockets and
    TLS, 4 MiB of them. It gets an empty one. Whoosh also loads ``hashlib``, which is seen to before. Its
    source has escapes that newer Pythons warn of.
    """
    sha256(())
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
