"""What the system must have besides Python, and how it gets it."""

from __future__ import annotations

import ctypes
import importlib
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from stopping import Stop

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
"""What the system must have for Qt to load, with Debian's package."""
SCREEN_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What Qt needs besides to draw on an X display."""
TEST_TOOLS = {
    "Xvfb": "xvfb",
    "busybox": "busybox",
    "chromium": "chromium",
    "dbus-daemon": "dbus-daemon",
    "debootstrap": "debootstrap",
    "dpkg-deb": "dpkg",
    "epubcheck": "epubcheck",
    "java": "default-jre-headless",
    "makensis": "nsis",
    "minisign": "minisign",
    "objdump": "binutils",
    "pdftotext": "poppler-utils",
    "setpriv": "util-linux",
    "setxkbmap": "x11-xkb-utils",
    "sha256sum": "coreutils",
    "shasum": "perl",
    "strace": "strace",
    "tar": "tar",
    "unshare": "util-linux",
    "unzip": "unzip",
    "xdotool": "xdotool",
    "xz": "xz-utils",
}
"""Programs that some tests need, with Debian's package."""


def loads(library: str) -> bool:
    """Say whether the system has a library; only Linux leaves some of Qt's to the system."""
    if not sys.platform.startswith("linux"):
        return True
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def need(things: dict[str, str], *, is_there: Callable[[str], object] = loads, insist: bool = True) -> None:
    """See to it that the system has what is needed.

    As root on Debian and its kin what is missing is installed; elsewhere one sentence says what to type.

    Args:
        things: each with the Debian package that brings it.
        is_there: tells whether the system has a thing.
        insist: stop if it cannot be had; otherwise say so and go on.

    Raises:
        Stop: something that is insisted on is missing.
    """
    missing = [thing for thing in things if not is_there(thing)]
    if not missing:
        return
    packages = sorted({things[thing] for thing in missing})
    if shutil.which("apt-get") and is_root():
        print(f"Installing with apt-get: {' '.join(packages)} …")
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
            subprocess.run(["apt-get", "-qq", *command], env=quiet, stdout=subprocess.DEVNULL, check=False)
        importlib.invalidate_caches()
        missing = [thing for thing in missing if not is_there(thing)]
    if missing:
        sentence = advice(missing, things)
        if insist:
            raise Stop(sentence)
        print(sentence, file=sys.stderr)


def advice(missing: Sequence[str], things: dict[str, str]) -> str:
    """Return the sentence that says what to type for what is missing."""
    if shutil.which("apt-get"):
        packages = sorted({things[thing] for thing in missing})
        return f"Something of the system is missing. Type: sudo apt-get install {' '.join(packages)}"
    return f"The system lacks {', '.join(missing)}: install them with its package manager."


def is_root() -> bool:
    """Say whether packages of the system may be installed without asking anybody."""
    return os.name == "posix" and os.geteuid() == 0
