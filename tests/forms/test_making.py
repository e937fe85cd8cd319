"""The forms: the same bytes whoever makes them, the files of the program folder and no other, all signed."""

import hashlib
import io
import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile

import pytest

from forms.making import make_forms
from forms.members import Member, glibc, program_members
from reader import paths
from reader.security.folder_check import check_folder
from reader.security.other_copy import check_copy
from reader.security.trusted_keys import TrustedKeys
from reader.security.verdict import Standing
from signing.__main__ import main as signing
from stopping import Stop
from tests.forms import stand_in

KEYS = TrustedKeys.load(paths.keys())
PACKAGE = "reader_*_amd64.deb"


def expected(made_stick) -> dict[str, bytes]:
    program = made_stick / "Reader" / "linux"
    return {
        path.relative_to(program).as_posix(): path.read_bytes()
        for path in program.rglob("*")
        if path.is_file() and path.relative_to(program).parts[0] != "data"
    }


def test_all_forms_are_there_and_signed(packages):
    (package,) = packages.glob(PACKAGE)
    assert {path.name for path in packages.iterdir()} == {
        "reader-linux.zip",
        "reader-linux.tar.xz",
        "reader-linux.run",
        package.name,
        "HOW-TO-CHECK.txt",
        "SHA256SUMS",
        "SHA256SUMS.minisig",
    }
    assert check_folder(packages, KEYS).standing is Standing.DEVELOPMENT
    assert (packages / "HOW-TO-CHECK.txt").read_bytes() == (
        paths.resources() / "HOW-TO-CHECK.txt"
    ).read_bytes()


@pytest.mark.needs("sha256sum")
def test_the_commands_that_are_printed_accept_them(packages):
    assert stand_in.run(["sha256sum", "--strict", "-c", "SHA256SUMS"], cwd=packages).returncode == 0


def test_a_reader_finds_both_signed_folders_on_the_stick(made_stick):
    report = check_copy(made_stick, KEYS)
    assert [copy.name for copy in report.copies] == ["Reader/linux", "Reader/packages"]
    assert report.alarms == ("Start-Windows.bat", "Start-macOS.command")  # of programs that are not there
    assert all(copy.verdict.is_unchanged for copy in report.copies)


def test_two_makers_in_two_folders_make_the_same_bytes(made_stick, packages, tmp_path):
    """The second one's disk keeps other dates and modes, and lists its files in another order."""
    program = tmp_path / "a folder" / "linux"
    for path in sorted((made_stick / "Reader" / "linux").rglob("*"), reverse=True):
        if path.is_file():
            copy = program / path.relative_to(made_stick / "Reader" / "linux")
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
            copy.chmod(0o777)
            os.utime(copy, (1e9, 1e9))
    before = os.umask(0o077)
    try:
        make_forms(program, tmp_path / "out")
    finally:
        os.umask(before)
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == {
        path.name: path.read_bytes() for path in packages.iterdir()
    }


def test_making_again_leaves_no_older_form(made_stick, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    for name in ("reader_0.0.1-1_amd64.deb", "reader-linux.run", "reader-macos.zip"):
        (out / name).write_bytes(b"old")
    make_forms(made_stick / "Reader" / "linux", out)
    assert not (out / "reader_0.0.1-1_amd64.deb").exists()
    assert (out / "reader-linux.run").read_bytes() != b"old"
    assert (out / "reader-macos.zip").read_bytes() == b"old"


def test_the_zip_holds_the_program_folder(made_stick, packages):
    with zipfile.ZipFile(packages / "reader-linux.zip") as archive:
        assert archive.testzip() is None
        told = archive.infolist()
        held = {each.filename: archive.read(each) for each in told}
    assert held == {f"reader-linux/{name}": content for name, content in expected(made_stick).items()}
    assert [each.filename for each in told] == sorted(held)
    assert {each.date_time for each in told} == {(1980, 1, 1, 0, 0, 0)}
    modes = {each.filename.partition("/")[2]: oct(each.external_attr >> 16) for each in told}
    assert {name for name, mode in modes.items() if mode == "0o100755"} == {"reader", "stick/Start-Linux.sh"}
    assert set(modes.values()) == {"0o100755", "0o100644"}


def held_in(archive: bytes) -> dict[str, bytes]:
    held = {}
    with tarfile.open(fileobj=io.BytesIO(archive), mode="r:xz") as opened:
        for each in opened:
            assert (each.uid, each.gid, each.uname, each.gname, each.mtime) == (
                0,
                0,
                "root",
                "root",
                315532800,
            )
            assert each.isdir() or each.isfile()
            if each.isfile():
                held[each.name] = opened.extractfile(each).read()
                runs = each.name.endswith(("/reader", ".sh"))
                assert each.mode == (0o755 if runs else 0o644)
            else:
                assert each.mode == 0o755
    return held


def test_the_archive_holds_the_program_folder(made_stick, packages):
    archive = (packages / "reader-linux.tar.xz").read_bytes()
    assert held_in(archive) == {
        f"reader-linux/{name}": content for name, content in expected(made_stick).items()
    }
    # It is also what the self-extracting file carries.
    assert (packages / "reader-linux.run").read_bytes().endswith(b"\nexit\n" + archive)


@pytest.mark.needs("tar", "xz", "unzip")
def test_stock_tools_unpack_both(made_stick, packages, tmp_path):
    for command in (
        ["tar", "-xJf", packages / "reader-linux.tar.xz"],
        ["unzip", "-q", packages / "reader-linux.zip"],
    ):
        folder = tmp_path / command[0]
        folder.mkdir()
        done = stand_in.run(command, cwd=folder)
        assert (done.returncode, done.stderr) == (0, "")
        assert check_folder(folder / "reader-linux", KEYS).standing is Standing.DEVELOPMENT
        assert stand_in.run([folder / "reader-linux" / "reader"]).returncode == 0


@pytest.fixture
def changed(made_stick, tmp_path):
    return shutil.copytree(made_stick / "Reader" / "linux", tmp_path / "linux")


def test_what_is_not_as_it_was_signed_gets_no_forms(changed, tmp_path):
    (changed / "_internal" / "libA.so.1").write_bytes(b"\x7fELF other")
    with pytest.raises(Stop, match="not as it was signed"):
        make_forms(changed, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_link_or_an_odd_name_gets_no_forms(changed):
    (changed / "link").symlink_to("reader")
    with pytest.raises(Stop, match="link"):
        program_members(changed, "reader-linux")
    (changed / "link").unlink()
    (changed / "aux.txt").write_text("")
    with pytest.raises(Stop, match="name"):
        program_members(changed, "reader-linux")
    (changed / "aux.txt").unlink()
    (changed / "_internal" / "LIBA.so.1").write_text("")
    with pytest.raises(Stop, match="one on Windows"):
        program_members(changed, "reader-linux")
    (changed / "_internal" / "LIBA.so.1").unlink()
    (changed / "reader").unlink()
    with pytest.raises(Stop, match="no program"):
        program_members(changed, "reader-linux")


def test_a_release_refuses_the_development_key(made_stick, tmp_path):
    with pytest.raises(Stop, match="development key"):
        make_forms(made_stick / "Reader" / "linux", tmp_path / "out", release=True)
    assert not (tmp_path / "out").exists()


def test_the_front_door_makes_the_forms_of_a_stick(made_stick, tmp_path):
    stick = shutil.copytree(made_stick, tmp_path / "stick")
    shutil.rmtree(stick / "Reader" / "packages")

    def forms(*words):
        around = os.environ | {
            "PYTHONPATH": os.pathsep.join([str(stand_in.ROOT), str(stand_in.ROOT / "packaging")])
        }
        command = [sys.executable, "-B", "-P", "-m", "forms", *map(str, words)]
        return subprocess.run(command, env=around, capture_output=True, encoding="utf-8", check=False)

    done = forms(stick)
    assert done.returncode == 0, done.stderr
    for path in (made_stick / "Reader" / "packages").iterdir():
        assert (stick / "Reader" / "packages" / path.name).read_bytes() == path.read_bytes()
    listed = (stick / "Reader" / "packages" / "SHA256SUMS").read_bytes()
    assert forms(stick, "--unsigned").returncode == 0
    assert not (stick / "Reader" / "packages" / "SHA256SUMS.minisig").exists()
    assert (stick / "Reader" / "packages" / "SHA256SUMS").read_bytes() == listed
    for words, code in (((tmp_path,), 1), (("--nothing",), 2), ((stick, "--release"), 1)):
        done = forms(*words)
        assert done.returncode == code
        assert done.stderr.count("\n") == 1


def test_the_c_library_that_is_needed_is_read_from_the_libraries():
    assert (
        glibc([Member("a", b"\x7fELF GLIBC_2.4 GLIBC_2.36 GLIBC_2.9"), Member("b", b"GLIBC_2.99")]) == "2.36"
    )
    assert glibc([Member("b", b"")]) == "2.17"


@pytest.mark.needs("dpkg-deb")
def test_the_package_of_debian_is_one(made_stick, packages, tmp_path):
    (package,) = packages.glob(PACKAGE)
    told = stand_in.run(["dpkg-deb", "--field", package]).stdout
    project = tomllib.loads((stand_in.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "Package: briefing-reader\n" in told
    assert f"Version: {project['version']}-" in told
    assert "Depends: libc6 (>= 2.36), libgl1, libegl1, libdbus-1-3, libfontconfig1\n" in told
    # No script of it is run, at no time.
    stand_in.run(["dpkg-deb", "--control", package, tmp_path / "control"])
    assert sorted(path.name for path in (tmp_path / "control").iterdir()) == ["control", "md5sums"]
    stand_in.run(["dpkg-deb", "--extract", package, tmp_path / "root"])
    program = tmp_path / "root" / "usr" / "lib" / "briefing-reader"
    assert check_folder(program, KEYS).standing is Standing.DEVELOPMENT
    assert {
        path.relative_to(program).as_posix() for path in program.rglob("*") if path.is_file()
    } == expected(made_stick).keys()
    command = tmp_path / "root" / "usr" / "bin" / "briefing-reader"
    assert command.resolve() == program / "reader"
    assert "word: a\n" in stand_in.run([command, "a"]).stdout
    for line in (tmp_path / "control" / "md5sums").read_text(encoding="utf-8").splitlines():
        digest, name = line.split("  ", 1)
        content = (tmp_path / "root" / name).read_bytes()
        assert hashlib.md5(content, usedforsecurity=False).hexdigest() == digest
    entry = (tmp_path / "root" / "usr/share/applications/briefing-reader.desktop").read_text(encoding="utf-8")
    assert "Exec=briefing-reader\n" in entry
    assert (tmp_path / "root" / "usr/share/icons/hicolor/scalable/apps/briefing-reader.svg").is_file()


@pytest.mark.needs("makensis")
def test_the_installer_of_windows_compiles_and_is_the_same_every_time(tmp_path):
    made = []
    for where in ("one", "another folder"):
        program = stand_in.program(tmp_path / where / "windows")
        (program / "reader").rename(program / "reader.exe")
        assert signing(["sign", str(program)]) == 0
        make_forms(program, tmp_path / where / "packages")
        made.append((tmp_path / where / "packages" / "reader-windows-setup.exe").read_bytes())
    assert made[0] == made[1]
    assert made[0].startswith(b"MZ")


def test_the_installer_takes_away_what_it_put_there_and_nothing_else(tmp_path):
    from forms.windows_installer import _SCRIPT, _lists

    lists = _lists([Member(f"reader-windows/{name}", tmp_path) for name in ("a.exe", "b/c.dll", "d/e/f.txt")])
    assert [line for line in lists.splitlines() if line.startswith(("Delete", "RMDir"))] == [
        r'Delete "$INSTDIR\a.exe"',
        r'Delete "$INSTDIR\b\c.dll"',
        r'Delete "$INSTDIR\d\e\f.txt"',
        r'RMDir "$INSTDIR\d\e"',
        r'RMDir "$INSTDIR\d"',
        r'RMDir "$INSTDIR\b"',
    ]
    script = _SCRIPT.read_text(encoding="utf-8")
    assert "/r" not in script
    assert "RequestExecutionLevel user" in script
    assert "HKLM" not in script
