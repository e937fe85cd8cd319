"""Markdown to passages: ids, kinds, numbers, markers; and what must not take minutes or memory."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import DocumentBroken
from reader.library.document import PassageKind as Kind
from reader.library.source import parse
from tests.pace import within


def rows(text, **how):
    return [
        (each.id, each.kind, each.text, each.number, each.marker)
        for each in parse(text, document="doc", **how).passages
    ]


def test_every_kind_of_block_is_a_passage():
    text = (
        "# [t] Title\n\n## [s] Subtitle\n\n### [h] Heading\n\n[p] A *marked* word.\n\n"
        "1. [i1] one\n2. [i2] two\n\n"
        "[q0] And:\n\n> [q] said\n\n| [r] a | b |\n|---|---|\n| [r2] 1 | 2 |\n\n"
        "![A caption](figures/x.png)\n\n    code\n\nNoted.[^n]\n\n[^n]: The note.\n"
    )
    assert rows(text) == [
        ("t", Kind.TITLE, "Title", "", ""),
        ("s", Kind.SUBTITLE, "Subtitle", "", ""),
        ("h", Kind.HEADING, "Heading", "", ""),
        ("p", Kind.PARAGRAPH, "A marked word.", "1", ""),
        ("i1", Kind.ITEM, "one", "2", "1."),
        ("i2", Kind.ITEM, "two", "3", "2."),
        ("q0", Kind.PARAGRAPH, "And:", "4", ""),
        ("q", Kind.QUOTE, "said", "5", ""),
        ("r", Kind.ROW, "a\tb", "", ""),
        ("r2", Kind.ROW, "1\t2", "6", ""),
        ("doc-1", Kind.CAPTION, "A caption", "7", ""),
        ("doc-2", Kind.CODE, "code", "8", ""),
        ("doc-3", Kind.PARAGRAPH, "Noted.", "9", ""),
        ("doc-4", Kind.FOOTNOTE, "The note.", "", "1."),
    ]


@pytest.mark.parametrize("begin", ["", "[map] "])
def test_a_picture_and_what_follows_it_are_a_figure(begin):
    text = f"{begin}![A river](figures/map.png)\nThe *river* in spring.[^n]\n\n[^n]: The note.\n"
    parsed = parse(text, document="doc")
    name = "map" if begin else "doc-1"
    assert rows(text)[0] == (name, Kind.CAPTION, "The river in spring.", "1", "")
    assert f'<p id="{name}">' in parsed.body
    assert '<img src="figures/map.png" alt="A river"><br>The <em>river</em>' in parsed.body


def test_a_picture_within_a_sentence_is_no_figure():
    assert rows("See ![a river](figures/map.png) here.")[0][1] is Kind.PARAGRAPH


def test_sections_number_their_own_items():
    numbers = [row[3] for row in rows("# T\n\n## One\n\n- a\n- b\n\n## Two\n\n- c\n", numbering="sections")]
    assert numbers == ["", "", "1.1", "1.2", "", "2.1"]


def test_raw_html_and_entities_are_text():
    ((_, _, text, _, _),) = rows("<b>bold</b> &amp; &lt;i&gt; <script>x</script>")
    assert text == "<b>bold</b> &amp; &lt;i&gt; <script>x</script>"


@pytest.mark.parametrize(
    "abuse",
    [
        "[" * 20_000,
        "![" * 20_000,
        "[](" * 20_000,
        "a" * 100_000,
        "> " * 5_000 + "x",
        "- " * 2_000 + "x",
        "*a" * 20_000,
        "\n".join("    " * depth + "- x" for depth in range(200)),
    ],
)
def test_abuse_ends_quickly_and_in_one_sentence(abuse):
    before = time.process_time()
    said = ""
    try:
        parse(abuse, document="doc")
    except DocumentBroken as fault:
        said = str(fault)
    assert said == "" or ("doc" in said and said.count(".") == 2)
    assert time.process_time() - before < within(2)


@given(st.text(alphabet="ab [](){}<>!*_`#|>-1.\n\t\\^:\u200cآ&;\"'", max_size=300))
def test_nothing_but_a_broken_document_is_raised(text):
    try:
        parsed = parse(text, document="doc")
    except DocumentBroken:
        return
    ids = [passage.id for passage in parsed.passages]
    assert all(passage.text is not None for passage in parsed.passages)
    assert len(ids) == len(parsed.passages)


@given(st.lists(st.text(alphabet="آابپت \u200cn", min_size=1, max_size=20), min_size=1, max_size=6))
def test_paragraphs_keep_their_letters(paragraphs):
    paragraphs = [" ".join(each.split()) for each in paragraphs if each.split()]
    texts = [passage.text for passage in parse("\n\n".join(paragraphs), document="doc").passages]
    assert texts == paragraphs
