"""A pack from a stick, from the picker to the page: offered, taken, refused, called off, kept."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

import reader.desk
from reader.desk import Desk
from reader.library.pack import announced
from reader.security.verdict import Standing
from reader.security.verification import read_pack
from reader.ui.check_sheet import CheckSheet
from reader.ui.pack_sheet import PackSheet
from reader.ui.picker_sheet import PickerSheet
from reader.ui.surroundings import Surroundings
from tests import garden, packs

if TYPE_CHECKING:
    from pathlib import Path

WORD = "گلخانه‌ی‌شیشه‌ای"


@pytest.fixture(autouse=True)
def keys(monkeypatch):
    monkeypatch.setattr(Surroundings, "trusted_keys", lambda _self: packs.KEYS)


@pytest.fixture
def desk():
    return Desk(announced(read_pack(io.BytesIO(packs.pack()), "a.briefing", packs.KEYS)))


def issue(
    version: int, signer: packs.Signer = packs.PUBLISHER, pack: str = "garden", **changed: bytes
) -> bytes:
    toml = garden.TOML.replace("2026010201", str(version)).replace('id = "garden"', f'id = "{pack}"')
    contents = packs.files(**changed) | {"briefing.toml": toml.encode()}
    return packs.pack(contents, signer, version=version, pack=pack)


NEW = issue(2026010301, preface_fa=f"[g01] {WORD}".encode())


def shown(window, kind=PackSheet):
    found = [each for each in window.findChildren(kind) if each.isVisible()]
    return found[0] if found else None


def said(sheet) -> str:
    # What was just put on a card is shown in the next turn of the event loop.
    QApplication.processEvents()
    return "\n".join(label.text() for label in sheet.findChildren(QLabel) if label.isVisibleTo(sheet))


def buttons(sheet) -> dict[str, QPushButton]:
    QApplication.processEvents()
    return {each.text(): each for each in sheet.findChildren(QPushButton) if each.isVisibleTo(sheet)}


def bring(window, qtbot, raw: bytes, folder: Path, name: str = "a.briefing"):
    """Open a pack and wait for its card."""
    path = folder / name
    path.write_bytes(raw)
    window._furniture.copies.open_pack(path)
    sheet = shown(window)
    qtbot.waitUntil(lambda: not sheet._busy, timeout=20_000)
    return sheet


def test_a_newer_issue_is_offered_and_read(open_window, qtbot, tmp_path, monkeypatch):
    window = open_window(interface="en")
    sheet = bring(window, qtbot, NEW, tmp_path)
    words = said(sheet)
    assert "exactly what Sample Publisher packed" in words
    assert "Newer than what you have (issue 2026010201)." in words
    assert "3 documents · 1 revised" in words
    assert "nothing is stored" in words
    assert window._desk.briefing.version == 2026010201
    with qtbot.waitSignal(window.prepared, timeout=20_000):
        buttons(sheet)["Read"].click()
    assert window._desk.briefing.version == 2026010301
    assert "2026010301" in window._status._issue.text()
    assert not window._actions["back"].isEnabled()
    with qtbot.waitSignal(window._session.answered):
        window.search_for(WORD)
    assert window._session.answer.total == 1
    assert [path.name for path in tmp_path.iterdir()] == ["a.briefing"]


def test_an_older_issue_opens_labelled_as_such(open_window, qtbot, tmp_path):
    window = open_window(interface="en")
    sheet = bring(window, qtbot, issue(2025010101), tmp_path)
    assert "older than what you have" in said(sheet)
    with qtbot.waitSignal(window.prepared, timeout=20_000):
        buttons(sheet)["Open as old issue"].click()
    assert window._status._issue.text().startswith("Old issue 2025010101")
    # What was seen in this sitting still counts: the issue between the two is no news.
    sheet = bring(window, qtbot, issue(2025060101), tmp_path)
    assert "Open as old issue" in buttons(sheet)


def test_another_briefing_can_be_read(open_window, qtbot, tmp_path):
    window = open_window(interface="en")
    sheet = bring(window, qtbot, issue(2026010101, pack="other"), tmp_path)
    assert "Another briefing" in said(sheet)
    with qtbot.waitSignal(window.prepared, timeout=20_000):
        buttons(sheet)["Read"].click()
    assert window._desk.briefing.id == "other"


DAMAGED = bytearray(NEW)
DAMAGED[NEW.index(WORD.encode())] ^= 1

REFUSED = {
    "same": (issue(2026010201), "the issue that you have"),
    "contradiction": (issue(2026010201, guide_fa="متن دیگر".encode()), "Two issues with one number"),
    "other publisher": (issue(2026010301, packs.OTHER), "Another publisher"),
    "unknown": (issue(2026010301, packs.STRANGER), "Unknown publisher"),
    "damaged": (bytes(DAMAGED), "book/preface.fa.md"),
    "with a program": (packs.archive(packs.entries() | {"run.exe": b"MZ"}), "a computer could run it"),
    "unsigned": (packs.archive(packs.files()), "Not signed"),
    "no pack": (b"hello", "Changed or damaged"),
    "impossible": (packs.pack(packs.files() | {"book/x.fa.md": b""}), "book/x.fa.md"),
    "slow": (packs.pack(packs.files(guide_fa=b"[" * 5000)), "guide"),
}


@pytest.mark.parametrize("interface", ["en", "fa"])
@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_not_taken_changes_nothing(open_window, qtbot, tmp_path, monkeypatch, kind, interface):
    raw, expected = REFUSED[kind]
    window = open_window(interface=interface)
    before, verdict = window._page.view.toPlainText(), window._desk.verdict
    drawn = []
    monkeypatch.setattr(reader.desk, "page", lambda edition, **_: drawn.append(edition))
    sheet = bring(window, qtbot, raw, tmp_path)
    if interface == "en":
        assert expected in said(sheet)
    assert len(buttons(sheet)) == 1
    with qtbot.waitSignal(sheet.left):
        qtbot.keyClick(sheet, Qt.Key.Key_Return)
    assert drawn == [], "something of it was drawn"
    assert window._page.view.toPlainText() == before
    assert window._desk.verdict == verdict
    assert window._desk.verdict.standing is Standing.GENUINE


def test_a_check_that_is_called_off_leaves_nothing(open_window, qtbot, tmp_path):
    window = open_window(interface="en")
    path = tmp_path / "a.briefing"
    path.write_bytes(NEW)
    copies = window._furniture.copies
    copies.open_pack(path)
    sheet = shown(window)
    with qtbot.waitSignal(sheet.left):
        qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: copies._lane.is_idle, timeout=20_000)
    QApplication.processEvents()
    assert shown(window) is None
    assert window._desk.briefing.version == 2026010201


def drop(window, *paths: Path) -> bool:
    """Drop files on the window; say whether they were taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    ways = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(window.rect().center(), *ways)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(window, QDropEvent(QPointF(window.rect().center()), *ways))
    return True


def test_a_pack_can_be_dropped_on_the_window_and_nothing_else(open_window, qtbot, tmp_path):
    window = open_window(interface="en")
    path = tmp_path / "a.briefing"
    path.write_bytes(NEW)
    (tmp_path / "a.html").write_text("<b>")
    assert not drop(window, tmp_path / "a.html")
    assert not drop(window, path, path)
    assert shown(window) is None
    assert drop(window, path)
    qtbot.waitUntil(lambda: not shown(window)._busy, timeout=20_000)
    assert "Newer" in said(shown(window))


def test_the_picker_is_worked_with_keys(open_window, qtbot, tmp_path, monkeypatch):
    (tmp_path / "stick" / "packs").mkdir(parents=True)
    (tmp_path / "stick" / "packs" / "a.briefing").write_bytes(NEW)
    (tmp_path / "stick" / ".hidden").mkdir()
    (tmp_path / "stick" / "photo.jpg").write_bytes(b"")
    window = open_window(interface="en")
    window._actions["open_pack"].trigger()
    picker = shown(window, PickerSheet)
    picker.go(tmp_path / "stick")
    qtbot.waitUntil(lambda: [picker.list.item(0).text()] == ["packs"] and picker.list.count() == 1)
    qtbot.keyClick(picker.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "a.briefing" in picker.list.item(0).text())
    qtbot.keyClick(picker.list, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: "packs" in picker.list.item(0).text())
    assert picker.list.currentRow() == 0
    qtbot.keyClick(picker.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "a.briefing" in picker.list.item(0).text())
    qtbot.keyClick(picker.list, Qt.Key.Key_Return)
    assert not picker.isVisible()
    qtbot.waitUntil(lambda: shown(window) is not None and not shown(window)._busy, timeout=20_000)
    assert "Newer" in said(shown(window))


def test_typing_the_first_letters_finds_a_name_in_the_picker(open_window, qtbot, tmp_path):
    for name in ("apples", "pears", "plums"):
        (tmp_path / "stick" / name).mkdir(parents=True)
    window = open_window(interface="fa")
    window._actions["check_copy"].trigger()
    picker = shown(window, PickerSheet)
    picker.go(tmp_path / "stick")
    qtbot.waitUntil(lambda: picker.list.item(0).text() == "apples")
    qtbot.keyClicks(picker.list, "pl")
    assert picker.list.currentItem().text() == "plums"


def test_a_folder_that_cannot_be_read_is_told(open_window, qtbot, tmp_path):
    window = open_window(interface="en")
    window._actions["check_copy"].trigger()
    picker = shown(window, PickerSheet)
    picker.go(tmp_path / "none")
    qtbot.waitUntil(lambda: "cannot be read" in picker._none.text())
    picker.go(tmp_path)
    qtbot.waitUntil(lambda: picker._none.isVisible() and "no folder" in picker._none.text())


def test_another_copy_is_checked_file_by_file(open_window, qtbot, tmp_path):
    stick = tmp_path / "stick"
    packs.write_folder(stick / "good", packs.entries())
    packs.write_folder(
        stick / "bad", packs.entries() | {"book/guide.fa.md": b"changed", "open me.exe": b"MZ"}
    )
    (stick / "autorun.inf").write_text("")
    window = open_window(interface="en")
    window._actions["check_copy"].trigger()
    picker = shown(window, PickerSheet)
    picker.go(stick)
    qtbot.waitUntil(lambda: picker.list.count() == 2)
    buttons(picker)["This folder"].click()
    sheet = shown(window, CheckSheet)
    qtbot.waitUntil(lambda: not sheet._busy, timeout=20_000)
    words = said(sheet)
    for expected in (
        "Genuine, unchanged copy",
        "Changed or damaged",
        "Changed: book/guide.fa.md",
        "Extra: open me.exe",
        "Programs that nobody signed",
        "autorun.inf",
        "Key number",
        "not this program",
    ):
        assert expected in words.replace("\u2068", "").replace("\u2069", "")


def test_a_pack_is_kept_where_remembering_is_on_and_read_at_the_next_start(
    open_window, qtbot, tmp_path, around, desk
):
    from reader.commands.remembering import open_memory, take_newest
    from reader.security.trusted_keys import TrustedKeys

    data = tmp_path / "data"
    around.kept = open_memory(data, writing=True)
    try:
        window = open_window(interface="en")
        sheet = bring(window, qtbot, NEW, tmp_path)
        assert {"Cancel", "Read only this time", "Add"} == set(buttons(sheet))
        with qtbot.waitSignal(window.prepared, timeout=20_000):
            buttons(sheet)["Add"].click()
        window.close()
        memory = around.kept[0]
        memory.end(window._choices.settings)
    finally:
        around.kept = None
    assert (data / "packs" / "garden-2026010301.briefing").read_bytes() == NEW
    again, _ = open_memory(data, writing=True)
    load, TrustedKeys.load = TrustedKeys.load, lambda _folder: packs.KEYS
    try:
        fresh = Desk(announced(read_pack(io.BytesIO(packs.pack()), "a.briefing", packs.KEYS)))
        take_newest(fresh, again)
    finally:
        TrustedKeys.load = load
    assert fresh.briefing.version == 2026010301
    assert fresh.verdict.standing is Standing.GENUINE
    again.erase()
    assert not data.exists()


def many(passages: int) -> bytes:
    """A pack of very many passages in a hundred documents."""
    toml = (
        garden.TOML.split("[[document]]")[0]
        .replace('first = "guide"\n', "")
        .replace("2026010201", "2026010401")
    )
    contents = {}
    each = passages // 100
    for number in range(100):
        toml += f'[[document]]\nid = "d{number}"\nkind = "book"\nfa = "سند {number}"\n'
        text = "\n\n".join(f"باغبان‌ها در سال {number} خاک {line} را بیل می‌زنند." for line in range(each))
        contents[f"book/d{number}.fa.md"] = text.encode()
    contents["briefing.toml"] = toml.encode()
    return packs.pack(contents, version=2026010401)


def test_a_pack_of_twenty_thousand_passages_is_read_with_progress_and_searched(open_window, qtbot, tmp_path):
    window = open_window(interface="en")
    path = tmp_path / "a.briefing"
    path.write_bytes(many(20_000))
    window._furniture.copies.open_pack(path)
    sheet = shown(window)
    told = set()
    job = window._furniture.copies.children()[-1]
    job.moved.connect(lambda step, done, total: told.add((step, done)))
    qtbot.waitUntil(lambda: not sheet._busy, timeout=120_000)
    assert len(told) > 10
    assert "100 documents" in said(sheet)
    with qtbot.waitSignal(window.prepared, timeout=240_000):
        buttons(sheet)["Read"].click()
    with qtbot.waitSignal(window._session.answered, timeout=20_000):
        window.search_for("بیل")
    assert window._session.answer.total >= 2000
