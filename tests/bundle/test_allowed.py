"""What may be in a bundle: enough for the reader, nothing that knows a network, a licence for each part."""

from __future__ import annotations

import ast
import importlib.util
import subprocess
import sys
import warnings
from pathlib import Path

import pytest

from bundle.allowed import OWN, SYSTEMS, Allowed, extension_module
from bundle.licences import TEXTS

NEVER = {"_socket", "_ssl", "_hashlib", "socket", "ssl", "http", "ftplib", "smtplib", "asyncio", "subprocess"}
NEVER |= {"urllib.request", "multiprocessing", "select", "selectors", "xmlrpc", "webbrowser", "sqlite3"}
ELSEWHERE = {"msvcrt", "fcntl", "resource"}
"""Modules that only some systems have."""
NOT_IN_IT = "proofreading"
"""A folder of the reader's that only the front door uses."""


def imported(file):
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module


def test_every_module_that_the_reader_names_is_allowed(root):
    allowed = Allowed.load("linux")
    known = set(sys.builtin_module_names) | ELSEWHERE
    missing = {
        (name, file.name)
        for file in (root / OWN).rglob("*.py")
        if NOT_IN_IT not in file.parts
        for name in imported(file)
        if not allowed.module(name) and name not in known
    }
    assert not missing


def outermost_imports(name):
    """Yield what a module imports as soon as it is imported itself, whatever the system."""
    spec = importlib.util.find_spec(name)
    if spec is None or not (spec.origin or "").endswith(".py"):
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of escapes that newer Pythons do not like
        tree = ast.parse(Path(spec.origin).read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            package = name if spec.submodule_search_locations is not None else spec.parent
            yield importlib.util.resolve_name("." * node.level + (node.module or ""), package).rstrip(".")


def test_what_is_allowed_needs_nothing_that_is_not():
    allowed = Allowed.load("linux")
    known = set(sys.builtin_module_names) | {"encodings", "encodings.aliases", "os.path"}
    missing = {
        (name, other)
        for name in allowed.modules
        for other in outermost_imports(name)
        if not allowed.module(other) and other not in known
    }
    assert not missing


def test_what_qts_binding_loads_after_a_wrong_call_is_allowed(root):
    lines = """
import sys
from reader.light_binding import lighten
lighten()
from PySide6.QtCore import QObject
before = set(sys.modules)
try:
    QObject().setObjectName(3)
except TypeError:
    print(*sorted(set(sys.modules) - before))
"""
    done = subprocess.run([sys.executable, "-c", lines], cwd=root, capture_output=True, text=True, check=True)
    own = ("shibokensupport", "PySide6.support")
    loaded = [name for name in done.stdout.split() if not name.startswith(own)]
    assert "argparse" in loaded, "less is loaded than there was: less needs to be allowed"
    allowed = Allowed.load("linux")
    known = {*sys.builtin_module_names, "_opcode"}  # “opcode” does without
    assert [name for name in loaded if not allowed.module(name) and name not in known] == []


@pytest.mark.parametrize("system", SYSTEMS.values())
def test_nothing_of_a_network_is_allowed(system):
    allowed = Allowed.load(system)
    assert not [name for name in allowed.modules if name in NEVER or name.partition(".")[0] in NEVER]
    patterns = [pattern for part in allowed.parts for pattern in part.files]
    assert not [each for each in patterns if "Network" in each or "tls" in each or "ssl" in each.lower()]
    for name in (
        "PySide6/Qt/lib/libQt6Network.so.6",
        "libssl.so.3",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
    ):
        assert not allowed.file(name)


@pytest.mark.parametrize("system", SYSTEMS.values())
def test_every_part_has_a_licence(system):
    for part in Allowed.load(system).parts:
        assert part.wheel or part.licences
        assert all(any((folder / name).exists() for folder in TEXTS) for name in part.licences)


def test_every_licence_is_of_a_part():
    named = {name for part in Allowed.load("linux").parts for name in part.licences}
    assert {file.name for folder in TEXTS for file in folder.iterdir()} == named


def test_a_star_stands_for_no_folder():
    allowed = Allowed.load("linux")
    assert allowed.file("libffi.so.8")
    assert not allowed.file("libffi.so.8/libssl.so.3")


@pytest.mark.parametrize(
    ("file", "module"),
    [
        ("python3.11/lib-dynload/_sha3.cpython-311-x86_64-linux-gnu.so", "_sha3"),
        ("lib-dynload/zlib.so", "zlib"),
        ("nacl/_sodium.abi3.so", "nacl._sodium"),
        ("_ctypes.pyd", "_ctypes"),
    ],
)
def test_a_compiled_module_is_known_by_its_file(file, module):
    assert extension_module(file) == module


def test_what_is_a_link_stays_out():
    allowed = Allowed.load("linux")
    collected = [
        ("libffi.so.8", "PySide6/libffi.so.8", "SYMLINK"),
        ("libffi.so.8", "libffi.so.8", "BINARY"),
        ("python3.11/lib-dynload/_socket.so", "_socket.so", "EXTENSION"),
        ("reader.desk", "desk.py", "PYMODULE"),
        ("socket", "socket.py", "PYMODULE"),
        ("markdown-3/METADATA", "METADATA", "DATA"),
    ]
    assert [(name, kind) for name, _, kind in allowed.chosen(collected)] == [
        ("libffi.so.8", "BINARY"),
        ("reader.desk", "PYMODULE"),
    ]
