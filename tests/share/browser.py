"""A headless Chromium that tests speak to through two pipes (Chrome DevTools Protocol): no port is opened."""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
from contextlib import contextmanager

PATIENCE = 60
"""Seconds to wait for any one answer."""
PHONE = {"width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": True}
LAPTOP = {"width": 1366, "height": 768, "deviceScaleFactor": 1, "mobile": False}
_IN, _OUT = 3, 4
"""Where Chromium reads and writes with ``--remote-debugging-pipe``."""


class Browser:
    """One tab.

    Attributes:
        requests: every address that was asked for.
        complaints: what the page or the browser had to say against it.
    """

    def __init__(self, writing: int, reading: int) -> None:
        self._writing, self._reading = writing, reading
        self._number = 0
        self._rest = b""
        self._loaded = False
        self.requests: list[str] = []
        self.complaints: list[str] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = ""
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log", "DOM"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: object) -> dict:
        """Ask for something and return the answer."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if getattr(self, "_session", ""):
            message["sessionId"] = self._session
        os.write(self._writing, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                return answer["result"]

    def _next(self) -> dict:
        while b"\0" not in self._rest:
            ready, _, _ = select.select([self._reading], [], [], PATIENCE)
            assert ready, "the browser says nothing"
            more = os.read(self._reading, 1 << 20)
            assert more, "the browser is gone"
            self._rest += more
        line, _, self._rest = self._rest.partition(b"\0")
        told = json.loads(line)
        self._note(told.get("method"), told.get("params", {}))
        return told

    def _note(self, method: str | None, told: dict) -> None:
        if method == "Page.loadEventFired":
            self._loaded = True
        elif method == "Network.requestWillBeSent":
            self.requests.append(told["request"]["url"][:200])
        elif method == "Runtime.exceptionThrown":
            self.complaints.append(str(told["exceptionDetails"])[:500])
        elif method == "Runtime.consoleAPICalled":
            self.complaints.append(str(told["args"])[:500])
        elif method == "Log.entryAdded":
            self.complaints.append(str(told["entry"])[:500])

    def show(self, screen: dict, **features: str) -> None:
        """Take the size of a device, and what it prefers (``prefers_color_scheme="dark"``)."""
        self.call("Emulation.setDeviceMetricsOverride", **screen)
        self.call("Emulation.setTouchEmulationEnabled", enabled=screen["mobile"])
        wanted = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        self.call("Emulation.setEmulatedMedia", features=wanted)

    def open(self, address: str) -> None:
        """Open a page and wait until it is whole and can search."""
        self.load(address)
        self.until("window.edition && edition.isReady()")

    def load(self, address: str) -> None:
        """Open a page and wait until it is whole."""
        for each in ("about:blank", address):  # the way there is never one within a page
            self._loaded = False
            self.call("Page.navigate", url=each)
            while not self._loaded:
                self._next()

    def value(self, expression: str) -> object:
        """Return what an expression of JavaScript comes to."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def until(self, condition: str) -> None:
        """Wait until a condition of the page is true."""
        look = f"const look = () => ({condition}) ? done(true) : setTimeout(look, 20); look();"
        assert self.value(f"new Promise(done => {{ {look} }})")

    def type(self, text: str) -> None:
        """Type into what has the focus."""
        self.call("Input.insertText", text=text)

    def press(self, key: str, code: int) -> None:
        """Press a key and let it go."""
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=code)

    def click(self, selector: str) -> None:
        """Click in the middle of an element, once it lies still."""
        x, y = self.value(
            f"new Promise((done) => {{ const element = document.querySelector({json.dumps(selector)});"
            " let last = ''; const look = () => { element.scrollIntoView({ block: 'center' });"
            " const box = element.getBoundingClientRect();"
            " const at = [box.left + box.width / 2, box.top + Math.min(box.height / 2, 20)];"
            " if (String(at) === last) { done(at); return; }"
            " last = String(at); requestAnimationFrame(() => requestAnimationFrame(look)); };"
            " document.fonts.ready.then(look); })"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def picture(self) -> bytes:
        """Return a picture of what is seen, as PNG."""
        return base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"])


@contextmanager
def chromium(profile):
    """Start Chromium without a screen and, where the system allows it, without any network.

    Args:
        profile: an empty folder.
    """
    ours_in, theirs_out = os.pipe()
    theirs_in, ours_out = os.pipe()
    command = [
        *("chromium", "--headless=new", "--remote-debugging-pipe", f"--user-data-dir={profile}"),
        *("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--mute-audio"),
        *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
        *("--hide-scrollbars", "--lang=en", "--enable-features=OverlayScrollbar"),
    ]
    if without_network():
        command = ["unshare", "--map-root-user", "--net", *command]

    def hand_over() -> None:
        # Both ends may already lie where the other has to go.
        low, high = os.dup(theirs_in), os.dup(theirs_out)
        reading, writing = (fd if fd > _OUT else os.dup2(fd, fd + 20) for fd in (low, high))
        os.dup2(reading, _IN)
        os.dup2(writing, _OUT)

    started = subprocess.Popen(
        command,
        preexec_fn=hand_over,
        close_fds=False,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        # Nothing of the tests' own surroundings: a window that was opened in this process has left
        # FONTCONFIG_FILE, and for want of the system's fonts Chromium ends when it draws its own bubbles.
        env={"PATH": os.environ["PATH"], "HOME": str(profile)},
    )
    os.close(theirs_in)
    os.close(theirs_out)
    try:
        browser = Browser(ours_out, ours_in)
        yield browser
        browser._session = ""
        browser.call("Browser.close")
        started.wait(PATIENCE)
    finally:
        if started.poll() is None:
            started.kill()
            started.wait(PATIENCE)
        os.close(ours_out)
        os.close(ours_in)


def without_network() -> bool:
    """Whether a program can be started in a network of its own, with nothing in it."""
    if shutil.which("unshare") is None:
        return False
    command = ["unshare", "--map-root-user", "--net", "true"]
    return subprocess.run(command, stderr=subprocess.DEVNULL, check=False).returncode == 0
