"""A small window for test_persian_keyboard: says which shortcut was heard; run under an X display."""

from __future__ import annotations

import sys

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QPlainTextEdit


def main() -> int:
    """Show the window until F12; print ``ready`` and the name of every shortcut heard."""
    application = QApplication(sys.argv)
    window = QPlainTextEdit()
    for name, keys in (("latin", "Ctrl+K"), ("twin", "Ctrl+ن"), ("function", "F3"), ("end", "F12")):
        action = QAction(name, window)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _=False, name=name: print(name, flush=True))
        if name == "end":
            action.triggered.connect(application.quit)
        window.addAction(action)
    window.show()
    window.activateWindow()
    print("ready", flush=True)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
