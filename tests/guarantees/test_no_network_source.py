"""G3: nothing in the source reaches the network, starts a program, or runs what it reads."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
READER = sorted((ROOT / "reader").rglob("*.py"))

BANNED_MODULES = {
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
    "asyncio",
    "dill",
    "ftplib",
    "http",
    "httpx",
    "imaplib",
    "marshal",
    "multiprocessing",
    "pickle",
    "poplib",
    "requests",
    "shelve",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "subprocess",
    "telnetlib",
    "urllib.request",
    "urllib3",
    "webbrowser",
    "xmlrpc",
    "yaml",
}
BANNED_CLASSES = {
    "QDesktopServices",
    "QFileDialog",
    "QLocalServer",
    "QLocalSocket",
    "QNetworkAccessManager",
    "QPrinter",
    "QProcess",
    "QSettings",
    "QTcpSocket",
    "QUdpSocket",
}
BANNED_BUILTINS = {"__import__", "compile", "eval", "exec"}
BANNED_CALLS = {
    "importlib": {"import_module"},
    "os": {
        "execl",
        "execv",
        "execve",
        "fork",
        "popen",
        "posix_spawn",
        "spawnl",
        "spawnv",
        "startfile",
        "system",
    },
}


@pytest.mark.parametrize("file", READER, ids=[str(file.relative_to(ROOT)) for file in READER])
def test_nothing_banned_is_imported_or_named(file):
    assert not list(banned(file.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "line",
    [
        "import socket",
        "import urllib.request as r",
        "from urllib import request",
        "from urllib.request import urlopen",
        "from http.client import HTTPConnection",
        "from PySide6 import QtNetwork",
        "from PySide6.QtNetwork import QTcpSocket",
        "from PySide6.QtGui import QDesktopServices",
        "import os; os.system('ls')",
        "eval('1')",
        "import importlib; importlib.import_module('socket')",
        "def f():\n    import pickle",
    ],
)
def test_the_check_itself_sees(line):
    assert set(banned(line))


@pytest.mark.parametrize(
    "line",
    [
        "from urllib.parse import urlsplit",
        "application.exec()",
        "QLocale.system()",
        "import http_words",
        "platform = sys.platform",
    ],
)
def test_the_check_itself_lets_pass(line):
    assert not set(banned(line))


def banned(source: str) -> Iterator[str]:
    """Yield what a piece of source imports or names that it must not."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                for alias in names:
                    yield from banned_in(alias.name)
            case ast.ImportFrom(module=module, names=names):
                for alias in names:
                    yield from banned_in(f"{module}.{alias.name}")
                    yield from {alias.name} & (BANNED_CLASSES | BANNED_CALLS.get(module or "", set()))
            case ast.Name(id=name):
                yield from {name} & (BANNED_BUILTINS | BANNED_CLASSES)
            case ast.Attribute(value=ast.Name(id=owner), attr=name):
                yield from {name} & (BANNED_CLASSES | BANNED_CALLS.get(owner, set()))


def banned_in(module: str) -> set[str]:
    """Return which of the module and the packages it is in are banned."""
    parts = module.split(".")
    return {".".join(parts[: end + 1]) for end in range(len(parts))} & BANNED_MODULES
