"""``sh reader-linux.run``: from any mount; what it leaves when it is ended in any way; what it refuses."""

import os
import re
import shutil
import signal
import stat
import subprocess
from pathlib import Path

import pytest

from tests.forms import stand_in
from tests.forms.test_start_files import said

SHELLS = pytest.mark.parametrize("shell", [["sh"], ["bash", "--posix"]], ids=["sh", "bash"])


@pytest.fixture
def stick(made_stick, tmp_path):
    return shutil.copytree(made_stick, tmp_path / "یک فلش")


@pytest.fixture
def packet(stick):
    return stick / "Reader" / "packages" / "reader-linux.run"


@pytest.fixture
def place(tmp_path):
    """Where it unpacks first, as the session of a desktop has it."""
    folder = tmp_path / "a place"
    folder.mkdir(mode=0o700)
    return folder


def started(shell, packet, place, *words, **options) -> subprocess.CompletedProcess[str]:
    around = {"XDG_RUNTIME_DIR": str(place)} | options.pop("env", {})
    return stand_in.run([*shell, packet, *words], env=around, **options)


def folder_of(done) -> Path:
    return Path(re.search("^folder: (.*)$", done.stdout, re.MULTILINE)[1])


@SHELLS
def test_it_unpacks_starts_and_leaves_nothing(shell, packet, place):
    assert not os.access(packet, os.X_OK)
    done = started(shell, packet, place, "a b", "ج")
    assert done.returncode == 0
    assert folder_of(done).parent.parent == place
    assert done.stdout.splitlines()[2:] == ["word: a b", "word: ج"]
    persian, english = done.stderr.splitlines()
    assert str(folder_of(done).parent) in persian
    assert str(folder_of(done).parent) in english
    assert "removed" in english
    assert not list(place.iterdir())


@SHELLS
@pytest.mark.needs("unshare")
@pytest.mark.parametrize("how", ["noexec", "ro,noexec"])
def test_it_starts_from_a_stick_that_allows_no_programs(shell, stick, packet, place, how):
    before = {path: path.read_bytes() for path in stick.rglob("*") if path.is_file()}
    done = stand_in.mounted(
        {stick: how}, [*shell, stick / "Start-Linux.sh", "a b"], env={"XDG_RUNTIME_DIR": str(place)}
    )
    assert done.returncode == 0, done.stderr
    assert folder_of(done).parent.parent == place
    assert "word: a b" in done.stdout
    assert not list(place.iterdir())
    assert {path: path.read_bytes() for path in stick.rglob("*") if path.is_file()} == before


@pytest.mark.needs("unshare")
def test_a_place_that_allows_no_programs_is_passed_over(packet, place, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    done = stand_in.mounted(
        {place: "noexec", Path("/dev/shm"): "noexec"},
        ["sh", packet],
        env={"XDG_RUNTIME_DIR": str(place), "TMPDIR": str(other)},
    )
    assert folder_of(done).parent.parent == other
    assert "on the disk" in done.stderr
    assert not list(other.iterdir())


@pytest.mark.needs("unshare")
def test_without_any_place_one_sentence_says_what_to_do(packet):
    full = "for each in /dev/shm /tmp /var/tmp; do mount -t tmpfs -o size=100k none $each; done"
    script = f'mount --bind "$1" /mnt; {full}; exec sh /mnt/reader-linux.run'
    done = stand_in.run(
        ["unshare", "--map-root-user", "--mount", "sh", "-c", script, "sh", packet.parent],
        env={"XDG_RUNTIME_DIR": "/nowhere"},
    )
    told = said(done)
    assert "TMPDIR" in told
    assert "reader-linux.zip" in told


@pytest.mark.parametrize("code", [0, 1, 2])
def test_the_readers_own_answer_comes_back(packet, place, code):
    done = started(["sh"], packet, place, "ends", str(code))
    assert done.returncode == code
    assert done.stderr.count("\n") == 2


def test_a_program_that_cannot_run_here_leads_to_the_phone_file(packet, place):
    done = started(["sh"], packet, place, "ends", "255")
    assert done.returncode == 255
    assert "Reader-Phone.html" in done.stderr
    assert not list(place.iterdir())


def test_what_is_piped_into_it_reaches_the_program(packet, place):
    done = started(["sh"], packet, place, "waits", input="a line\nof ours")
    assert done.stdout.splitlines()[1:] == ["a line", "of ours"]


def test_what_is_remembered_belongs_on_the_stick(stick, packet, place):
    done = started(["sh"], packet, place)
    assert f"beside: {stick / 'Reader' / 'linux'}\n" in done.stdout
    lone = shutil.copy(packet, stick.parent)
    assert f"beside: {stick.parent}\n" in started(["sh"], lone, place).stdout


class Running:
    """One that was started and waits."""

    def __init__(self, packet, place):
        self.process = subprocess.Popen(
            ["sh", packet, "waits"],
            env={"PATH": os.environ["PATH"], "XDG_RUNTIME_DIR": str(place)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        self.folder = Path(self.process.stdout.readline().strip())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.stdout.read()  # until the program has gone too
        self.process.stdout.close()
        self.process.wait(60)


def test_only_the_person_can_look_into_what_is_unpacked(packet, place):
    with Running(packet, place) as running:
        assert stat.S_IMODE(running.folder.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("how", ["TERM", "HUP", "INT", "QUIT"])
def test_ended_it_ends_the_program_and_leaves_nothing(packet, place, how):
    with Running(packet, place) as running:
        assert running.folder.is_dir()
        number = getattr(signal, f"SIG{how}")
        running.process.send_signal(number)
        assert running.process.wait(60) == 128 + number
        assert running.process.stdout.read() == ""
        assert not list(place.iterdir())


def test_killed_it_leaves_its_folder_until_the_next_start_after_the_program_ended(packet, place):
    with Running(packet, place) as running:
        running.process.kill()
        running.process.wait(60)
        # The program goes on, and so does its folder, whoever starts another one meanwhile.
        started(["sh"], packet, place)
        assert running.folder.is_dir()
    assert list(place.iterdir()) == [running.folder.parent]
    started(["sh"], packet, place)
    assert not list(place.iterdir())


def test_folders_that_are_not_left_by_it_stay(packet, place, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "processes").write_text("999999999\n")
    (place / "reader.abcdefghij").symlink_to(tmp_path / "mine")
    (place / "reader.0123456789").mkdir()
    (place / "reader.0123456780").mkdir()
    (place / "reader.0123456780" / "processes").write_text(f"{os.getpid()}\n")
    (place / "reader.conf").write_text("")
    before = sorted(place.iterdir())
    started(["sh"], packet, place)
    assert sorted(place.iterdir()) == before
    assert (tmp_path / "mine" / "processes").is_file()


def beginning(raw: bytes) -> int:
    return raw.index(b"\nexit\n") + len(b"\nexit\n")


def test_a_changed_byte_of_the_archive_is_refused(packet, place):
    raw = packet.read_bytes()
    first = beginning(raw)
    for at in {first, first + 1, (first + len(raw)) // 2, len(raw) - 1}:
        packet.write_bytes(raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :])
        assert "damaged" in said(started(["sh"], packet, place))
        assert not list(place.iterdir())


@SHELLS
def test_a_file_that_is_not_whole_is_refused(shell, packet, place):
    raw = packet.read_bytes()
    first = beginning(raw)
    for end in (first, first + 1, len(raw) - 1):
        packet.write_bytes(raw[:end])
        assert "not whole" in said(started(shell, packet, place))
    # Cut within the script the shell may complain too; nothing is unpacked, and it is said.
    armed = raw.index(b"exit 1' EXIT\n") + len(b"exit 1' EXIT\n")
    for end in range(armed, first - len(b'n "$@"\nexit\n'), 397):
        packet.write_bytes(raw[:end])
        done = started(shell, packet, place)
        assert done.returncode != 0
        assert done.stderr.endswith("This file is not whole; copy it again.\n")
    assert not list(place.iterdir())


@pytest.mark.parametrize("tool", ["xz", "tar", "sha256sum"])
def test_a_missing_tool_is_named(packet, place, tmp_path, tool):
    tools = tmp_path / "tools"
    tools.mkdir()
    for each in {"sh", "tail", "tar", "xz", "sha256sum", "mktemp", "uname", "dirname", "df", "rm"} - {tool}:
        (tools / each).symlink_to(shutil.which(each))
    assert tool in said(started(["/bin/sh"], packet, place, env={"PATH": str(tools)}))


def test_another_processor_is_told(packet, place, tmp_path):
    (tmp_path / "uname").write_text("#!/bin/sh\necho i686\n")
    (tmp_path / "uname").chmod(0o755)
    assert "i686" in said(started(["sh"], packet, place, env={"PATH": f"{tmp_path}:/usr/bin:/bin"}))


# Into the home


@pytest.fixture
def home(tmp_path):
    return tmp_path / "a home" / "share"


def installed(packet, home, shell=("sh",)) -> subprocess.CompletedProcess[str]:
    return started(shell, packet, home.parent, "--install", env={"XDG_DATA_HOME": str(home)})


@SHELLS
def test_only_asked_it_installs_and_says_where(shell, packet, home):
    home.parent.mkdir()
    done = installed(packet, home, shell)
    assert (done.returncode, done.stderr) == (0, "")
    persian, english = done.stdout.splitlines()
    program, entry = home / "briefing-reader", home / "applications" / "briefing-reader.desktop"
    for told in (persian, english):
        assert f"rm -r '{program}' '{entry}'" in told
    assert sorted(home.iterdir()) == [entry.parent, program]
    assert stand_in.run([program / "reader", "a"]).stdout.splitlines()[2:] == ["word: a"]
    assert f'Exec="{program / "reader"}"\n' in entry.read_text(encoding="utf-8")
    assert list(home.parent.iterdir()) == [home]
    stand_in.run(["sh", "-c", english.partition("remove it: ")[2]])
    assert list(home.rglob("*")) == [entry.parent]


@pytest.mark.parametrize("stopped", ["not", "before the new one", "before what is remembered"])
def test_installing_again_keeps_what_is_remembered(packet, home, stopped):
    program = home / "briefing-reader"
    old = home / "briefing-reader.old" if stopped != "not" else program
    stand_in.program(old)
    (old / "data" / "settings.json").write_text("ours")
    if stopped == "before what is remembered":
        stand_in.program(program)
        shutil.rmtree(program / "data")
    assert installed(packet, home).returncode == 0
    assert (program / "data" / "settings.json").read_text() == "ours"
    assert (program / "SHA256SUMS").is_file()
    assert sorted(path.name for path in home.iterdir()) == ["applications", "briefing-reader"]


def test_a_folder_of_others_is_left_alone(packet, home):
    (home / "briefing-reader").mkdir(parents=True)
    (home / "briefing-reader" / "thesis.txt").write_text("mine")
    assert "not of this program" in said(installed(packet, home))
    assert [path.name for path in home.rglob("*")] == ["briefing-reader", "thesis.txt"]


def test_a_home_that_is_full_is_told(packet, tmp_path):
    (tmp_path / "file").write_text("")
    assert "cannot be written" in said(installed(packet, tmp_path / "file"))
