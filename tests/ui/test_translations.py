"""No untranslated word: every sentence of the program stands in the Persian file."""

from __future__ import annotations

import ast
import datetime
import string

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit

import reader.errors
from reader import paths
from reader.actions import CONTEXT, read_actions
from reader.ui.translations import available
from reader.wording import read_messages

SOURCE = paths.root() / "reader"
FOLDER = paths.resources() / "translations"
ERRORS = {
    name
    for name, kind in vars(reader.errors).items()
    if isinstance(kind, type) and issubclass(kind, reader.errors.ReaderError)
}
LANGUAGE_NAMES = {"فارسی", "English"}


def spoken() -> set[tuple[str, str]]:
    """Every (context, sentence) of the source: tr() in a class, say(), errors and names of actions."""
    actions = read_actions(paths.resources() / "keyboard" / "actions.toml")
    found = {(CONTEXT, text) for action in actions for text in (action.text, action.group)}
    for path in SOURCE.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named = {
            each.targets[0].id: each.value.value
            for each in tree.body
            if isinstance(each, ast.Assign) and isinstance(each.value, ast.Constant)
        }
        for owner in ast.walk(tree):
            if not isinstance(owner, ast.ClassDef):
                continue
            for call in ast.walk(owner):
                if _called(call) == "tr":
                    found.add((owner.name, call.args[0].value))
        for call in ast.walk(tree):
            name = _called(call)
            if name in ERRORS and isinstance(call.args[0], ast.Constant):
                found.add(("errors", call.args[0].value))
            if name == "say":
                said = [getattr(each, "value", named.get(getattr(each, "id", ""))) for each in call.args]
                said = [each for each in said if isinstance(each, str)]
                if len(said) >= 2:
                    found.add(tuple(said[-2:]))
    return found


def _called(node) -> str:
    if not isinstance(node, ast.Call) or not node.args:
        return ""
    return getattr(node.func, "attr", "") or getattr(node.func, "id", "")


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence.replace("%", "")) if name}


def test_every_sentence_has_its_persian():
    written = read_messages(FOLDER / "reader_fa.ts")
    missing = spoken() - set(written)
    assert missing == set()


def test_no_translation_without_a_sentence():
    extra = {key for key in read_messages(FOLDER / "reader_fa.ts") if key[0] != "Qt"} - spoken()
    assert extra == set()


def test_translations_keep_what_is_filled_in():
    for (context, sentence), forms in read_messages(FOLDER / "reader_fa.ts").items():
        for form in forms:
            assert fields(form) == fields(sentence), (context, sentence)
            for mark in ("%1", "%2", "%n"):
                assert (mark in form) == (mark in sentence), (context, sentence)


def test_plurals_are_written_in_english_too():
    plural = {key for key in spoken() if "%n" in key[1]}
    assert plural
    assert plural <= set(read_messages(FOLDER / "reader_en.ts"))


def test_persian_is_written_with_its_own_letters():
    for (context, sentence), forms in read_messages(FOLDER / "reader_fa.ts").items():
        for form in forms:
            assert not set(form) & set("يكىة٠١٢٣٤٥٦٧٨٩'\""), (context, sentence)


def test_both_languages_are_there():
    assert available(FOLDER) == ["en", "fa"]


@pytest.mark.parametrize(
    ("interface", "date", "number"),
    [("fa", "۱۸ دی ۱۴۰۴", "۴٫۲"), ("en", "8 January 2026", "4.2")],
)
def test_dates_and_numbers_are_those_of_the_language(around, interface, date, number):
    speech = around.speak(interface)
    assert speech.date(datetime.date(2026, 1, 8)) == date
    assert speech.number("4.2").replace(".", number[1]) == number


def test_names_of_keys_stay_as_they_stand_on_the_keyboard(around):
    around.speak("fa")
    assert QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText) == "Ctrl+K"
    assert QCoreApplication.translate("Actions", "Next match") == "مورد بعدی"
    around.speak("en")
    assert QCoreApplication.translate("Actions", "Next match") == "Next match"


def test_qts_own_words_are_persian_too(qtbot, around):
    """Those a reader meets: the menus of fields and scroll bars, the buttons of a box."""
    around.speak("fa")
    edit = QLineEdit("x")
    qtbot.addWidget(edit)
    said = [action.text() for action in edit.createStandardContextMenu().actions() if action.text()]
    said += [
        QCoreApplication.translate(context, sentence)
        for context, sentence in (
            *(("QScrollBar", each) for each in ("Scroll here", "Top", "Bottom", "Page up", "Page down")),
            ("QScrollBar", "Scroll up"),
            ("QScrollBar", "Scroll down"),
            *(("QPlatformTheme", each) for each in ("OK", "Cancel", "Close", "&Yes", "&No")),
        )
    ]
    assert [each for each in said if not any("آ" <= letter <= "ی" for letter in each)] == []
    around.speak("en")
