"""The least that shows a text: one window with an empty QTextBrowser; tells when it was painted."""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QTextBrowser

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Bare(QTextBrowser):
    """Ends the program after its first paint."""

    seen = 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.seen:
            self.seen = time.monotonic()
            QApplication.quit()


def peak() -> float:
    """Return this process's largest resident size so far, in bytes."""
    with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123  nothing is loaded for it
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM:"))


if __name__ == "__main__":
    application = QApplication(sys.argv)
    window = Bare()
    window.resize(1180, 760)
    window.show()
    application.exec()
    print(json.dumps({"paint": window.seen, "read": peak()}))
