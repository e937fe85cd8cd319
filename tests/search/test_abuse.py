"""No query is an error, and none makes the search read or compare more than it should.

How long they take is measured by ``benchmarks/search.py``; here the work is counted: that is the same on
every machine.
"""

from __future__ import annotations

from collections import Counter

import pytest

from reader.commands.opening import open_desk
from reader.search.lexicon import Lexicon
from reader.search.passage_words import WordFinder
from reader.search.postings import PostingsReader
from reader.search.resolution import MOST_BEGUN, MOST_WORDS

ABUSE = {
    "star": "*",
    "stars": "* ** *a* **b** ?" * 20,
    "wildcards": "ا* ب* پ* ت* ث* ج* چ* ح* خ* د* " * 10,
    "short beginnings": " ".join(f"{letter}ا*" for letter in "ابپتجحخدرزسشصطعفقکگلمنوهی"),
    "parentheses": "(" * 5_000 + ")" * 5_000,
    "range": "[a TO z] {ا TO ی}",
    "boost": "کارگر^1e999 union~9999",
    "long": "کارگر " * 17_000,
    "one long word": "ب" * 100_000,
    "NUL": "کار\x00گر \x00",
    "lone surrogate": "\ud800 کارگر \udfff",
    "many NOT": "NOT " * 3_000,
    "many without": "-کارگر -از -را " * 100,
    "quotes": '"' * 2_001,
    "open quotes": '«“"„ union «“"„' * 40,
    "frequent words in a phrase": '"و از به در که این را با برای"',
    "left out phrases": '-"و از" -"به در" -"که این" و',
    "typos": " ".join(["اتححادیهه", "کنففدراسسیون", "اعتصصابات", "سراسسری", "تشککلل", "سنندیکا"] * 4),
    "typos on another keyboard": "hjphhndi ;v'vs hujwwhf sndi;hd " * 6,
    "Finglish": "ettehadiyehaye kargari etesabat sarasari khaneye sandikaha " * 5,
    "dates": "۱۸ دی ۱۴۰۴ 2026-01-08 آبان ۹۸ 8 January 2026 " * 8,
    "marks": "\u0650\u0651" * 150,
    "invisible": "\u200c\u200d\u200e\u202e" * 70 + "کارگر",
    "scopes": "in:annex lang:en در:پیوست زبان:فارسی " * 20,
    "expression": r"^(a+)+$ (.*a){25} \d+ %s {0} ${x}",
}


@pytest.fixture
def counted(monkeypatch):
    """Counts terms looked up, words compared with the vocabulary, and characters of passages read."""
    work = Counter()

    def counting(owner, name, amount):
        real = getattr(owner, name)

        def method(self, *arguments, **named):
            work[name] += amount(*arguments)
            return real(self, *arguments, **named)

        monkeypatch.setattr(owner, name, method)

    counting(PostingsReader, "read", lambda _: 1)
    counting(Lexicon, "neighbours", lambda *_: 1)
    counting(WordFinder, "occurrences", len)
    return work


@pytest.mark.parametrize("query", ABUSE.values(), ids=ABUSE)
def test_no_query_hangs_it(searched, counted, query):
    answer = searched.finder.search(query)
    assert answer.query == query
    assert len(answer.hits) <= 20
    # A word has beginnings or neighbours, each of them its stem, form and parts, and may be widened.
    assert counted["read"] <= MOST_WORDS * max(MOST_BEGUN, 2 * 12 * 4)
    assert counted["neighbours"] <= 4 * MOST_WORDS
    everything = sum(len(entry.passage.text) for entry in searched.entries)
    assert counted["occurrences"] <= 2 * everything


@pytest.mark.parametrize("query", ABUSE.values(), ids=ABUSE)
def test_nor_a_completion(searched, query):
    assert len(searched.finder.completions(query)) <= 6


@pytest.mark.parametrize("nothing", ["", "  ", "\n\t"])
def test_nothing_is_answered_without_an_index(nothing):
    desk = open_desk()
    assert desk.search(nothing).total == 0
    assert not desk.can_search
