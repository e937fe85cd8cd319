"""Turns an index into bytes and back, stamped with what it was made from; what does not fit is not taken.

Whoosh's own files are not used: they would have to be unpickled, which can run anything, and Whoosh loaded to
read them. Here is nothing but numbers and words.
"""

from __future__ import annotations

import json
import sys
from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from reader.search.analysis import CHAIN
from reader.search.index import Index
from reader.search.light_loading import sha256

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.search.index import Entry
_FORMAT = 2
_NUMBER: Final = "I"
"""Array type of the number of a passage."""
_TIMES: Final = "H"
"""Array type of how often a term is in a passage."""
_MOST_TIMES = 65_535


class StoredOccurrences:
    """Says where the terms of a stored index are, without unpacking it.

    Args:
        counts: every term in order, with the number of passages it is in.
        numbers: of the passages, term after term.
        times: how often each term is in each of them.
    """

    def __init__(self, counts: dict[str, int], numbers: memoryview[int], times: memoryview[int]) -> None:
        self._terms = list(counts)
        self._starts = array(_NUMBER, [0])
        for count in counts.values():
            self._starts.append(self._starts[-1] + count)
        self._numbers, self._times = numbers, times

    @property
    def total(self) -> int:
        """How many there are of all terms together."""
        return self._starts[-1]

    def of(self, term: str) -> Iterator[tuple[int, float]]:
        """Yield the number of each passage a term is in, and how often it is there."""
        place = bisect_left(self._terms, term)
        if place < len(self._terms) and self._terms[place] == term:
            begin, end = self._starts[place : place + 2]
            yield from zip(self._numbers[begin:end], self._times[begin:end], strict=True)


def stamp(entries: Sequence[Entry]) -> str:
    """Return what an index of these passages is known by: their text and place, and the analysis."""
    return sha256(_stamped(entries))


def _stamped(entries: Sequence[Entry]) -> Iterator[bytes]:
    yield f"{_FORMAT} {CHAIN} {sys.byteorder}".encode("ascii")
    for entry in entries:
        passage = entry.passage
        parts = (
            entry.kind,
            entry.document,
            entry.language,
            entry.title,
            entry.section,
            passage.id,
            passage.kind.value,
            passage.text,
        )
        yield f"\n{json.dumps(parts)}".encode("ascii")


def write(index: Index) -> bytes:
    """Return an index as bytes: the same ones for the same index."""
    numbers, times = array(_NUMBER), array(_TIMES)
    counts = dict(sorted(index.counts.items()))
    for term in counts:
        for number, often in index.occurrences.of(term):
            numbers.append(number)
            times.append(min(int(often), _MOST_TIMES))
    head = {"stamp": stamp(index.entries), "lengths": index.lengths.tolist(), "counts": counts}
    line = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    return b"".join((line, b"\n", numbers.tobytes(), times.tobytes()))


def read(raw: bytes, entries: Sequence[Entry]) -> Index | None:
    """Read an index.

    Args:
        raw: what ``write`` returned.
        entries: the passages that it should be of.

    Returns:
        The index; None if it is of other passages, of another analysis, or none.
    """
    try:
        end = raw.index(b"\n")
        head = json.loads(raw[:end])
        lengths, counts = array("I", head["lengths"]), head["counts"]
        if head["stamp"] != stamp(entries) or len(lengths) != len(entries):
            return None
        data = memoryview(raw[end + 1 :])  # a copy: the words before it need not be kept twice
        parting = sum(counts.values()) * array(_NUMBER).itemsize
        numbers, times = data[:parting].cast(_NUMBER), data[parting:].cast(_TIMES)
        occurrences = StoredOccurrences(counts, numbers, times)
        if not len(numbers) == len(times) == occurrences.total or list(counts) != sorted(counts):
            return None
        if min(counts.values(), default=1) < 1 or max(numbers, default=-1) >= len(entries):
            return None
        return Index(tuple(entries), lengths, counts, occurrences)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        return None
