"""The forms of the real program on a bare Debian 12: its package, and the file that unpacks itself."""

import shlex
import shutil

import pytest

from forms.archives import tar_xz
from forms.debian_package import debian_package
from forms.making import publishers, seal
from forms.members import program_members, total_bytes
from forms.self_extracting import self_extracting
from tests.forms import stand_in

pytestmark = pytest.mark.needs("debootstrap", "unshare")


@pytest.fixture
def members(program):
    return program_members(program.folder, "reader-linux")


@pytest.fixture
def inside(bare_root, tmp_path):
    """Runs a script in the bare system, without a network; what it changes there is seen in ``changes``."""
    for name in ("changes", "work", "root", "given"):
        (tmp_path / name).mkdir()
    root, given = (shlex.quote(str(tmp_path / name)) for name in ("root", "given"))

    def run(script):
        lines = [
            "set -e",
            f"mount -t overlay -o lowerdir={bare_root},upperdir={tmp_path}/changes,workdir={tmp_path}/work"
            f" none {root}",
            f"mount -t proc none {root}/proc",
            f"mount -t tmpfs -o mode=1777 tmpfs {root}/dev/shm",
            f"mkdir {root}/given",
            f"mount --bind {given} {root}/given",
            f"mount -o remount,bind,ro,noexec {root}/given",
            f"exec chroot {root} /bin/sh -c {shlex.quote(script)}",
        ]
        return stand_in.run(
            ["unshare", "--mount", "--net", "--pid", "--fork", "sh", "-c", "\n".join(lines)],
            env={"QT_QPA_PLATFORM": "offscreen", "HOME": "/root", "DEBIAN_FRONTEND": "noninteractive"},
        )

    return run


def test_the_package_is_installed_runs_and_goes_without_a_trace(inside, members, tmp_path):
    (tmp_path / "given" / "reader.deb").write_bytes(debian_package(members, "0.1.0-1", preset=0))
    done = inside(
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
        """
    )
    assert done.returncode == 0, done.stderr
    assert "اتحادیه" in done.stdout
    changes = tmp_path / "changes"
    assert (changes / "kept.png").stat().st_size > 50_000
    before, after = (
        (changes / name).read_text(encoding="utf-8").splitlines() for name in ("before", "after")
    )
    left = {name for name in set(after) - set(before) if not name.startswith("/var/lib/dpkg/")}
    assert left <= {"/after", "/before", "/kept.png", "/var/log/dpkg.log"}


def test_the_self_extracting_file_runs_from_a_mount_that_allows_no_programs(inside, members, tmp_path):
    packet = self_extracting(tar_xz(members, preset=0), total_bytes(members))
    (tmp_path / "given" / "reader-linux.run").write_bytes(packet)
    # The barest Debian has no xz; every one with a desktop has.
    shutil.copy(shutil.which("xz"), tmp_path / "given" / "the-xz")
    done = inside(
        """set -e
        ! sh /given/reader-linux.run list 2> /told
        grep -q "lacks xz" /told
        cp /given/the-xz /usr/bin/xz
        sh /given/reader-linux.run --screenshot /window.png
        sh /given/reader-linux.run search اتحادیه
        test -z "$(find /dev/shm /tmp -mindepth 1)"
        """
    )
    assert done.returncode == 0, done.stderr
    assert "اتحادیه" in done.stdout
    assert (tmp_path / "changes" / "window.png").stat().st_size > 50_000


def test_a_stick_that_allows_no_programs_is_copied_whole(inside, program, members, tmp_path):
    """What it unpacked goes; the copy is made of the stick that it lies on, with all that lies there."""
    stick = tmp_path / "given" / "stick"
    reader = stick / "Reader"
    shutil.copytree(program.folder, reader / "linux")
    shutil.copy(shutil.which("xz"), tmp_path / "given" / "the-xz")
    (reader / "packages").mkdir()
    packet = self_extracting(tar_xz(members, preset=0), total_bytes(members))
    (reader / "packages" / "reader-linux.run").write_bytes(packet)
    seal(reader / "packages", publishers(program.folder))
    shutil.copytree(program.folder / "stick", stick, dirs_exist_ok=True)
    done = inside(
        """set -e
        cp /given/the-xz /usr/bin/xz
        mkdir /target
        sh /given/stick/Start-Linux.sh verify /given/stick >&2
        sh /given/stick/Start-Linux.sh copy /target
        sh /given/stick/Start-Linux.sh verify /target >&2
        """
    )
    assert done.returncode == 0, done.stderr
    target = tmp_path / "changes" / "target"
    assert (target / "Reader" / "packages" / "reader-linux.run").read_bytes() == packet
    assert (target / "Start-Linux.sh").read_bytes() == (stand_in.STICK / "Start-Linux.sh").read_bytes()
    assert (target / "Reader" / "linux" / "reader").is_file()
