"""G2: what is in the bundle: what may be, and nothing that speaks to a network."""

from __future__ import annotations

import re
import subprocess
import zipfile

import pytest
from PyInstaller.archive.readers import CArchiveReader

from bundle.allowed import Allowed, extension_module
from bundle.licences import FILE

MOST_FILES = 130
LARGEST = 80_000_000
NETWORK = re.compile(
    r"_?socket|_?ssl|_hashlib|http|ftplib|smtplib|poplib|imaplib|nntplib|telnetlib|xmlrpc|socketserver|asyncio"
    r"|selectors?|urllib\.(?:request|error|response|robotparser)|webbrowser|multiprocessing|subprocess"
    r"|PySide6\.(?!QtCore$|QtGui$|QtWidgets$)\w+"
)
LIBRARIES = re.compile(
    r"Qt6?(?:Network|PrintSupport|WebEngine|Qml|Quick|Svg|OpenGL)|libssl|libcrypto|libcups|libcurl|libgio|qvnc"
    r"|/tls/|networkinformation|_socket|_ssl|_hashlib",
    re.IGNORECASE,
)
CONNECTING = {
    *("socket", "socketpair", "connect", "bind", "listen", "accept", "accept4", "send", "sendto", "sendmsg"),
    *("recv", "recvfrom", "recvmsg", "getaddrinfo", "gethostbyname", "gethostbyname_r", "getnameinfo"),
    *("res_init", "res_query", "res_search", "res_nquery"),
}
"""Functions of the C library that speak to others or look up names."""
KNOWN = {"_internal/libglib-2.0.so.0": {"socket", "sendmsg"}}
"""GLib would write to the system's journal, were its log asked for."""
FROM_THE_SYSTEM = {
    *("ld-linux-x86-64.so.2", "libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1"),
    *("libgcc_s.so.1", "libstdc++.so.6", "libz.so.1", "libfontconfig.so.1", "libfreetype.so.6"),
    *("libEGL.so.1", "libGL.so.1", "libX11.so.6", "libX11-xcb.so.1", "libxcb.so.1", "libdbus-1.so.3"),
}


def names(program):
    return sorted(path.relative_to(program.folder).as_posix() for path in program.folder.rglob("*"))


def libraries(program):
    for path in sorted(program.folder.rglob("*")):
        if path.is_file():
            with path.open("rb") as file:
                if file.read(4) == b"\x7fELF":
                    yield path


def dumped(option, path):
    done = subprocess.run(["objdump", option, str(path)], capture_output=True, encoding="utf-8", check=True)
    return done.stdout


def modules(program):
    """Every Python module in the executable, in the folder, and in the archive Python starts with."""
    archive = CArchiveReader(str(program.folder / "reader"))
    frozen = set(archive.open_embedded_archive("PYZ.pyz").toc) | set(archive.toc)
    with zipfile.ZipFile(program.insides / "base_library.zip") as base:
        frozen |= {name.removesuffix(".pyc").replace("/", ".") for name in base.namelist()}
    return frozen


def test_no_file_is_of_a_network(program):
    assert [name for name in names(program) if LIBRARIES.search(name)] == []


def test_no_module_is_of_a_network(program):
    found = modules(program)
    assert {"reader.desk", "os"} <= found, "the archives were not read"
    assert sorted(name for name in found if NETWORK.match(name) and NETWORK.match(name)[0] == name) == []
    assert sorted(name for name in found if NETWORK.fullmatch(name.partition(".")[0])) == []


@pytest.mark.needs("objdump")
def test_no_library_asks_for_a_connection(program):
    found = {}
    for path in libraries(program):
        undefined = {
            line.split()[-1] for line in dumped("-T", path).splitlines() if "*UND*" in line
        } & CONNECTING
        if undefined:
            found[path.relative_to(program.folder).as_posix()] = undefined
    assert found == KNOWN


@pytest.mark.needs("objdump")
def test_every_library_is_inside_or_one_that_the_system_has(program):
    inside = {path.name for path in libraries(program)}
    wanted = set()
    for path in libraries(program):
        wanted |= set(re.findall(r"NEEDED +(\S+)", dumped("-p", path)))
    assert wanted - inside == FROM_THE_SYSTEM


def test_every_file_of_others_is_allowed_and_has_a_licence(program):
    allowed = Allowed.load("linux")
    ours = ("resources/", "made/", "content.briefing")
    below = [
        path.relative_to(program.insides).as_posix() for path in program.insides.rglob("*") if path.is_file()
    ]
    others = [name for name in below if not name.startswith(ours)]
    assert [
        name for name in others if not (allowed.file(name) or allowed.module(extension_module(name)))
    ] == []
    text = (program.folder / FILE).read_text(encoding="utf-8")
    for part in allowed.parts:
        assert f"\n{part.name}: " in text
    for words in ("GNU LESSER GENERAL PUBLIC LICENSE", "PYTHON SOFTWARE FOUNDATION LICENSE", "SIL OPEN FONT"):
        assert words in text


def test_it_is_small_and_a_stick_can_hold_it(program):
    files = [path for path in program.folder.rglob("*") if path.is_file()]
    assert len(files) <= MOST_FILES
    assert sum(path.stat().st_size for path in files) <= LARGEST
    assert not [path for path in program.folder.rglob("*") if path.is_symlink()]
    folded = [name.casefold() for name in names(program)]
    assert len(set(folded)) == len(folded)


def test_nothing_of_the_computer_it_was_built_on_is_in_it(program, root):
    traces = [str(root).encode(), b"/.venv-bundle", b"/site-packages/"]
    archive = CArchiveReader(str(program.folder / "reader")).open_embedded_archive("PYZ.pyz")
    for name in archive.toc:
        code = archive.extract(name, raw=True) or b""
        assert not [trace for trace in traces if trace in code], name
    for name in ("made/pieces", "made/table.json", "content.briefing"):
        raw = (program.insides / name).read_bytes()
        assert not [trace for trace in traces if trace in raw], name


def test_built_in_another_folder_it_is_the_same_to_the_byte(program, twin):
    """G33."""
    first, second = (
        {path.relative_to(folder): path for path in folder.rglob("*") if path.is_file()}
        for folder in (program.folder, twin)
    )
    assert first.keys() == second.keys()
    assert [str(name) for name in first if first[name].read_bytes() != second[name].read_bytes()] == []
    assert [name for name in first if first[name].stat().st_mode != second[name].stat().st_mode] == []
