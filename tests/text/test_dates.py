"""Dates are found however they are written, and both calendars name the same day."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.calendar_hijri import (
    FIRST_DAY,
    LAST_DAY,
    HijriDate,
    in_gregorian,
    in_hijri,
    is_leap,
    month_length,
    weekday,
)
from reader.text.date_display import gregorian_words, hijri_words, weekday_words
from reader.text.dates import find_dates
from tests.pace import within

DAYS = st.dates(FIRST_DAY, LAST_DAY)
LEAP_YEARS = {1371 + step for step in (-1, 4, 8, 12, 16, 20, 24, 28, 32, 37)}
SCRAPS = (
    "۱۸ 8 31 32 ۰ 2026 ۱۴۰۴ 98 ۱۳۹۸/۸/۲۴ 99999 دی دی‌ماه ماه می May may Jan. January هفتم بیست و and تا of th "
    "سال نفر آبان , ، / - – . : % ٪ \u200c \u200f"
)

PIECES = st.lists(st.sampled_from([*SCRAPS.split(), "\n", " "]), max_size=30)

NEW_YEARS = {
    1370: date(1991, 3, 21),
    1371: date(1992, 3, 21),
    1374: date(1995, 3, 21),
    1375: date(1996, 3, 20),
    1376: date(1997, 3, 21),
    1379: date(2000, 3, 20),
    1380: date(2001, 3, 21),
    1383: date(2004, 3, 20),
    1384: date(2005, 3, 21),
    1387: date(2008, 3, 20),
    1388: date(2009, 3, 21),
    1391: date(2012, 3, 20),
    1392: date(2013, 3, 21),
    1395: date(2016, 3, 20),
    1396: date(2017, 3, 21),
    1399: date(2020, 3, 20),
    1400: date(2021, 3, 21),
    1401: date(2022, 3, 21),
    1403: date(2024, 3, 20),
    1404: date(2025, 3, 21),
    1408: date(2029, 3, 20),
    1409: date(2030, 3, 21),
    1410: date(2031, 3, 21),
}

# The pairs of the briefing's own timeline, with their weekdays.
TIMELINE = [
    ((1396, 10, 1), date(2017, 12, 22), "Friday"),
    ((1396, 10, 7), date(2017, 12, 28), "Thursday"),
    ((1396, 10, 30), date(2018, 1, 20), "Saturday"),
    ((1398, 8, 1), date(2019, 10, 23), "Wednesday"),
    ((1398, 8, 24), date(2019, 11, 15), "Friday"),
    ((1398, 8, 25), date(2019, 11, 16), "Saturday"),
    ((1398, 8, 28), date(2019, 11, 19), "Tuesday"),
    ((1398, 8, 30), date(2019, 11, 21), "Thursday"),
    ((1398, 9, 6), date(2019, 11, 27), "Wednesday"),
    ((1401, 6, 22), date(2022, 9, 13), "Tuesday"),
    ((1401, 6, 25), date(2022, 9, 16), "Friday"),
    ((1401, 12, 29), date(2023, 3, 20), "Monday"),
    ((1404, 10, 1), date(2025, 12, 22), "Monday"),
    ((1404, 10, 7), date(2025, 12, 28), "Sunday"),
    ((1404, 10, 18), date(2026, 1, 8), "Thursday"),
    ((1404, 10, 19), date(2026, 1, 9), "Friday"),
    ((1404, 10, 20), date(2026, 1, 10), "Saturday"),
    ((1404, 10, 30), date(2026, 1, 20), "Tuesday"),
]


def asked(text: str) -> list[str]:
    return [found.asks[0] for found in find_dates(text)]


@pytest.mark.parametrize(("year", "day"), NEW_YEARS.items())
def test_the_year_begins_on_the_right_day(year, day):
    assert in_gregorian(HijriDate(year, 1, 1)) == day


def test_leap_years():
    assert {year for year in range(1370, 1411) if is_leap(year)} == LEAP_YEARS
    assert {1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408} <= LEAP_YEARS


@pytest.mark.parametrize(("hijri", "gregorian", "name"), TIMELINE)
def test_the_briefings_own_pairs(hijri, gregorian, name):
    assert in_gregorian(HijriDate(*hijri)) == gregorian
    assert in_hijri(gregorian) == HijriDate(*hijri)
    assert weekday_words(gregorian, "en") == name


@given(DAYS)
def test_there_and_back_is_the_same_day(day):
    assert in_gregorian(in_hijri(day)) == day
    assert weekday(in_hijri(day)) == weekday(day) == (day.isoweekday() + 1) % 7


@given(st.dates(FIRST_DAY, LAST_DAY - timedelta(days=1)))
def test_the_next_day_is_one_day_later_in_both_calendars(day):
    today, tomorrow = in_hijri(day), in_hijri(day + timedelta(days=1))
    if today.day < month_length(today.year, today.month):
        assert tomorrow == HijriDate(today.year, today.month, today.day + 1)
    else:
        assert tomorrow.day == 1
        assert (tomorrow.year * 12 + tomorrow.month) - (today.year * 12 + today.month) == 1


@pytest.mark.parametrize("parts", [(1404, 12, 30), (1404, 7, 31), (1404, 13, 1), (1404, 0, 1), (1200, 1, 1)])
def test_impossible_hijri_days_do_not_exist(parts):
    with pytest.raises(ValueError, match=r"no |does not hold"):
        HijriDate(*parts)


@pytest.mark.parametrize("day", [date.min, FIRST_DAY - timedelta(days=1), LAST_DAY + timedelta(days=1)])
def test_days_outside_the_rule_are_refused(day):
    with pytest.raises(ValueError, match="does not hold"):
        in_hijri(day)


def test_days_are_written_for_reading():
    day = date(2026, 1, 8)
    assert hijri_words(day, "fa") == hijri_words(HijriDate(1404, 10, 18), "fa") == "۱۸ دی ۱۴۰۴"
    assert hijri_words(day, "en") == "18 Dey 1404"
    assert gregorian_words(day, "fa") == "۸ ژانویه ۲۰۲۶"
    assert gregorian_words(day, "en") == "8 January 2026"
    assert weekday_words(HijriDate(1404, 10, 18), "fa") == "پنجشنبه"


@pytest.mark.parametrize(
    "text",
    [
        "۱۸ دی ۱۴۰۴", "۱۸ دی‌ماه ۱۴۰۴", "۱۸ دیماه ۱۴۰۴", "۱۸ دی ماه ۱۴۰۴",
        "۱۸ دی‌ماه سال ۱۴۰۴", "١٨ دي ١٤٠٤",
        "هجدهم دی ۱۴۰۴", "هجدهم دی‌ماه ۱۴۰۴", "هیجدهمِ دی ۱۴۰۴", "هجده دی ۱۴۰۴",
        "۱۸‌ام دی ۱۴۰۴", "۱۸اُم دی ۱۴۰۴",
        "۱۸دی۱۴۰۴", "۱۸ دِی ۱۴۰۴", "۱۸ دی ۰۴", "۱۸/دی/۱۴۰۴",
        "\u200f۱۸\u200f دی \u2067۱۴۰۴\u2069", "18 دی 1404",
        "18 Dey 1404", "18 dey 1404", "18 DEY 1404", "18th of Dey 1404", "Dey 18, 1404",
        "Dey 18 1404",
        "18\u00a0Dey\u00a01404", "18\nDey 1404",
        "۸ ژانویه ۲۰۲۶", "۸ ژانویهٔ ۲۰۲۶", "۸ ژانویۀ ۲۰۲۶", "۸ ژانويه ٢٠٢٦",
        "۸ ژانویه‌ی ۲۰۲۶", "۸ ژانویه سال ۲۰۲۶",
        "هشتم ژانویه ۲۰۲۶", "۸ جنوری ۲۰۲۶", "8 January 2026", "8 january 2026",
        "January 8, 2026", "January 8 2026",
        "January 8th, 2026", "8th January 2026", "the 8th of January, 2026",
        "the eighth of January 2026",
        "8 Jan 2026", "8 Jan. 2026", "Jan. 8, 2026", "8-Jan-2026", "2026 January 8", "2026-Jan-08",
        "2026-01-08", "2026/01/08", "2026/1/8", "2026.01.08", "8/1/2026", "08-01-2026",
        "8.1.2026", "۲۰۲۶/۰۱/۰۸",
        "2026\u201101\u201108", "2026-01-08T19:30",
        "۱۴۰۴/۱۰/۱۸", "1404-10-18", "18/10/1404", "۱۸/۱۰/۱۴۰۴", "۱۴۰۴ / ۱۰ / ۱۸", "1404.10.18",
        "\u200f۱۴۰۴\u200f/\u200f۱۰\u200f/\u200f۱۸",
    ],
)  # fmt: skip
def test_a_day_has_one_name_however_it_is_written(text):
    (found,) = find_dates(f"({text})")
    assert found.asks == ("@2026-01-08", "@0000-01-08", "@h0000-10-18")
    assert found.terms == ("@2026-01-08", "@2026-01", "@--01-08", "@h1404-10", "@h--10-18")
    assert found.days == (date(2026, 1, 8),)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("هفتم دی‌ماه ۱۴۰۴", ["@2025-12-28"]),
        ("بیست‌وپنجم آبان ۱۳۹۸", ["@2019-11-16"]),
        ("بیست و پنجم آبان ۹۸", ["@2019-11-16"]),
        ("سی‌ام آبان ۱۳۹۸", ["@2019-11-21"]),
        ("twenty-first of March 2020", ["@2020-03-21"]),
        ("98/8/24", ["@2019-11-15"]),
        ("11/15/2019", ["@2019-11-15"]),
        ("30 Esfand 1403", ["@2025-03-20"]),
        ("14 July 1789", ["@1789-07-14"]),
        ("دی ۱۴۰۴", ["@h1404-10"]),
        ("دی‌ماه سال ۱۴۰۴", ["@h1404-10"]),
        ("نیمهٔ دوم دی ۱۴۰۴", ["@h1404-10"]),
        ("Dey 1404", ["@h1404-10"]),
        ("Dey of 1404", ["@h1404-10"]),
        ("۱۴۰۴/۱۰", ["@h1404-10"]),
        ("آبان ۱۳۹۸", ["@h1398-08"]),
        ("ابان ٩٨", ["@h1398-08"]),
        ("Aban 98", ["@h1398-08"]),
        ("January 2026", ["@2026-01"]),
        ("Jan. 2026", ["@2026-01"]),
        ("ژانویه ۲۰۲۶", ["@2026-01"]),
        ("ژانویهٔ ۲۰۲۶", ["@2026-01"]),
        ("2026-01", ["@2026-01"]),
        ("2019 November", ["@2019-11"]),
        ("may 2026", ["@2026-05"]),
        ("۸ ژانویه", ["@--01-08"]),
        ("8 January", ["@--01-08"]),
        ("January 8", ["@--01-08"]),
        ("22 بهمن", ["@h--11-22"]),
        ("سی تیر", ["@h--04-30"]),
        ("اول ماه مه", ["@--05-01"]),
        ("1 May was", ["@--05-01"]),
        ("1 may", ["@--05-01"]),
        ("January 8 and 9 others", ["@--01-08"]),
        ("January 8–8, 2026", ["@--01-08"]),
        ("January 8 and others", ["@--01-08"]),
        ("Article 19 and 8 January", ["@--01-08"]),
        ("29 February", ["@--02-29"]),
        ("On 12:30 January 8, 2026", ["@2026-01-08"]),
        ("۱۸ دی ۶۵ نفر", ["@h--10-18"]),
        ("5, 8 January 2026", ["@2026-01-08"]),
        ("22 Dec 2017–20 Jan 2018", ["@2017-12-22", "@2018-01-20"]),
        ("2026-01-08/2026-01-10", ["@2026-01-08", "@2026-01-10"]),
        ("18 Dey 1404 [8 January 2026]", ["@2026-01-08", "@2026-01-08"]),
        ("در دی ۱۴۰۴، ۸ ژانویه", ["@h1404-10", "@--01-08"]),
    ],
)  # fmt: skip
def test_what_a_date_asks(text, names):
    assert asked(text) == names


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("۸ و ۹ ژانویه ۲۰۲۶", [8, 9]),
        ("8 and 9 January 2026", [8, 9]),
        ("8/9 January 2026", [8, 9]),
        ("January 8 and 9, 2026", [8, 9]),
        ("۸، ۹ و ۱۲ ژانویه ۲۰۲۶", [8, 9, 12]),
        ("8–12 January 2026", [8, 9, 10, 11, 12]),
        ("8-10 Jan 2026", [8, 9, 10]),
        ("۸ تا ۱۰ ژانویه ۲۰۲۶", [8, 9, 10]),
        ("۱۸ تا ۲۰ دی ۱۴۰۴", [8, 9, 10]),
        ("هجدهم و نوزدهم دی ۱۴۰۴", [8, 9]),
        ("January 8–10, 2026", [8, 9, 10]),
        ("January 8th to 10th of 2026", [8, 9, 10]),
        ("8 & 9 January of the year 2026", [8, 9]),
    ],
)  # fmt: skip
def test_lists_and_spans_of_days_hold_each_day(text, days):
    (found,) = find_dates(text)
    assert found.days == tuple(date(2026, 1, day) for day in days)
    assert (found.start, found.end) == (0, len(text))
    assert {f"@2026-01-{day:02}" for day in days} <= set(found.terms) & set(found.asks)


def test_a_list_without_a_year_keeps_each_day():
    (found,) = find_dates("شب ۸ و ۹ ژانویه")
    assert found.asks == ("@--01-08", "@--01-09")


@pytest.mark.parametrize(
    "text",
    [
        "۳۲ دی", "۳۲ دی ۱۴۰۴", "۳۱ دی", "۳۱ دی ۱۴۰۴", "30 Esfand 1404", "29 February 2025",
        "30 February",
        "0 January 2026", "2026-13-01", "1404/13/40", "1404/12/30", "32/1/2026", "دی",
        "January", "۱۴۰۴", "2026", "نیمه دوم آبان‌ماه",
        "دیشب ۱۴۰۴", "نمی ۲۰۲۰", "می‌شود ۲۰۲۰", "برنا‌مه ۲۰۲۰", "۸ می‌شود", "۸ می شود",
        "Article 3 may be used",
        "you march on", "January 12 people", "دی ۱۴ نفر", "آبان ۶۰ نفر", "1/2/3/2026",
        "192.168.1.2026", "1.2.3.4",
        "A/75/213", "A/HRC/55/67", "8.5 May million", "2026-1", "1400-1401", "98-8",
        "x2026-01-08",
        "99999 January 99999", "", " ", "\ud800", "\x00",
    ],
)  # fmt: skip
def test_what_is_no_date(text):
    assert find_dates(text) == ()


def test_every_passage_with_the_day_or_within_the_month_is_found():
    def meets(query: str, text: str) -> bool:
        terms = {term for found in find_dates(text) for term in found.terms}
        return any(ask in terms for found in find_dates(query) for ask in found.asks)

    assert meets("۱۸ دی ۱۴۰۴", "on 8 January 2026 the")
    assert meets("۱۸ دی", "on 8 January 2026 the")
    assert meets("8 January 2026", "از شب ۸ ژانویه دسترسی")
    assert meets("۱۸ دی ۱۴۰۴", "از شب ۸ ژانویه دسترسی")
    assert meets("January 2026", "۱۸ دی ۱۴۰۴")
    assert meets("دی ۱۴۰۴", "8 January 2026")
    assert meets("دی ۱۴۰۴", "آغاز در هفتم دی‌ماه ۱۴۰۴ بود")
    assert not meets("8 January 2026", "on 8 January 2025")
    assert not meets("9 January 2026", "on 8 January 2026")
    assert not meets("8 January 2026", "in January 2026")
    assert not meets("دی ۱۴۰۴", "دی ۱۳۹۶")


def test_places_are_places_in_the_raw_text():
    text = "از تاریخ ۸ و ۹ ژانویهٔ ۲۰۲۶ (۱۸ و ۱۹ دی‌ماه ۱۴۰۴)، و از دی‌ماه ۱۳۹۶"
    assert [text[found.start : found.end] for found in find_dates(text)] == [
        "۸ و ۹ ژانویهٔ ۲۰۲۶",
        "۱۸ و ۱۹ دی‌ماه ۱۴۰۴",
        "دی‌ماه ۱۳۹۶",
    ]


@given(DAYS, st.sampled_from(["fa", "en"]), st.sampled_from([hijri_words, gregorian_words]))
def test_what_is_written_for_reading_is_found_again(day, language, write):
    (found,) = find_dates(write(day, language))
    assert found.days == (day,)


@given(st.one_of(st.text(), PIECES.map(" ".join), PIECES.map("".join)))
def test_no_text_is_too_strange(text):
    end = 0
    for found in find_dates(text):
        assert end <= found.start < found.end <= len(text)
        assert set(found.asks) - set(found.terms) <= {
            ask for ask in found.asks if "@0000" in ask or "@h0000" in ask
        }
        assert found.terms
        assert found.asks
        end = found.end


@pytest.mark.parametrize(
    "piece",
    ["8 ", "8", "دی", "دی ", "و ", "8 and ", "8-", "بیست و ", "\u200c", "  ", "8 دی ", "ماه ", "1404/", "x"],
)
def test_long_texts_take_no_longer_than_their_length(piece):
    text = piece * (100_000 // len(piece))
    begun = time.process_time()
    find_dates(text)
    assert time.process_time() - begun < within(5)
