"""Back and forward return to the exact line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.library.document import Place
from reader.ui.history import LONGEST, History

HERE, THERE, ELSEWHERE = (Place("letter", "fa", passage) for passage in ("p10", "p12", "p14"))


def test_back_returns_to_the_line_one_left():
    history = History()
    history.arrive(HERE)
    history.leave((4, 17))
    history.arrive(THERE)
    assert history.back().place == HERE
    assert history.here.top == (4, 17)
    assert not history.can_go_back
    assert history.forward().place == THERE
    assert not history.can_go_forward
    assert history.forward() is None


def test_going_elsewhere_forgets_what_was_ahead():
    history = History()
    for place in (HERE, THERE):
        history.arrive(place)
    history.back()
    history.arrive(ELSEWHERE)
    assert not history.can_go_forward
    assert history.back().place == HERE


def test_arriving_where_one_is_changes_nothing():
    history = History()
    history.arrive(HERE)
    history.arrive(HERE)
    assert not history.can_go_back


@given(st.lists(st.one_of(st.integers(0, 9), st.sampled_from(["back", "forward"])), max_size=400))
def test_one_always_stands_somewhere_and_memory_is_bounded(steps):
    history = History()
    history.arrive(HERE)
    for step in steps:
        if step == "back":
            history.back()
        elif step == "forward":
            history.forward()
        else:
            history.arrive(Place("annex", "fa", f"p{step}"))
        assert history.here is not None
        assert len(history._stops) <= LONGEST
