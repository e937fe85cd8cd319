"""What was typed wrong is repaired from the words of the documents, and the answer says so."""

from __future__ import annotations

import pytest


def asked(searched, query, **how):
    return searched.finder.search(query, limit=10, **how)


@pytest.mark.parametrize(
    ("typed", "repaired"),
    [
        ("hjphndi", "اتحادیه"),
        ("hujwhf sknd;h", "اعتصاب سندیکا"),
        ("HJPHNDI", None),
        ("[lui", "جمعه"),
        ("[pl,j", None),
        (",k]hk", None),
        ("عدهخد", "union"),
        ("سفقهنث", "strike"),
        ("kjv,kj IASWI", None),
        ("hujwhf ILO", "اعتصاب ILO"),
        ("ILO hujwhf", "ILO اعتصاب"),
        ("بیکیری", "پیگیری"),
    ],
)
def test_another_keyboard(searched, typed, repaired):
    answer = asked(searched, typed)
    if repaired is None:
        assert answer.repaired is None or answer.hits
    else:
        assert answer.repaired == repaired
        assert answer.hits


def test_two_forms_of_the_word_that_was_meant_are_named_once(searched):
    assert asked(searched, "اتحاددیه").repaired == "اتحادیه"


@pytest.mark.parametrize("typed", ["union", "ILO", "اتحادیه", "strike ILO", "قطع اینترنت", "the", "و"])
def test_what_is_right_is_left_as_it_is(searched, typed):
    assert asked(searched, typed).repaired is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("اتحدیه", "اتحادیه"),
        ("اتحادییه", "اتحادیه"),
        ("اتحاذیه", "اتحادیه"),
        ("اتحایده", "اتحادیه"),
        ("کنفدراسون", "کنفدراسیون"),
        ("کنفداسوین", "کنفدراسیون"),
        ("confederaton", "confederation"),
        ("confedreaton", "confederation"),
        ("etnernational", "international"),
        ("sindicate", "syndicate"),
    ],
)
def test_slips_of_the_finger(searched, typed, meant):
    answer = asked(searched, typed)
    assert answer.hits
    assert meant in (answer.repaired or "").replace("\u200c", "").lower()
    assert set(searched.passages(meant, 10)) & set(searched.passages(typed, 10))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("نشان گر", "نشانگر"),
        ("حقیقت یاب", "حقیقت‌یاب"),
        ("حقیقتیاب", "حقیقت‌یاب"),
        ("بین المللی", "بین‌المللی"),
        ("قطعاینترنت", "قطع اینترنت"),
        ("internetshutdown", "internet shutdown"),
        ("جان باختگان", "جان‌باختگان"),
    ],
)
def test_words_joined_and_split(searched, typed, meant):
    found, wanted = searched.passages(typed, 10), searched.passages(meant, 10)
    assert found
    assert found[0] in wanted


@pytest.mark.parametrize("typed", ["اتحادی", "confeder", "shutd", "کنفدرا"])
def test_the_last_word_may_be_unfinished(searched, typed):
    answer = asked(searched, typed)
    assert answer.hits
    completions = searched.finder.completions(typed)
    assert completions
    assert all(each.replace("\u200c", "").lower().startswith(typed) for each in completions)


def test_completions_finish_the_last_word_and_keep_the_others(searched):
    assert "internet shutdown" in searched.finder.completions("internet shut")
    assert searched.finder.completions("internet ") == ()
    assert searched.finder.completions('"internet shut"') == ()


def test_little_found_is_told_with_what_may_have_been_meant(searched):
    answer = asked(searched, "exerts")
    assert answer.repaired is None
    assert answer.suggestion == "experts"


@pytest.mark.parametrize("typed", ["hjphndi", "اتحدیه", "confederaton", "etesab"])
def test_as_typed_is_as_typed(searched, typed):
    assert asked(searched, typed).hits
    for how in ({"literal": True}, {"exact": True, "literal": True}):
        answer = asked(searched, typed, **how)
        assert (answer.hits, answer.repaired, answer.suggestion, answer.bridges) == ((), None, None, ())


def test_the_exact_form_finds_no_other_form(searched):
    every, exact = asked(searched, "اتحادیه"), asked(searched, "اتحادیه", exact=True)
    assert 0 < exact.total < every.total
    assert exact.repaired is None
    assert all("اتحادیه" in hit.text[start:end] for hit in exact.hits for start, end in hit.ranges)
    assert asked(searched, "اتحدیه", exact=True).hits == ()
    assert asked(searched, "strikes", exact=True).total < asked(searched, "strikes").total
