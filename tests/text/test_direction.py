"""Runs of the other direction are isolated, so that nothing beside them is drawn into them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.direction import isolate, without_isolates


def shown(text: str, language: str) -> str:
    """Isolates as brackets that can be read."""
    return isolate(text, language).replace("\u2066", "<").replace("\u2067", ">").replace("\u2069", "|")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("به گزارش NetBlocks قطع شد", "به گزارش NetBlocks قطع شد"),
        ("به گزارش Human Rights Watch قطع شد", "به گزارش <Human Rights Watch| قطع شد"),
        ("OONI، «Internet blackouts»، ۲۸ مارس", "<OONI|، «<Internet blackouts|»، ۲۸ مارس"),
        ("OONI، IODA و Kandoo، «Iran’s blackout»، ۲۳", "<OONI|، IODA و <Kandoo|، «<Iran’s blackout|»، ۲۳"),
        ("از راه NIAC، ۲۱ ژانویه", "از راه <NIAC|، ۲۱ ژانویه"),
        ("نشانی‌های IPv6 ۹۸٪ کم شد", "نشانی‌های <IPv6| ۹۸٪ کم شد"),
        ("پرونده‌ی ۱۰۴ و ۲۵۰۸", "پرونده‌ی ۱۰۴ و ۲۵۰۸"),
        ("هر workers’ organisation / union، یا", "هر <workers’ organisation / union|، یا"),
        ("گزارش A/HRC/50/55 می‌گوید", "گزارش <A/HRC/50/55| می‌گوید"),
    ],
)
def test_latin_in_persian(text, expected):
    assert shown(text, "fa") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the word سرکوب is", "the word سرکوب is"),
        ("the words قطع اینترنت are", "the words >قطع اینترنت| are"),
    ],
)
def test_persian_in_english(text, expected):
    assert shown(text, "en") == expected


@given(st.text(alphabet="abc اب،«»۱2()’'-. ", max_size=40), st.sampled_from(["fa", "en"]))
def test_nothing_else_changes(text, language):
    assert without_isolates(isolate(text, language)) == text
