"""Loads what the search needs without the sockets, TLS, OpenSSL and more that come along unused."""

from __future__ import annotations

import sys
import warnings
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NEVER_USED = {
    "urllib.request": ("urlretrieve",),
    "decimal": ("Decimal",),
    "calendar": (),
    "whoosh.analysis.intraword": ("IntraWordFilter",),
    "whoosh.analysis.morph": ("StemFilter",),
    "whoosh.analysis.ngrams": (),
    "whoosh.automata.lev": (),
    "whoosh.matching.binary": (),
    "whoosh.matching.combo": (),
}
"""What Whoosh loads for other fields, filters, queries and scripts, and the names it takes from there."""
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

    Whoosh loads sockets and TLS for a script of its own, and more for what is not done here: 6 MiB. It gets
    empty modules instead, unless something else has loaded them. Whoosh also loads ``hashlib``, which is seen
    to before. Its source has escapes that newer Pythons warn of.
    """
    sha256(())
    empty = [name for name in _NEVER_USED if name not in sys.modules]
    for name in empty:
        sys.modules[name] = module = ModuleType(name)
        vars(module).update(dict.fromkeys(_NEVER_USED[name]))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for name in empty:
            del sys.modules[name]
