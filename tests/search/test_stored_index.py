"""An index in a file is read only where it fits, runs nothing, and is made anew where it does not fit."""

from __future__ import annotations

import io
import json
import pickle
import subprocess
import sys
import threading
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader import paths
from reader.commands.opening import open_desk
from reader.library.document import Edition, Passage, PassageKind
from reader.search.finder import Finder
from reader.search.index import build, build_from, entries
from reader.search.knowledge import Knowledge
from reader.search.query import QueryReader
from reader.search.stored_index import load, store
from reader.search.unpickling import NotPlain, plain_loads

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


@pytest.fixture
def stored(tmp_path):
    file = tmp_path / "index"
    store(build(editions()), file)
    return file


@pytest.mark.parametrize("query", ["اتحادیه", "8 January 2026", "قطع", "nothing", "کارگ"])
def test_a_stored_index_answers_like_the_one_it_was_made_from(stored, query):
    index = load(stored, entries(editions()))
    assert index is not None
    assert finder(index).search(query) == finder(build(editions())).search(query)


def test_the_same_index_gives_the_same_bytes(stored, tmp_path):
    store(build(editions()), tmp_path / "again")
    assert (tmp_path / "again").read_bytes() == stored.read_bytes()


def test_an_index_of_other_passages_is_not_taken(stored):
    assert load(stored, entries(editions((*TEXTS[:-1], "سخنی دیگر")))) is None


def test_an_index_of_another_analysis_is_not_taken(stored, monkeypatch):
    monkeypatch.setattr("reader.search.stored_index.CHAIN", -1)
    assert load(stored, entries(editions())) is None


@pytest.mark.parametrize("kind", ["missing", "folder", "empty", "text", "cut"])
def test_what_is_no_index_is_not_taken(stored, tmp_path, kind):
    other = tmp_path / "other"
    if kind == "folder":
        other.mkdir()
    elif kind != "missing":
        other.write_bytes({"empty": b"", "text": b"hello\nworld", "cut": stored.read_bytes()[:-9]}[kind])
    assert load(other, entries(editions())) is None


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(where=st.floats(0, 1, exclude_max=True), byte=st.integers(1, 255))
def test_with_one_changed_byte_it_is_not_taken(stored, where, byte):
    data = bytearray(stored.read_bytes())
    data[int(where * len(data))] ^= byte
    changed = stored.with_name("changed")
    changed.write_bytes(data)
    assert load(changed, entries(editions())) is None


class Bomb:
    """Runs something when it is unpickled."""

    def __reduce__(self):
        return print, ("boom",)


@pytest.mark.parametrize("value", [Bomb(), [Bomb()], {"a": Bomb()}])
def test_unpickling_runs_nothing(value, capsys):
    with pytest.raises(NotPlain):
        plain_loads(pickle.dumps(value))
    assert capsys.readouterr().out == ""


def test_a_planted_table_of_contents_runs_nothing(stored, capsys):
    """The files of Whoosh in the stored index are replaced by ones that would run code, digest and all."""
    import hashlib

    _, line, data = stored.read_bytes().split(b"\n", 2)
    head = json.loads(line)
    start = 0
    files = {}
    for name, size in head["files"]:
        files[name] = data[start : start + size]
        start += size
    for victim in files:
        planted = {**files, victim: files[victim][:-40] + pickle.dumps(Bomb()) * 3}
        body = b"".join(planted.values())
        head["files"] = [[name, len(each)] for name, each in planted.items()]
        body = json.dumps(head).encode() + b"\n" + body
        stored.write_bytes(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
        index = load(stored, entries(editions()))
        if index is not None:
            for query in ("اتحادیه", "internet"):
                with suppress(Exception):
                    finder(index).search(query)
    assert "boom" not in capsys.readouterr().out


def test_a_value_of_the_index_itself_is_read():
    assert plain_loads(pickle.dumps((1, 2.0, None, (b"x",)))) == (1, 2.0, None, (b"x",))
    assert io.BytesIO(b"").read() == b""


def test_the_desk_reads_its_stored_index_and_makes_a_broken_one_anew(tmp_path):
    file = tmp_path / "index"
    first = open_desk()
    first.store_index(file)
    wanted = [hit.passage for hit in first.search("اتحادیه").hits]
    second = open_desk()
    second.prepare(file)
    assert [hit.passage for hit in second.search("اتحادیه").hits] == wanted
    file.write_bytes(b"broken")
    third = open_desk()
    third.prepare(file)
    assert [hit.passage for hit in third.search("اتحادیه").hits] == wanted


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
