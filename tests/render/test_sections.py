"""A very long edition is cut into sections: nothing is lost, and both languages are cut alike."""

from __future__ import annotations

from functools import partial

import pytest

from reader.library.document import Place
from reader.render import sections
from reader.render.html import page
from reader.render.notes import note_of
from reader.render.sections import passage_of_note, section_of, section_starts


@pytest.fixture
def starts(desk):
    return section_starts(desk.edition("guide", "fa"), longest=300, section=160)


def test_a_short_edition_is_whole(desk):
    assert section_starts(desk.edition("guide", "fa")) == ()


@pytest.mark.parametrize("language", ["fa", "en"])
def test_every_passage_and_every_letter_stands_in_one_section(desk, starts, language):
    edition = desk.edition("guide", language)
    cut = [section_of(edition, starts, start) for start in starts]
    assert len(cut) > 2
    assert "".join(each.body for each in cut) == edition.body
    held = [passage for each in cut for passage in each.passages]
    assert sorted(held) == sorted(passage.id for passage in edition.passages)
    for passage in edition.passages:
        assert passage.id in section_of(edition, starts, passage.id).passages
    assert [each.before for each in cut] == ["", *starts[:-1]]
    assert [each.after for each in cut] == [*starts[1:], ""]


def test_sections_begin_at_headings_where_there_are_any(desk):
    from benchmarks.large_documents import long_page

    edition = long_page("en", 9_000).edition
    starts = section_starts(edition, longest=4_000, section=2_000)
    kinds = [edition.passage(start).kind for start in starts]
    assert len(starts) > 3
    assert all(kind.is_heading for kind in kinds)


def test_a_note_is_told_in_a_section_it_does_not_stand_in(desk, starts):
    edition = desk.edition("guide", "fa")
    first = page(edition, section_of(edition, starts, ""))
    assert 'id="fn:1"' not in first.html
    assert note_of(first, "fn:1") == "<p>دستکش چرمی بهتر است.</p>"
    assert note_of(first, "fn:7") == ""


def test_where_a_note_stands_and_where_it_is_called(desk):
    edition = desk.edition("guide", "fa")
    assert passage_of_note(edition, "fnref:1") == "g28"
    note = edition.passage(passage_of_note(edition, "fn:1"))
    assert note is not None
    assert note.text == "دستکش چرمی بهتر است."
    assert passage_of_note(edition, "fn:7") == ""


@pytest.fixture
def cut_small(monkeypatch):
    monkeypatch.setattr("reader.desk._CERTAINLY_SHORT", 10)
    small = partial(sections.section_starts, longest=300, section=160)
    monkeypatch.setattr(sections, "section_starts", small)


@pytest.mark.usefixtures("cut_small")
@pytest.mark.parametrize("languages", ["fa", "both"])
def test_the_window_walks_from_section_to_section_and_back(open_window, qtbot, languages):
    window = open_window(languages=languages, place="guide")
    view = window._page.views[0]
    assert not view.page.before
    assert "بخش بعدی" in view.toPlainText()

    def settled():
        qtbot.waitUntil(lambda: window.is_settled and not window._page._levelling.isActive())

    settled()
    view.verticalScrollBar().setValue(60)
    top = window._page.top
    window._navigation.follow(f"#{view.page.after}")
    settled()
    assert "بخش پیش از این" in view.toPlainText()
    assert view.page.holds(window._page.reading_point().passage)
    window._navigation.go(Place("guide", "fa", "g31"))
    settled()
    assert view.page.holds("g31")
    if languages == "both":
        one, other = window._page.views
        assert one.page.passages == other.page.passages
    window._navigation.go_back()
    settled()
    window._navigation.go_back()
    settled()
    assert not view.page.before
    assert window._page.top == top


@pytest.mark.usefixtures("cut_small")
def test_a_hit_in_another_section_is_gone_to(open_window, qtbot):
    window = open_window(languages="fa", place="guide")
    window.search_for("گلدانی")
    qtbot.waitUntil(lambda: window.is_settled)
    assert window._page.view.page.holds("g30")
    assert [each.cursor.selectedText() for each in window._page.view.extraSelections()] == ["گلدانی"]
