"""What the program did, as the system saw it: calls that strace wrote down, and folders before and after."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterator

CHANGING = (
    "creat|mkdir|mkdirat|rename|renameat|renameat2|unlink|unlinkat|rmdir|link|linkat|symlink|symlinkat"
    "|mknod|mknodat|truncate|chmod|fchmodat|chown|lchown|fchownat|utime|utimes|utimensat|futimesat"
    "|setxattr|lsetxattr|removexattr|lremovexattr|mount|swapon"
)
OPENING = "open|openat|openat2"
STARTING = "execve|execveat"
CALLS = ["%network", *f"{CHANGING}|{OPENING}|{STARTING}|inotify_add_watch|io_uring_setup|shmget".split("|")]
"""What is written down."""
DEVICES = ("/dev/null", "/dev/tty", "/dev/urandom")
NAMES_OF_COMPUTERS = ("resolv.conf", "nsswitch.conf", "/etc/hosts", "/nscd/")

_CALL = re.compile(r"^(?:\[pid +\d+\] |\d+ +)?(\w+)\((.*)")
_PATH = re.compile(r'"((?:[^"\\]|\\.)*)"')
_FAMILY = re.compile(r"sa_family=(\w+)|^(AF_\w+)")
_HELD = re.compile(r"/proc/self/fd/(\d+)")
_OPENED = re.compile(r'\bopenat2?\([^"]*"([^"]*)".* = (\d+)$')
_SOCKET_FILE = re.compile(r'sun_path=(@?"[^"]*")')


def strace(trace: Path, calls: list[str] | None = None) -> list[str]:
    """Return the beginning of a command line that writes down what the rest of it does."""
    watched = ",".join(calls or CALLS)
    return ["strace", "-f", "-qq", "--seccomp-bpf", "-s", "4096", "-e", f"trace={watched}", "-o", str(trace)]


@dataclass(frozen=True)
class Trace:
    """What one run was seen doing."""

    lines: list[str]

    @classmethod
    def read(cls, file: Path) -> Trace:
        return cls(list(spelled_out(file.read_text(encoding="utf-8", errors="replace").splitlines())))

    def changed(self) -> set[str]:
        """The paths that calls would have created, changed or removed, whether or not they succeeded."""
        return {path for line in self.lines for path in touched(line) if path not in DEVICES}

    def families(self) -> set[str]:
        """The kinds of sockets that were made or spoken to."""
        found = set()
        for name, rest in self._calls():
            if name in ("socket", "socketpair", "connect", "bind", "sendto", "sendmsg", "listen", "accept4"):
                found |= {kind for pair in _FAMILY.findall(rest) for kind in pair if kind}
        return found

    def spoken_to(self) -> set[str]:
        """The names of the local sockets that were connected to; ``@`` is one without a file."""
        found = set()
        for name, rest in self._calls():
            if name == "connect":
                told = _SOCKET_FILE.search(rest)
                found.add(told[1].replace('"', "") if told else rest)
        return found

    def offered(self) -> list[str]:
        """The calls that would let another program connect to this one."""
        return [line for line in self.lines if re.search(r"\b(bind|listen|accept4?)\(", line)]

    def started(self) -> list[str]:
        """The programs that were started."""
        return [
            _PATH.findall(rest)[0]
            for name, rest in self._calls()
            if name in STARTING.split("|") and rest.rstrip().endswith("= 0")
        ]

    def opened(self) -> set[str]:
        """The paths that were opened."""
        found = set()
        for name, rest in self._calls():
            if name in OPENING.split("|") and not rest.rstrip().split("= ")[-1].startswith("-1"):
                found |= set(_PATH.findall(rest)[:1])
        return found

    def looked_up(self) -> list[str]:
        """The calls by which names of other computers are looked up."""
        return [line for line in self.lines if any(name in line for name in NAMES_OF_COMPUTERS)]

    def _calls(self) -> list[tuple[str, str]]:
        found = [_CALL.match(line) for line in self.lines]
        return [(call[1], call[2]) for call in found if call]


def spelled_out(lines: list[str]) -> Iterator[str]:
    """Yield traced calls with the folders that are held open in their paths called by their names."""
    held: dict[str, str] = {}
    for line in lines:
        named = _HELD.sub(lambda found: held.get(found[1], found[0]), line)
        opened = _OPENED.search(named)
        if opened:
            held[opened[2]] = opened[1]
        yield named


def touched(line: str) -> list[str]:
    """Return the paths that a traced call would create, change or remove, whether or not it succeeded."""
    call = _CALL.match(line)
    if call is None:
        return []
    name, rest = call.groups()
    writes = re.fullmatch(CHANGING, name) or (
        re.fullmatch(OPENING, name) and re.search(r"O_(WRONLY|RDWR|CREAT|TRUNC|APPEND|TMPFILE)", rest)
    )
    return _PATH.findall(rest) if writes else []


def belongs_to(file: Path, path: str) -> bool:
    """Say whether a path is a file, or that file while it is being written."""
    name = re.escape(file.name)
    written_as = rf"{name}|\.{name}\.[0-9a-f]{{8}}\.(?:part|whole)"
    return Path(path).parent == file.parent and re.fullmatch(written_as, Path(path).name) is not None


def is_harmless(path: str) -> bool:
    """Say whether a path is a device or Python's own bytecode."""
    return path in DEVICES or "__pycache__" in Path(path).parts


def snapshot(*folders: Path) -> dict[str, tuple[int, int, str]]:
    """Return what lies in some folders: size, time of the last change and digest, by path."""
    found = {}
    for path in (each for folder in folders for each in sorted(folder.rglob("*"))):
        known = path.lstat()
        digest = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        found[str(path)] = (known.st_size if digest else 0, known.st_mtime_ns, digest)
    return found


def written_forms(canary: str) -> list[bytes]:
    """Return a text as it would lie in a file: plain, as Windows writes it, and as addresses have it."""
    return [
        canary.encode("utf-8"),
        canary.encode("utf-16-le"),
        quote(canary).encode("ascii"),
        quote(canary).lower().encode("ascii"),
    ]


def files_that_hold(canary: str, *folders: Path) -> list[str]:
    """Return the files in some folders that hold a text, in whatever form."""
    forms = written_forms(canary)
    return [
        str(path)
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and not path.is_symlink()
        and any(form in path.read_bytes() or form in path.name.encode() for form in forms)
    ]
