"""Every guarantee stands in the list, each with the tests that show it or with why it has none."""

from __future__ import annotations

import re

import pytest

ROW = re.compile(r"^\| G(\d+) \| (.+?) \| (.+) \|$", re.MULTILINE)
TEST = re.compile(r"`tests/[\w/]+\.py::test_\w+`")
LAST = 35
"""More may follow."""


@pytest.fixture
def rows(root) -> list[tuple[int, str]]:
    text = (root / "docs" / "guarantees.md").read_text(encoding="utf-8")
    return [(int(number), shown) for number, _, shown in ROW.findall(text)]


def test_none_is_missing_and_none_stands_twice(rows):
    numbers = [number for number, _ in rows]
    assert numbers == sorted(set(numbers))
    assert set(range(1, LAST + 1)) <= set(numbers)


def test_each_names_its_tests_or_says_why_there_is_none(rows):
    without = [number for number, shown in rows if not TEST.search(shown) and "not tested here" not in shown]
    assert without == []


def test_the_tests_that_are_named_are_there(root, rows):
    named = {tuple(test.strip("`").split("::")) for _, shown in rows for test in TEST.findall(shown)}
    missing = [
        f"{file}::{test}"
        for file, test in sorted(named)
        if f"def {test}(" not in (root / file).read_text(encoding="utf-8")
    ]
    assert missing == []
