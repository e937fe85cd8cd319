"""Threads that search while the index is made anew get the answers they would get one after the other."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

from reader.commands.opening import open_desk
from tests.search.test_abuse import ABUSE

SEARCHES = 1_000
QUERIES = [
    "اتحادیه",
    "اتحادیه‌های کارگری",
    "قطع اینترنت",
    "hjphndi",
    "اعتصااب سراسری",
    "etesab",
    "internet shutdown",
    "freedom of association",
    '"حق تشکل"',
    "union -trade",
    "organi*",
    "۱۸ دی ۱۴۰۴",
    "2026-01-08",
    "کارگران بازنشسته پیمانی",
    "sit-in",
    "lang:en strike",
    "در:پیوست حق",
    "جان باختگان",
    ABUSE["star"],
    ABUSE["dates"],
]


def test_two_threads_search_while_the_index_is_made_anew(searched):
    alone = {query: searched.finder.search(query) for query in QUERIES}
    stop = threading.Event()
    made = []

    def make_anew():
        while not stop.is_set():
            again = open_desk()
            again.prepare()
            made.append(again.search(QUERIES[0]))

    def search(first):
        wrong = []
        for number in range(first, SEARCHES, 2):
            query = QUERIES[number % len(QUERIES)]
            if searched.finder.search(query) != alone[query]:
                wrong.append(query)
        return wrong

    with ThreadPoolExecutor(3) as threads:
        rebuilding = threads.submit(make_anew)
        searching = [threads.submit(search, first) for first in (0, 1)]
        try:
            wrong = [query for done in searching for query in done.result()]
        finally:
            stop.set()
        rebuilding.result()
    assert wrong == []
    assert made
    assert all(answer == alone[QUERIES[0]] for answer in made)


def test_one_desk_that_several_threads_open_first_has_one_index():
    desk = open_desk()
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(desk.search, ["اتحادیه"] * 4))
    assert len({answer.total for answer in answers}) == 1
    assert answers == [answers[0]] * 4
