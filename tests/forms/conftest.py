"""A signed stand-in for the program of Linux and its forms, made once."""

import pytest

from forms.making import make_forms
from signing.__main__ import main as signing
from tests.forms import stand_in


@pytest.fixture(scope="package")
def made_stick(tmp_path_factory):
    stick = stand_in.stick(tmp_path_factory.mktemp("made") / "stick")
    program = stick / "Reader" / "linux"
    assert signing(["sign", str(program)]) == 0
    make_forms(program, stick / "Reader" / "packages")
    return stick


@pytest.fixture(scope="package")
def packages(made_stick):
    return made_stick / "Reader" / "packages"
