"""Presses keys on an X display and says when the windows on it are gone, to the fraction of a millisecond.

Everything goes over one connection, so that nothing has to be started or asked for while time runs.
"""

from __future__ import annotations

import ctypes
import select
import time

CONTROL, SHIFT, KEY_OF_Q = 37, 50, 24
"""X keycodes."""
_SUBSTRUCTURE = 1 << 19
_DESTROYED, _UNMAPPED, _MAPPED = 17, 18, 19
_PARENT = 2


class _Notice(ctypes.Structure):
    """What a DestroyNotify, UnmapNotify and MapNotify begin with (X11/Xlib.h)."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("event", ctypes.c_ulong),
        ("window", ctypes.c_ulong),
        ("room", ctypes.c_long * 24),
    )


class Screen:
    """A display with nothing on it but the program that is measured.

    Args:
        name: as ``DISPLAY`` has it.

    Attributes:
        shown: the windows that can be seen.
    """

    def __init__(self, name: str) -> None:
        try:
            self._x, self._test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        except OSError as fault:
            raise SystemExit(f"A library of X is missing: {fault}") from None
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        opened = self._x.XOpenDisplay(name.encode())
        if not opened:
            raise SystemExit("The display does not answer.")
        self._display = ctypes.c_void_p(opened)
        self._number = self._x.XConnectionNumber(self._display)
        root = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))
        self._x.XSelectInput(self._display, root, ctypes.c_long(_SUBSTRUCTURE))
        self._x.XFlush(self._display)
        self.shown: list[int] = []

    def until(self, *, shown: bool, within: float = 60.0) -> float:
        """Wait until a window can be seen, or none any more; return the moment, in seconds."""
        end = time.monotonic() + within
        while bool(self.shown) is not shown:
            if not self._x.XPending(self._display):
                ready, _, _ = select.select([self._number], [], [], max(0.0, end - time.monotonic()))
                if not ready:
                    raise SystemExit("The window does not come." if shown else "The window does not go.")
                continue
            notice = _Notice()
            self._x.XNextEvent(self._display, ctypes.byref(notice))
            if notice.type == _MAPPED:
                self.shown.append(notice.window)
            elif notice.type in (_UNMAPPED, _DESTROYED) and notice.window in self.shown:
                self.shown.remove(notice.window)
        return time.monotonic()

    def give_the_keyboard(self) -> None:
        """Let the first window have the keyboard, as a window manager does."""
        self._x.XSetInputFocus(self._display, ctypes.c_ulong(self.shown[0]), _PARENT, ctypes.c_ulong(0))
        self._x.XFlush(self._display)

    def press(self, *keys: int) -> float:
        """Press keys together, let them go, and return the moment, in seconds."""
        for key in keys:
            self._test.XTestFakeKeyEvent(self._display, key, 1, ctypes.c_ulong(0))
        self._x.XFlush(self._display)
        moment = time.monotonic()
        for key in reversed(keys):
            self._test.XTestFakeKeyEvent(self._display, key, 0, ctypes.c_ulong(0))
        self._x.XFlush(self._display)
        return moment
