"""Qt's binding starts without what only its developers need, and does as ever when that is asked for."""

import subprocess
import sys

from tests.test_architecture import ROOT

LIGHT = "from reader.light_binding import lighten; lighten()\n"
DESCRIBES = "shibokensupport.signature.parser"
USUAL = "import builtins; usual = builtins.__import__\n"
IS_USUAL = "print(builtins.__import__ is usual)\n"

WRONG_CALLS = """
from PySide6 import QtCore, QtGui, QtWidgets
def tell(call):
    try:
        print(call())
    except (TypeError, AttributeError) as fault:
        print(type(fault).__name__, fault)
tell(lambda: QtCore.QObject().setObjectName(3))
tell(lambda: QtCore.QObject().setParent(3))
tell(lambda: QtCore.QObject(1, 2, 3))
tell(lambda: QtCore.QPoint("a"))
tell(lambda: QtCore.QPoint().missing)
tell(lambda: QtCore.QTimer().timeout.connect(3))
tell(lambda: QtGui.QColor(QtCore.QObject()))
tell(lambda: QtWidgets.QWidget.grab.__signature__)
tell(lambda: QtCore.QPoint.__signature__)
"""


def said(lines: str) -> str:
    """Run some lines in a Python of their own and return what they print."""
    done = subprocess.run(
        [sys.executable, "-c", lines], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_workaround_is_still_needed():
    lines = f"import sys, PySide6.QtCore; print({DESCRIBES!r} in sys.modules)"
    assert said(lines) == "True\n", "PySide6 became lighter by itself: reader/light_binding.py can go"


def test_what_describes_signatures_is_not_loaded_with_qt():
    lines = f"import sys, PySide6.QtWidgets; print({DESCRIBES!r} in sys.modules)"
    assert said(LIGHT + lines) == "False\n"


def test_a_wrong_call_is_answered_as_ever():
    assert said(LIGHT + WRONG_CALLS) == said(WRONG_CALLS)
    assert "Supported signatures" in said(LIGHT + WRONG_CALLS)


def test_afterwards_importing_is_as_usual():
    assert said(USUAL + LIGHT + "import PySide6.QtCore\n" + IS_USUAL) == "True\n"


def test_it_comes_too_late_when_qt_is_there():
    lines = "import builtins, PySide6.QtCore; usual = builtins.__import__\n"
    assert said(lines + LIGHT + IS_USUAL) == "True\n"
