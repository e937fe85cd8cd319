"""An index that was made beforehand is taken only where it fits, and made anew where it does not."""

from __future__ import annotations

import json
import subprocess
import sys
import threading

import pytest

from reader import paths
from reader.commands.opening import _keys, open_desk
from reader.desk import Desk
from reader.library.catalogue import Catalogue
from reader.library.document import Edition, Passage, PassageKind
from reader.search.finder import Finder
from reader.search.index import build, build_from, entries
from reader.search.knowledge import Knowledge
from reader.search.query import QueryReader
from reader.search.stored_index import read, write
from reader.security.program_folder import ProgramFolder

KNOWLEDGE = Knowledge.load(paths.resources())
TEXTS = (
    "اتحادیه‌های کارگری در روز ۱۸ دی ۱۴۰۴ بیانیه دادند",
    "قطع اینترنت در سراسر کشور",
    "The internet was cut on 8 January 2026",
    "کارگران اعتصاب کردند",
)


def editions(texts=TEXTS):
    passages = tuple(Passage(f"x-{number}", PassageKind.PARAGRAPH, text) for number, text in enumerate(texts))
    return [("background", Edition("x", "fa", "سند", passages, ""))]


def finder(index):
    return Finder(index, KNOWLEDGE, QueryReader({}, {}))


@pytest.fixture(scope="module")
def stored():
    return write(build(editions()))


@pytest.mark.parametrize("query", ["اتحادیه", "8 January 2026", "قطع", "nothing", "کارگ", '"قطع اینترنت"'])
def test_a_stored_index_answers_like_the_one_it_was_made_from(stored, query):
    index = read(stored, entries(editions()))
    assert index is not None
    assert finder(index).search(query) == finder(build(editions())).search(query)


def test_the_same_index_gives_the_same_bytes(stored):
    assert write(build(editions())) == stored
    assert write(read(stored, entries(editions()))) == stored


def test_an_index_of_other_passages_is_not_taken(stored):
    assert read(stored, entries(editions((*TEXTS[:-1], "سخنی دیگر")))) is None


def test_an_index_of_another_analysis_is_not_taken(stored, monkeypatch):
    monkeypatch.setattr("reader.search.stored_index.CHAIN", -1)
    assert read(stored, entries(editions())) is None


@pytest.mark.parametrize("raw", [b"", b"hello", b"hello\nworld", b"[]\n", b"{}\n", b"[" * 100_000 + b"\n"])
def test_what_is_no_index_is_not_taken(raw):
    assert read(raw, entries(editions())) is None


def test_one_that_is_cut_is_not_taken(stored):
    for end in range(0, len(stored), 7):
        assert read(stored[:end], entries(editions())) is None


def test_a_number_beyond_the_last_passage_is_not_taken(stored):
    line, data = stored.split(b"\n", 1)
    numbers = sum(json.loads(line)["counts"].values()) * 4
    for place in range(0, numbers, 4):
        lying = data[:place] + b"\xff\xff" + data[place + 2 :]
        assert read(line + b"\n" + lying, entries(editions())) is None


@pytest.mark.parametrize("count", [-1, 0, 10**20, "1", None, 1.5])
def test_a_count_that_cannot_be_is_not_taken(stored, count):
    line, data = stored.split(b"\n", 1)
    head = json.loads(line)
    for term in list(head["counts"])[:5]:
        lying = head | {"counts": head["counts"] | {term: count}}
        assert read(json.dumps(lying).encode() + b"\n" + data, entries(editions())) is None


def test_the_desk_takes_its_index_and_makes_a_broken_one_anew():
    first = open_desk()
    raw = first.index_to_store()
    wanted = first.search("اتحادیه").hits
    for each in (raw, b"broken", None):
        catalogue = Catalogue.load(ProgramFolder(paths.content()))
        own = Catalogue.load(ProgramFolder(paths.resources() / "help"), {"keys": _keys})
        assert Desk(catalogue, own, lambda each=each: each).search("اتحادیه").hits == wanted


def test_an_index_that_was_made_beforehand_is_searched_without_whoosh():
    code = (
        "import sys; from reader.commands.opening import open_desk; from reader.desk import Desk;"
        "raw = open_desk().index_to_store();"
        "[sys.modules.pop(name) for name in list(sys.modules) if name.startswith('whoosh')];"
        "sys.modules['whoosh'] = None; desk = open_desk(); desk._made_index = lambda: raw;"
        "sys.exit(0 if desk.search('internet').total else 1)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_searching_loads_no_socket():
    code = (
        "import sys; from reader.commands.opening import open_desk; open_desk().search('internet');"
        "sys.exit([name for name in ('socket', '_socket', 'ssl', '_ssl') if name in sys.modules] or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_two_threads_search_while_the_index_is_made_anew():
    every = entries(editions())
    shared = finder(build_from(every))
    queries = ("اتحادیه", "internet", "قطع اینترنت", "اعتصاب", "8 January 2026")
    wanted = {query: shared.search(query) for query in queries}
    wrong = []

    def look(times):
        for number in range(times):
            query = queries[number % len(queries)]
            if shared.search(query) != wanted[query]:
                wrong.append(query)

    threads = [threading.Thread(target=look, args=(500,)) for _ in range(2)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        shared = finder(build_from(every))
    for thread in threads:
        thread.join()
    assert wrong == []
