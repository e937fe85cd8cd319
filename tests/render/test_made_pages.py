"""Pages that were shaped beforehand are those that would be shaped now; any other is shaped now."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.commands.opening import open_desk
from reader.render.made_pages import MadePages, pages_to_make, piece_name
from reader.render.shaping import shaped
from reader.security.made import PIECES, TABLE, Made, written
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def editions():
    desk = open_desk()
    return [
        desk.edition(document.id, language)
        for document in desk.briefing.documents
        for language in document.languages
    ]


def made_of(pieces, folder):
    for name, raw in written(pieces).items():
        (folder / name).write_bytes(raw)
    return Made(folder, json.loads((folder / TABLE).read_text("ascii")))


def test_every_page_of_the_briefing_is_the_one_that_would_be_shaped_now(editions, tmp_path, monkeypatch):
    now = [shaped(each.body, each.language) for each in editions]
    pages = MadePages(made_of(pages_to_make(editions), tmp_path))
    monkeypatch.setattr("reader.render.shaping.shaped", None)
    assert [pages(each.body, each.language) for each in editions] == now
    assert len(editions) > 10


def test_another_text_is_shaped_now(editions, tmp_path):
    pages = MadePages(made_of(pages_to_make(editions), tmp_path))
    body = f"{editions[0].body}<script>x</script><p>1 + 1</p>"
    assert pages(body, editions[0].language) == shaped(body, editions[0].language)
    assert "script" not in pages(body, editions[0].language)


def test_a_page_that_was_changed_is_shaped_now(editions, tmp_path):
    first = editions[0]
    made = made_of(pages_to_make([first]), tmp_path)
    raw = (tmp_path / PIECES).read_bytes()
    (tmp_path / PIECES).write_bytes(raw.replace(b"</", b"<!", 1))
    assert MadePages(made)(first.body, first.language) == shaped(first.body, first.language)


@given(
    st.tuples(st.text(), st.sampled_from(["fa", "en"])), st.tuples(st.text(), st.sampled_from(["fa", "en"]))
)
def test_what_differs_has_another_name(one, other):
    assert (piece_name(*one) == piece_name(*other)) == (one == other)


def test_a_window_loads_no_sanitiser_by_itself():
    lines = (
        "import sys, reader.app, reader.commands.opening, reader.ui.furniture; print('nh3' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", lines], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
