"""Pages end where a book's would: nothing is lost, no heading or line stands alone, notes are at the foot."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ui.pdf_breaks import Leaf, NotePart, Room, Slip, leaves

ROOM = Room(100.0, above_notes=10.0, between_notes=2.0)
LINE = 10.0


def lines(count: int) -> list[Slip]:
    """A paragraph: neither its second line nor its last begins a page."""
    return [Slip(LINE, tied=number in (1, count - 1)) for number in range(count)]


def heading() -> Slip:
    return Slip(LINE)


def under(slips: list[Slip]) -> list[Slip]:
    """What follows a heading stands on its page."""
    return [Slip(slips[0].height, tied=True), *slips[1:]]


def test_a_page_holds_what_it_holds():
    assert leaves([Slip(LINE)] * 25, {}, ROOM) == [Leaf(0, 10, ()), Leaf(10, 20, ()), Leaf(20, 25, ())]


def test_a_gap_is_left_out_at_the_top():
    assert [leaf.end for leaf in leaves([Slip(LINE, gap=5.0)] * 14, {}, ROOM)] == [7, 14]


def test_a_heading_goes_with_two_lines_of_what_it_names():
    slips = [*lines(8), heading(), *under(lines(4))]
    assert [leaf.end for leaf in leaves(slips, {}, ROOM)] == [8, 13]


@pytest.mark.parametrize(("count", "first"), [(9, 9), (10, 10), (11, 9), (12, 10)])
def test_no_last_line_begins_a_page(count, first):
    assert leaves(lines(count), {}, ROOM)[0].end == first


def test_the_head_of_a_table_is_repeated():
    rows = [Slip(LINE)] + [Slip(LINE, head=LINE)] * 20
    assert [leaf.end for leaf in leaves(rows, {}, ROOM)] == [10, 19, 21]


def test_a_note_stands_on_the_page_of_its_call():
    slips = [*[Slip(LINE)] * 7, Slip(LINE, notes=("a",)), *[Slip(LINE)] * 4]
    first, second = leaves(slips, {"a": [LINE] * 2}, ROOM)
    assert first == Leaf(0, 7, ())
    assert second == Leaf(7, 12, (NotePart("a", 0, 2),))


def test_a_note_that_is_called_on_two_pages_stands_on_both():
    slips = [Slip(LINE, notes=("a",)), *[Slip(LINE)] * 9, Slip(LINE, notes=("a",)), Slip(LINE, notes=("a",))]
    made = leaves(slips, {"a": [LINE]}, ROOM)
    assert [leaf.notes for leaf in made] == [(NotePart("a", 0, 1),)] * 2


def test_a_long_note_goes_on_at_the_foot_of_the_next_page():
    slips = [Slip(LINE, notes=("a",)), *[Slip(LINE)] * 5]
    first, second = leaves(slips, {"a": [LINE] * 12}, ROOM)
    assert first == Leaf(0, 1, (NotePart("a", 0, 8),))
    assert second == Leaf(1, 6, (NotePart("a", 8, 12),))


def test_what_is_higher_than_a_page_has_one_of_its_own():
    assert [leaf.end for leaf in leaves([Slip(LINE), Slip(300.0), Slip(LINE)], {}, ROOM)] == [1, 2, 3]


slips_of_any_kind = st.lists(
    st.builds(
        Slip,
        st.floats(1.0, 140.0),
        st.floats(0.0, 20.0),
        st.booleans(),
        st.lists(st.sampled_from("abcdef"), max_size=2, unique=True).map(tuple),
        st.sampled_from([0.0, 8.0]),
    ),
    max_size=60,
)


@given(slips_of_any_kind, st.lists(st.integers(1, 30), min_size=6, max_size=6))
def test_nothing_is_lost_and_no_page_runs_over(slips, lengths):
    notes = {name: [LINE] * length for name, length in zip("abcdef", lengths, strict=True)}
    made = leaves(slips, notes, ROOM)
    assert [number for leaf in made for number in range(leaf.start, leaf.end)] == list(range(len(slips)))
    shown = {
        (part.name, line) for leaf in made for part in leaf.notes for line in range(part.start, part.end)
    }
    called = {name for slip in slips for name in slip.notes}
    assert shown == {(name, line) for name in called for line in range(len(notes[name]))}
    for leaf in made:
        on_page = slips[leaf.start : leaf.end]
        used = sum(slip.height + (slip.gap if at else slip.head) for at, slip in enumerate(on_page))
        foot = sum(LINE * (part.end - part.start) for part in leaf.notes)
        if leaf.notes:
            foot += ROOM.above_notes + ROOM.between_notes * (len(leaf.notes) - 1)
        assert used + foot <= ROOM.height + 0.01 or len(on_page) <= 1
        names = [part.name for part in leaf.notes]
        assert len(names) == len(set(names))
