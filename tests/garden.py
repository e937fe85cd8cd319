"""A small briefing on an unrelated subject, with every kind of block, for tests of the window."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

from reader.render.recolour import KEYWORD, SIGNATURE, chunk

if TYPE_CHECKING:
    from pathlib import Path

TOML = """
id = "garden"
version = 2026010201
issued = 2026-01-02
languages = ["fa", "en"]
original = "fa"
first = "guide"
[title]
fa = "دفتر باغ"
en = "The garden book"
[[part]]
kind = "book"
fa = "کتاب"
en = "Book"
[[document]]
id = "preface"
kind = "book"
fa = "پیش‌گفتار"
en = "Preface"
[[document]]
id = "guide"
kind = "book"
fa = "راهنمای باغبانی"
en = "Guide to gardening"
short = { fa = "راهنما", en = "guide" }
[[document]]
id = "tables"
kind = "book"
fa = "جدول‌ها"
en = "Tables"
[explained]
g13 = ["tables"]
g15 = ["tables#g42", "preface"]
g22 = ["preface#g02"]
g26 = ["tables"]
"""

PREFACE = {
    "fa": "[g01] این دفتر برای باغبان‌های تازه‌کار نوشته شده است.\n\n[g02] باغچه‌ها را در بهار بیل بزنید.\n",
    "en": "[g01] This book was written for new gardeners.\n\n[g02] Dig the beds in spring.\n",
}

_LONG_FA = (
    "باغبان‌ها هر سال در فروردین‌ماه ۱۴۰۴ خاک را آماده می‌کنند و دانه‌ها را در سینی‌های کوچک می‌کارند تا "
    "نشاها پیش از گرمای تابستان ریشه بگیرند؛ انجمن RHS در گزارش (2025-03-21, 14:30 UTC) "
    "همین را پیشنهاد کرده است."
)
_LONG_EN = (
    "Every year in the month of Farvardin gardeners prepare the soil and sow the seeds in small trays, "
    "so that the seedlings take root before the heat of summer; the RHS proposed the same."
)

GUIDE = {
    "fa": "# [g10] راهنمای باغبانی در شهر\n\n## [g11] برای خانه‌های کوچک\n\n### [g12] آغاز کار\n\n"
    + "\n\n".join(f"[g{number}] {_LONG_FA}" for number in range(13, 25))
    + "\n\n### [g25] ابزار\n\n1. [g26] بیلچه و چنگک\n2. [g27] آب‌پاش ITUC و شلنگ\n3. [g28] دستکش[^1]\n\n"
    f"[g32] و نیز:\n\n- [g29] {_LONG_FA}\n\n"
    "> [g30] هر که باغی ندارد، گلدانی دارد.\n\n"
    "[g31] برای ادامه [جدول‌ها](tables#g42) را ببینید.\n\n[^1]: دستکش چرمی بهتر است.\n",
    "en": "# [g10] Gardening in the city\n\n## [g11] For small homes\n\n### [g12] Beginning\n\n"
    + "\n\n".join(f"[g{number}] {_LONG_EN}" for number in range(13, 25))
    + "\n\n### [g25] Tools\n\n"
    "1. [g26] Trowel and rake\n2. [g27] Watering can and hose\n3. [g28] Gloves[^1]\n\n"
    "[g32] And:\n\n- [g29] Leaf mould\n\n> [g30] Who has no garden has a pot.\n\n"
    "[g31] Read on in [the tables](tables#g42).\n\n[^1]: Leather gloves are better.\n",
}

TABLES = {
    "fa": "# [g40] جدول‌ها\n\n| [g41] ماه | کار | سال |\n|---|---|---|\n| [g42] فروردین | کاشت | ۱۴۰۴ |\n"
    "| [g43] مهر | برداشت | ۱۴۰۴ |\n\n[g44] [راهنما](guide#g10) را هم ببینید.[^1][^2]\n\n"
    "[g45] ![نقشه‌ی باغچه‌ها](figures/map.png)\nباغچه‌ها در *بهار*، از بالا.\n\n"
    "[^1]: [n1] ماه‌ها خورشیدی است.\n[^2]: [n2] سال‌ها هم؛ نگاه کنید به [راهنما](guide).\n",
    "en": "# [g40] Tables\n\n| [g41] Month | Work | Year |\n|---|---|---|\n| [g42] April | sowing | 2025 |\n"
    "| [g43] October | harvest | 2025 |\n\n[g44] [The guide](guide#g10) says more.[^1][^2]\n\n"
    "[g45] ![A map of the beds](figures/map.png)\nThe beds in *spring*, from above.\n\n"
    "[^1]: [n1] Months are of our own calendar.\n[^2]: [n2] Years too; see [the guide](guide).\n",
}


def write(folder: Path) -> Path:
    """Write the briefing into a folder and return it."""
    book = folder / "book"
    book.mkdir(parents=True)
    (folder / "briefing.toml").write_text(TOML, encoding="utf-8")
    for name, texts in (("preface", PREFACE), ("guide", GUIDE), ("tables", TABLES)):
        for language, text in texts.items():
            (book / f"{name}.{language}.md").write_text(text, encoding="utf-8")
    (folder / "figures").mkdir()
    for language in ("fa", "en"):
        (folder / "figures" / f"map.{language}.png").write_bytes(picture(1200, 600))
    return folder


def picture(width: int, height: int) -> bytes:
    """A picture in two colours of the theme: ink above, paper below."""
    rows = b"".join(b"\0" + bytes([row < height / 2]) * width for row in range(height))
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
        (b"tEXt", KEYWORD + b"\0paper ink"),
        (b"PLTE", bytes(6)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    return SIGNATURE + b"".join(chunk(name, content) for name, content in chunks)
