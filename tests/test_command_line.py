"""The command line: every odd use ends quickly, in one sentence or a harmless result, and in no traceback."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reader import __main__, paths
from reader.commands import search
from reader.commands.opening import open_desk
from reader.commands.table import NAMES, command
from reader.text.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent
WINDOWLESS = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}


@pytest.fixture(autouse=True)
def _no_display(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def reader(*words: str, root: Path = ROOT, **how) -> subprocess.CompletedProcess[bytes]:
    """Run the reader in a process of its own, from another folder than its own."""
    around = WINDOWLESS | {"PYTHONPATH": str(root)} | how.pop("env", {})
    command = [sys.executable, "-B", "-P", "-m", "reader", *words]
    how = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | how
    return subprocess.run(command, env=around, cwd="/", check=False, timeout=120, **how)


def is_one_sentence(said: str | bytes) -> bool:
    text = said.decode("utf-8") if isinstance(said, bytes) else said
    return text.count("\n") == 1 and text.endswith("\n") and "Traceback" not in text


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([], "no display"),
        (["letter"], "no display"),
        (["--bogus"], "--bogus"),
        (["letter", "more"], "more"),
        (["list", "extra"], "extra"),
        (["show"], "DOCUMENT"),
        (["search"], "WORDS"),
        (["search", "--limit", "0", "x"], "from 1 to 100000"),
        (["search", "--limit", "9" * 30, "x"], "from 1 to 100000"),
        (["--interface", "de"], "'de'"),
        (["--theme", "pink"], "'pink'"),
        (["--zoom", "1e3"], "from 80 to 220"),
        (["--screenshot"], "--screenshot"),
        (["--size", "1180x760"], "needs “--screenshot”"),
        (["--search", "x"], "needs “--screenshot”"),
        *(
            (["--screenshot", "x.png", "--size", size], "is not a size like 1180x760")
            for size in (
                "x",
                "10x10",
                "1180",
                "1180x",
                "1e3x1e3",
                "²x²",
                "-5x5".lstrip("-"),
                "9" * 30 + "x700",
            )
        ),
    ],
)
def test_wrong_use_is_said_in_one_sentence(words, says, capsys):
    assert __main__.main(words) == 2
    answer = capsys.readouterr()
    assert not answer.out
    assert says in answer.err
    assert is_one_sentence(answer.err)


@pytest.mark.parametrize(
    "words",
    [
        ["show", "nowhere"],
        ["show", ""],
        ["show", "../../etc/passwd"],
        ["show", "a\x1b[31m\n\x00b"],
        ["show", "\ud800"],
        ["show", "x" * 100_000],
        ["show", "letter", "--lang", "../fa"],
        ["search", "--in", "nowhere", "x"],
        ["search", "--lang", "zz", "x"],
    ],
)
def test_what_does_not_exist_is_said_in_one_sentence(words, capsys):
    assert __main__.main(words) == 1
    answer = capsys.readouterr()
    assert not answer.out
    assert is_one_sentence(answer.err)
    assert len(answer.err) < 300
    assert answer.err.rstrip("\n").isprintable()


def test_a_persian_terminal_is_answered_in_persian(capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "fa_IR.UTF-8")
    assert __main__.main(["show", "nowhere"]) == 1
    assert "نیست" in capsys.readouterr().err


WORDS = ("list", "show", "search", "verify", "letter", "p12", "--json", "--lang", "--in", "--limit", "--size")
OTHERS = (
    "fa",
    "en",
    "both",
    "",
    "-",
    "--",
    "x" * 5000,
    "آ",
    "\ud800",
    "*",
    "(((",
    "-1",
    "1180x760",
    "--zoom=x",
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORDS + OTHERS), max_size=5))
@example(["show", "--json", "--", "--json"])
def test_any_words_end_in_an_answer_or_one_sentence(capsys, words):
    if words[:1] == ["search"]:
        words = words[1:]  # each time the index would be built
    try:
        code = __main__.main(list(words))
    except SystemExit as left:  # --help
        code = left.code
    answer = capsys.readouterr()
    assert code in (0, 1, 2)
    assert code == 0 or answer.out or answer.err
    assert "Traceback" not in answer.err


# Queries


@pytest.fixture(scope="module")
def desk():
    return open_desk()


@pytest.fixture
def found(desk, monkeypatch, capsys) -> Callable[..., dict]:
    """Search from the command line; the index is built once for all tests."""
    monkeypatch.setattr(search, "open_desk", lambda: desk)

    def find(*words: str) -> dict:
        __main__.main(["search", "--json", *words])
        return json.loads(capsys.readouterr().out)

    return find


@pytest.mark.parametrize(
    "query",
    ["", " ", "*", "(((", "\ud800\udfff", "\u202e\u200f", "\x00", "«»", "آ" * 100_000, "اتحادیه " * 12_500],
)
def test_odd_queries_find_little_and_harm_nothing(query, found):
    answer = found("--", query)
    assert answer["total"] == len(answer["hits"]) or answer["total"] > 20
    if not query.startswith("اتحادیه"):
        assert answer["hits"] == []


@pytest.mark.parametrize(
    ("stem", "spellings"),
    [
        ("اتحادیه", ("اتحادیه‌های", "اتحادیههای", "اتحادیه های", "اتحاديه‌هاي")),
        ("1404", ("۱۴۰۴", "1404", "١٤٠٤")),
    ],
)
def test_spellings_of_one_word_find_the_same_passages_and_mark_the_word(stem, spellings, found):
    answers = [found("--limit", "1000", spelling) for spelling in spellings]
    places = [
        {(hit["document"], hit["language"], hit["passage"]) for hit in answer["hits"]} for answer in answers
    ]
    assert places[0]
    assert all(other == places[0] for other in places)
    for hit in (hit for answer in answers for hit in answer["hits"]):
        marked = [hit["text"][start:end] for start, end in hit["ranges"]]
        assert all(word and word == word.strip() for word in marked)
        if plain(stem) in plain(hit["text"]):
            assert any(plain(word).startswith(plain(stem)) for word in marked)


def plain(word: str) -> str:
    return "".join(str(int(letter)) if letter.isdecimal() else letter for letter in fold(word))


# Streams, folders, locales


def test_a_reader_that_is_no_longer_listened_to_ends_quietly():
    reading, writing = os.pipe()
    os.close(reading)
    done = reader("show", "letter", stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only where there is a device that is always full")
def test_a_full_disk_is_said():
    with Path("/dev/full").open("wb") as full:
        done = reader("list", stdout=full)
    assert done.returncode == 1
    assert is_one_sentence(done.stderr)
    assert is_one_sentence(reader("press", "--screenshot", "/dev/full").stderr)


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", ">&- 2>&-"])
def test_closed_streams_do_no_harm(closed):
    command = ["sh", "-c", f'exec "$@" {closed}', "sh", sys.executable, "-B", "-m", "reader", "show", "press"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_without_a_home_or_a_utf8_locale_it_answers():
    bare = {"PATH": os.defpath, "PYTHONPATH": str(ROOT), "LC_ALL": "C"}
    plain = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    command = [sys.executable, "-B", "-m", "reader"]
    for around in (bare, bare | plain):
        done = subprocess.run([*command, "show", "press"], env=around, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, b"")
        assert b"[p01] " in done.stdout
        done = subprocess.run([*command, "show", "نیست"], env=around, capture_output=True, check=False)
        assert done.returncode == 1
        assert is_one_sentence(done.stderr)


def test_a_folder_with_a_persian_name_that_cannot_be_written_serves(tmp_path):
    folder = tmp_path / "جزوه خوان ۱"
    for part in ("reader", "resources", "content"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        done = reader("press", "--screenshot", str(tmp_path / "پرده.png"), root=folder)
        assert (done.returncode, done.stderr) == (0, b"")
        assert (tmp_path / "پرده.png").read_bytes().startswith(b"\x89PNG")
    finally:
        for path in [folder, *folder.rglob("*")]:
            path.chmod(0o755 if path.is_dir() else 0o644)


@pytest.mark.parametrize("target", ["", "there is/no/folder.png", "."])
def test_a_picture_that_cannot_be_written_is_said(target, tmp_path):
    done = reader("press", "--screenshot", str(tmp_path / target))
    assert done.returncode == 1
    assert is_one_sentence(done.stderr)


# What is missing or damaged


def test_a_missing_package_and_a_missing_library_name_the_command_to_type(monkeypatch, capsys):
    for fault in (
        ModuleNotFoundError("no", name="nh3"),
        ImportError("libEGL.so.1: cannot open shared object"),
    ):
        monkeypatch.setattr(__main__, "_run", lambda _, fault=fault: raise_(fault))
        assert __main__.main([]) == 1
        said = capsys.readouterr().err
        assert is_one_sentence(said)
        assert "python3 build_app.py run" in said


def raise_(fault: Exception) -> int:
    raise fault


def test_a_missing_resource_is_named(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    monkeypatch.setattr(__main__, "_run", lambda _: len((tmp_path / "light.toml").read_bytes()))
    assert __main__.main([]) == 1
    assert is_one_sentence(said := capsys.readouterr().err)
    assert "light.toml" in said


def test_every_name_is_a_command_and_no_other_is_one():
    assert all(command(name) is not None for name in NAMES)
    assert command("") is command("nonsense") is command("Show") is None


def test_only_the_command_that_is_asked_for_is_loaded():
    lines = "import sys; from reader.__main__ import main; main(['list']); print(*sys.modules, sep='\\n')"
    done = subprocess.run([sys.executable, "-c", lines], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = {name for name in NAMES if f"reader.commands.{name}" in done.stdout.splitlines()}
    assert loaded == {"list"}


def test_interrupted_from_the_terminal_it_ends_without_a_word(monkeypatch, capsys):
    def interrupted(_given):
        raise KeyboardInterrupt

    monkeypatch.setattr(__main__, "_run", interrupted)
    assert __main__.main(["list"]) == __main__.INTERRUPTED
    assert capsys.readouterr() == ("", "")


INTERRUPTED_WINDOW = """
import os, signal, sys
from reader import __main__, app
make = app.make_window
def made(*given):
    application, window = make(*given)
    window.prepared.connect(lambda _: os.kill(os.getpid(), signal.SIGINT))
    return application, window
app.make_window = made
sys.argv = ["reader", "letter"]
__main__.main()
"""


def test_a_window_that_is_interrupted_ends_without_a_word():
    around = WINDOWLESS | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-B", "-P", "-c", INTERRUPTED_WINDOW]
    done = subprocess.run(command, env=around, cwd="/", capture_output=True, check=False, timeout=120)
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, b"", b"")
