"""Nothing in the source writes to a disk but the one module for durable writes."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
WRITER = ROOT / "reader" / "security" / "safe_write.py"
LOCK = ROOT / "reader" / "security" / "folder_lock.py"
"""On Windows alone it makes a file to lock; nothing is ever written into it."""
OTHERS = sorted(set((ROOT / "reader").rglob("*.py")) - {WRITER, LOCK})

WRITES = {
    "copyfile",
    "copytree",
    "hardlink_to",
    "mkdir",
    "rename",
    "rmdir",
    "rmtree",
    "symlink_to",
    "touch",
    "unlink",
    "write_bytes",
    "write_text",
}
OF_THE_SYSTEM = {
    "link",
    "makedirs",
    "mkdir",
    "mkfifo",
    "pwrite",
    "remove",
    "removedirs",
    "rename",
    "renames",
    "replace",
    "rmdir",
    "symlink",
    "truncate",
    "unlink",
}
MODULES = {"bz2", "gzip", "logging.handlers", "lzma", "shutil", "sqlite3", "tarfile", "tempfile", "zipfile"}
"""What writes by itself."""
OF_QT = {"QDir", "QFile", "QFileDevice", "QLockFile", "QSaveFile", "QTemporaryDir", "QTemporaryFile"}


@pytest.mark.parametrize("file", OTHERS, ids=[str(file.relative_to(ROOT)) for file in OTHERS])
def test_only_one_module_writes(file):
    assert list(writing(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "line",
    [
        "path.write_text('x')",
        "open(name, 'w')",
        "path.open('ab')",
        "open(name, mode='r+')",
        "os.replace(a, b)",
        "os.open(name, os.O_WRONLY | os.O_CREAT)",
        "import tempfile",
        "path.mkdir()",
        "path.unlink()",
        "path.rename(other)",
        "path.replace(other)",
        "Path('a').replace(Path('b'))",
        "open(name, 'r+b')",
        "open(name, 'xb')",
        "from zipfile import ZipFile",
        "from PySide6.QtCore import QSaveFile",
        "os.fdopen(descriptor, 'wb')",
        "os.open(name, flags | os.O_TRUNC)",
    ],
)
def test_the_check_itself_sees(line):
    assert list(writing(line))


@pytest.mark.parametrize(
    "line",
    [
        "open(name)",
        "path.open('rb')",
        "text.replace('a', 'b')",
        "replace(settings, theme='dark')",
        "moment.replace(tzinfo=None)",
        "os.open(os.devnull, os.O_WRONLY)",
        "draft.write(b'x')",
    ],
)
def test_the_check_itself_lets_pass(line):
    assert not list(writing(line))


def writing(source: str) -> Iterator[str]:
    """Yield what a piece of source would write with."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                yield from {alias.name for alias in names} & MODULES
            case ast.ImportFrom(module=module, names=names):
                yield from {module or "", *(alias.name for alias in names)} & (MODULES | OF_QT)
            case ast.Call(func=ast.Attribute(value=ast.Name(id="os"), attr=name)) if name in OF_THE_SYSTEM:
                yield f"os.{name}"
            case ast.Call(func=ast.Attribute(attr=name)) if name in WRITES:
                yield name
            case ast.Call(func=ast.Attribute(attr="replace"), args=[_], keywords=[]):
                yield "replace"  # a string's has two arguments
            case ast.Name(id=name) if name in OF_QT:
                yield name
            case ast.Call(func=ast.Name(id="open") | ast.Attribute(attr="open" | "fdopen")):
                yield from opening(node)


def opening(call: ast.Call) -> Iterator[str]:
    """Yield the mode of an ``open`` that would write."""
    given = [*call.args, *(keyword.value for keyword in call.keywords)]
    for value in given:
        if (
            isinstance(value, ast.Constant)
            and isinstance(value.value, str)
            and set(value.value) <= set("rwxabt+")
        ):
            yield from {value.value} if set(value.value) & set("wxa+") else ()
    said = ast.unparse(call)
    if (
        "O_CREAT" in said
        or "O_TRUNC" in said
        or ("O_WRONLY" in said and "devnull" not in said)
        or "O_RDWR" in said
    ):
        yield said
