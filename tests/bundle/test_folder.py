"""What is put beside the frozen program: what it reads, and in a release nothing of the development key."""

from __future__ import annotations

import shutil

import pytest

from bundle import folder as furnishing
from bundle.folder import START_FILES, furnish, publishers, take_stick_files, tidy
from reader import paths
from reader.security.trusted_keys import TrustedKeys
from stopping import Stop

DATE = 1_700_000_000


@pytest.fixture
def resources(tmp_path, monkeypatch):
    """Resources that know another publisher too."""
    folder = tmp_path / "resources"
    shutil.copytree(paths.resources(), folder)
    line = "RWQAAAAAAAAAAdyh6V8XcAc8vQCvCk8l2lLhLrfPSOOMxPNTGT1bP4hA"
    (folder / "keys" / "union.pub").write_text(f"untrusted comment: key\n{line}\n", encoding="utf-8")
    with (folder / "keys" / "publishers.toml").open("a", encoding="utf-8") as file:
        file.write('[union]\nfa = "«اتحادیه»"\nen = "A \\"union\\""\n')
    monkeypatch.setattr(furnishing, "RESOURCES", folder)
    return folder


def furnished(tmp_path, *, release):
    program = tmp_path / "linux"
    (program / "_internal").mkdir(parents=True)
    furnish(program, release=release)
    return program


def test_a_release_trusts_no_development_key(resources, tmp_path):
    program = furnished(tmp_path, release=True)
    keys = list(TrustedKeys.load(program / "_internal" / "resources" / "keys"))
    assert [(each.names, each.is_development) for each in keys] == [
        ({"fa": "«اتحادیه»", "en": 'A "union"'}, False)
    ]
    assert not list(program.rglob("development.pub"))


def test_any_other_copy_trusts_whom_the_source_trusts(resources, tmp_path):
    program = furnished(tmp_path, release=False)
    keys = TrustedKeys.load(program / "_internal" / "resources" / "keys")
    assert [each.is_development for each in keys] == [True, False]


def test_without_a_publisher_there_is_no_release():
    with pytest.raises(Stop, match="needs the key of a publisher"):
        publishers(release=True)
    assert list(publishers(release=False)) == ["development"]


def test_only_what_is_read_lies_inside(resources, tmp_path):
    (resources / ".hidden").write_text("x", encoding="utf-8")
    (resources / "words" / "__pycache__").mkdir()
    program = furnished(tmp_path, release=False)
    inside = program / "_internal" / "resources"
    assert not {"stick", "HOW-TO-CHECK.txt", ".hidden"} & {path.name for path in inside.iterdir()}
    assert not list(inside.rglob("__pycache__"))
    assert (program / "HOW-TO-CHECK.txt").read_bytes() == (resources / "HOW-TO-CHECK.txt").read_bytes()
    assert [path.name for path in inside.rglob("*.js")] == ["edition.js"]


def test_a_program_folder_holds_the_start_file_of_its_own_system(resources, tmp_path):
    program = furnished(tmp_path, release=False)
    (program / "stick").mkdir()
    take_stick_files(program)
    held = {path.name for path in (program / "stick").iterdir()}
    assert held & START_FILES.keys() == {"Start-Linux.sh"}
    assert "READ-ME.html" in held


def test_everything_has_one_date_and_plain_permissions(resources, tmp_path):
    program = furnished(tmp_path, release=False)
    (program / "reader").write_text("x", encoding="utf-8")
    (program / "HOW-TO-CHECK.txt").chmod(0o600)
    tidy(program, DATE)
    assert {path.stat().st_mtime for path in (program, *program.rglob("*"))} == {DATE}
    modes = {path.name: path.stat().st_mode & 0o777 for path in program.iterdir()}
    assert modes == {"reader": 0o755, "HOW-TO-CHECK.txt": 0o644, "_internal": 0o755}


def test_a_link_stops_the_build(resources, tmp_path):
    program = furnished(tmp_path, release=False)
    (program / "link").symlink_to("HOW-TO-CHECK.txt")
    with pytest.raises(Stop, match="link"):
        tidy(program, DATE)
