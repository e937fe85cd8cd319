"""G1, G4, G5, G6: what the program does while it does everything it can, as a person makes it do it.

``tests/bundle/test_watched.py`` watches a built program in the same way.
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.conftest import NOTHING_LEFT_OUT
from tests.guarantees.everything import QUERY, ROOT, SOURCE, VERSION, WAYS, Seen, everything
from tests.guarantees.watching import belongs_to, files_that_hold, snapshot

pytestmark = pytest.mark.needs("strace", "Xvfb", "xdotool", "setxkbmap", "unshare", "dbus-daemon")


HERE = WAYS if NOTHING_LEFT_OUT else WAYS[1:2]
"""One way of watching takes half a minute; the first and the last are for when nothing is left out."""


@pytest.fixture(scope="module", params=HERE)
def seen(request, tmp_path_factory) -> Seen:
    return everything(SOURCE, ROOT, request.param, tmp_path_factory.mktemp("around"))


def test_it_speaks_to_its_display_and_to_nobody_else(seen):
    for name, trace in seen.traces.items():
        assert trace.families() <= {"AF_UNIX"}, name
        spoken_to = {re.sub(r"^@?/tmp/\.X11-unix/X\d+$", "the display", each) for each in trace.spoken_to()}
        assert spoken_to <= {"the display", seen.bus} - {""}, name
        assert trace.offered() == [], name
        assert trace.looked_up() == [], name
    assert seen.traces["window"].spoken_to(), "the trace does not see what is spoken to"


def test_it_starts_no_other_program(seen):
    for name, trace in seen.traces.items():
        assert set(trace.started()) == {seen.program}, name


def test_it_writes_only_what_it_was_asked_for(seen):
    for name, trace in seen.traces.items():
        changed = {
            path
            for path in trace.changed()
            if not any(belongs_to(to, path) or Path(path).is_relative_to(to) for to in seen.targets)
            and not (seen.data and Path(path).is_relative_to(seen.data))
        }
        assert changed == set(), name
    assert all(target.is_dir() or target.stat().st_size > 10_000 for target in seen.targets)


def test_the_folders_of_the_person_are_as_they_were(seen):
    assert snapshot(*seen.own) == seen.before


@pytest.mark.parametrize(
    "canary", [QUERY, "هشدار فوری: سرکوب خونین", "solidarity", "ما این نامه را در شرایط بسیار خطرناک"]
)
def test_nothing_of_what_was_read_or_searched_for_lies_there(seen, canary):
    assert files_that_hold(canary, *seen.own) in ([], [str(seen.own[0] / "news.briefing")])


def test_what_is_remembered_says_nothing_of_what_was_searched_for(seen):
    if seen.data is None:
        assert not (ROOT / "data").exists()
        return
    kept = seen.data / "packs" / f"iran-labour-appeal-2026-{VERSION}.briefing"
    assert kept.read_bytes() == (seen.own[0] / "news.briefing").read_bytes()
    found = sorted(path.relative_to(seen.data).as_posix() for path in seen.data.rglob("*") if path.is_file())
    assert found == ["bookmarks.json", f"packs/{kept.name}", "places.json", "settings.json"]
    assert set(files_that_hold(QUERY, seen.data)) <= {str(kept)}


def test_the_pack_that_was_brought_was_read(seen):
    assert str(seen.own[0] / "news.briefing") in seen.traces["window"].opened()


@pytest.mark.parametrize("form", ["utf-8", "utf-16-le", "an address"])
def test_the_search_for_canaries_itself(tmp_path, form):
    canary = "سرکوب خونین"
    written = quote(canary).encode() if form == "an address" else canary.encode(form)
    (tmp_path / "inside").write_bytes(b"\0\1" + written)
    assert files_that_hold(canary, tmp_path) == [str(tmp_path / "inside")]
