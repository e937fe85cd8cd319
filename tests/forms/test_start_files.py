"""The start files at a stick's root: from any mount, with any shell, and what they say if nothing starts."""

import os
import re

import pytest

from tests.forms import stand_in

SHELLS = pytest.mark.parametrize(
    "shell",
    [["sh"], ["bash", "--posix"], pytest.param(["busybox", "sh"], marks=pytest.mark.needs("busybox"))],
)
RUN = 'echo "packet: $0"; for word in "$@"; do echo "word: $word"; done; exit 7'


@pytest.fixture
def stick(tmp_path):
    return stand_in.stick(tmp_path / "یک فلش")


@pytest.fixture
def packet(stick):
    path = stick / "Reader" / "packages" / "reader-linux.run"
    path.parent.mkdir()
    path.write_text(RUN, encoding="utf-8")
    return path


def said(done, code=1):
    """Return the one sentence in each language."""
    assert done.returncode == code
    assert done.stdout == ""
    persian, english = done.stderr.splitlines()
    assert re.search("[آ-ی]", persian)
    assert persian.endswith(".")
    assert re.fullmatch("[ -~“”]+[.]", english)
    return english


@SHELLS
def test_the_program_is_started_where_it_may_be(stick, packet, shell):
    done = stand_in.run([*shell, stick / "Start-Linux.sh", "a b", "ج"])
    assert done.stdout.splitlines()[0] == f"folder: {stick / 'Reader' / 'linux'}"
    assert done.stdout.splitlines()[2:] == ["word: a b", "word: ج"]
    assert done.stderr == ""


def test_it_is_found_from_any_folder(stick):
    done = stand_in.run(["sh", "Start-Linux.sh"], cwd=stick)
    assert done.returncode == 0
    assert stand_in.run([stick / "Start-Linux.sh"]).stdout == done.stdout


@pytest.mark.parametrize("code", [0, 1, 2, 130])
def test_the_readers_own_answer_comes_back(stick, code):
    done = stand_in.run(["sh", stick / "Start-Linux.sh", "ends", str(code)])
    assert (done.returncode, done.stdout, done.stderr) == (code, "", "")


@SHELLS
def test_without_the_executable_bit_the_packet_is_started(stick, packet, shell):
    (stick / "Reader" / "linux" / "reader").chmod(0o644)
    done = stand_in.run([*shell, stick / "Start-Linux.sh", "a b"])
    assert done.stdout.splitlines() == [f"packet: {packet}", "word: a b"]
    assert (done.returncode, done.stderr) == (7, "")


@SHELLS
@pytest.mark.needs("unshare")
@pytest.mark.parametrize("how", ["noexec", "ro,noexec"])
def test_where_nothing_may_be_started_the_packet_is(stick, packet, shell, how):
    done = stand_in.mounted({stick: how}, [*shell, stick / "Start-Linux.sh", "a b"])
    assert done.stdout.splitlines() == [f"packet: {packet}", "word: a b"]
    assert done.returncode == 7


@pytest.mark.needs("unshare")
def test_without_the_packet_one_sentence_says_what_to_do(stick):
    told = said(stand_in.mounted({stick: "noexec"}, ["sh", stick / "Start-Linux.sh"]))
    assert "reader-linux.run" in told
    assert "Reader-Phone.html" in told


@pytest.mark.parametrize("code", [127, 139, 255])
def test_a_program_that_cannot_run_here_leads_to_the_phone_file(stick, code):
    told = said(stand_in.run(["sh", stick / "Start-Linux.sh", "ends", str(code)]), code)
    assert "Reader-Phone.html" in told
    assert str(code) in told


def test_another_processor_is_told(stick, tmp_path):
    (tmp_path / "uname").write_text("#!/bin/sh\necho aarch64\n")
    (tmp_path / "uname").chmod(0o755)
    told = said(
        stand_in.run(["sh", stick / "Start-Linux.sh"], env={"PATH": f"{tmp_path}{os.pathsep}/usr/bin:/bin"})
    )
    assert "aarch64" in told


def test_without_a_terminal_a_window_says_it(stick, tmp_path):
    (tmp_path / "zenity").write_text('#!/bin/sh\nprintf "%s\\n" "$@" > "${0%/*}/shown"\n')
    (tmp_path / "zenity").chmod(0o755)
    around = {"PATH": f"{tmp_path}{os.pathsep}/usr/bin:/bin", "DISPLAY": ":77"}
    said(stand_in.run(["sh", stick / "Start-Linux.sh", "ends", "255"], env=around), 255)
    shown = (tmp_path / "shown").read_text(encoding="utf-8")
    assert "--no-markup" in shown
    assert "The reader does not work on this system (code 255)" in shown


def test_the_one_of_macos_starts_its_folder_and_says_where_it_is_missing(stick):
    assert "for macOS" in said(stand_in.run(["sh", stick / "Start-macOS.command"]))
    stand_in.program(stick / "Reader" / "macos")
    done = stand_in.run(["sh", stick / "Start-macOS.command", "a b"])
    assert done.stdout.splitlines()[2:] == ["word: a b"]
    said(stand_in.run(["sh", stick / "Start-macOS.command", "ends", "255"]), 255)


def test_the_one_of_windows_has_its_lines_and_names_the_program():
    raw = (stand_in.STICK / "Start-Windows.bat").read_bytes()
    assert raw.count(b"\n") == raw.count(b"\r\n") > 5
    text = raw.decode("utf-8")
    assert "\ufeff" not in text
    lines = text.splitlines()
    assert [line for line in lines if not line.isascii()] == [
        line for line in lines if "برنامه‌ی ویندوز" in line
    ]
    assert lines.index("chcp 65001 >nul") < next(n for n, line in enumerate(lines) if not line.isascii())
    assert text.count(r'"%~dp0Reader\windows\reader.exe"') == 2


@pytest.mark.parametrize("name", ["Start-Linux.sh", "Start-macOS.command"])
def test_both_can_be_started_by_themselves(name):
    path = stand_in.STICK / name
    assert os.access(path, os.X_OK)
    assert b"\r" not in path.read_bytes()
    assert stand_in.run(["bash", "--posix", "-n", path]).stderr == ""
