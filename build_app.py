"""The front door: brings in what the reader needs, then runs, tests or measures it.

Only the standard library is used, so that any Python from 3.11 on can start it on a fresh machine.
"""

from __future__ import annotations

import compileall
import ctypes
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

ROOT = Path(__file__).resolve().parent
PICTURES = ROOT / "build" / "pictures"
VENV = ROOT / ".venv"
OTHER_VENV = ROOT / ".venv-qt-6.11"
RUN_LOCK = ROOT / "requirements.lock"
TEST_LOCK = ROOT / "requirements-dev.lock"
OTHER_LOCK = ROOT / "requirements-qt-6.11.lock"
OLDEST_PYTHON = (3, 11)
ANSWERS = ("list", "show", "search")
"""The reader's commands that never load Qt."""
LETTER = "letter"
WORD = "اتحادیه"
"""What is opened and searched for where there is no display."""

USAGE = """\
python3 build_app.py run [ARGUMENTS…]    open the reader; without a display, show what it finds
python3 build_app.py test [ARGUMENTS…]   format, lint, types, layers, tests; ARGUMENTS go to pytest
python3 build_app.py test --all          the same, with every tool and with the newest Qt too
python3 build_app.py bench [NAME…]       the measurements in benchmarks/"""

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
TEST_TOOLS = {"Xvfb": "xvfb", "setxkbmap": "x11-xkb-utils", "strace": "strace", "xdotool": "xdotool"}
"""Programs that some tests need, with Debian's package."""


class Stop(Exception):
    """Nothing more can be done; the message is a sentence for the person at the terminal."""

    def __init__(self, message: str, exit_code: int = 1) -> None:
        super().__init__(message)
        self.exit_code = exit_code  # 1 failed, 2 wrong use


def main(arguments: Sequence[str]) -> int:
    """Do what is asked.

    Args:
        arguments: the command line without the program's name.

    Returns:
        The exit code: 0 done, 1 failed, 2 wrong use.
    """
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace", line_buffering=True)  # type: ignore[union-attr]
    commands: dict[str, Callable[[Sequence[str]], int]] = {"run": run, "test": test, "bench": bench}
    try:
        if sys.version_info < OLDEST_PYTHON:
            this = _dotted(sys.version_info[:2])
            raise Stop(f"The reader needs Python {_dotted(OLDEST_PYTHON)} or newer; this is {this}.")
        if arguments[:1] in (["-h"], ["--help"]):
            print(USAGE)
            return 0
        if not arguments or arguments[0] not in commands:
            asked = f"“{arguments[0]}” is not a command" if arguments else "A command is missing"
            raise Stop(f"{asked}; there are {', '.join(commands)} (--help says more).", exit_code=2)
        return commands[arguments[0]](arguments[1:])
    except Stop as stop:
        print(stop, file=sys.stderr)
        return stop.exit_code
    except KeyboardInterrupt:
        return 130


# The commands


def run(arguments: Sequence[str]) -> int:
    """Open the reader, or show what it can do where there is no display.

    Args:
        arguments: for the reader, whose exit code is returned.
    """
    if not (arguments and arguments[0] in ANSWERS):
        _need(QT_LIBRARIES | (SCREEN_LIBRARIES if os.environ.get("DISPLAY") else {}))
    _prepare(VENV, RUN_LOCK)
    _compile()
    if arguments or _has_display():
        return _become(_reader(*arguments))
    return _show_without_display()


def test(arguments: Sequence[str]) -> int:
    """Check everything that can be checked here.

    Args:
        arguments: for pytest, but ``--all``, which leaves nothing out.

    Returns:
        0 if every step passed, else 1.
    """
    chosen = [argument for argument in arguments if argument != "--all"]
    everything = len(chosen) < len(arguments)
    _need(QT_LIBRARIES)
    _need(SCREEN_LIBRARIES, insist=everything)
    if everything:
        _need(TEST_TOOLS, is_there=shutil.which)
    _prepare(VENV, RUN_LOCK, TEST_LOCK)
    with tempfile.TemporaryDirectory() as scratch:
        left_out = Path(scratch) / "left-out"
        os.environ["READER_TEST_LEFT_OUT"] = str(left_out)
        if everything:
            os.environ["READER_TEST_ALL"] = "1"
        failed = [name for name, command in _steps(chosen).items() if not _passes(name, command)]
        if everything:
            _prepare(OTHER_VENV, OTHER_LOCK)
            name = "tests with the other Qt"
            command = [_python(OTHER_VENV), "-m", "pytest", *(chosen or _tests_of_the_window())]
            failed += [] if _passes(name, command) else [name]
        not_run = left_out.read_text(encoding="utf-8").splitlines() if left_out.exists() else []
    print()
    for line in not_run:
        print(f"Left out for want of a tool: {line}")
    print(f"Failed: {', '.join(failed)}." if failed else "All passed.")
    return 1 if failed else 0


def bench(arguments: Sequence[str]) -> int:
    """Run the measurements.

    Args:
        arguments: names of files in ``benchmarks/`` without their ending; none for all.

    Returns:
        0 if every one of them ended well, else 1.
    """
    scripts = {
        script.stem: script
        for script in sorted(ROOT.glob("benchmarks/*.py"))
        if "__main__" in script.read_text(encoding="utf-8")
    }
    for name in arguments:
        if name not in scripts:
            raise Stop(f"There is no benchmark “{name}”; there are {', '.join(scripts)}.", exit_code=2)
    _need(QT_LIBRARIES)
    _prepare(VENV, RUN_LOCK)
    _compile()
    os.environ["PYTHONPATH"] = str(ROOT)
    ended = [_passes(name, [_python(VENV), "-B", str(scripts[name])]) for name in arguments or scripts]
    return 0 if all(ended) else 1


# The reader


def _reader(*arguments: str) -> list[str]:
    """Return the command line of the reader; -B: it writes no bytecode, -P: only our modules are found."""
    return [_python(VENV), "-B", "-P", "-m", "reader", *arguments]


def _become(command: list[str]) -> int:
    """Let the command take this program's place; where that cannot be, wait for it."""
    os.environ["PYTHONPATH"] = str(ROOT)
    if os.name == "posix":
        os.execv(command[0], command)
    return subprocess.run(command, check=False).returncode


def _compile() -> None:
    """Compile the reader's modules where they have changed, because -B leaves that to us."""
    compileall.compile_dir(ROOT / "reader", quiet=2)


def _show_without_display() -> int:
    """Open the letter and search a word in the real window, and say what came of it."""
    documents = _answer("list", "--json")
    print(f"There is no display, so the window is drawn into pictures. The {len(documents)} documents:")
    for document in documents:
        title = " — ".join(document["title"].values())
        print(f"  {document['id']:<12} {document['passages']:>4} passages  {title}")
    found = _answer("search", "--json", WORD)
    print(f"“{WORD}” stands in {found['total']} passages; the first:")
    for hit in found["hits"][:3]:
        print(f"  {hit['document']}#{hit['passage']} ({hit['language']})  {hit['text'][:80]}")
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name, words in (("reading.png", ()), ("searching.png", ("--search", WORD))):
        _answer(LETTER, "--screenshot", str(PICTURES / name), *words)
        print(f"The window: {PICTURES / name}")
    return 0


def _answer(*arguments: str) -> Any:  # noqa: ANN401  anything JSON can hold
    """Return what the reader prints, read as JSON; None if it prints nothing."""
    around = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run(
        _reader(*arguments), env=around, stdout=subprocess.PIPE, encoding="utf-8", check=False
    )
    if done.returncode:
        raise Stop(f"The reader failed at: {' '.join(arguments)}")
    return json.loads(done.stdout) if done.stdout else None


def _has_display() -> bool:
    return not sys.platform.startswith("linux") or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


# The steps of a test


def _steps(chosen: Sequence[str]) -> dict[str, list[str]]:
    """Return the commands of a test by name.

    Args:
        chosen: arguments for pytest; with any, how much of the code was run says nothing.
    """
    python = _python(VENV)
    steps: dict[str, list[str]] = {
        "format": [python, "-m", "ruff", "format", "--check"],
        "lint": [python, "-m", "ruff", "check"],
        "types": [python, "-m", "mypy"],
        "layers": [str(Path(python).with_name("lint-imports"))],
        "tests": [python, "-m", "coverage", "run", "-m", "pytest", *chosen],
    }
    return steps if chosen else steps | {"coverage": [python, "-m", "coverage", "report"]}


def _passes(name: str, command: Sequence[str]) -> bool:
    print(f"\n== {name}: {' '.join([Path(command[0]).name, *command[1:]])}")
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0


def _tests_of_the_window() -> list[str]:
    return [path for path in ("tests/ui", "tests/walks", "tests/test_binding.py") if (ROOT / path).exists()]


# The packages


def _prepare(folder: Path, *locks: Path) -> None:
    """Make a virtual environment that holds what the last of the locks names; it includes the others.

    A note in it says what it was made from. One that was made by another Python, or from a lock that has
    changed since, is made anew.
    """
    note = folder / "made-from.json"
    made = _read_note(note) if Path(_python(folder)).exists() else {}
    wanted = {"python": _this_python()} | {lock.name: _digest(lock) for lock in locks}
    if wanted.items() <= made.items():
        return
    if any(made.get(name) != wanted[name] for name in ("python", *(made.keys() & wanted.keys()))):
        _make_venv(folder)
        made = {}
    note.unlink(missing_ok=True)
    print(f"Installing the packages of {locks[-1].name} into {folder.name} …")
    pip = [_python(folder), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    chosen = ["--only-binary=:all:", "--require-hashes", "-r", str(locks[-1])]
    if subprocess.run([*pip, *chosen], check=False).returncode:
        raise Stop("The packages could not be installed; the lines above say why.")
    note.write_text(json.dumps(made | wanted, indent=1), encoding="utf-8")


def _make_venv(folder: Path) -> None:
    version = _dotted(sys.version_info[:2])
    _need({"ensurepip": f"python{version}-venv"}, is_there=importlib.util.find_spec, insist=False)
    print(f"Making {folder.name} with Python {version} …")
    if subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=False).returncode:
        raise Stop(f"{folder.name} could not be made; the lines above say why.")


def _python(folder: Path) -> str:
    return str(folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))


def _this_python() -> str:
    return f"{sys.implementation.name} {sys.version} {sysconfig.get_platform()}"


def _dotted(version: Iterable[object]) -> str:
    return ".".join(map(str, version))


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _read_note(file: Path) -> dict[str, str]:
    try:
        note = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return note if isinstance(note, dict) else {}


# The system


def _loads(library: str) -> bool:
    """Say whether the system has a library; only Linux leaves some of Qt's to the system."""
    if not sys.platform.startswith("linux"):
        return True
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _need(things: dict[str, str], *, is_there: Callable[[str], object] = _loads, insist: bool = True) -> None:
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
    if shutil.which("apt-get") and _is_root():
        print(f"Installing with apt-get: {' '.join(packages)} …")
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
            subprocess.run(["apt-get", "-qq", *command], env=quiet, stdout=subprocess.DEVNULL, check=False)
        importlib.invalidate_caches()
        missing = [thing for thing in missing if not is_there(thing)]
    if missing:
        sentence = _advice(missing, things)
        if insist:
            raise Stop(sentence)
        print(sentence, file=sys.stderr)


def _advice(missing: Sequence[str], things: dict[str, str]) -> str:
    """Return the sentence that says what to type for what is missing."""
    if shutil.which("apt-get"):
        packages = sorted({things[thing] for thing in missing})
        return f"Something of the system is missing. Type: sudo apt-get install {' '.join(packages)}"
    return f"The system lacks {', '.join(missing)}: install them with its package manager."


def _is_root() -> bool:
    return os.name == "posix" and os.geteuid() == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
