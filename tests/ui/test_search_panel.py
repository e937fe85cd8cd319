"""The search's side column: what it says of an answer, and what it offers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from reader.search.answer import Answer, Hit
from reader.ui.hit_delegate import ABOVE
from reader.ui.search_examples import Example
from reader.ui.search_panel import SearchPanel

PARTS = {"letter": "نامه", "annex": "پیوست"}


def hit(number=0, *, document="letter", text="قطع اینترنت", bridged=False):
    return Hit(document, "fa", f"p{number}", "title", "", text, ((0, 3),), 1.0 - number / 1e4, bridged)


def answer(*hits, query="hjphndi", repaired=None, suggestion=None, bridges=()):
    return Answer(query, repaired, suggestion, len(hits), hits, bridges)


@pytest.fixture
def panel(qtbot, around):
    def make(interface="en"):
        speech = around.speak(interface)
        made = SearchPanel(
            around.theme("light"),
            speech,
            lambda each: f"{each.document} {each.passage}",
            lambda each: each.document,
            lambda: PARTS,
        )
        qtbot.addWidget(made)
        made.resize(312, 700)
        made.show()
        return made

    return make


@pytest.mark.parametrize(
    ("interface", "lead", "typed"),
    [
        ("en", "Showing results for", "search for “hjphndi” as typed"),
        ("fa", "یافته‌ها برای", "جست‌وجوی همان «hjphndi»"),
    ],
)
def test_what_was_searched_for_instead_is_said_and_can_be_chosen(panel, qtbot, interface, lead, typed):
    made = panel(interface)
    made.show_answer(answer(hit(), repaired="اتحادیه"), 3)
    assert made._offers.lead == lead
    assert [chip.text for chip in made._offers.chips] == ["اتحادیه", typed]
    assert lead in made.said()
    with qtbot.waitSignal(made.query_offered) as offered:
        qtbot.keyClick(made._offers.buttons[0], Qt.Key.Key_Return)
    assert offered.args == ["اتحادیه"]
    with qtbot.waitSignal(made.typed_asked):
        qtbot.keyClick(made._offers.buttons[1], Qt.Key.Key_Space)


def test_what_may_have_been_meant_is_offered_beside_few_hits(panel, qtbot):
    made = panel()
    made.show_answer(answer(hit(), suggestion="strike"), 3)
    assert made._offers.lead == "Did you mean:"
    with qtbot.waitSignal(made.query_offered) as offered:
        made._offers.buttons[0].click()
    assert offered.args == ["strike"]


def test_hits_by_way_of_other_words_are_marked_as_such(panel):
    made = panel()
    made.show_answer(answer(hit(), hit(1, bridged=True), hit(2, bridged=True), bridges=("قطع اینترنت",)), 3)
    model = made._list.model()
    above = [model.index(row, 0).data(ABOVE) for row in range(3)]
    assert above == ["", "through “قطع اینترنت”", ""]
    spoken = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert ["through" in each for each in spoken] == [False, True, True]
    assert "through" in made.said()
    heights = [made._list.sizeHintForIndex(model.index(row, 0)).height() for row in range(3)]
    assert heights[1] > heights[0] == heights[2]


@pytest.mark.parametrize(
    ("interface", "tried"),
    [
        ("en", ["18 documents", "keyboards", "joined", "spelt alike", "both calendars"]),
        ("fa", ["۱۸ سند", "صفحه‌کلید", "پیوسته", "نزدیک", "هر دو تقویم"]),
    ],
)
def test_where_nothing_is_found_it_says_what_was_tried(panel, interface, tried):
    made = panel(interface)
    made.show_answer(answer(query="zzzz"), 18)
    assert "zzzz" in made._said.text()
    for words in tried:
        assert words in made._more.text()


def test_it_claims_no_more_than_was_tried(panel, qtbot):
    made = panel()
    made.show_answer(answer(query="in:annex zzzz"), 18)
    assert "18" not in made._more.text()
    made.show_answer(answer(query="zzzz"), 18, literal=True)
    assert made._more.text() == "We looked only for the words just as you typed them."
    with qtbot.waitSignal(made.every_form_asked):
        made._offers.buttons[0].click()


def test_examples_stand_only_where_nothing_is_listed(panel, qtbot):
    made = panel()
    examples = (Example("strike", "in all its forms"), Example("union*", "whatever begins so"))
    made.show_answer(answer(hit()), 3)
    made.show_examples(examples)
    assert made._examples.examples == ()
    made.show_answer(answer(), 3)
    made.show_examples(examples)
    assert made._examples.isVisible()
    assert not made._list.isVisible()
    with qtbot.waitSignal(made.query_offered) as offered:
        qtbot.keyClick(made._examples.buttons[1], Qt.Key.Key_Return)
    assert offered.args == ["union*"]


def test_completions_show_the_word_and_stand_for_the_query(panel, qtbot):
    made = panel()
    made.show_completions(("in:annex internet", "in:annex international", "in:annex interconnectedness"))
    assert [chip.text for chip in made._completions.chips] == ["internet", "international"]
    with qtbot.waitSignal(made.query_completed) as completed:
        qtbot.keyClick(made._completions.buttons[0], Qt.Key.Key_Return)
    assert completed.args == ["in:annex internet"]
    made.show_completions(())
    assert not made._completions.isVisible()


def test_place_and_counts_are_in_the_digits_of_the_language(panel, qtbot):
    made = panel("fa")
    hits = [hit(number, document="letter" if number < 9 else "annex") for number in range(27)]
    made.show_answer(answer(*hits), 18)
    made.select(2)
    assert made._tools.place == "۳ از ۲۷"
    assert [chip.text for chip in made._filters.chips] == ["همه ۲۷", "نامه ۹", "پیوست ۱۸"]
    assert made.said_of_hit().startswith("۳ از ۲۷. letter p2")
    with qtbot.waitSignal(made.filtered) as filtered:
        made._filters.buttons[2].click()
    assert filtered.args == [made.hits]
    assert len(made.hits) == 18
    assert {each.document for each in made.hits} == {"annex"}


def test_more_hits_than_are_listed_still_count_and_are_copied(panel):
    made = panel()
    made.show_answer(answer(*(hit(number) for number in range(500))), 3)
    assert len(made.hits) == 500
    assert made._list.model().rowCount() < 500
    made.select(0)
    assert made._tools.place == "1 of 500"


def test_the_other_language_is_offered_by_its_name(panel, qtbot):
    made = panel("fa")
    made.show_answer(answer(hit()), 3)
    made.offer_twin("en")
    assert made._tools.twin == "به انگلیسی"
    with qtbot.waitSignal(made.twin_asked):
        made._tools.buttons[0].click()
    made.offer_twin("")
    assert made._tools.twin == ""
