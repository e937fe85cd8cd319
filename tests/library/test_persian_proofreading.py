"""Persian prose is held to its own letters, digits, marks and half-spaces."""

from __future__ import annotations

import tomllib

import pytest

from reader import paths
from reader.library.proofreading.persian import PersianRules

WORDS = tomllib.loads((paths.resources() / "words" / "proofreading.toml").read_text(encoding="utf-8"))
RULES = PersianRules(**WORDS["persian"])

ONE_FAULT = [
    ("اين متن", "«ي»"),
    ("كار", "«ك»"),
    ("على", "«ى»"),
    ("خانۀ ما", "«ۀ»"),
    ("او می رود", "می رود"),
    ("او نمی رود", "نمی رود"),
    ("او میکند", "«می»"),
    ("آن‌ها نمیشوند", "«می»"),
    ("کتاب ها", "کتاب ها"),
    ("گزارش های تازه", "گزارش های"),
    ("گزارشها", "گزارشها"),
    ("بزرگ تر", "بزرگ تر"),
    ("رفته اند", "رفته اند"),
    ("نامه ای", "نامه ای"),
    ("خانه ی ما", "خانه ی"),
    ("در 12 روز", "“12”"),
    ("در ١٢ روز", "“١٢”"),
    ('گفت "نه"', 'quotation mark "'),
    ("گفت “نه”", "quotation mark “"),
    ("آمد, رفت", "“,”"),
    ("آمد؛ رفت?", "“?”"),
    ("حدود ۱۲%", "“%”"),
    ("کتاب هایمان را", "کتاب هایمان"),
    ("گفت ‘نه’", "quotation mark ‘"),
    ("آمد ، رفت", "before the mark «،»"),
    ("آمد .", "before the mark «.»"),
    ("سازمان.ملل", "after the full stop"),
    ("می\u200c\u200cرود", "another half-space"),
    ("این\u200c متن", "beside a space"),
]


def found(line: str) -> list[str]:
    return [fault.sentence for fault in RULES.check("x.fa.md", line)]


@pytest.mark.parametrize(("line", "says"), ONE_FAULT)
def test_a_fault_is_named(line, says):
    assert any(says in sentence for sentence in found(line)), found(line)
    assert len(found(line)) <= 2


@pytest.mark.parametrize(
    "line",
    [
        "او می‌رود و نمی‌آید؛ میدان، میان، میهن، میراث و میز.",
        "کتاب‌ها، گزارش‌های تازه، کارها، خبرهای نهادها، تنها، بها، انتهای راه، نهایی",
        "بزرگ‌تر، رفته‌اند، نامه‌ای، خانه‌ی ما، ای دوست، ما ایم",
        "در ۱۲ روز، حدود ۱۲٪، ۱٬۵۰۰ و ۴٫۲",
        "نشانی `iranlc.org/?p=11707` و کلید `Ctrl+K` و `ي`",
        "گزارش A/HRC/50/55 و IPv6 و SHA-256",
        "«Iran suggests up to 225 killed in November protests»، ۳۰ مه",
        "«What is HRANA, the US-based group behind Iran’s death toll»",
        "از راه NIAC، ۲۱ ژانویه",
        "1. [p24] بند نخست[^note-1] ([نامه ۲](letter#p10))",
        "[^note-1]: همین جزوه، «[عنوان]»، ۲۰۲۶. [فهرست](sources#src-note-1)",
    ],
)
def test_good_persian_is_left_alone(line):
    assert found(line) == []


def test_the_line_is_named():
    (fault,) = RULES.check("x.fa.md", "درست\n\nنامه ای")
    assert (fault.file, fault.line) == ("x.fa.md", 3)
