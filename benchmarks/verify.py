"""Measures the check of a pack: opening one, verified to the last byte, against hashing the same bytes.

The bare measure is ``hashlib.sha256(pack.read_bytes())``: it too ends with the bytes in memory, where a
reader needs them. Both take turns in one run, so that the machine's speed cancels out; processor time is
counted, and the fastest of several runs. A folder is checked without being kept in memory, and is measured
against hashing its files in pieces.

    python benchmarks/verify.py [MEGABYTES] [RUNS]
"""

from __future__ import annotations

import datetime
import hashlib
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from nacl.signing import SigningKey

from reader.security.folder_check import check_folder
from reader.security.manifest import BRIEFING_FORMAT, MANIFEST_NAME, Manifest
from reader.security.safe_archive import write_archive
from reader.security.signature import SIGNATURE_NAME, PublicKey, Signature, write_signature
from reader.security.trusted_keys import Publisher, TrustedKeys
from reader.security.verification import open_pack

if TYPE_CHECKING:
    from collections.abc import Callable

MEGABYTES, RUNS = 64, 9
RATIO = 1.5
PIECE = 1 << 20
SIZES = {"one large picture after the other": 2_000_000, "many documents": 40_000}
"""Bytes of a file of the pack, by what such a pack is like."""


def main() -> int:
    """Measure, print, and say whether the goal was met."""
    megabytes = int(sys.argv[1]) if len(sys.argv) > 1 else MEGABYTES
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else RUNS
    met = True
    with tempfile.TemporaryDirectory() as scratch:
        for kind, size in SIZES.items():
            pack, folder, keys = make(Path(scratch) / str(size), size, megabytes * 1_000_000 // size)
            measured = fastest(
                runs,
                {
                    "pack, hashlib": lambda pack=pack: hashlib.sha256(pack.read_bytes()).digest(),
                    "pack, verified": lambda pack=pack, keys=keys: open_pack(pack, keys),
                    "folder, hashlib": lambda folder=folder: bare(folder),
                    "folder, verified": lambda folder=folder, keys=keys: check_folder(folder, keys),
                },
            )
            print(f"{kind}: {pack.stat().st_size / 1e6:.0f} MB in files of {size / 1e3:.0f} kB")
            for name, seconds in measured.items():
                ratio = seconds / measured[f"{name.partition(',')[0]}, hashlib"]
                print(f"  {name:<17} {seconds * 1000:7.1f} ms   {ratio:.2f} × hashlib")
            met = met and measured["pack, verified"] <= RATIO * measured["pack, hashlib"]
    print(f"goal: a pack costs at most {RATIO} × hashlib: {'met' if met else 'MISSED'}")
    return 0 if met else 1


def make(folder: Path, size: int, count: int) -> tuple[Path, Path, TrustedKeys]:
    """Make a pack and a signed folder of the same files."""
    files = {f"book/f{number:05}.md": os.urandom(size) for number in range(count)}
    listed = tuple((name, hashlib.sha256(content).hexdigest()) for name, content in files.items())
    day = datetime.date(2026, 1, 2)
    manifest = Manifest(BRIEFING_FORMAT, "x", 2026010201, day, None, "x", size * count, listed).write()
    key = SigningKey(hashlib.sha256(b"benchmark").digest())
    signature = key.sign(hashlib.blake2b(manifest).digest()).signature
    over_comment = key.sign(signature + b"x").signature
    signed = write_signature(Signature(b"benchmrk", signature, b"x", over_comment))
    entries = {MANIFEST_NAME: manifest, SIGNATURE_NAME: signed, **files}
    (folder / "copy" / "book").mkdir(parents=True)
    for name, content in entries.items():
        (folder / "copy" / name).write_bytes(content)
    with (folder / "a.briefing").open("wb") as file:
        write_archive(file, entries.items())
    publisher = Publisher(PublicKey(b"benchmrk", key.verify_key.encode()), {"fa": "x", "en": "x"}, False)
    return folder / "a.briefing", folder / "copy", TrustedKeys((publisher,))


def bare(folder: Path) -> None:
    """Read the files of a folder and hash each."""
    for path in sorted((folder / "book").iterdir()):
        hashed = hashlib.sha256()
        with path.open("rb") as file:
            while piece := file.read(PIECE):
                hashed.update(piece)


def fastest(runs: int, ways: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Return the least time of each way in seconds, all of them run in turn."""
    best = dict.fromkeys(ways, float("inf"))
    for _ in range(runs):
        for name, way in ways.items():
            began = time.process_time()
            way()
            best[name] = min(best[name], time.process_time() - began)
    return best


if __name__ == "__main__":
    sys.exit(main())
