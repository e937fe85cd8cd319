"""The words of a briefing are read from its glossary and found in its texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.document import Edition
from reader.library.glossary import Glossary
from reader.library.source import parse

FA = """# واژه‌نامه

| فارسی | انگلیسی | معنا |
|---|---|---|
| [term-strike] اعتصاب | strike | دست‌کشیدن از کار |
| [term-union] اتحادیه / سندیکا | trade union / union | تشکل کارگران[^note] |
| [term-ituc] کنفدراسیون بین‌المللی اتحادیه‌های کارگری / ITUC | ITUC | جهانی |
| [term-covenant] میثاق حقوق اقتصادی، اجتماعی و فرهنگی | Economic, Social and Cultural Rights | پیمان |

| ماه | روز |
|---|---|
| دی | ۳۰ |

[^note]: یادداشت.
"""
EN = """# Glossary

| English | Persian | Meaning |
|---|---|---|
| [term-strike] strike | اعتصاب | stopping work |
| [term-union] trade union / union | اتحادیه / سندیکا | workers’ own organisation[^note] |
| [term-ituc] International Trade Union Confederation / ITUC | … | worldwide |
| [term-covenant] Economic, Social and Cultural Rights | … | a treaty |

| Month | Days |
|---|---|
| Dey | 30 |

[^note]: Note.
"""


def edition(text: str, language: str) -> Edition:
    parsed = parse(text, document="glossary")
    return Edition("glossary", language, "", parsed.passages, parsed.body)


GLOSSARY = Glossary.of([edition(FA, "fa"), edition(EN, "en")])


def found(text, language="fa"):
    return [(each.entry.id, text[each.start : each.end]) for each in GLOSSARY.mentions(text, language)]


def test_an_entry_has_its_names_and_its_meaning_in_every_language():
    union = GLOSSARY.entry("term-union")
    assert union.names == {"fa": ("اتحادیه", "سندیکا"), "en": ("trade union", "union")}
    assert union.meanings == {"fa": "تشکل کارگران", "en": "workers’ own organisation"}
    assert [each.id for each in GLOSSARY.entries] == [
        "term-strike",
        "term-union",
        "term-ituc",
        "term-covenant",
    ]
    assert GLOSSARY.entry("glossary-3") is None


def test_pairs_leave_out_what_is_the_same_in_both_languages():
    assert GLOSSARY.pairs("fa", "en")[2] == (
        ("کنفدراسیون بین‌المللی اتحادیه‌های کارگری",),
        ("International Trade Union Confederation", "ITUC"),
    )
    assert GLOSSARY.pairs("fa", "ar") == ()


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("کارگران اعتصاب کردند.", "fa", [("term-strike", "اعتصاب")]),
        ("اتحادیه‌هایی از سندیکای ما", "fa", [("term-union", "اتحادیه‌هایی"), ("term-union", "سندیکای")]),
        ("اتحاديه هاي ایران", "fa", [("term-union", "اتحاديه")]),
        (
            "به کنفدراسیون بین المللی اتحادیه های کارگری (ITUC)",
            "fa",
            [("term-union", "اتحادیه"), ("term-ituc", "ITUC")],
        ),
        (
            "کنفدراسیون بین‌المللی اتحادیه‌های کارگری",
            "fa",
            [("term-ituc", "کنفدراسیون بین‌المللی اتحادیه‌های کارگری")],
        ),
        ("The Trade Unions", "en", [("term-union", "Trade Unions")]),
        ("trade. Union", "en", [("term-union", "Union")]),
        (
            "on Economic, Social and Cultural Rights.",
            "en",
            [("term-covenant", "Economic, Social and Cultural Rights")],
        ),
        ("strikethrough", "en", []),
        ("strike", "fr", []),
        ("", "fa", []),
    ],
)
def test_a_text_names_what_it_names(text, language, expected):
    assert found(text, language) == expected


def test_a_briefing_without_a_glossary_explains_nothing():
    assert Glossary.of([]).entries == ()
    assert Glossary().mentions("اعتصاب", "fa") == ()


@given(st.text(alphabet="اتحادیه‌کرگسن ITUCtradeunion(),.ي", max_size=60))
def test_mentions_lie_in_the_text_in_order_and_apart(text):
    places = [place for each in GLOSSARY.mentions(text, "fa") for place in (each.start, each.end)]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)
