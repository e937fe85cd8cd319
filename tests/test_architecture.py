"""The house rules that a linter cannot see."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
READER = sorted((ROOT / "reader").rglob("*.py"))
CODE = [
    ROOT / "build_app.py",
    *READER,
    *(
        file
        for folder in ("tests", "benchmarks", "packaging")
        for file in sorted((ROOT / folder).rglob("*.py"))
    ),
]
TEXT = [
    *CODE,
    *sorted(ROOT.glob("*.md")),
    *sorted(ROOT.glob("*.toml")),
    *sorted(ROOT.glob("*.lock")),
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted((ROOT / "resources").rglob("*.toml")),
    *sorted((ROOT / "resources").rglob("*.ts")),
    ROOT / ".ci" / "run",
]
LOCKS = sorted(ROOT.glob("*.lock"))

MEANINGLESS = {"util", "utils", "misc", "helper", "helpers", "manager", "managers", "common", "stuff"}
MACHINE_PATH = re.compile(r"/(?:work|root|home|farm|Users|opt)/[\w.]")
NAMED_TEST = re.compile(r"(tests/[\w/]+\.py)::(test_\w+)")


def named(files):
    return pytest.mark.parametrize("file", files, ids=[str(file.relative_to(ROOT)) for file in files])


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-B", "-c", code, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


@named(READER)
def test_the_first_line_says_why_the_file_exists(file):
    assert file.read_text(encoding="utf-8").startswith('"""')


@named(CODE)
def test_no_file_is_longer_than_400_lines(file):
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 400


@named(CODE)
def test_names_mean_something(file):
    classes = [node.name for node in ast.walk(parsed(file)) if isinstance(node, ast.ClassDef)]
    words = {word.lower() for name in classes for word in re.findall("[A-Z][a-z]+", name)}
    assert not (words | set(file.stem.split("_"))) & MEANINGLESS


@named(TEXT)
def test_nothing_names_a_place_of_one_machine(file):
    assert not MACHINE_PATH.findall(file.read_text(encoding="utf-8"))


def test_no_link_is_committed():
    """FAT and Windows hold none; and one with the name of a folder that is here would take its place."""
    command = ["git", "ls-files", "--stage"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False).stdout
    assert [line for line in listed.splitlines() if line.startswith("120000")] == []


@named(LOCKS)
def test_lock_files_name_no_address_and_pin_every_package(file):
    lines = file.read_text(encoding="utf-8").splitlines()
    assert not [line for line in lines if "://" in line or line.startswith("-")]
    packages = [line for line in lines if line[:1].isalpha()]
    assert packages
    assert not [line for line in packages if "==" not in line or not line.endswith("\\")]


@named([file for file in READER if "WORKAROUND(" in file.read_text(encoding="utf-8")])
def test_every_workaround_names_a_test_that_exists(file):
    for note in workarounds(file.read_text(encoding="utf-8")):
        found = NAMED_TEST.search(note)
        assert found, f"names no test: {note.strip()[:200]}"
        assert exists(*found.groups()), found[0]


@named([*sorted((ROOT / "docs").rglob("*.md")), ROOT / "README.md"])
def test_every_test_that_is_named_in_words_exists(file):
    missing = [pair for pair in NAMED_TEST.findall(file.read_text(encoding="utf-8")) if not exists(*pair)]
    assert missing == []


def exists(file: str, name: str) -> bool:
    path = ROOT / file
    return path.is_file() and f"def {name}(" in path.read_text(encoding="utf-8")


def workarounds(text: str) -> list[str]:
    """Return each note on a workaround, up to the end of its comment or docstring."""
    notes = []
    for start in re.finditer(r"WORKAROUND\(", text):
        note = text[start.start() :]
        line = text[text.rfind("\n", 0, start.start()) + 1 : start.start()]
        end = re.search(r"\n(?!\s*#)" if "#" in line else r'"""', note)
        notes.append(note[: end.start()] if end else note)
    return notes


def test_the_desk_works_where_there_is_no_qt():
    done = run(
        "import sys; sys.modules.update(PySide6=None, shiboken6=None)\n"
        "from reader import paths\n"
        "from reader.desk import Desk\n"
        "from reader.library.catalogue import Catalogue\n"
        "from reader.security.program_folder import ProgramFolder\n"
        "desk = Desk(Catalogue.load(ProgramFolder(paths.content())))\n"
        "print(len(desk.edition('letter', 'fa').passages), desk.search('اتحادیه').total)"
    )
    assert done.returncode == 0, done.stderr
    assert all(int(number) for number in done.stdout.split())


@pytest.mark.parametrize(
    "command", [["list"], ["show", "letter"], ["search", "اتحادیه"]], ids=lambda words: words[0]
)
def test_commands_without_a_window_never_load_qt(command):
    done = run(
        "import sys\n"
        "from reader.__main__ import main\n"
        "code = main(sys.argv[1:])\n"
        "sys.exit(code or any(name.startswith(('PySide6', 'shiboken6')) for name in sys.modules))",
        *command,
    )
    assert done.returncode == 0, done.stderr or "Qt was loaded"


def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))
