"""Lets Whoosh read its files without running anything in them: only its own plain values are made.

A Whoosh index is read with ``pickle``, which can name any function there is. An index on a stick is as little
to be trusted as anything else on it.
"""

from __future__ import annotations

import io
import pickle  # noqa: TID251  the one place that tames it
from typing import IO, Any

from reader.errors import ReaderError

_ALLOWED = frozenset(
    {
        ("builtins", "int"),
        ("__builtin__", "bytes"),
        ("collections", "defaultdict"),
        ("whoosh.codec.whoosh3", "W3Codec"),
        ("whoosh.codec.whoosh3", "W3Segment"),
    }
)


class NotPlain(ReaderError):
    """A stored index names something that is no plain value of an index."""


class PlainUnpickler(pickle.Unpickler):
    """Makes nothing but what an index of ours consists of."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401  whatever an index consists of
        """Return a class or function by its name, if it is allowed.

        Raises:
            NotPlain: it is not.
        """
        if (module, name) not in _ALLOWED:
            raise NotPlain("The stored index is not one of ours.")
        return super().find_class(module, name)


def plain_load(file: IO[bytes]) -> Any:  # noqa: ANN401
    """Read one pickled value from a file, as ``pickle.load`` does."""
    return PlainUnpickler(file).load()


def plain_loads(data: bytes) -> Any:  # noqa: ANN401
    """Read one pickled value from bytes, as ``pickle.loads`` does."""
    return plain_load(io.BytesIO(data))


class PlainPickle:
    """Stands in Whoosh in the place of the module ``pickle``."""

    dumps = staticmethod(pickle.dumps)
    loads = staticmethod(plain_loads)
    PicklingError = pickle.PicklingError


def tame() -> None:
    """Put the plain reader into every module of Whoosh that unpickles; they are loaded already."""
    from whoosh import columns, index
    from whoosh.codec import whoosh3
    from whoosh.filedb import structfile

    index.pickle = PlainPickle
    structfile.load_pickle = plain_load
    whoosh3.loads = columns.loads = plain_loads
