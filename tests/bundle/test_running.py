"""The bundle, not the source, does everything, wherever it lies and whatever the computer lacks."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.bundle.frozen import WORD, Frozen, does_everything, draws
from tests.guarantees.test_no_traces import belongs_to, is_harmless, touched

BARE = {"LANG": "C.UTF-8"}


@pytest.fixture
def copy(program, tmp_path):
    """A copy that may be changed."""
    return Frozen(shutil.copytree(program.folder, tmp_path / "copy"))


def test_it_does_everything(program, tmp_path):
    does_everything(program, tmp_path, **BARE)


def test_it_does_everything_with_nothing_around_it(program, tmp_path):
    does_everything(program, tmp_path)


def test_it_does_everything_in_the_c_locale_without_a_home(program, tmp_path):
    does_everything(program, tmp_path, LC_ALL="C", PATH="/nowhere")


@pytest.mark.parametrize(
    "words", [["--search", WORD], ["--languages", "both", "letter"], ["--interface", "en"]]
)
def test_it_draws_what_is_asked_for(program, tmp_path, words):
    image = draws(program, tmp_path / "asked.png", words, **BARE)
    assert image != draws(program, tmp_path / "plain.png", [], **BARE)


def test_a_path_with_persian_letters_and_spaces_is_a_path(program, tmp_path):
    folder = shutil.copytree(program.folder, tmp_path / "حافظه‌ی من (۲)" / "Reader  نسخه" / "linux")
    does_everything(Frozen(folder), tmp_path, **BARE)
    does_everything(Frozen(folder), tmp_path, LC_ALL="C")


@pytest.mark.needs("unshare")
def test_it_does_everything_where_there_is_no_network(program, tmp_path):
    does_everything(program.inside("unshare", "-rn"), tmp_path, PATH=os.environ["PATH"], **BARE)


@pytest.mark.needs("unshare")
def test_it_does_everything_where_it_cannot_write(program, tmp_path):
    """From a mount that is read-only, as a stick with a lock is."""
    script = 'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" && shift && exec "$@"'
    within = ("unshare", "-rm", "sh", "-c", script, "sh", str(program.folder))
    locked = program.inside(*within)
    refused = subprocess.run(
        [*within, "touch", str(program.folder / "made")], capture_output=True, check=False
    )
    assert refused.returncode != 0
    does_everything(locked, tmp_path, PATH=os.environ["PATH"], **BARE)


@pytest.mark.needs("debootstrap")
def test_a_bare_debian_with_four_libraries_is_enough(program, bare_root):
    shutil.rmtree(bare_root / "copy", ignore_errors=True)
    shutil.copytree(program.folder, bare_root / "copy")
    (bare_root / "out").mkdir(exist_ok=True)
    there = Frozen(Path("/copy"), ("/usr/sbin/chroot", str(bare_root)))
    does_everything(there, there.folder.with_name("out"), bare_root / "out")


@pytest.mark.needs("debootstrap", "Xvfb", "xdotool")
def test_a_bare_debian_opens_the_window_on_a_display(program, bare_root, x_display):
    shutil.rmtree(bare_root / "copy", ignore_errors=True)
    shutil.copytree(program.folder, bare_root / "copy")
    opens_and_ends(Frozen(Path("/copy"), ("/usr/sbin/chroot", str(bare_root))), x_display)


@pytest.mark.needs("Xvfb", "xdotool")
def test_on_a_display_it_opens_finds_and_ends(program, x_display, tmp_path):
    opens_and_ends(program, x_display, HOME=str(tmp_path), TMPDIR=str(tmp_path))
    assert list(tmp_path.iterdir()) == []


def opens_and_ends(program, display, **around):
    """Start it as a person does, let it search, and leave with the one key."""

    def press(*words):
        command = ["xdotool", *words]
        return subprocess.run(
            command, env={"DISPLAY": display}, capture_output=True, encoding="utf-8", check=True
        ).stdout

    with subprocess.Popen(program.command(), env={"DISPLAY": display, **around}) as process:
        window = press("search", "--sync", "--onlyvisible", "--class", "reader").split()[0]
        press("windowfocus", "--sync", window)
        press("key", "--window", window, "--delay", "50", "slash", "w", "o", "r", "d", "Return")
        press("key", "ctrl+shift+q")
        assert process.wait(20) == 0


@pytest.mark.needs("strace")
@pytest.mark.parametrize("words", [["letter"], ["--search", WORD]], ids=["reading", "searching"])
def test_it_writes_nothing_and_connects_to_nothing(program, tmp_path, words):
    own = [tmp_path / name for name in ("home", "tmp", "runtime")]
    for folder in own:
        folder.mkdir(mode=0o700)
    trace, picture = tmp_path / "trace", tmp_path / "picture.png"
    watch = ["strace", "-f", "-qq", "-s", "4096", "-e", "trace=%file,%network", "-o", str(trace)]
    around = dict(zip(("HOME", "TMPDIR", "XDG_RUNTIME_DIR"), map(str, own), strict=True))
    draws(program.inside(*watch), picture, words, **around)
    calls = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    written = {path for line in calls for path in touched(line)}
    assert str(picture) in written, "the trace does not see writing"
    assert sorted(each for each in written if not belongs_to(picture, each) and not is_harmless(each)) == []
    assert [line for line in calls if "socket(" in line or "connect(" in line] == []
    assert [line for line in calls if "resolv.conf" in line or "nsswitch.conf" in line] == []
    assert [path for folder in own for path in folder.rglob("*")] == []


def test_what_was_made_beforehand_is_used(copy):
    """Without the pieces it works everything out: that takes much longer, and finds the same."""
    wanted = copy.answer("search", WORD)
    shutil.rmtree(copy.insides / "made")
    assert copy.answer("search", WORD) == wanted


@pytest.mark.parametrize("name", ["_internal/made/pieces", "_internal/made/table.json", "SHA256SUMS.minisig"])
def test_what_was_changed_is_not_used_and_verify_names_it(copy, name):
    wanted = copy.answer("search", WORD)
    file = copy.folder / name
    raw = bytearray(file.read_bytes())
    for place in range(0, len(raw), 97):
        raw[place] ^= 1
    file.write_bytes(raw)
    assert copy.answer("search", WORD) == wanted
    told = copy.run("verify", **BARE)
    assert told.returncode == 1
    assert name.rpartition("/")[2] in told.stderr


def test_a_changed_pack_is_not_opened(copy):
    file = copy.insides / "content.briefing"
    raw = bytearray(file.read_bytes())
    raw[len(raw) // 2] ^= 1
    file.write_bytes(raw)
    told = copy.run("list", **BARE)
    assert (told.returncode, told.stdout) == (1, "")


def test_a_program_beside_it_is_an_alarm(copy):
    (copy.folder / "other.so").write_bytes(b"\x7fELF" + b"x" * 100)
    told = copy.run("verify", **BARE)
    assert told.returncode == 1
    assert "other.so" in told.stderr


def test_what_is_remembered_beside_it_is_no_part_of_it(copy):
    (copy.folder / "data").mkdir()
    (copy.folder / "data" / "settings.json").write_text("{}", encoding="utf-8")
    assert copy.run("verify", **BARE).returncode == 0
