"""What a screen reader meets on cards, sheets and menus: all that the keyboard reaches has name and role."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QMenu, QScrollArea

from reader.ui.surroundings import Surroundings
from tests import packs
from tests.ui.test_accessibility import PERSIAN, ROLES, tree
from tests.walks.test_notes_and_words import GLOSSARY, ask_for_note
from tests.walks.test_notes_and_words import garden as garden_with_a_glossary
from tests.walks.test_packs import NEW, bring, shown
from tests.walks.test_read_and_search import press, reading

__all__ = ["garden_with_a_glossary", "reading"]
ROLELESS = {ROLES.NoRole, ROLES.Client}
OWN_NAMES = {"English", "English text", "Window in English", "A", "Aa"}


@pytest.fixture(scope="module")
def garden(garden_with_a_glossary):
    assert GLOSSARY
    return garden_with_a_glossary


@pytest.fixture(params=["fa", "en"])
def language(request) -> str:
    return request.param


def focusable(root):
    """Yield everything visible below a widget that the keyboard can reach."""
    QApplication.processEvents()
    for each in tree(QAccessible.queryAccessibleInterface(root)):
        state = each.state()
        if state.focusable and not state.invisible:
            yield each


def assert_all_are_named(root, language, least=1):
    met = list(focusable(root))
    described = [(each.role(), each.text(QAccessible.Text.Name), each.object()) for each in met]
    assert len(met) >= least, described
    assert [each for each in described if not each[1].strip()] == []
    # Qt has no role for an area that scrolls.
    roleless = [each for each in described if each[0] in ROLELESS and not isinstance(each[2], QScrollArea)]
    assert roleless == []
    if language == "fa":
        foreign = {name for _, name, _ in described if not PERSIAN.search(name)}
        assert foreign <= OWN_NAMES, foreign
    return described


def sheet(window):
    from reader.ui.sheet import Sheet

    found = shown(window, Sheet)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "name", ["settings", "about_copy", "bookmarks", "open_pack", "check_copy", "copy_to_stick"]
)
def test_cards(open_window, language, name):
    window = open_window(interface=language, place="guide")
    window._actions[name].trigger()
    assert_all_are_named(sheet(window), language)


def test_bookmarks(open_window, language):
    window = open_window(interface=language, place="guide")
    window._actions["bookmark"].trigger()
    window._actions["bookmarks"].trigger()
    met = assert_all_are_named(sheet(window), language, least=5)
    assert {ROLES.List, ROLES.ListItem, ROLES.EditableText, ROLES.Button} <= {role for role, _, _ in met}


def test_packs(open_window, qtbot, tmp_path, monkeypatch, language):
    monkeypatch.setattr(Surroundings, "trusted_keys", lambda _: packs.KEYS)
    window = open_window(interface=language)
    assert_all_are_named(bring(window, qtbot, NEW, tmp_path), language, least=2)
    shown(window).leave()
    assert_all_are_named(bring(window, qtbot, NEW[:-9], tmp_path, "b.briefing"), language)


def test_another_copy(open_window, qtbot, tmp_path, language):
    from reader.ui.check_sheet import CheckSheet

    window = open_window(interface=language)
    window._furniture.copies.check_copy(tmp_path)
    card = shown(window, CheckSheet)
    assert_all_are_named(card, language)
    qtbot.waitUntil(lambda: not card._busy, timeout=20_000)
    assert_all_are_named(card, language)


def test_a_note(reading, qtbot, language):
    window = reading(interface=language, place="tables")
    ask_for_note(qtbot, window)
    bubble = window._furniture.notes.bubble
    assert_all_are_named(bubble, "en")  # a note is in the language of the page
    assert bubble._text.accessibleName()


def test_what_a_word_means(reading, qtbot, language):
    window = reading(interface=language, place="guide")
    press(qtbot, window, Qt.Key.Key_F4)
    assert_all_are_named(window._furniture.notes.bubble, language)


def test_menus(open_window, language):
    window = open_window(interface=language, place="guide")
    for button in (window._bar._size, window._bar._more):
        menu = button.menu()
        assert isinstance(menu, QMenu)
        root = QAccessible.queryAccessibleInterface(menu)
        assert root.text(QAccessible.Text.Name).strip(), "a menu without a name"
        items = [root.child(number) for number in range(root.childCount())]
        named = [each.text(QAccessible.Text.Name) for each in items if each.role() == ROLES.MenuItem]
        assert len(named) == sum(not each.isSeparator() for each in menu.actions())
        assert all(name.strip() for name in named)
        if language == "fa":
            assert {name for name in named if not PERSIAN.search(name)} <= OWN_NAMES


def test_the_bar_to_go_to_a_place(open_window, language):
    window = open_window(interface=language, place="guide")
    window._actions["go_to"].trigger()
    assert_all_are_named(window._go_to, language)


@pytest.mark.parametrize("words", ["", "garden", "zzzz"])
def test_the_whole_window(open_window, qtbot, language, words):
    window = open_window(interface=language, place="guide")
    window._bar.search.take_focus()
    if words:
        with qtbot.waitSignal(window._session.answered):
            window.search_for(words)
    assert_all_are_named(window, "en", least=8)
