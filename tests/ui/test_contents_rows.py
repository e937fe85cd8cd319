"""The contents list parts, documents and the headings of the open one."""

from __future__ import annotations

from reader.ui.contents_rows import RowKind, contents_rows


def test_the_open_document_shows_its_headings(desk):
    rows = contents_rows(desk.briefing, "fa", desk.edition("guide", "fa"), "g25", {}, language="fa")
    assert [(row.kind, row.text) for row in rows] == [
        (RowKind.PART, "کتاب"),
        (RowKind.DOCUMENT, "پیش‌گفتار"),
        (RowKind.DOCUMENT, "راهنمای باغبانی"),
        (RowKind.HEADING, "آغاز کار"),
        (RowKind.HEADING, "ابزار"),
        (RowKind.DOCUMENT, "جدول‌ها"),
    ]
    assert [row.text for row in rows if row.current] == ["راهنمای باغبانی", "ابزار"]
    assert rows[4].place.passage == "g25"


def test_titles_are_in_the_language_of_the_window_and_lead_to_the_language_read(desk):
    rows = contents_rows(desk.briefing, "en", None, "", {"preface": "3 min"}, language="fa")
    assert [row.text for row in rows] == ["Book", "Preface", "Guide to gardening", "Tables"]
    assert rows[1].place.language == "fa"
    assert rows[1].note == "3 min"
    assert not any(row.current for row in rows)
