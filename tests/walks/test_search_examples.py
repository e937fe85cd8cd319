"""What the window and the help give as examples really finds something in this briefing.

A word that stands in the help is a known word: a mistyped one written there would no longer be repaired.
"""

from __future__ import annotations

import re

import pytest

from reader import paths
from reader.commands.opening import open_desk
from reader.ui.search_examples import QueryLanguage

EXAMPLE = re.compile(r"^- `([^`]+)`", re.MULTILINE)
SECTION = {"fa": "## جست‌وجو\n", "en": "## Searching\n"}


@pytest.fixture(scope="module")
def desk():
    return open_desk()


def in_help(language):
    text = (paths.resources() / "help" / "help" / f"help.{language}.md").read_text(encoding="utf-8")
    return EXAMPLE.findall(text.split(SECTION[language])[1].split("\n## ")[0])


def found_first(desk, query):
    """Return the kind of document the best hit is in."""
    hits = desk.search(query).hits
    return desk.document(hits[0].document).kind if hits else ""


@pytest.mark.parametrize("language", ["fa", "en"])
def test_examples_of_the_panel_find_something(desk, around, language):
    examples = QueryLanguage().examples(around.speak(language))
    assert len(examples) == 8
    for example in examples:
        assert found_first(desk, example.query) not in ("", "help"), example.query


@pytest.mark.parametrize("language", ["fa", "en"])
def test_examples_of_the_help_find_something(desk, language):
    examples = in_help(language)
    assert len(examples) == 8
    for query in examples:
        assert found_first(desk, query) not in ("", "help"), query


@pytest.mark.parametrize(
    "mistyped", ["hjphndi", "اینترتن", "etesab", "kargar", "ettehadie", "fhyfhk", "shutdwn"]
)
def test_the_help_makes_no_mistake_a_known_word(desk, mistyped):
    assert found_first(desk, mistyped) != "help"
