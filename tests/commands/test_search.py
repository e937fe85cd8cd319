"""What people type after ``search``: words that begin with a dash are words."""

from __future__ import annotations

import json

import pytest

from reader.__main__ import main
from reader.commands import search
from reader.commands.opening import open_desk


@pytest.fixture(scope="module")
def desk():
    return open_desk()


@pytest.fixture(autouse=True)
def one_index(monkeypatch, desk):
    monkeypatch.setattr(search, "open_desk", lambda: desk)


def found(capsys, *arguments):
    code = main(
        ["search", *arguments, "--json"] if "--" not in arguments else ["search", "--json", *arguments]
    )
    return code, json.loads(capsys.readouterr().out)


def test_a_word_with_a_dash_leaves_out(capsys):
    _, every = found(capsys, "internet", "--limit", "1000")
    code, without = found(capsys, "internet", "-shutdown", "--limit", "1000")
    assert code == 0
    assert without["query"] == "internet -shutdown"
    assert without["hits"]
    assert not [hit for hit in without["hits"] if "shutdown" in hit["text"].lower()]
    assert without["total"] < every["total"]


@pytest.mark.parametrize(
    ("arguments", "query"),
    [
        (["-shutdown", "internet"], "-shutdown internet"),
        (["-shutdown internet"], "-shutdown internet"),
        (["-internet"], "-internet"),
        (["-hotel"], "-hotel"),
        (["--", "-internet"], "-internet"),
        (["--", "--internet"], "--internet"),
        (["-", "internet"], "- internet"),
        (["internet", "-"], "internet -"),
        (["-5", "internet"], "-5 internet"),
        (["--limit", "3", "internet", "-شمار"], "internet -شمار"),
    ],
)
def test_what_was_typed_is_what_is_asked(capsys, arguments, query):
    code, answer = found(capsys, *arguments)
    assert answer["query"] == query
    assert code == (0 if answer["hits"] else 1)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["internet", "--shutdown"], "--shutdown"),
        (["internet", "--limit", "-5"], "--limit"),
        (["internet", "--lang"], "--lang"),
        ([], "WORDS"),
    ],
)
def test_an_unknown_option_is_wrong_use(capsys, arguments, said):
    assert main(["search", *arguments]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert "Traceback" not in told


def test_other_commands_take_no_word_with_a_dash(capsys):
    assert main(["show", "letter", "-x"]) == 2
    assert "-x" in capsys.readouterr().err


def test_help_is_still_an_option(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["search", "-h"])
    assert ended.value.code == 0
    assert "WORDS" in capsys.readouterr().out
