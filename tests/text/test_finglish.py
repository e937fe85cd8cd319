"""A Persian word typed in Latin letters is found among words that look like it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import paths
from reader.text.finglish import FinglishIndex
from reader.text.finglish_letters import Letters
from reader.text.spelling import fold

LETTERS = Letters.load(paths.resources() / "words" / "finglish.toml")
FREQUENT = Path(__file__).with_name("frequent_words.txt").read_text(encoding="utf-8").split()

TABLE = {
    "اعتصاب": "etesab e'tesab eetesab",
    "کارگر": "kargar kaargar",
    "اتحادیه": "ettehadie etehadie etehadiye ettehadiye ettehadiyeh",
    "آزادی": "azadi aazaadi âzâdi Azadi",
    "سندیکا": "sandika sandikaa",
    "بازنشسته": "bazneshaste bazneshasteh",
    "معلم": "moallem mo'allem moalem",
    "اعتراض": "eteraz e'teraz",
    "سرکوب": "sarkoob sarkub sarkoub",
    "ایران": "iran Iran eeran",
    "تهران": "tehran tehroon",
    "حقوق": "hoghugh hoquq hoghoogh",
    "مردم": "mardom",
    "خیابان": "khiaban khiyaban xiaban",
    "زندانی": "zendani zendaani",
    "شکنجه": "shekanje shekanjeh",
    "اعدام": "edam e'dam",
    "دولت": "dolat dowlat",
    "حکومت": "hokumat hokoomat",
    "جمهوری": "jomhuri jomhouri",
    "پرستار": "parastar",
    "دانشجو": "daneshju daneshjoo",
    "قطع": "ghat qat ghat'",
    "قانون": "ghanoon qanun",
    "اقتصاد": "eghtesad eqtesad",
    "تورم": "tavarrom tavarom",
    "دستمزد": "dastmozd",
    "سازمان": "sazman",
    "گزارش": "gozaresh",
    "نامه": "name nameh",
    "بشر": "bashar",
    "تشکل": "tashakol tashakkol",
    "تجمع": "tajammo tajamo",
    "مستقل": "mostaghel mostaqel",
    "کشته": "koshte koshteh",
    "بیمارستان": "bimarestan",
    "امنیت": "amniat amniyat",
    "دادگاه": "dadgah",
    "وکیل": "vakil",
    "قاضی": "ghazi qazi",
    "خواهر": "khahar",
    "شنبه": "shanbe shambe",
    "جمعه": "jome jom'e",
    "ژانویه": "zhanvie zhanviye",
    "اینترنت": "internet",
    "فیلترشکن": "filtershekan",
    "خاموشی": "khamooshi khamushi",
    "بازداشت": "bazdasht",
    "همبستگی": "hambastegi",
    "راهپیمایی": "rahpeymaee rahpeymayi",
    "فراخوان": "farakhan",
    "بیانیه": "bayaniye bayanieh",
    "صنفی": "senfi",
    "تحصن": "tahasson",
    "تعلیق": "taligh ta'liq",
    "عضویت": "ozviat ozviyat",
    "اخراج": "ekhraj",
    "کشتار": "koshtar",
    "ویژه": "vizhe vije",
    "انقلاب": "enghelab enqelab",
    "رژیم": "rezhim rejim",
    "رئیس": "raees rais",
    "مسئول": "masoul mas'ul",
    "اطلاعات": "etelaat ettelaat ettela'at",
    "تقریبا": "taghriban",
    "حتی": "hatta hata",
    "خانه‌ها": "khaneha khanehha",
    "می‌کنند": "mikonand",
    "معلمان": "moalleman",
    "ساعت": "saat sa'at",
    "محقق": "mohaghegh",
    "سکوت": "sokut sokoot",
}
PAIRS = [(latin, word) for word, spellings in TABLE.items() for latin in spellings.split()]

INDEX = FinglishIndex([*TABLE, *FREQUENT], LETTERS)
RARE = FinglishIndex([*FREQUENT, *TABLE], LETTERS)


@pytest.mark.parametrize(("latin", "word"), PAIRS)
def test_the_word_is_among_the_first_three(latin, word):
    assert fold(word) in [fold(found) for found in INDEX.find(latin)[:3]]


def test_nine_in_ten_come_first_even_when_other_words_are_more_frequent():
    first = [
        latin for latin, word in PAIRS if [fold(found) for found in RARE.find(latin)[:1]] == [fold(word)]
    ]
    assert len(first) >= 0.9 * len(PAIRS)


@pytest.mark.parametrize(
    "latin",
    [
        "government",
        "worker",
        "freedom",
        "crackdown",
        "strike",
        "statement",
        "labour",
        "protest",
        "2026",
        "",
        "aaa",
    ],
)
def test_what_is_no_persian_finds_nothing(latin):
    assert INDEX.find(latin) == ()


def test_each_word_comes_once_and_no_more_than_asked_for():
    index = FinglishIndex(["آدم", "آدم", "ادم", "آدَم", "دم"], LETTERS)
    assert index.find("adam") == ("آدم",)
    assert INDEX.find("kargar", most=0) == ()


def test_what_is_indexed_may_be_anything():
    index = FinglishIndex(["", "\u200c", "abc", "۱۲۳", "\u200cکار\u200c", "ه", "ع"], LETTERS)
    assert index.find("kar") == ("\u200cکار\u200c",)


@given(st.one_of(st.text(max_size=60), st.text(alphabet="aeioukhsgzct'y", max_size=60)))
def test_no_word_is_too_strange(latin):
    found = INDEX.find(latin)
    assert len(found) <= 5
    assert len(set(found)) == len(found)
