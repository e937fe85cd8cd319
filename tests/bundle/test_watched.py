"""G1, G4, G5, G6: the bundle, doing everything it can, is watched as the source is."""

from __future__ import annotations

import pytest

from tests.guarantees.everything import WAYS, Seen, everything
from tests.guarantees.test_everything_watched import (
    test_it_speaks_to_its_display_and_to_nobody_else,
    test_it_starts_no_other_program,
    test_it_writes_only_what_it_was_asked_for,
    test_nothing_of_what_was_read_or_searched_for_lies_there,
    test_the_folders_of_the_person_are_as_they_were,
    test_the_pack_that_was_brought_was_read,
    test_what_is_remembered_says_nothing_of_what_was_searched_for,
)

pytestmark = pytest.mark.needs("strace", "Xvfb", "xdotool", "setxkbmap", "unshare", "dbus-daemon")
__all__ = [
    "test_it_speaks_to_its_display_and_to_nobody_else",
    "test_it_starts_no_other_program",
    "test_it_writes_only_what_it_was_asked_for",
    "test_nothing_of_what_was_read_or_searched_for_lies_there",
    "test_the_folders_of_the_person_are_as_they_were",
    "test_the_pack_that_was_brought_was_read",
    "test_what_is_remembered_says_nothing_of_what_was_searched_for",
]


@pytest.fixture(scope="module", params=WAYS)
def seen(request, program, tmp_path_factory) -> Seen:
    around = tmp_path_factory.mktemp("around")
    return everything(program.command(), program.folder, request.param, around, is_bundle=True)
