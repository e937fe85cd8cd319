"""ICU's data are cut down to a few languages, and to those nothing is lost."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from fnmatch import fnmatchcase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bundle.allowed import Allowed
from bundle.icu_data import chosen
from stopping import Stop
from tests.conftest import ROOT

ASKED = """
from pathlib import Path
from PySide6.QtCore import QCalendar, QCollator, QDate, QDateTime, QLocale, QTimeZone, Qt
words = sorted({word for file in Path("content").rglob("*.md") for word in file.read_text("utf-8").split()})
print(len(words))
zones = ("Asia/Tehran", "Asia/Kabul", "Europe/London", "America/New_York", "UTC")
for name in ("fa_IR", "en_US", "en_GB", "ar_EG", "C"):
    locale = QLocale(name)
    collator = QCollator(locale)
    for numeric in (False, True):
        collator.setNumericMode(numeric)
        for case in Qt.CaseSensitivity:
            collator.setCaseSensitivity(case)
            print(*sorted(words, key=collator.sortKey))
    print(*map(locale.toUpper, words), *map(locale.toLower, words))
    for zone in map(QTimeZone, map(str.encode, zones)):
        for kind in QTimeZone.TimeType:
            print(*(zone.displayName(kind, form, locale) for form in QTimeZone.NameType))
    for system in (QCalendar.System.Gregorian, QCalendar.System.Jalali):
        day = QDate(2026, 11, 25)
        print(*(locale.toString(day, form, QCalendar(system)) for form in QLocale.FormatType))
    print(locale.toString(1234567.5), locale.toCurrencyString(3.5), locale.nativeLanguageName())
print(len(QTimeZone.availableTimeZoneIds()))
print("\\n".join(line.split()[-1] for line in open("/proc/self/maps") if "libicudata" in line))
"""


def answered(**around: str) -> list[str]:
    """Ask the installed Qt what ICU's data are needed for."""
    done = subprocess.run(
        [sys.executable, "-c", ASKED],
        cwd=ROOT,
        env=os.environ | around,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_what_is_left_answers_as_the_whole_does(program):
    (library,) = (program.insides / "PySide6" / "Qt" / "lib").glob("libicudata.so.*")
    whole, left = answered(), answered(LD_PRELOAD=str(library))
    kept_by = {line for line in left if "libicudata" in line}
    assert kept_by == {str(library)}, "the library of the bundle was not the one that was asked"
    assert [line for line in left if line not in kept_by] == [
        line for line in whole if "libicudata" not in line
    ]
    assert int(whole[0]) > 1000


def test_it_weighs_a_tenth(program):
    (library,) = (program.insides / "PySide6" / "Qt" / "lib").glob("libicudata.so.*")
    assert library.stat().st_size < 3_500_000


def package(items: dict[str, bytes]) -> bytes:
    """Write ICU's common data by its description, in another way than the program does."""
    names = b"".join(f"icu/{name}\0".encode("ascii") for name in items)
    table_size = 4 + 8 * len(items)
    places, contents = [], b""
    first = table_size + len(names) + (-(table_size + len(names)) % 16)
    for name, content in items.items():
        places.append((table_size + names.index(f"icu/{name}\0".encode("ascii")), first + len(contents)))
        contents += content + bytes(-len(content) % 16)
    table = struct.pack("<I", len(items)) + b"".join(struct.pack("<II", *place) for place in places)
    header = struct.pack("<HBB8x4s", 32, 0xDA, 0x27, b"CmnD").ljust(32, b"\0")
    return header + (table + names).ljust(first, b"\0") + contents


NAMES = st.text("abcxyz_/", min_size=1, max_size=9).map(lambda name: f"{name}.res")
ITEMS = st.dictionaries(NAMES, st.binary(max_size=40), min_size=1, max_size=12).map(
    lambda items: dict(sorted(items.items()))
)


@given(ITEMS)
def test_everything_kept_is_the_package_itself(items):
    assert chosen(package(items), ["*"]) == package(items)


@given(ITEMS, st.sampled_from(["a*", "*x*", "*/*", "*_"]))
def test_only_what_fits_stays(items, pattern):
    fitting = {name: item for name, item in items.items() if fnmatchcase(name.removesuffix(".res"), pattern)}
    if fitting:
        assert chosen(package(items), [pattern]) == package(fitting)
    else:
        with pytest.raises(Stop, match="nothing"):
            chosen(package(items), [pattern])


@pytest.mark.parametrize("data", [bytes(64), package({"a": b"1"})[:12] + b"ResB" + bytes(40)])
def test_other_data_are_refused(data):
    with pytest.raises(Stop, match="ICU"):
        chosen(data, ["*"])


def test_the_readers_languages_are_kept():
    assert {"fa", "en", "root", "coll/fa", "coll/root"} <= set(Allowed.load("linux").icu)
