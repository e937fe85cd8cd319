"""The real program, installed from its package and unpacked by itself, on a bare Debian 12."""

import shutil

import pytest

from forms.archives import tar_xz
from forms.debian_package import debian_package
from forms.members import program_members, total_bytes
from forms.self_extracting import self_extracting
from tests.bare_root import only_in_full

pytestmark = [only_in_full, pytest.mark.needs("debootstrap", "unshare")]


@pytest.fixture(scope="module")
def members(built_stick):
    return program_members(built_stick / "Reader" / "linux", "reader-linux")


def test_the_package_is_installed_runs_and_goes_without_a_trace(bare_root, members, tmp_path):
    (tmp_path / "reader.deb").write_bytes(debian_package(members, "0.1.0-1", preset=0))
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    done = bare_root.run(
        """set -e
        find / -xdev | sort > /before
        dpkg --install /given/reader.deb
        dpkg --verify briefing-reader
        briefing-reader --screenshot /window.png
        briefing-reader list
        briefing-reader search اتحادیه
        briefing-reader verify
        test -z "$(find /usr/lib/briefing-reader -newer /window.png)"
        mv /window.png /kept.png
        dpkg --purge briefing-reader
        find / -xdev | sort > /after
        """,
        {"reader.deb": tmp_path / "reader.deb"},
        scratch,
    )
    assert done.returncode == 0, done.stderr
    assert "اتحادیه" in done.stdout
    changes = scratch / "changes"
    assert (changes / "kept.png").stat().st_size > 50_000
    before, after = (
        (changes / name).read_text(encoding="utf-8").splitlines() for name in ("before", "after")
    )
    left = {name for name in set(after) - set(before) if not name.startswith("/var/lib/dpkg/")}
    assert left <= {"/after", "/before", "/kept.png", "/var/log/dpkg.log"}


def test_the_self_extracting_file_runs_there_from_a_mount_that_allows_no_programs(
    bare_root, members, tmp_path
):
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "reader-linux.run").write_bytes(self_extracting(tar_xz(members, preset=0), total_bytes(members)))
    # The barest Debian has no xz; every one with a desktop has.
    tools = tmp_path / "tools"
    tools.mkdir()
    shutil.copy(shutil.which("xz"), tools)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    done = bare_root.run(
        """set -e
        mount -o remount,bind,ro,noexec /given/stick
        ! /given/stick/reader-linux.run
        ! sh /given/stick/reader-linux.run list 2> /told
        grep -q "lacks xz" /told
        PATH=/given/tools:$PATH
        sh /given/stick/reader-linux.run --screenshot /window.png
        sh /given/stick/reader-linux.run search اتحادیه
        test -z "$(find /dev/shm /tmp -mindepth 1)"
        """,
        {"stick": stick, "tools": tools},
        scratch,
    )
    assert done.returncode == 0, done.stderr
    assert "اتحادیه" in done.stdout
    assert (scratch / "changes" / "window.png").stat().st_size > 50_000


def test_a_changed_library_is_told_by_the_program_itself(bare_root, built_stick, tmp_path):
    stick = shutil.copytree(built_stick, tmp_path / "stick")
    (stick / "Start-Linux.sh").write_text("#!/bin/sh\\nexit 0\\n")
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    done = bare_root.run(
        "/given/built/Reader/linux/reader verify /given/stick",
        {"built": built_stick, "stick": stick},
        scratch,
    )
    assert done.returncode == 1
    assert "Start-Linux.sh" in done.stderr
