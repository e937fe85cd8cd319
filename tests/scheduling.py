"""Which tests run in one process, where the suite runs in several: those that share what is dear to make."""

from __future__ import annotations

from xdist.scheduler import LoadFileScheduling

BUNDLE = "tests/bundle"
"""Its tests share a program that takes minutes to build."""


class TogetherWhatShares(LoadFileScheduling):
    """Gives the tests of a file to one process, and those of the bundle, whatever their file."""

    def _split_scope(self, nodeid: str) -> str:
        file = super()._split_scope(nodeid)
        return BUNDLE if file.startswith(f"{BUNDLE}/") else file
