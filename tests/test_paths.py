"""Where things are, from source, in a bundle, and in one that was unpacked for a while."""

import sys

import pytest

from reader import paths


@pytest.fixture
def bundle(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "linux" / "_internal"), raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "linux" / "reader"))
    return tmp_path / "linux"


def test_from_source_it_is_the_project(monkeypatch):
    monkeypatch.setenv(paths.PLACE, "elsewhere")
    assert paths.place() == paths.program() == paths.root()
    assert paths.data() == paths.root() / "data"


def test_a_bundle_remembers_beside_itself(bundle, monkeypatch):
    monkeypatch.delenv(paths.PLACE, raising=False)
    assert paths.place() == paths.program() == bundle
    assert paths.data() == bundle / "data"


def test_unpacked_for_a_while_it_remembers_where_it_came_from(bundle, tmp_path, monkeypatch):
    monkeypatch.setenv(paths.PLACE, str(tmp_path / "stick" / "linux"))
    assert paths.program() == bundle
    assert paths.data() == tmp_path / "stick" / "linux" / "data"


def test_a_copy_is_made_of_the_folder_with_the_other_forms_around_it(bundle, tmp_path, monkeypatch):
    there = tmp_path / "stick" / "linux"
    monkeypatch.setenv(paths.PLACE, str(there))
    assert paths.passed_on() == bundle  # reader-linux.run lies alone somewhere
    there.mkdir(parents=True)
    (there / "reader").write_bytes(b"")
    assert paths.passed_on() == there
    monkeypatch.delenv(paths.PLACE)
    assert paths.passed_on() == bundle
