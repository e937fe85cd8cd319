"""The card of settings: every choice, what is remembered and where, and one button that erases it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from reader.errors import ReaderError
from reader.settings import FACES, LINE_SPACINGS, MEASURES
from reader.ui.announcing import announce
from reader.ui.choice_row import ChoiceRow
from reader.ui.path_words import path_words
from reader.ui.sheet import Sheet
from reader.ui.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.ui.choices import Choices
    from reader.ui.keeping import Keeping
    from reader.ui.translations import Speech

SIZES = (80, 100, 120, 150, 180, 220)
"""Text sizes that are offered here; the keys go in smaller steps."""
LETTERS_OF_AN_EM = 9 / 4


class SettingsSheet(Sheet):
    """Offers the settings; each takes effect at once.

    Args:
        choices: what is chosen.
        keeping: what is remembered.
        speech: gives the language of the window.
        window: what it is shown over.
    """

    def __init__(
        self, choices: Choices, keeping: Keeping, speech: Callable[[], Speech], window: QWidget
    ) -> None:
        super().__init__(window)
        self._choices, self._keeping, self._speech = choices, keeping, speech
        self._rows: dict[str, ChoiceRow] = {}
        self._fill()
        choices.interface_turned.connect(self._speak)
        keeping.changed.connect(self._tell)
        self.open()
        self._rows["interface"].take_focus()

    def _fill(self) -> None:
        self.clear()
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(2, 2, 2, 2)
        self._column.setSpacing(9)
        self.set_title(self.tr("Settings"))
        number = self._speech().number
        self._rows = {}
        self._offer("interface", self.tr("Language of the window"), [("fa", "فارسی"), ("en", "English")])
        self._offer(
            "theme",
            self.tr("Colours"),
            [("light", self.tr("Light")), ("dark", self.tr("Dark")), ("contrast", self.tr("High contrast"))],
        )
        self._offer("face", self.tr("Face"), [(face, self._face(face)) for face in FACES])
        self._offer("zoom", self.tr("Size of the text"), [(size, self._percent(size)) for size in SIZES])
        self._offer(
            "line_spacing",
            self.tr("Space between lines"),
            [(space, self._percent(space)) for space in LINE_SPACINGS],
        )
        self._offer(
            "measure",
            self.tr("Letters in a line, about"),
            [(em, number(round(em * LETTERS_OF_AN_EM))) for em in MEASURES],
        )
        self._remembering()
        area = self.scrolling(inside)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(area)
        self.add_button(self.tr("Close"), self.leave, main=True)
        self._tell()

    def _offer(self, name: str, text: str, values: list[tuple[Any, str]]) -> None:
        row = ChoiceRow(text, values, getattr(self._choices.settings, name))
        row.picked.connect(lambda value: self._choices.choose(**{name: value}))
        self._column.addWidget(row)
        self._rows[name] = row

    def _percent(self, value: int) -> str:
        return self._speech().number(self.tr("%1%").replace("%1", str(value)))

    def _face(self, face: str) -> str:
        return self.tr("Plain (Vazirmatn)") if face == FACES[0] else self.tr("Book (Amiri)")

    # Remembering

    def _remembering(self) -> None:
        self._switch = ChoiceRow(
            self.tr("Remember"), [(False, self.tr("Off")), (True, self.tr("On"))], chosen=False
        )
        self._what = self._text("sheetSoft")
        self._fault = self._text("sheetFault")
        self._erase = QPushButton(self.tr("Erase everything that is remembered"))
        self._erase.setAutoDefault(False)
        self._switch.picked.connect(self._turn)
        self._erase.clicked.connect(self._erase_all)
        for widget in (self._switch, self._what, self._fault, self._erase):
            self._column.addWidget(widget)
        self._column.addStretch(1)

    def _text(self, name: str) -> WrappedLabel:
        label = WrappedLabel()
        label.setObjectName(name)
        return label

    def _turn(self, on: bool) -> None:
        self._try(self._keeping.begin if on else self._keeping.end)

    def _erase_all(self) -> None:
        self._try(self._keeping.erase)
        if not self._fault.text():
            self._switch.take_focus()
            said = self.tr("Everything that was remembered is erased.")
            self._what.setText(f"{said} {self._what.text()}")
            announce(self._what, said)

    def _try(self, work: Callable[[], None]) -> None:
        fault = ""
        try:
            work()
        except ReaderError as told:
            fault = self._speech().wording.error(told)
        self._fault.setText(fault)
        self._tell()
        announce(self._fault, fault)

    def _tell(self) -> None:
        """Say what is so."""
        keeping = self._keeping
        self._switch.show_chosen(keeping.is_on or keeping.only_reads)
        self._switch.setEnabled(keeping.folder is not None and not keeping.only_reads)
        where = path_words(keeping.folder) if keeping.folder is not None else ""
        if keeping.is_on:
            said = self.tr(
                "Kept in %1: these settings, where you were reading in each document, your bookmarks with "
                "their notes, and the packs that you add; not what you search for. Whoever holds that disk "
                "or stick can read it."
            )
        elif keeping.only_reads:
            said = self.tr("What is in %1 is used; nothing new is written there now.")
        elif keeping.holds_something:
            said = self.tr(
                "Off: nothing is written. What was kept earlier is still in %1. Switch this on to use it "
                "again, or erase it."
            )
        else:
            said = self.tr(
                "Off: nothing is written anywhere. Switched on, the reader keeps in %1: these settings, "
                "where you were reading in each document, your bookmarks with their notes, and the packs "
                "that you add; not what you search for. Whoever holds that disk or stick can read it."
            )
        self._what.setText(said.replace("%1", where))
        self._fault.setVisible(bool(self._fault.text()))
        self._erase.setVisible(keeping.holds_something and not keeping.only_reads)

    def _speak(self, _: str) -> None:
        """Speak the language that was just chosen."""
        self._fill()
        self._rows["interface"].take_focus()
