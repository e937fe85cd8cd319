"""Starts the reader as if it ran from a signed program folder, which is named first; all else is the reader.

So that what a window does with such a folder can be watched without building one.
"""

from __future__ import annotations

import sys
from pathlib import Path

from reader import __main__, app, paths
from reader.ui.surroundings import Surroundings
from tests import packs


def main() -> int:
    folder, make = Path(sys.argv.pop(1)), app.make_window

    def made(*given):
        window = make(*given)
        # From here on: the briefing itself is read from the source.
        paths.is_bundle, paths.passed_on = lambda: True, lambda: folder
        return window

    app.make_window = made
    Surroundings.trusted_keys = lambda _self: packs.KEYS
    return __main__.main()


if __name__ == "__main__":
    sys.exit(main())
