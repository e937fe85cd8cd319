"""The ways in which people type the words of a passage: each a function of the words and a random source."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    Variant = Callable[[str, Random], str]

ZWNJ = "\u200c"
NBSP = "\u00a0"
PERSIAN_DIGITS, ARABIC_DIGITS, LATIN_DIGITS = "۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩", "0123456789"
LETTERS = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
LATIN = "abcdefghijklmnopqrstuvwxyz"
SHORTEST_MISTYPED = 4
_NOT_JOINING_ON = set("آأإاؤدذرزژوةء")
"""Letters that never join the one after them."""
_VOWELS = "\u064e\u064f\u0650\u0651\u0652\u064b\u064d\u0670"
_ENDINGS = "ها|های|هایی|هایم|هایت|هایش|هایشان|تر|ترین|ای|ی|ام|ات|اش|اند|ایم|اید|است|شان|مان|تان"


# What the keys of a US keyboard give on three keyboards that write Persian: row by row, from left to right.
_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,"
_STANDARD = dict(zip("ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپو", _KEYS, strict=True))
_STANDARD |= {
    "آ": "H",
    "ژ": "C",
    "ئ": "S",
    "ؤ": "A",
    "أ": "G",
    "إ": "F",
    "ة": "J",
    "ء": "M",
    "ي": "D",
    "ك": "Z",
}
_OLD_WINDOWS = dict(zip("ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدئو", _KEYS, strict=True))
_OLD_WINDOWS |= {"پ": "\\", "آ": "H", "ژ": "C", "ؤ": "V", "أ": "N", "إ": "B", "ة": "Z", "ء": "M", "ۀ": "G"}
_ARABIC_101 = dict(
    zip("ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظ", [*"qwertyuiop[]asdfghjkl;'zxcvnm,./"], strict=True)
)
_ARABIC_101 |= {"ذ": "`", "أ": "H", "إ": "Y", "آ": "N"}


def _each_word(change: Callable[[str], str], words: str) -> str:
    return " ".join(map(change, words.split(" ")))


def _letters_of(word: str) -> str:
    """The alphabet a word is written in; empty if it is no plain word."""
    if re.fullmatch(rf"[{LETTERS}{ZWNJ}]+", word):
        return LETTERS
    return LATIN if re.fullmatch("[a-zA-Z]+", word) else ""


# Half-spaces


def half_space_removed(words: str, _: Random) -> str:
    return words.replace(ZWNJ, "")


def half_space_as_space(words: str, _: Random) -> str:
    return words.replace(ZWNJ, " ")


def half_space_as_no_break_space(words: str, _: Random) -> str:
    return words.replace(ZWNJ, NBSP)


def half_space_as_not_sign(words: str, _: Random) -> str:
    return words.replace(ZWNJ, "¬")


def half_space_some_way(words: str, rng: Random) -> str:
    return re.sub(ZWNJ, lambda _: rng.choice(["", " ", NBSP, "¬", ZWNJ, ZWNJ + ZWNJ]), words)


# Letters and digits


def arabic_letters(words: str, _: Random) -> str:
    return words.translate(str.maketrans("یک", "يك"))


def arabic_letters_here_and_there(words: str, rng: Random) -> str:
    return re.sub("[یک]", lambda found: rng.choice(found[0] + {"ی": "يى", "ک": "ك"}[found[0]]), words)


def _digits(words: str, to: str) -> str:
    return re.sub(r"\d", lambda digit: to[int(digit[0])], words)


def digits_arabic(words: str, _: Random) -> str:
    return _digits(words, ARABIC_DIGITS)


def digits_persian(words: str, _: Random) -> str:
    return _digits(words, PERSIAN_DIGITS)


def digits_latin(words: str, _: Random) -> str:
    return _digits(words, LATIN_DIGITS)


def digits_mixed(words: str, rng: Random) -> str:
    every = (ARABIC_DIGITS, PERSIAN_DIGITS, LATIN_DIGITS)
    return re.sub(r"\d", lambda digit: rng.choice(every)[int(digit[0])], words)


def vowels_added(words: str, rng: Random) -> str:
    return "".join(
        letter + (rng.choice(_VOWELS) if letter in LETTERS and rng.random() < 0.4 else "") for letter in words
    )


def lengthened(words: str, rng: Random) -> str:
    """With tatweel between letters that join."""
    return re.sub(
        rf"(?<=[{LETTERS}])(?=[{LETTERS}])",
        lambda at: (
            "ـ" * rng.randint(1, 3) * (rng.random() < 0.5 and words[at.start() - 1] not in _NOT_JOINING_ON)
        ),
        words,
    )


def lazy_letters(words: str, _: Random) -> str:
    bare = re.sub("[\u064b-\u0655\u0670\u0640]", "", words)
    return bare.translate(str.maketrans("آأإؤئۀة", "اااویهه"))


def presentation_forms(words: str, _: Random) -> str:
    """As old programs store them: a character for each shape of a letter."""
    shaped = []
    for place, letter in enumerate(words):
        before, after = words[place - 1 : place], words[place + 1 : place + 2]
        joins_back = (
            letter != "ء" and before in LETTERS + "ئأإؤ" and before not in _NOT_JOINING_ON and before != ""
        )
        joins_on = letter not in _NOT_JOINING_ON and after != "" and after in LETTERS + "ئأإؤة"
        shape = {(0, 0): "<isolated>", (0, 1): "<initial>", (1, 1): "<medial>", (1, 0): "<final>"}
        shaped.append(_SHAPES.get((shape[joins_back, joins_on], letter), letter))
    return "".join(shaped)


def _shapes() -> dict[tuple[str, str], str]:
    found = {}
    for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD)):
        shape, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        if len(letters) == 1:
            found.setdefault((shape, chr(int(letters[0], 16))), chr(code))
    return found


_SHAPES = _shapes()


def upper_case(words: str, _: Random) -> str:
    return words.upper()


# Endings


def ending_dropped(words: str, _: Random) -> str:
    bare = re.sub(rf"(?<=\w){ZWNJ}(?:{_ENDINGS})(?![\w{ZWNJ}])", "", words)
    return re.sub(rf"(?<![\w{ZWNJ}])ن?می{ZWNJ}", "", bare)


def plural_added(words: str, rng: Random) -> str:
    every = words.split(" ")
    nouns = [
        place
        for place, word in enumerate(every)
        if (
            len(word) >= 3
            and (word.isascii() and word.isalpha() and not word.endswith(("s", "y", "x", "h", "z")))
        )
        or (
            re.fullmatch(f"[{LETTERS}]{{3,}}", word)
            and not re.search("(?:ها|های|ند|ات|ان|ین|است)$|^ن?می", word)
        )
    ]
    if nouns:
        place = rng.choice(nouns)
        plurals = ["ها", "های", " ها", " های", ZWNJ + "ها", ZWNJ + "های"]
        every[place] += "s" if every[place].isascii() else rng.choice(plurals)
    return " ".join(every)


def ezafe_written(words: str, rng: Random) -> str:
    def change(word: str) -> str:
        if re.search(f"[{LETTERS}]{{2}}[^اوه]ه$", word) and rng.random() < 0.7:
            return rng.choice([word + ZWNJ + "ی", word + "\u0654", word[:-1] + "ۀ", word + " ی"])
        if re.search(f"[{LETTERS}]{{2}}[او]$", word):
            return word + "ی"
        return word + "\u0650" if _letters_of(word) == LETTERS else word

    return _each_word(change, words)


def ezafe_unwritten(words: str, _: Random) -> str:
    return _each_word(
        lambda word: re.sub(f"(?<=[{LETTERS}]{{2}})(?:(?<=ه){ZWNJ}ی|\u0654|(?<=ها)ی)$", "", word), words
    )


# Slips of the finger


def _slip(word: str, rng: Random) -> str:
    """Change one letter but the first: another one, one more, one less, or two swapped."""
    letters = _letters_of(word)
    if not letters or len(word) < SHORTEST_MISTYPED:
        return word
    place = rng.randrange(1, len(word))
    kind = rng.randrange(4)
    if kind == 0:
        return word[:place] + rng.choice(letters) + word[place + 1 :]
    if kind == 1:
        return word[:place] + rng.choice(letters) + word[place:]
    if kind == 2:
        return word[:place] + word[place + 1 :]
    place = min(place, len(word) - 2)
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def slip_in_one_word(words: str, rng: Random) -> str:
    every = words.split(" ")
    long = [place for place, word in enumerate(every) if len(word) >= SHORTEST_MISTYPED and _letters_of(word)]
    if long:
        place = rng.choice(long)
        every[place] = _slip(every[place], rng)
    return " ".join(every)


def slip_in_every_word(words: str, rng: Random) -> str:
    return _each_word(lambda word: _slip(word, rng), words)


# Keyboards


def _on_us_keys(words: str, keys: dict[str, str], half_space: str) -> str:
    table = {**keys, ZWNJ: half_space, "\u0654": "", **dict(zip(PERSIAN_DIGITS, LATIN_DIGITS, strict=True))}
    return words.translate(str.maketrans(table))


def on_us_keys_standard(words: str, rng: Random) -> str:
    return _on_us_keys(words, _STANDARD, rng.choice(" B"))


def on_us_keys_old_windows(words: str, _: Random) -> str:
    return _on_us_keys(words, _OLD_WINDOWS, " ")


def on_us_keys_arabic(words: str, _: Random) -> str:
    """With the letters that an Arabic keyboard has in place of those it has not."""
    there = words.translate(str.maketrans("یکگپچژۀ", "يككبجزه"))
    return _on_us_keys(there.replace("لا", "b"), _ARABIC_101, " ")


def english_on_persian_keys(words: str, _: Random) -> str:
    """Persian words among them stay as they are: they came out right."""
    back = {key: letter for letter, key in _STANDARD.items() if key in LATIN + LATIN.upper()}
    return words.lower().translate(str.maketrans(back))


PERSIAN_WAYS: dict[str, Variant] = {
    way.__name__: way
    for way in (
        half_space_removed,
        half_space_as_space,
        half_space_as_no_break_space,
        half_space_as_not_sign,
        half_space_some_way,
        arabic_letters,
        arabic_letters_here_and_there,
        digits_arabic,
        digits_persian,
        digits_latin,
        digits_mixed,
        vowels_added,
        lengthened,
        lazy_letters,
        presentation_forms,
        ending_dropped,
        plural_added,
        ezafe_written,
        ezafe_unwritten,
        slip_in_one_word,
        slip_in_every_word,
        on_us_keys_standard,
        on_us_keys_old_windows,
        on_us_keys_arabic,
    )
}
ENGLISH_WAYS: dict[str, Variant] = {
    way.__name__: way
    for way in (
        upper_case,
        digits_persian,
        digits_mixed,
        plural_added,
        slip_in_one_word,
        slip_in_every_word,
        english_on_persian_keys,
    )
}
SLIPS = {slip_in_one_word.__name__, slip_in_every_word.__name__}
KEYBOARDS = {way for way in {**PERSIAN_WAYS, **ENGLISH_WAYS} if "_keys" in way}
