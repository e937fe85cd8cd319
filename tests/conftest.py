"""What every test stands on: Qt without a screen, tools of the system, and a display when one is needed."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from reader import paths
from tests.guarantees.driving import display
from tests.security.killing import points
from tests.window_fixtures import around, desk, garden, open_window

if TYPE_CHECKING:
    from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

__all__ = ["around", "desk", "garden", "open_window"]

NOTHING_LEFT_OUT = "READER_TEST_ALL" in os.environ
ROOT = Path(__file__).resolve().parent.parent

settings.register_profile("here", deadline=None)
settings.register_profile("repeatable", deadline=None, derandomize=True, database=None)
settings.load_profile("repeatable" if NOTHING_LEFT_OUT or "CI" in os.environ else "here")

left_out: Counter[str] = Counter()
"""What was not there, with how many tests wanted it."""


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave out a test whose tool is not here, or fail it where nothing may be left out."""
    for marker in item.iter_markers("needs"):
        for tool in marker.args:
            if shutil.which(tool) is None:
                if NOTHING_LEFT_OUT:
                    pytest.fail(f"{tool} is missing", pytrace=False)
                left_out[tool] += 1
                pytest.skip(f"{tool} is missing")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """Keep in one process the tests that share what is dear to make."""
    from tests.scheduling import TogetherWhatShares

    return TogetherWhatShares(config, log)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Tell the front door which checks were left out; one process of several tells the first one."""
    told = getattr(session.config, "workeroutput", None)
    if told is not None:
        told["counted"] = [dict(left_out), dict(points)]
        return
    path = os.environ.get("READER_TEST_LEFT_OUT")
    if path and left_out:
        lines = [f"{tool} (tests: {count})\n" for tool, count in sorted(left_out.items())]
        Path(path).write_text("".join(lines), encoding="utf-8")


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: object) -> None:
    """Add up what the processes have counted."""
    for total, counted in zip(
        (left_out, points), getattr(node, "workeroutput", {}).get("counted", ({}, {})), strict=True
    ):
        total.update(counted)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say at how many points the program was killed."""
    if points:
        kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(points.items()))
        terminalreporter.write_line(f"killed at {sum(points.values())} points ({kinds})")


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def content() -> Path:
    """The folder of the briefing that comes with the program."""
    return paths.content()


@pytest.fixture
def x_display() -> Iterator[str]:
    """An empty X display of its own; mark the test ``needs("Xvfb")``."""
    with display() as name:
        yield name
