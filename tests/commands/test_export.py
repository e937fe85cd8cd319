"""The command "export": the same file whoever makes it (G29), and one sentence where it cannot be made."""

from __future__ import annotations

import itertools
import json
import os
import re
import subprocess
import sys

import pytest

from reader import paths
from reader.editions import FORMS
from reader.security.safe_write import sweep
from tests.security.killing import kill_everywhere

SOMEBODY = {"USER": "somebody", "TZ": "Asia/Tehran", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
ANOTHER = {
    "USER": "another",
    "TZ": "America/Lima",
    "LC_ALL": "C",
    "PYTHONHASHSEED": "2",
    "LANG": "fa_IR.UTF-8",
}


@pytest.fixture(params=FORMS)
def form(request):
    return request.param


def reader(*words, here=None, mask=0o022, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-B", "-m", "reader", *map(str, words)],
        cwd=here or paths.root(),
        env=os.environ | {"LC_ALL": "C.UTF-8", "PYTHONPATH": str(paths.root())} | environment,
        umask=mask,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_two_people_in_two_folders_make_the_same_file(tmp_path, form):
    contents = []
    for number, around in enumerate((SOMEBODY, ANOTHER)):
        home = tmp_path / around["USER"]
        home.mkdir()
        name = f"copy{number}.{form}"
        where = {"HOME": str(home), "LOGNAME": around["USER"], "TMPDIR": str(home)}
        done = reader("export", form, name, here=home, mask=(0o022, 0o077)[number], **around, **where)
        assert (done.returncode, done.stderr) == (0, "")
        assert [file.name for file in home.iterdir()] == [name]
        contents.append((home / name).read_bytes())
    assert contents[0] == contents[1]
    for around in (SOMEBODY, ANOTHER):
        assert str(tmp_path).encode() not in contents[0]
        assert around["TZ"].encode() not in contents[0]


def writing(*words, before: str = "") -> subprocess.CompletedProcess[str]:
    """Export something that is made at once: what is tried here is only how it is written."""
    code = (
        "import sys\nfrom reader import editions\neditions.edition = lambda *_: bytes(400_000)\n"
        f"{before}\nfrom reader.__main__ import main\nsys.exit(main(sys.argv[1:]))"
    )
    return subprocess.run(
        [sys.executable, "-B", "-c", code, "export", *map(str, words)],
        cwd=paths.root(),
        env=os.environ | {"LC_ALL": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_what_is_there_already_stays(tmp_path):
    target = tmp_path / "kept"
    target.write_text("mine")
    done = writing("epub", target)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "“kept” is there already: name a file that is not.\n"
    assert target.read_text() == "mine"


@pytest.mark.parametrize("target", ["none/copy", "file/copy", "/dev/full/copy", "/proc/copy"])
def test_where_it_cannot_be_written_one_sentence_says_so(tmp_path, target):
    (tmp_path / "file").write_text("a file")
    done = writing("epub", tmp_path / target)
    assert (done.returncode, done.stdout) == (1, "")
    assert re.fullmatch("“copy” could not be written: [^\n]*\\.\n", done.stderr)
    assert [file.name for file in tmp_path.iterdir()] == ["file"]


def test_a_file_too_large_for_its_disk_leaves_nothing_behind(tmp_path):
    limit = (
        "import resource, signal\nresource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)"
    )
    done = writing("epub", tmp_path / "copy", before=limit)
    assert done.stderr.count("\n") == 1, done.stderr
    assert "could not be written" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.needs("unshare")
@pytest.mark.parametrize(
    ("options", "reason"),
    [("size=200k", "there is no room left"), ("ro", "the disk is read-only")],
    ids=["full", "read-only"],
)
def test_a_real_disk_that_is_full_or_read_only(tmp_path, form, options, reason):
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = f"mount -t tmpfs -o {options} none '{folder}'"
    apart = ["unshare", "--map-root-user", "--mount", "sh", "-c"]
    if subprocess.run([*apart, mounted], capture_output=True, check=False).returncode:
        pytest.skip("this system lets only its administrator mount a disk")
    script = (
        f"{mounted} && {{ '{sys.executable}' -B -m reader export {form} '{folder}/copy'; ls -A '{folder}'; }}"
    )
    done = subprocess.run(
        [*apart, script],
        cwd=paths.root(),
        env=os.environ | {"LC_ALL": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout == "", done.stderr
    assert done.stderr.startswith(f"“copy” could not be written: {reason}")
    assert done.stderr.count("\n") == 1


@pytest.mark.needs("strace")
def test_killed_at_any_call_it_leaves_the_whole_file_or_none(tmp_path):
    numbers = itertools.count()

    def prepare():
        folder = tmp_path / f"folder-{next(numbers)}"
        folder.mkdir()
        return folder

    work = (
        "from argparse import Namespace\nfrom reader.commands import export\n"
        "desk = export.open_desk()\nexport.open_desk = lambda: desk\n"
        "export.editions.edition = lambda *_: b'made'\n"
        "asked = Namespace(form='epub', target=folder / 'copy', lang='en', json=False)\n"
        "---\nexport.run(asked)"
    )
    states = []
    for _, folder in kill_everywhere("an export", work, prepare):
        sweep(folder)
        states.append({file.name: file.read_bytes() for file in folder.iterdir()})
    assert len(states) >= 10
    assert all(each in ({}, {"copy": b"made"}) for each in states)
    assert {"copy": b"made"} in states


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["html", "x.html", "--lang", "de"], "Nothing here is in the language “de”."),
        (["epub", "x.epub", "--lang", "de"], "Nothing here is in the language “de”."),
        (["gopher", "x.html"], "“--help” shows what there is."),
        (["epub"], "“--help” shows what there is."),
    ],
)
def test_wrong_use_is_one_sentence(words, sentence):
    done = reader("export", *words)
    assert done.returncode in (1, 2)
    assert done.stderr.count("\n") == 1
    assert sentence in done.stderr


def test_a_book_is_made_where_there_is_no_qt(tmp_path):
    code = (
        "import sys; sys.modules.update(PySide6=None, shiboken6=None)\n"
        "from reader.__main__ import main\nsys.exit(main(sys.argv[1:]))"
    )
    words = ["export", "epub", str(tmp_path / "copy.epub"), "--lang", "en", "--json"]
    done = subprocess.run(
        [sys.executable, "-B", "-c", code, *words],
        cwd=paths.root(),
        env=os.environ | {"LC_ALL": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    size = (tmp_path / "copy.epub").stat().st_size
    assert json.loads(done.stdout) == {"file": "copy.epub", "bytes": size, "languages": ["en"]}
