"""The forms in which the briefing can be taken away: named in both languages, weighed before being made."""

from __future__ import annotations

import pytest

from reader import editions, paths
from reader.security.names import is_file_name
from reader.ui.take_away_forms import is_drawn, offered, purpose, sizes, title
from reader.wording import Wording
from tests.share.briefings import own_desk

OFF = 0.25
"""How far a size that is told may be from that of the file."""
WORDINGS = {each: Wording.load(each, paths.resources() / "translations") for each in ("fa", "en")}
FORMS = {form.name: form for form in offered()}
MADE = [
    *((form, languages) for form in editions.FORMS for languages in (("fa", "en"), ("fa",), ("en",))),
    ("pdf", ("en",)),
]


@pytest.fixture(scope="module")
def whole():
    return own_desk()


def test_every_form_there_is_can_be_chosen():
    assert set(editions.FORMS) <= set(FORMS)
    assert [name for name, form in FORMS.items() if is_drawn(form)] == ["pdf"]


@pytest.mark.parametrize("name", FORMS)
def test_every_form_says_what_it_is_for(name):
    for say in (title, purpose):
        persian, english = (say(FORMS[name], WORDINGS[language]) for language in ("fa", "en"))
        assert persian
        assert english
        assert persian != english


@pytest.mark.parametrize(("name", "languages"), MADE)
def test_the_size_that_is_told_is_about_right(around, whole, name, languages):
    told = sizes(whole, FORMS.values(), languages)[name]
    made = len(editions.edition(whole, FORMS[name], languages, WORDINGS))
    assert abs(told - made) <= OFF * made


@pytest.mark.parametrize("name", ["reading", "خواندنی‌ها", "a b", "lettre-é", "2026", "x.y"])
def test_names_that_every_system_takes(name):
    assert is_file_name(f"{name}.html")


@pytest.mark.parametrize(
    "name",
    [
        *("", ".x", " x", "-x", "x ", "x.", "con", "NUL.txt"),
        *("a/b", "a\\b", "a:b", "a?", "a*", 'a"', "a|b", "a<b"),
        *("a\nb", "a\u202eb", "ن" * 101, "\ud800"),
    ],
)
def test_names_that_some_system_does_not_take(name):
    assert not is_file_name(name)
