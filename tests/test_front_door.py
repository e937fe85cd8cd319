"""The front door: what it understands, what it asks of the system, and when it makes things anew."""

from __future__ import annotations

import ast
import importlib
import importlib.metadata
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import build_app
import command_check
import command_run
import reader_process
import system_packages
import virtual_environment
from stopping import Stop

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = sorted((ROOT / "packaging").glob("*.py"))
"""The files of the front door; what is in folders runs in an environment, or is asked for by name."""


class Commands:
    """Stands in for ``subprocess.run``: notes the commands and answers with what a test sets."""

    def __init__(self) -> None:
        self.given: list[list[str]] = []
        self.failing = ""

    def __call__(self, command, **_kwargs) -> subprocess.CompletedProcess[str]:
        words = [str(word) for word in command]
        self.given.append(words)
        if words[1:3] == ["-m", "venv"]:
            python = Path(virtual_environment.python(Path(words[-1])))
            python.parent.mkdir(parents=True, exist_ok=True)
            python.touch()
        fails = bool(self.failing) and self.failing in words
        return subprocess.CompletedProcess(words, 1 if fails else 0, stdout="")

    def kinds(self) -> list[str]:
        """Return what was done since the last time this was asked: ``venv`` and ``pip``, in order."""
        kinds = [words[2] for words in self.given]
        self.given.clear()
        return kinds


@pytest.fixture
def commands(monkeypatch) -> Commands:
    stand_in = Commands()
    monkeypatch.setattr(subprocess, "run", stand_in)
    return stand_in


# What it understands


@pytest.mark.parametrize(
    ("given", "says"), [(["fly"], "“fly” is not a command"), ([], "A command is missing")]
)
def test_wrong_use_is_answered_in_one_sentence(given, says, capsys):
    assert build_app.main(given) == 2
    answer = capsys.readouterr()
    assert not answer.out
    assert says in answer.err
    assert ", ".join(build_app.COMMANDS) in answer.err
    assert answer.err.count("\n") == 1


@pytest.mark.parametrize("word", ["--help", "-h"])
def test_help_names_every_command(word, capsys):
    assert build_app.main([word]) == 0
    said = capsys.readouterr().out
    assert {"run", "test", "bench"} <= set(build_app.COMMANDS)
    assert all(f"python3 build_app.py {command} " in said for command in build_app.COMMANDS)


@pytest.mark.parametrize("name", ["test", "check", "figures", "bench"])
def test_a_command_without_options_does_nothing_where_help_is_asked_for(name, capsys):
    assert build_app.main([name, "--help"]) == 0
    said = capsys.readouterr().out
    assert all(line.startswith(f"python3 build_app.py {name} ") for line in said.splitlines())


@pytest.mark.parametrize("name", build_app.COMMANDS)
def test_every_command_is_done_by_a_function_that_exists(name):
    module, _, function = build_app.COMMANDS[name].done_by.partition(":")
    assert callable(getattr(importlib.import_module(module), function))


def test_it_starts_from_any_folder_and_needs_no_package(tmp_path):
    bare = [sys.executable, "-I", "-S", "-B", str(ROOT / "build_app.py")]
    done = subprocess.run([*bare, "--help"], cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def imported(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    names = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    names |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    return names


def test_it_imports_the_standard_library_and_its_own_files_alone():
    folder = ROOT / "packaging"
    ours = {".".join(file.relative_to(folder).with_suffix("").parts): file for file in folder.rglob("*.py")}
    asked = imported(ROOT / "build_app.py") | {
        command.done_by.partition(":")[0] for command in build_app.COMMANDS.values()
    }
    met: set[str] = set()
    while unmet := asked - met:
        met |= unmet
        asked |= {name for stem in unmet & ours.keys() for name in imported(ours[stem])}
    assert {name.partition(".")[0] for name in met - ours.keys()} <= sys.stdlib_module_names


def test_none_of_its_files_hides_a_module_of_others():
    ours = {file.stem for file in PACKAGING}
    assert not ours & (sys.stdlib_module_names | set(importlib.metadata.packages_distributions()))
    assert not (ROOT / "packaging" / "__init__.py").exists(), "would hide the package of that name on PyPI"


def test_an_old_python_is_told_what_is_needed(monkeypatch, capsys):
    monkeypatch.setattr(build_app.sys, "version_info", (3, 9, 18))
    assert build_app.main(["run"]) == 1
    assert capsys.readouterr().err == "The reader needs Python 3.11 or newer; this is 3.9.\n"


def test_a_benchmark_that_does_not_exist_is_named(capsys):
    assert build_app.main(["bench", "speed-of-light"]) == 2
    assert "speed-of-light" in capsys.readouterr().err


@pytest.mark.parametrize("given", [["nowhere"], ["one", "two"]])
def test_a_folder_that_cannot_be_proofread_is_told_in_one_sentence(given, capsys):
    assert build_app.main(["check", *given]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_the_environment_proofreads_what_is_named(commands, monkeypatch, tmp_path):
    monkeypatch.setattr(command_check, "prepare", lambda *_: None)
    assert build_app.main(["check", str(tmp_path)]) == 0
    assert build_app.main(["check"]) == 0
    assert [words[-2:] for words in commands.given] == [
        ["reader.library.proofreading", str(tmp_path)],
        ["reader.library.proofreading", str(ROOT / "content")],
    ]


# What it asks of the system

THINGS = {"libEGL.so.1": "libegl1", "libGL.so.1": "libgl1"}


def test_what_is_there_is_not_asked_for(commands):
    system_packages.need(THINGS, is_there=lambda _: True)
    assert commands.given == []


def test_someone_who_is_not_root_is_told_the_one_command(commands, monkeypatch):
    monkeypatch.setattr(system_packages, "is_root", lambda: False)
    monkeypatch.setattr(system_packages.shutil, "which", lambda _: "apt-get")
    with pytest.raises(Stop, match=r"Type: sudo apt-get install libegl1 libgl1$"):
        system_packages.need(THINGS, is_there=lambda _: False)
    assert commands.given == []


def test_another_system_is_told_what_it_lacks(monkeypatch):
    monkeypatch.setattr(system_packages.shutil, "which", lambda _: None)
    with pytest.raises(Stop, match=r"lacks libGL\.so\.1:"):
        system_packages.need(THINGS, is_there=lambda thing: thing == "libEGL.so.1")


def test_what_is_not_insisted_on_is_said_and_passed_over(monkeypatch, capsys):
    monkeypatch.setattr(system_packages.shutil, "which", lambda _: None)
    system_packages.need(THINGS, is_there=lambda _: False, insist=False)
    assert "libEGL.so.1, libGL.so.1" in capsys.readouterr().err


@pytest.mark.parametrize("comes", [True, False])
def test_root_on_debian_gets_it_installed(comes, commands, monkeypatch, capsys):
    monkeypatch.setattr(system_packages, "is_root", lambda: True)
    monkeypatch.setattr(system_packages.shutil, "which", lambda _: "apt-get")

    def is_there(thing) -> bool:
        return thing == "libEGL.so.1" or (comes and len(commands.given) == 2)

    if comes:
        system_packages.need(THINGS, is_there=is_there)
    else:
        with pytest.raises(Stop, match="libgl1"):
            system_packages.need(THINGS, is_there=is_there)
    assert [words[:3] for words in commands.given] == [
        ["apt-get", "-qq", "update"],
        ["apt-get", "-qq", "install"],
    ]
    assert commands.given[1][-1] == "libgl1"
    assert "libgl1" in capsys.readouterr().out


def test_every_tool_that_a_test_needs_can_be_installed():
    texts = [file.read_text(encoding="utf-8") for file in (ROOT / "tests").rglob("test_*.py")]
    marks = [mark for text in texts for mark in re.findall(r"\bpytest\.mark\.needs\(([^()]*)\)", text)]
    named = {tool for mark in marks for tool in re.findall(r'"(.+?)"', mark)}
    assert named == system_packages.TEST_TOOLS.keys()


# When it makes things anew


@pytest.fixture
def locks(tmp_path) -> tuple[Path, Path]:
    run_lock, test_lock = tmp_path / "run.lock", tmp_path / "test.lock"
    run_lock.write_text("a==1\n")
    test_lock.write_text("a==1\nb==1\n")
    return run_lock, test_lock


def test_an_environment_is_made_once(commands, locks, tmp_path):
    folder = tmp_path / "venv"
    virtual_environment.prepare(folder, locks[0])
    installing = commands.given[-1]
    assert {"--require-hashes", "--only-binary=:all:", str(locks[0])} <= set(installing)
    assert commands.kinds() == ["venv", "pip"]
    virtual_environment.prepare(folder, locks[0])
    assert commands.kinds() == []


def test_tests_add_their_packages_to_the_same_environment(commands, locks, tmp_path):
    folder = tmp_path / "venv"
    virtual_environment.prepare(folder, locks[0])
    commands.kinds()
    virtual_environment.prepare(folder, *locks)
    assert str(locks[1]) in commands.given[-1]
    assert commands.kinds() == ["pip"]
    virtual_environment.prepare(folder, locks[0])
    virtual_environment.prepare(folder, *locks)
    assert commands.kinds() == []


def test_a_lock_that_changed_makes_it_anew(commands, locks, tmp_path):
    folder = tmp_path / "venv"
    virtual_environment.prepare(folder, *locks)
    commands.kinds()
    locks[0].write_text("a==2\n")
    virtual_environment.prepare(folder, locks[0])
    assert commands.kinds() == ["venv", "pip"]
    virtual_environment.prepare(folder, *locks)
    assert commands.kinds() == ["pip"]


def test_another_python_makes_it_anew(commands, locks, tmp_path, monkeypatch):
    folder = tmp_path / "venv"
    virtual_environment.prepare(folder, locks[0])
    commands.kinds()
    monkeypatch.setattr(virtual_environment, "this_python", lambda: "another")
    virtual_environment.prepare(folder, locks[0])
    assert commands.kinds() == ["venv", "pip"]


@pytest.mark.parametrize("damage", ["python", "note", "nonsense"])
def test_a_broken_environment_is_made_anew(damage, commands, locks, tmp_path):
    folder = tmp_path / "venv"
    virtual_environment.prepare(folder, locks[0])
    commands.kinds()
    note = folder / "made-from.json"
    match damage:
        case "python":
            Path(virtual_environment.python(folder)).unlink()
        case "note":
            note.unlink()
        case "nonsense":
            note.write_text("[1")
    virtual_environment.prepare(folder, locks[0])
    assert commands.kinds() == ["venv", "pip"]


def test_an_installation_that_failed_is_not_taken_for_whole(commands, locks, tmp_path):
    folder = tmp_path / "venv"
    commands.failing = "pip"
    with pytest.raises(Stop, match="could not be installed"):
        virtual_environment.prepare(folder, locks[0])
    commands.failing = ""
    commands.kinds()
    virtual_environment.prepare(folder, locks[0])
    assert commands.kinds() == ["venv", "pip"]


# The lock files


def pins(name: str) -> set[tuple[str, str]]:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    named = [re.match(r"([a-z0-9-]+)==(\S+)", line) for line in lines]
    return {(match[1], match[2]) for match in named if match}


def test_the_lock_of_tests_includes_the_lock_that_runs():
    assert pins("requirements.lock") < pins("requirements-dev.lock")


def test_the_other_lock_differs_in_qt_alone():
    differing = pins("requirements-qt-6.11.lock") - pins("requirements-dev.lock")
    assert differing == set()
    assert dict(pins("requirements-qt-6.11.lock"))["pyside6-essentials"].startswith("6.11.")


def test_every_dependency_is_locked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.match(r"[\w-]+", line)[0].lower() for line in asked}
    assert names <= {name for name, _ in pins("requirements-dev.lock")}


# The two commands


def test_without_a_display_it_shows_what_it_finds(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(reader_process, "python", lambda _: sys.executable)
    monkeypatch.setattr(command_run, "PICTURES", tmp_path / "pictures")
    assert command_run.show_without_display() == 0
    said = capsys.readouterr().out
    assert "letter" in said
    assert re.search("“اتحادیه” stands in [1-9][0-9]* passages", said)
    for name in ("reading.png", "searching.png"):
        assert f"The window: {tmp_path / 'pictures' / name}" in said
        assert (tmp_path / "pictures" / name).read_bytes().startswith(b"\x89PNG")


@pytest.mark.needs("Xvfb", "xdotool")
def test_with_a_display_the_window_opens(x_display, monkeypatch, tmp_path):
    monkeypatch.setattr(reader_process, "python", lambda _: sys.executable)
    around = {
        name: value
        for name, value in os.environ.items()
        if name not in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY")
    }
    around |= {"DISPLAY": x_display, "PYTHONPATH": str(ROOT), "HOME": str(tmp_path)}
    with subprocess.Popen(reader_process.command_line(), env=around) as reader:
        try:
            looking = ["xdotool", "search", "--sync", "--onlyvisible", "--pid", str(reader.pid)]
            found = subprocess.run(looking, env=around, stdout=subprocess.PIPE, check=True, timeout=30)
            assert found.stdout.split()
            assert reader.poll() is None
        finally:
            reader.terminate()
    assert list(tmp_path.iterdir()) == []
